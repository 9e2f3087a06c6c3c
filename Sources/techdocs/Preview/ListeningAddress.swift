#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsServe

/// Where a preview listens: the port that was asked for, or the next free one.
struct ListeningAddress: Sendable {
  /// A numeric address.
  let host: String
  let port: UInt16
  /// Listens already: who asks before the first build is done waits for it.
  let listener: Listener
  /// What an author should know about the choice.
  let notes: [String]

  static let standardPort: UInt16 = 8000

  init(host: String, wanted: UInt16?) throws {
    let address = host == "localhost" ? "127.0.0.1" : host
    self.host = address
    var notes: [String] = []
    if !Self.isLoopback(address) {
      notes.append("'--host \(host)' lets everybody on the network read this preview")
    }
    let first = wanted ?? Self.standardPort
    let candidates = wanted == nil ? first...(first + 50) : first...first
    guard let (free, listener) = try Self.free(among: candidates, on: address) else {
      throw CommandFailure(
        "Port \(first) is taken", help: "name another with '--port', or leave it out to take the next free one",
        exitCode: 2)
    }
    if free != first { notes.append("port \(first) is taken; this is the next free one") }
    port = free
    self.listener = listener
    self.notes = notes
  }

  private static func free(among ports: ClosedRange<UInt16>, on host: String) throws -> (UInt16, Listener)? {
    for port in ports {
      do { return (port, try Listener(host: host, port: port)) } catch is Listener.PortTaken { continue }
    }
    return nil
  }

  /// What a browser is pointed to.
  var url: String {
    let name = host == "0.0.0.0" ? "127.0.0.1" : host.contains(":") ? "[\(host == "::" ? "::1" : host)]" : host
    return "http://\(name):\(port)/"
  }

  /// The host as it stands in a `Host` header.
  var names: [String] { [host.contains(":") ? "[\(host)]" : host] }

  private static func isLoopback(_ host: String) -> Bool { host.hasPrefix("127.") || host == "::1" }
}
