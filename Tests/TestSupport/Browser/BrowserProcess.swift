import Foundation

/// A headless Chromium that is spoken to over two pipes, as its DevTools protocol allows: no port, no driver.
///
/// Source: `--remote-debugging-pipe`: commands on descriptor 3, answers on 4, each message ended by a zero byte.
final class BrowserProcess: Sendable {
  private let child: pid_t
  private let commands: CInt
  private let profile: URL
  /// Every message of the browser, whole.
  let messages: AsyncStream<Data>

  /// nil where no Chromium is installed.
  init?() {
    guard let program = Self.program else { return nil }
    profile = FileManager.default.temporaryDirectory.appendingPathComponent("techdocs-browser-\(UUID().uuidString)")
    var down: [CInt] = [0, 0], up: [CInt] = [0, 0]
    guard pipe(&down) == 0, pipe(&up) == 0 else { return nil }
    // No child may hold an end of another's pipe: a browser ends when its pipe does.
    for end in down + up { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard let child = Self.spawn(program, profile.path, down[0], up[1]) else { return nil }
    close(down[0])
    close(up[1])
    (self.child, commands) = (child, down[1])
    messages = Self.messages(from: up[0])
  }

  deinit {
    close(commands)
    kill(child, SIGKILL)
    var status: CInt = 0
    waitpid(child, &status, 0)
    try? FileManager.default.removeItem(at: profile)
  }

  func send(_ message: Data) {
    var bytes = Array(message) + [0]
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(commands, $0.baseAddress?.advanced(by: sent), $0.count - sent) }
      guard count > 0 else { return }
      sent += count
    }
    bytes.removeAll()
  }

  private static var program: String? {
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  private static func spawn(_ program: String, _ profile: String, _ input: CInt, _ output: CInt) -> pid_t? {
    let arguments = [
      program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
      "--disable-dev-shm-usage", "--disable-background-networking", "--user-data-dir=\(profile)", "about:blank",
    ]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Out of the way first, and far: either end may itself be 3 or 4, or any number that a busy test run has reached.
    posix_spawn_file_actions_adddup2(&actions, input, 900)
    posix_spawn_file_actions_adddup2(&actions, output, 901)
    posix_spawn_file_actions_adddup2(&actions, 900, 3)
    posix_spawn_file_actions_adddup2(&actions, 901, 4)
    for stream in [CInt(1), 2] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    return posix_spawn(&child, program, &actions, nil, &words, environ) == 0 ? child : nil
  }

  /// Reads until the browser's end closes. A thread of its own: the read blocks.
  private static func messages(from file: CInt) -> AsyncStream<Data> {
    AsyncStream { continuation in
      Thread.detachNewThread {
        var rest = Data(), buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(file, &buffer, buffer.count), count > 0 {
          rest.append(contentsOf: buffer[..<count])
          while let end = rest.firstIndex(of: 0) {
            continuation.yield(Data(rest[rest.startIndex..<end]))
            rest = Data(rest[rest.index(after: end)...])
          }
        }
        close(file)
        continuation.finish()
      }
    }
  }
}
