package import Foundation

/// The built `techdocs`, run as people run it.
package struct Tool: Sendable {
  package struct Run: Sendable {
    package let exitCode: Int32
    package let output: String
    package let errors: String
  }

  /// Beside the test bundle, where the build puts it.
  static let location = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("techdocs")

  /// Runs the tool in a scratch folder, which stays until it has ended.
  package static func run(
    _ arguments: String..., in folder: ScratchFolder, environment: [String: String] = [:]
  ) throws -> Run {
    defer { withExtendedLifetime(folder) {} }
    return try run(arguments, in: folder.location, environment: environment)
  }

  /// Runs the tool in a folder of the project.
  package static func run(_ arguments: String..., in folder: URL) throws -> Run {
    try run(arguments, in: folder, environment: [:])
  }

  /// Runs the tool to its end with an environment of its own, so that no variable of the tester counts.
  private static func run(_ arguments: [String], in folder: URL, environment: [String: String]) throws -> Run {
    let process = Process(), output = Pipe(), errors = Pipe()
    process.executableURL = location
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(environment) { _, own in own }
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      exitCode: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaints, as: UTF8.self))
  }
}

/// A folder that lives as long as its value's use, with files written from literals.
package final class ScratchFolder: Sendable {
  package let location: URL

  package init(_ files: [String: String]) throws {
    location = FileManager.default.temporaryDirectory.appendingPathComponent("techdocs-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: location, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  package func write(_ text: String, to path: String) throws {
    let file = location.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file; nil when it is not there.
  package func text(_ path: String) -> String? {
    try? String(contentsOf: location.appendingPathComponent(path), encoding: .utf8)
  }

  /// The paths of all files below a folder, sorted; those that begin with a dot too.
  package func files(below folder: String = "") -> [String] {
    let root = location.appendingPathComponent(folder)
    let walk = FileManager.default.enumerator(atPath: root.path)
    let paths = walk?.compactMap { $0 as? String } ?? []
    return paths.filter { !root.appendingPathComponent($0).hasDirectoryPath }.sorted()
  }

  deinit { try? FileManager.default.removeItem(at: location) }
}
