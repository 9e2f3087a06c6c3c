#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import FlyingSocks

/// Takes connections on a port, and answers each in a task of its own.
package struct Listener: Sendable {
  private let socket: Socket

  /// Somebody else listens on the port, or only the system may.
  package struct PortTaken: Error {}

  /// Listens on a numeric address from now on; port 0 is any free one. Throws `PortTaken`, or what the system says when
  /// the address is none of this machine's.
  package init(host: String, port: UInt16) throws {
    // A reader that goes away in the middle of an answer is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    Self.allowFiles()
    do {
      socket =
        try host.contains(":") ? Self.bound(.inet6(ip6: host, port: port)) : Self.bound(.inet(ip4: host, port: port))
    } catch SocketError.failed(_, let code, _) where code == EADDRINUSE || code == EACCES { throw PortTaken() }
  }

  /// The port that it listens on.
  package var port: UInt16 {
    switch try? socket.sockname() {
    case .ip4(_, let port), .ip6(_, let port): port
    case .unix, nil: 0
    }
  }

  /// Answers until the task is cancelled.
  func run(_ times: ConnectionTimes, _ respond: @Sendable @escaping (Request) async -> Response) async throws {
    defer { try? socket.close() }
    let pool = Self.pool
    try await pool.prepare()
    let listening = try AsyncSocket(socket: socket, pool: pool)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await take(from: listening, times, respond) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// What wakes a connection when its socket can go on.
  static var pool: some AsyncSocketPool {
    #if canImport(Darwin)
      SocketPool<kQueue>.kQueue()
    #else
      SocketPool<ePoll>.ePoll()
    #endif
  }

  private func take(
    from listening: AsyncSocket, _ times: ConnectionTimes, _ respond: @Sendable @escaping (Request) async -> Response
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      while true {
        guard let socket = try await next(from: listening) else { continue }
        group.addTask { await Connection(socket: socket, times: times, respond: respond).run() }
      }
    }
  }

  /// nil when a connection was lost on the way, or the system has no room for it now.
  private func next(from listening: AsyncSocket) async throws -> AsyncSocket? {
    do {
      let socket = try await listening.accept()
      // Programs that a build starts have no business with it.
      _ = fcntl(socket.socket.file.rawValue, F_SETFD, FD_CLOEXEC)
      return socket
    } catch SocketError.failed(_, let code, _) {
      if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code) { try await Task.sleep(for: .milliseconds(50)) }
      try Task.checkCancellation()
      return nil
    }
  }

  private static func bound<Address: SocketAddress>(_ address: Address) throws -> Socket {
    let socket = try Socket(domain: Int32(Address.family))
    do {
      _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: address)
    } catch {
      try? socket.close()
      throw error
    }
    // It closes the socket itself when it fails.
    try socket.listen()
    return socket
  }

  /// As many open files as the system lets a process have: a thousand slow readers are more than it gives unasked.
  private static func allowFiles() {
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 1 << 16))
    _ = setrlimit(files, &limit)
  }
}
