/// Which addresses a page may lead to or load. Bytes are those of a decoded value.
enum AddressPolicy {
  /// The web's schemes, and the kinds of entities: `component:payments-api` is a link between services.
  private static let schemes = NameTable(
    "http https ftp mailto tel component api resource system domain group user template location")
  private static let pictures = NameTable("png jpeg jpg gif webp avif")

  /// Whether a link may lead there.
  static func allowsLink(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    scheme(of: address).map { schemes[$0] != nil } ?? true
  }

  /// Whether a picture, sound or film may be loaded from there: a path, the web, or a picture that is carried along.
  static func allowsMedia(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let scheme = scheme(of: address) else { return true }
    if scheme == http || scheme == https { return true }
    guard scheme == data, let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let kind = address[(colon + 1)...], prefix = "image/".utf8
    guard zip(kind, prefix).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { return false }
    let name = kind.dropFirst(prefix.count).prefix { HTMLTag.isLetter($0) }
    return name.endIndex < kind.endIndex && kind[name.endIndex] == UInt8(ascii: ";") && pictures[name] != nil
  }

  /// Whether each candidate of a `srcset` may be loaded.
  static func allowsSourceSet(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    value.split(separator: UInt8(ascii: ",")).allSatisfy { candidate in
      scheme(of: candidate).map { $0 == http || $0 == https } ?? true
    }
  }

  /// What stands before the first `:` of an address that has a scheme, as a browser reads it; nil for a path.
  ///
  /// Source: URL, "URL parsing": leading C0 controls and spaces and all tabs and newlines are removed. Here everything
  /// below `!` counts as removed, which can only find more schemes.
  private static func scheme(of address: Slice<UnsafeBufferPointer<UInt8>>) -> ShortName? {
    var scheme = ShortName()
    for byte in address {
      switch byte {
      case 0...0x20, 0x7f: continue
      case UInt8(ascii: ":"): return scheme
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      default: if scheme.count <= ShortName.limit { scheme.append(byte) }
      }
    }
    return nil
  }

  private static let http = ShortName("http"), https = ShortName("https"), data = ShortName("data")
}
