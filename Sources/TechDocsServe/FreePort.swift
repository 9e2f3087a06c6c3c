#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import FlyingSocks

/// Whether a port can be listened on.
package enum FreePort {
  /// Listens for a moment; throws when the address is none of this machine's.
  package static func isFree(_ port: UInt16, on host: String) throws -> Bool {
    do {
      if host.contains(":") {
        try probe(.inet6(ip6: host, port: port), family: AF_INET6)
      } else {
        try probe(.inet(ip4: host, port: port), family: AF_INET)
      }
      return true
    } catch SocketError.failed(_, let code, _) where code == EADDRINUSE || code == EACCES {
      return false
    }
  }

  private static func probe(_ address: some SocketAddress, family: Int32) throws {
    let socket = try Socket(domain: family)
    defer { try? socket.close() }
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
  }
}
