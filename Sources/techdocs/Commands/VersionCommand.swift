import ArgumentParser

/// `techdocs version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

  func run() { Output.write(toolVersion + "\n") }
}
