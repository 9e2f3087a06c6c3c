/// Which hosts a preview answers for: no other site that a browser has open may read it.
///
/// Source: DNS rebinding, and the advisory on Vite's dev server (CVE-2025-24010).
package struct HostRule: Sendable {
  private let names: Set<String>

  /// Loopback's names are always allowed; `others` are names or addresses without a port.
  package init(others: [String] = []) {
    names = Set(["localhost", "127.0.0.1", "[::1]"] + others.map { $0.lowercased() })
  }

  /// Whether a `Host` header names this machine; a missing one does not.
  package func allows(host: String?) -> Bool {
    guard let host, let name = Self.name(of: host) else { return false }
    return names.contains(name) || name.hasSuffix(".localhost")
  }

  /// Whether an `Origin` header, if there is one, is this server.
  package func allows(origin: String?) -> Bool {
    guard let origin else { return true }
    guard let scheme = origin.firstRange(of: "://") else { return false }
    return allows(host: String(origin[scheme.upperBound...]))
  }

  /// `Example.com.:8000` is `example.com`; nil for what is no host with an optional port.
  private static func name(of host: String) -> String? {
    var name = host.lowercased()
    if let bracket = name.lastIndex(of: "]") {
      guard name.hasPrefix("["), isPort(name[name.index(after: bracket)...]) else { return nil }
      return String(name[...bracket])
    }
    if let colon = name.firstIndex(of: ":") {
      guard isPort(name[colon...]) else { return nil }
      name = String(name[..<colon])
    }
    if name.hasSuffix(".") { name.removeLast() }
    return name.isEmpty ? nil : name
  }

  /// Nothing, or a colon and digits.
  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && text.count > 1 && text.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }
}
