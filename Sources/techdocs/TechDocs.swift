#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import ArgumentParser
import TechDocsModel

/// The command line: flags in, text out.
@main
struct TechDocs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "techdocs",
    abstract: "Builds one cross-linked documentation site from many repositories.",
    discussion: """
      EXAMPLES
        techdocs build                      build the repository or workspace in this folder into 'site'
        techdocs build ~/checkouts -o out   build a folder of checkouts as one site
        techdocs serve                      preview it, and follow edits
        techdocs check --strict             report everything, write nothing
        techdocs publish s3://docs-prod     send what changed to a bucket

      The guide begins at docs/index.md.
      """,
    version: toolVersion,
    subcommands: [
      BuildCommand.self,
      ServeCommand.self,
      CheckCommand.self,
      CatalogCommand.self,
      GenerateCommand.self,
      SearchCommand.self,
      PublishCommand.self,
      DoctorCommand.self,
      ExplainCommand.self,
      ManifestsCommand.self,
      RenderCommand.self,
      VersionCommand.self,
    ])

  /// Runs the command and ends the process with the exit code that its outcome asks for.
  ///
  /// 0 fine, 1 documentation has errors, 2 usage or configuration, 3 input or environment missing.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      end(with: failure)
    } catch {
      end(with: error)
    }
  }

  /// Says why a command could not go on, and ends the process.
  static func end(with failure: CommandFailure) -> Never {
    let label = TerminalStyle(descriptor: STDERR_FILENO).severity(.error, "error:")
    Output.note("\(label) \(TerminalText.escaped(failure.message))\n")
    if let help = failure.help { Output.note("  help: \(TerminalText.escaped(help))\n") }
    if let signal = failure.signal { endBy(signal) }
    endProcess(failure.exitCode.rawValue)
  }

  /// Help and versions go to standard output; complaints about the command line to standard error, with a near miss.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code == .success {
      Output.write(text + "\n")
    } else if !text.isEmpty {
      Output.note(text + "\n" + (suggestion ?? ""))
    }
    endProcess(code == .validationFailure ? 2 : code.rawValue)
  }

  /// What a mistyped first word may have meant.
  private static var suggestion: String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !names.contains(word) else {
      return nil
    }
    return NearMiss(of: word, among: names).candidate.map { "Did you mean 'techdocs \($0)'?\n" }
  }
}

/// The version of the tool, as `techdocs version` prints it.
let toolVersion = "0.1.0"

/// `exit(3)` under a name that `ParsableCommand` does not hide.
private func endProcess(_ code: Int32) -> Never { exit(code) }

/// Ends as a signal that nobody held back would have ended it, so that the caller sees 130 or 143.
private func endBy(_ number: Int32) {
  signal(number, SIG_DFL)
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, number)
  raise(number)
  pthread_sigmask(SIG_UNBLOCK, &set, nil)
}
