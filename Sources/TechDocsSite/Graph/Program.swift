#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program of the machine, run to its end with given input. Nothing that a repository holds is ever run.
///
/// Input and output go through unnamed files, so neither side waits for the other.
struct Program: Sendable {
  private let location: String

  /// Finds a program in the absolute folders of `PATH`; nil when it is not there.
  init?(_ name: String) {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let places = path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    guard let found = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    location = found
  }

  /// What the program wrote; nil when it could not be run or ended with a failure.
  func run(_ arguments: [String], input: [UInt8]) -> [UInt8]? {
    guard let source = tmpfile() else { return nil }
    defer { fclose(source) }
    guard let sink = tmpfile() else { return nil }
    defer { fclose(sink) }
    guard fwrite(input, 1, input.count, source) == input.count, fflush(source) == 0 else { return nil }
    rewind(source)
    guard spawn(arguments, input: fileno(source), output: fileno(sink)) else { return nil }
    return Self.content(of: sink)
  }

  private func spawn(_ arguments: [String], input: CInt, output: CInt) -> Bool {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return false }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = Self.cStrings([location] + arguments)
    // No variable of the caller's counts, so that the output depends on the input alone.
    var environment = Self.cStrings(["PATH=/usr/bin:/bin", "LC_ALL=C"])
    defer { (words + environment).forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, location, &actions, nil, &words, &environment) == 0 else { return false }
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return false } }
    return status == 0
  }

  /// Copies for C, with a null pointer at the end.
  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for text in texts { copies.append(strdup(text)) }
    return copies + [nil]
  }

  private static func content(of file: UnsafeMutablePointer<FILE>) -> [UInt8]? {
    guard fseek(file, 0, SEEK_END) == 0 else { return nil }
    let size = ftell(file)
    guard size >= 0 else { return nil }
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}
