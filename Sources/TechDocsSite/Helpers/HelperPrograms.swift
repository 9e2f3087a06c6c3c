#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsMarkdown
package import TechDocsModel

/// The helper programs of a workspace: found once, run on each text once, remembered by content.
package struct HelperPrograms: Sendable {
  private let config: HelperConfig
  private let folder: String
  private let cache: DrawingCache?

  /// `folder` is where relative paths of programs begin.
  package init(_ config: HelperConfig, folder: String, cacheFolder: String? = DrawingCache.standardFolder) {
    self.config = config
    self.folder = folder
    cache = cacheFolder.map { DrawingCache(folder: $0) }
  }

  /// One warning for each program that is not there.
  package var diagnostics: [Diagnostic] {
    config.commands.filter { !isFound($0.command) }.map { key, command in
      .warning(
        "missing-helper", at: command.range, "The program '\(command.words[0])' of '\(key)' is not on PATH",
        help: key == "math" ? "formulas are shown as text until it is" : "diagrams are shown as text until it is")
    }
  }

  /// Whether a command's program is there.
  package func isFound(_ command: HelperConfig.Command) -> Bool { Program(command.words[0], folder: folder) != nil }

  /// What parses pages draws with.
  var drawing: DrawingHelpers {
    let words = config.commands.flatMap { [$0.key] + $0.command.words }
    return DrawingHelpers(key: words.joined(separator: "\0")) { draw($0, $1) }
  }

  private func draw(_ subject: DrawingHelpers.Subject, _ text: [UInt8]) -> DrawingHelpers.Outcome {
    guard let command = config[subject.helper],
      let program = Program(command.words[0], folder: folder)
    else { return .none }
    let arguments = command.words.dropFirst() + (subject == .displayFormula ? ["--display-mode"] : [])
    let key = ([subject.rawValue, command.words[0]] + arguments).joined(separator: "\0")
    let digest = Digest(of: Array(key.utf8) + [0] + text)
    if let known = cache?.read(digest) { return .drawn(known) }
    guard text.count <= Self.textLimit, let output = program.run(Array(arguments), input: text, limit: Self.seconds),
      let markup = subject.isDiagram ? DiagramImage.markup(output, of: text) : FormulaCleaner.markup(output)
    else { return .failed }
    cache?.write(markup, for: digest)
    return .drawn(markup)
  }

  /// More than anybody draws by hand.
  private static let textLimit = 200_000
  private static let seconds = 30
}
