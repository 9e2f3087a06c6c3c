/// What a page of an untrusted source may hold. Everything that is not listed is dropped.
///
/// docs/reference/security.md tells authors the same.
struct SanitizerPolicy: Sendable {
  /// What becomes of an element.
  enum Rule: Sendable { case keep, void, optionalEnd }

  private let rules: [String: Rule]
  /// Elements whose content is no text: dropped with it.
  let opaque: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "noembed", "noframes", "noscript", "plaintext", "iframe", "template",
    "svg", "math", "select", "object", "embed", "applet",
  ]
  private let attributes: Set<String> = [
    "class", "id", "title", "lang", "dir", "align", "valign", "width", "height", "alt", "href", "src", "name", "start",
    "reversed", "type", "value", "checked", "disabled", "open", "colspan", "rowspan", "scope", "headers", "cite",
    "datetime",
    "abbr", "for", "role", "tabindex", "target", "rel", "download", "hreflang", "loading", "decoding", "srcset",
    "sizes",
    "media", "controls", "loop", "muted", "poster", "preload", "playsinline", "style", "hidden", "border", "summary",
    "cellpadding", "cellspacing", "bgcolor", "clear", "compact", "markdown",
  ]
  /// Ids of the page's frame. Any other id is harmless: only named forms, frames and images hide a document's own
  /// properties, and `name` is not kept on those.
  private let reservedIDs: Set<String> = ["__drawer", "__search", "__toc", "__palette", "__content"]

  init() {
    let kept = """
      a abbr address article aside b bdi bdo blockquote caption center cite code colgroup data del details dfn div dl em \
      figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup i ins kbd label main mark nav ol picture pre q rp rt ruby \
      s samp section small span strike strong sub summary sup table time tt u ul var video audio big
      """
    let void = "br hr img input col source track wbr"
    let optional = "p li dt dd tr td th thead tbody tfoot"
    var rules: [String: Rule] = [:]
    for name in kept.split(whereSeparator: \.isWhitespace) { rules[String(name)] = .keep }
    for name in void.split(separator: " ") { rules[String(name)] = .void }
    for name in optional.split(separator: " ") { rules[String(name)] = .optionalEnd }
    self.rules = rules
  }

  func rule(for element: String) -> Rule? { rules[element] }

  func allows(attribute: String) -> Bool {
    attributes.contains(attribute) || attribute.hasPrefix("data-") || attribute.hasPrefix("aria-")
  }

  func allows(id: String) -> Bool { !reservedIDs.contains(id.lowercased()) }

  /// Only these declarations, with plain values.
  func allows(style: String) -> Bool {
    style.split(separator: ";").allSatisfy { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace }.lowercased() }
      guard parts.count == 2 else { return declaration.allSatisfy(\.isWhitespace) }
      let isPlain = parts[1].utf8.allSatisfy { byte in
        HTMLTag.isLetter(byte) || (0x30...0x39).contains(byte) || "#.%,-".utf8.contains(byte)
      }
      return isPlain && ["text-align", "width", "max-width", "height", "color", "vertical-align"].contains(parts[0])
    }
  }

  /// Whether an address may be followed or loaded.
  func allows(url: String, isImage: Bool) -> Bool {
    let clean = url.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7f }
    let text = String(String.UnicodeScalarView(clean)).lowercased()
    if LinkScheme.isRelative(text) { return true }
    if isImage, text.hasPrefix("data:") {
      return ["png", "jpeg", "jpg", "gif", "webp"].contains { text.hasPrefix("data:image/\($0);") }
    }
    return LinkScheme.allowed.contains { text.hasPrefix($0 + ":") }
  }
}

/// The schemes of links.
enum LinkScheme {
  /// The web's, and the kinds of entities: `component:payments-api` is a link between services.
  static let allowed = [
    "http", "https", "ftp", "mailto", "tel", "component", "api", "resource", "system", "domain", "group", "user",
    "template",
    "location",
  ]

  /// Whether no scheme stands before the first `/`, `?` or `#`.
  static func isRelative(_ text: String) -> Bool {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      default: continue
      }
    }
    return true
  }
}
