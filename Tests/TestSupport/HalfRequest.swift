import Foundation

/// A connection to a server on this machine that sends a piece of a request and then says nothing more.
package final class HalfRequest: Sendable {
  private let socket: Int32
  /// Whether the server took the connection.
  package let isOpen: Bool

  package init(port: UInt16, text: String) {
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
    isOpen = result == 0 && send(socket, text, text.utf8.count, 0) == text.utf8.count
  }

  deinit { close(socket) }
}
