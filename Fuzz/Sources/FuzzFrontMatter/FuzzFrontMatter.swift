import Invariants
import TechDocsModel

/// Front matter: any text has a body that lies within it, and its findings name lines that are there.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrontMatter(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array("---\n".utf8) + FuzzedInput.bytes(data, size)
  let source = SourceText(path: SourcePath(repository: "", path: "a.md"), bytes: bytes)
  let front = FrontMatter(of: source), lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
  var faults: [String] = []
  if !(0...bytes.count).contains(front.body) { faults.append("body at \(front.body) of \(bytes.count)") }
  for finding in front.diagnostics {
    guard let line = finding.range?.start.line, (1...lines).contains(line) else {
      faults.append("'\(finding.message)' has no place")
      continue
    }
  }
  if front.diagnostics != FrontMatter(of: source).diagnostics { faults.append("two readings differ") }
  FuzzedInput.expect(faults)
  return 0
}
