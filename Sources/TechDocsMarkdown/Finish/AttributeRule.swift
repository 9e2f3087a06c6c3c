/// An attribute that a page of an untrusted source may have: on which elements, and what it may say.
///
/// At most 64, so that those which a tag has had fit into one machine word.
struct AttributeRule: Sendable {
  let name: String
  let value: SanitizerPolicy.Value
  /// Separated by spaces; `*` for all.
  let elements: String

  init(_ names: String, _ value: SanitizerPolicy.Value = .text, on elements: String = "*") {
    name = names
    self.value = value
    self.elements = elements
  }

  private static let media = "img audio video source track"
  private static let cells = "table thead tbody tfoot tr td th col colgroup caption"

  static let all: [AttributeRule] = [
    AttributeRule("class"), AttributeRule("id", .identifier), AttributeRule("title"), AttributeRule("lang"),
    AttributeRule("dir"), AttributeRule("role"), AttributeRule("tabindex"), AttributeRule("hidden"),
    AttributeRule("style", .style), AttributeRule("align"), AttributeRule("markdown"),
    AttributeRule("clear", on: "br"), AttributeRule("nowrap", on: "td th"),
    AttributeRule("href", .link, on: "a"), AttributeRule("target", .target, on: "a"),
    AttributeRule("rel", .relation, on: "a"), AttributeRule("download", on: "a"), AttributeRule("hreflang", on: "a"),
    AttributeRule("name", .name, on: "a input details"),
    AttributeRule("src", .media, on: media), AttributeRule("poster", .media, on: "video"),
    AttributeRule("srcset", .sourceSet, on: "img source"), AttributeRule("sizes", on: "img source"),
    AttributeRule("media", on: "source"), AttributeRule("alt", on: "img"),
    AttributeRule("width", on: "\(media) \(cells) hr pre"), AttributeRule("height", on: "\(media) \(cells)"),
    AttributeRule("loading", on: "img"), AttributeRule("decoding", on: "img"),
    AttributeRule("hspace", on: "img"), AttributeRule("vspace", on: "img"),
    AttributeRule("border", on: "img table"), AttributeRule("controls", on: "audio video"),
    AttributeRule("loop", on: "audio video"), AttributeRule("muted", on: "audio video"),
    AttributeRule("autoplay", on: "video"), AttributeRule("preload", on: "audio video"),
    AttributeRule("playsinline", on: "video"), AttributeRule("kind", on: "track"),
    AttributeRule("srclang", on: "track"), AttributeRule("label", on: "track"), AttributeRule("default", on: "track"),
    AttributeRule("type", .inputType, on: "input ol ul li source"), AttributeRule("value", on: "input li data"),
    AttributeRule("checked", on: "input"), AttributeRule("disabled", on: "input"), AttributeRule("for", on: "label"),
    AttributeRule("start", on: "ol"), AttributeRule("reversed", on: "ol"), AttributeRule("compact", on: "ol ul dl"),
    AttributeRule("open", on: "details"), AttributeRule("cite", .link, on: "blockquote q del ins"),
    AttributeRule("datetime", on: "time del ins"), AttributeRule("valign", on: cells),
    AttributeRule("bgcolor", on: cells), AttributeRule("colspan", on: "td th"), AttributeRule("rowspan", on: "td th"),
    AttributeRule("scope", on: "th td"), AttributeRule("headers", on: "td th"), AttributeRule("abbr", on: "th td"),
    AttributeRule("cellpadding", on: "table"), AttributeRule("cellspacing", on: "table"),
    AttributeRule("span", on: "col colgroup"), AttributeRule("color", on: "font"),
  ]
}
