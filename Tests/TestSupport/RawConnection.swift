import Foundation

/// A connection to a server on this machine over which a test says what no decent program would.
package final class RawConnection: Sendable {
  private let socket: Int32

  /// nil when the server does not take it.
  package init?(port: UInt16) {
    #if canImport(Glibc)
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let (socket, size) = (socket, socklen_t(MemoryLayout<sockaddr_in>.size))
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard result == 0 else { return nil }
    _ = fcntl(socket, F_SETFL, O_NONBLOCK)
  }

  deinit { close(socket) }

  /// Sends as much of a text as the server takes now; returns the count of bytes.
  @discardableResult package func offer(_ text: some StringProtocol) -> Int {
    max(0, Foundation.send(socket, String(text), text.utf8.count, Int32(Self.noSignal)))
  }

  /// Sends a whole text, or what the server takes of it before it closes the connection.
  package func send(_ text: String) async throws {
    var rest = text[...]
    while !rest.isEmpty {
      let sent = Foundation.send(socket, String(rest), rest.utf8.count, Int32(Self.noSignal))
      if sent < 0 && errno != EAGAIN { return }
      if sent > 0 { rest = rest.dropFirst(sent) } else { try await Task.sleep(for: .milliseconds(2)) }
    }
  }

  /// What the server says until it has said `end`, or closes the connection; what there is when `seconds` have passed.
  package func answer(until end: String? = nil, seconds: Double = 300) async throws -> String {
    var bytes: [UInt8] = [], patience = Patience(.seconds(seconds))
    while patience.lasts() {
      var part = [UInt8](repeating: 0, count: 1 << 16)
      let count = recv(socket, &part, part.count, 0)
      if count == 0 || count < 0 && errno != EAGAIN { break }
      if count > 0 { bytes += part.prefix(count) } else { try await Task.sleep(for: .milliseconds(2)) }
      if let end, String(decoding: bytes, as: UTF8.self).contains(end) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  #if canImport(Glibc)
    private static let noSignal = MSG_NOSIGNAL
  #else
    private static let noSignal = 0
  #endif
}

extension RawConnection {
  /// Lets this process have as many open files as the system gives; returns how many.
  package static func allowFiles() -> Int {
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0 else { return 0 }
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 1 << 14))
    return setrlimit(files, &limit) == 0 ? Int(limit.rlim_cur) : 0
  }
}
