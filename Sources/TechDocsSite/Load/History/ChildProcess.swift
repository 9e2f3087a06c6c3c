#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program of this machine that is run once and read to its end, without a shell between.
struct ChildProcess {
  /// The program, found by `PATH`, and what it is given.
  let arguments: [String]
  /// All of its environment, each as `NAME=value`.
  let environment: [String]

  /// Runs it and hands on what it prints; a reader that returns false ends it.
  ///
  /// - Returns: whether it could be started and ended well, or was ended by its reader.
  func run(reading read: ([UInt8]) -> Bool) -> Bool {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    let child = start(output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { return false }
    var isWanted = true
    while isWanted, let bytes = Self.next(ends[0]) { isWanted = read(bytes) }
    if !isWanted { kill(child, SIGKILL) }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0 || !isWanted
  }

  /// Starts it with nothing to read and nowhere to complain.
  private func start(output: CInt) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let argv = arguments.map { strdup($0) } + [nil], envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var child = pid_t()
    guard let program = arguments.first, posix_spawnp(&child, program, &actions, nil, argv, envp) == 0 else {
      return nil
    }
    return child
  }

  /// The next bytes of a pipe; nil at its end.
  private static func next(_ file: CInt) -> [UInt8]? {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      repeat { count = read(file, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    return count > 0 ? bytes : nil
  }
}
