import ArgumentParser
import TechDocsModel
import TechDocsSite

/// `techdocs doctor`: what this machine and workspace have, and what is plainer without the rest.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say which optional programs and files are found, and what is plainer without them.")

  @Argument(help: "The folder of a repository or a workspace.")
  var path = "."

  func run() throws {
    let findings: [Doctor.Finding]
    do { findings = try Doctor(folder: path).findings() } catch { throw CommandFailure(error) }
    let width = findings.map(\.name.count).max() ?? 0
    for finding in findings {
      let name = finding.name + String(repeating: " ", count: width - finding.name.count)
      Output.write("\(finding.isFound ? "found  " : "missing")  \(name)  \(TerminalText.escaped(finding.text))\n")
    }
    Output.write("Nothing of this is needed: a build goes on without it.\n")
  }
}
