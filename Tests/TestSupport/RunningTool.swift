package import Foundation

#if canImport(FoundationNetworking)
  package import FoundationNetworking
#endif

/// A `techdocs` that runs until it is told to end, and what it says meanwhile.
package final class RunningTool: Sendable {
  package struct Timeout: Error, CustomStringConvertible {
    package let description: String
  }

  /// Long enough for a machine that is busy with other things.
  private static let patience = Duration.seconds(120)

  private let process: Process
  private let log: URL
  private let folder: ScratchFolder

  package convenience init(_ arguments: String..., in folder: ScratchFolder) throws {
    try self.init(Tool.location, arguments, in: folder)
  }

  /// The same where the system gives only so many watches of folders; nil where that cannot be had.
  package convenience init?(watches: Int, _ arguments: String..., in folder: ScratchFolder) throws {
    let unshare = URL(fileURLWithPath: "/usr/bin/unshare")
    let limit = "echo \(watches) > /proc/sys/user/max_inotify_watches"
    let trial = Process()
    (trial.executableURL, trial.arguments) = (unshare, ["-Ur", "sh", "-c", limit])
    (trial.standardOutput, trial.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    guard (try? trial.run()) != nil else { return nil }
    trial.waitUntilExit()
    guard trial.terminationStatus == 0 else { return nil }
    let command = ["-Ur", "sh", "-c", limit + "; exec \"$0\" \"$@\"", Tool.location.path]
    try self.init(unshare, command + arguments, in: folder)
  }

  private init(_ program: URL, _ arguments: [String], in folder: ScratchFolder) throws {
    self.folder = folder
    log = folder.location.appendingPathComponent(".log-\(UUID().uuidString)")
    FileManager.default.createFile(atPath: log.path, contents: nil)
    process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.location
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
  }

  deinit { process.terminate() }

  /// What it has said so far on standard error.
  package var said: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// The address that it serves on, once it does.
  package func address() async throws -> URL {
    try await waiting("it serves") { [self] in
      // The whole line: what is still being written may end in the middle of the port.
      let line = said.split(separator: "\n").first { $0.hasPrefix("Serving on ") && $0.hasSuffix("(Ctrl-C ends it)") }
      return line.flatMap { URL(string: String($0.split(separator: " ")[2])) }
    }
  }

  /// Asks for a page; nil when there is no answer.
  package func get(_ url: URL) async -> (status: Int, body: String)? {
    var request = URLRequest(url: url)
    request.cachePolicy = .reloadIgnoringLocalCacheData
    guard let (data, response) = try? await URLSession.shared.data(for: request) else { return nil }
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  /// Waits until a page fulfils a condition; returns its body.
  package func page(_ url: URL, until fits: @escaping @Sendable (String) -> Bool) async throws -> String {
    try await waiting("a page that fits") { [self] in
      guard let page = await get(url), fits(page.body) else { return nil }
      return page.body
    }
  }

  /// Waits until it has said something that fulfils a condition.
  package func wait(for what: String, until fits: @escaping @Sendable (String) -> Bool) async throws {
    _ = try await waiting(what) { [self] in fits(said) ? true : nil }
  }

  /// Waits until files that it writes fulfil a condition.
  package func wait(until fit: @escaping @Sendable (ScratchFolder) -> Bool) async throws {
    _ = try await waiting("its files fit") { [folder] in fit(folder) ? true : nil }
  }

  /// How many builds it has told of.
  package var builds: Int { said.components(separatedBy: "Checked").count - 1 }

  /// Sends a signal and waits for the end; returns the exit code.
  package func end(with signal: Int32) async throws -> Int32 {
    kill(process.processIdentifier, signal)
    return try await waiting("it ends") { [process] in process.isRunning ? nil : process.terminationStatus }
  }

  /// The memory that it uses, in MB; nil where the system does not tell.
  package var memory: Double? {
    guard let status = try? String(contentsOfFile: "/proc/\(processIdentifier)/status", encoding: .utf8) else {
      return nil
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
  }

  /// The processor time that it has used, in seconds; nil where the system does not tell.
  package var processorSeconds: Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(processIdentifier)/stat", encoding: .utf8) else { return nil }
    // Behind the name in parentheses: user and system time are the 12th and 13th field, in hundredths of a second.
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 12 ? fields[11...12].compactMap { Double($0) }.reduce(0, +) / 100 : nil
  }

  /// How many files it has open; nil where the system does not tell.
  package var openFiles: Int? {
    try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(processIdentifier)/fd").count
  }

  package var processIdentifier: Int32 { process.processIdentifier }

  private func waiting<Value>(_ what: String, _ value: () async -> Value?) async throws -> Value {
    var patience = Patience(Self.patience)
    while patience.lasts() {
      if let found = await value() { return found }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw Timeout(description: "waited for \(Self.patience) until \(what); it said: \(said)")
  }
}
