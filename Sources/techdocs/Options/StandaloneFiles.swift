#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import ArgumentParser
import TechDocsModel

/// YAML files that stand on the command line rather than in a workspace, and what is found in them.
struct StandaloneFiles {
  private var sources: [SourcePath: SourceText] = [:]

  /// The documents of a file; ends the command where there are none to be had.
  mutating func documents(_ path: String) throws -> [YAMLNode] {
    let folder = RelativePath.folder(of: path), name = path.split(separator: "/").last.map(String.init) ?? path
    let parent = folder.isEmpty ? path.hasPrefix("/") ? "/" : "." : folder
    guard let tree = FolderTree(parent, repository: folder) else { throw CommandFailure("'\(path)' is not there") }
    switch tree.read(name, limit: Limits.configurationBytes) {
    case .failure(let failure): throw CommandFailure("'\(path)' cannot be read: \(Self.words(failure))")
    case .success(let source):
      sources[source.path] = source
      let parsed = YAMLDocument.parseAll(source)
      if parsed.diagnostics.contains(where: { $0.severity == .error }) {
        report(parsed.diagnostics)
        throw ExitCode(2)
      }
      return parsed.value
    }
  }

  private static func words(_ failure: ReadFailure) -> String {
    switch failure {
    case .missing: "it is not there"
    case .outside: "it leads out of its folder"
    case .notAFile: "it is no file"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MB"
    case .unreadable(let reason): reason
    }
  }

  /// Findings on standard error, with the lines at fault.
  func report(_ findings: [Diagnostic]) {
    let report = Report(
      diagnostics: findings.sorted(), line: { sources[$0]?.line($1) }, displayPath: { $0.description })
    Output.note(report.text(.human, style: TerminalStyle(descriptor: STDERR_FILENO)))
  }
}
