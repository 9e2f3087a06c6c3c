import TechDocsCatalog
import TechDocsModel

/// A link's text taken apart: `path?query#fragment`.
struct LinkTarget: Sendable, Hashable {
  /// Percent-decoded; empty for a link inside the page.
  let path: String
  /// From the `?` on, as written; empty without one.
  let query: String
  /// Without `#`, as written; nil without one.
  let fragment: String?

  init(_ text: String) {
    let hash = text.utf8.firstIndex(of: UInt8(ascii: "#"))
    let beforeHash = hash.map { text[..<$0] } ?? text[...]
    let mark = beforeHash.utf8.firstIndex(of: UInt8(ascii: "?"))
    path = PercentEncoding.decoded(String(mark.map { beforeHash[..<$0] } ?? beforeHash))
    query = mark.map { String(beforeHash[$0...]) } ?? ""
    fragment = hash.map { String(text[text.utf8.index(after: $0)...]) }
  }

  /// `?query#fragment` as written.
  var suffix: String { query + (fragment.map { "#" + $0 } ?? "") }

  /// The anchor that must exist on the target: percent-decoded, without a text fragment; nil when none is named.
  var anchor: String? {
    guard let fragment, !fragment.isEmpty else { return nil }
    let text = fragment.firstRange(of: ":~:").map { String(fragment[..<$0.lowerBound]) } ?? fragment
    // `#top` needs no element. Source: HTML, "scroll to the fragment".
    return text.isEmpty || text.lowercased() == "top" ? nil : PercentEncoding.decoded(text)
  }

  /// Whether the text is an address outside the site: it has a scheme or a host.
  static func isExternal(_ text: String) -> Bool {
    if text.hasPrefix("//") { return true }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex else { return false }
    return text.utf8[..<colon].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// Whether a link of the page's frame may lead there: the web, mail, telephone, or a path.
  static func isHarmless(_ text: String) -> Bool {
    guard isExternal(text), !text.hasPrefix("//") else { return true }
    return ["http:", "https:", "ftp:", "mailto:", "tel:"].contains { text.lowercased().hasPrefix($0) }
  }

  /// The kinds that an entity link may begin with. Source: Backstage's built-in kinds.
  static let entityKinds: Set<String> = [
    "component", "api", "resource", "system", "domain", "group", "user", "template", "location",
  ]

  /// Whether the text begins with an entity kind, as in `component:payments-api`.
  static func isEntity(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return entityKinds.contains(text[..<colon].lowercased())
  }
}
