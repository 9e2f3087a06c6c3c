import Invariants
import TechDocsModel

/// `mkdocs.yml` and any other YAML: any text ends in a configuration and findings, its `nav` in entries.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzConfiguration(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let source = SourceText(path: SourcePath(repository: "", path: "mkdocs.yml"), bytes: FuzzedInput.bytes(data, size))
  let lines = source.bytes.count { $0 == UInt8(ascii: "\n") } + 1
  let documents = YAMLDocument.parseAll(source)
  let config = MkDocsConfig.decoding(source) { $0 == "base.yml" ? source : nil }
  let files = DocFiles(["index.md", "guide/a.md", "img/a.png"], config: config.value)
  let nav = Nav.resolving(config.value, files: files)
  var faults: [String] = []
  for finding in documents.diagnostics + config.diagnostics + nav.diagnostics {
    guard let line = finding.range?.start.line, (1...(lines + 1)).contains(line) else {
      faults.append("'\(finding.message)' has no place")
      continue
    }
  }
  if config.diagnostics.count > 1_000 { faults.append("\(config.diagnostics.count) findings") }
  FuzzedInput.expect(faults)
  return 0
}
