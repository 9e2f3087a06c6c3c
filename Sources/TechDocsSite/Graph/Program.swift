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
  ///
  /// A name with a slash is a path, relative to `folder`.
  init?(_ name: String, folder: String = ".") {
    if name.contains("/") {
      let path = name.hasPrefix("/") ? name : Files.resolved("\(folder)/\(name)") ?? name
      guard access(path, X_OK) == 0 else { return nil }
      location = path
      return
    }
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let places = path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    guard let found = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    location = found
  }

  /// What the program wrote; nil when it could not be run, ended with a failure, or took longer than `limit` seconds.
  func run(_ arguments: [String], input: [UInt8], limit: Int = 60) -> [UInt8]? {
    guard let source = tmpfile() else { return nil }
    defer { fclose(source) }
    guard let sink = tmpfile() else { return nil }
    defer { fclose(sink) }
    guard fwrite(input, 1, input.count, source) == input.count, fflush(source) == 0 else { return nil }
    rewind(source)
    guard spawn(arguments, input: fileno(source), output: fileno(sink), limit: limit) else { return nil }
    return Self.content(of: sink)
  }

  private func spawn(_ arguments: [String], input: CInt, output: CInt, limit: Int) -> Bool {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return false }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = Self.cStrings([location] + arguments)
    // No variable of the caller's counts, so that the output depends on the input alone; PlantUML would read files that a
    // diagram includes.
    var environment = Self.cStrings(["PATH=/usr/bin:/bin", "LC_ALL=C", "PLANTUML_SECURITY_PROFILE=SANDBOX"])
    defer { (words + environment).forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, location, &actions, nil, &words, &environment) == 0 else { return false }
    return Self.endsWell(process, limit: limit)
  }

  /// Waits for a program, and ends one that takes too long.
  private static func endsWell(_ process: pid_t, limit: Int) -> Bool {
    var status: CInt = 0, waited = 0, pause = 200
    while waited < limit * 1_000_000 {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status == 0 }
      if ended < 0, errno != EINTR { return false }
      usleep(useconds_t(pause))
      waited += pause
      pause = min(pause * 2, 20_000)
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return false
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
