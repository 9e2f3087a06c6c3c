/// Checks that HTML holds nothing but what pages of untrusted sources may hold.
///
/// Written apart from the sanitizer on purpose: two hands must agree on what may pass. It reads one way of writing HTML
/// only (lower case, quoted values, no bare `<`), which every browser reads alike.
package struct SafeHTML {
  private static let elements: Set<String> = Set(
    """
    a abbr address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup data dd del \
    details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label \
    li main mark nav ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table \
    tbody td tfoot th thead time tr track tt u ul var video wbr
    """.split(separator: " ").map(String.init))
  private static let voids: Set<String> = ["br", "hr", "img", "input", "col", "source", "track", "wbr"]
  private static let optional: Set<String> = ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot"]
  private static let schemes: Set<String> = [
    "http", "https", "ftp", "mailto", "tel", "component", "api", "resource", "system", "domain", "group", "user",
    "template", "location",
  ]
  private static let frame: Set<String> = ["__drawer", "__search", "__content", "__status", "__toc", "__palette"]
  private static let addresses: Set<String> = ["href", "src", "poster", "cite", "srcset"]

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var faults: [String] = []
  /// The values of all `id`s and of `name` on `a`, as a browser reads them.
  private var anchors: [String] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What is wrong, and the anchors in document order.
  package static func check(_ html: [UInt8]) -> (faults: [String], anchors: [String]) {
    var reader = SafeHTML(html)
    reader.run()
    return (reader.faults, reader.anchors)
  }

  private mutating func run() {
    while index < bytes.count, faults.count < 10 {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        tag()
      } else {
        character()
        index += 1
      }
    }
    let unclosed = open.filter { !Self.optional.contains($0) }
    if !unclosed.isEmpty { fault("not closed: \(unclosed)") }
  }

  private mutating func fault(_ what: String) { faults.append("\(what) at \(index)") }

  /// Text, of a value too, has no control characters, and no numbers of any.
  private mutating func character() {
    let byte = bytes[index], next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let isC1 = byte == 0xc2 && (0x80...0x9f).contains(next)
    if byte < 0x20 && byte != 0x0a && byte != 0x09 || byte == 0x7f || isC1 { fault("control character \(byte)") }
    guard byte == UInt8(ascii: "&"), next == UInt8(ascii: "#") else { return }
    let isHex = bytes[index...].dropFirst(2).first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = bytes[index...].dropFirst(isHex ? 3 : 2).prefix { byte in
      (0x30...0x39).contains(byte) || isHex && (0x61...0x66).contains(byte | 0x20)
    }
    guard !digits.isEmpty else { return }
    let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10) ?? .max
    let isGood = number == 0x0a || number == 0x09 || (0x20...0x7e).contains(number) || number >= 0xa0
    if !isGood || Unicode.Scalar(number) == nil { fault("a reference to \(number)") }
  }

  private mutating func tag() {
    index += 1
    let isEnd = take("/")
    let name = word { ($0 >= 0x61 && $0 <= 0x7a) || ($0 >= 0x30 && $0 <= 0x39) }
    if !Self.elements.contains(name) { fault("element '\(name)'") }
    var names: Set<String> = []
    while !isEnd, take(" ") { attribute(of: name, &names) }
    if !take(">") { fault("a tag '\(name)' that does not end") }
    if name == "a", names.contains("target"), !names.contains("rel") { fault("target without rel") }
    if isEnd { close(name) } else if !Self.voids.contains(name) { open.append(name) }
    if open.count > 200 { fault("nested too deeply") }
  }

  private mutating func close(_ name: String) {
    while let last = open.last, last != name, Self.optional.contains(last) { open.removeLast() }
    if open.popLast() != name { fault("end tag '\(name)' out of place") }
  }

  private mutating func attribute(of element: String, _ names: inout Set<String>) {
    let name = word { $0 > 0x20 && !"\"'<>=/".utf8.contains($0) }
    guard take("="), take("\"") else { return fault("attribute '\(name)' without a quoted value") }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      character()
      index += 1
    }
    let raw = Array(bytes[start..<index])
    if !take("\"") { fault("a value of '\(name)' that does not end") }
    if raw.contains(UInt8(ascii: "<")) || raw.contains(UInt8(ascii: ">")) { fault("'<' in '\(name)'") }
    if !names.insert(name).inserted { fault("'\(name)' twice") }
    let value = Self.decoded(raw)
    check(name, value, of: element)
    if name == "id" || name == "name" && element == "a" { anchors.append(value) }
  }

  private mutating func check(_ name: String, _ value: String, of element: String) {
    if name.hasPrefix("on") || ["srcdoc", "ping", "formaction", "action", "is", "slot", "xmlns"].contains(name) {
      fault("attribute '\(name)'")
    }
    if Self.addresses.contains(name), !Self.isHarmless(value, isMedia: name != "href" && name != "cite") {
      fault("address '\(value)'")
    }
    if name == "style", value.lowercased().contains("position") || value.contains("url") || value.contains("\\") {
      fault("style '\(value)'")
    }
    if name == "id", Self.frame.contains(value.lowercased()) { fault("id '\(value)'") }
    if element == "input", name == "type", !["checkbox", "radio"].contains(value.lowercased()) {
      fault("input '\(value)'")
    }
  }

  /// Source: URL, "URL parsing".
  private static func isHarmless(_ address: String, isMedia: Bool) -> Bool {
    let text = String(String.UnicodeScalarView(address.unicodeScalars.filter { $0.value > 0x20 })).lowercased()
    guard let colon = text.firstIndex(of: ":") else { return true }
    let scheme = text[..<colon]
    if scheme.contains("/") || scheme.contains("?") || scheme.contains("#") { return true }
    if isMedia {
      return scheme == "http" || scheme == "https" || text.hasPrefix("data:image/") && !text.contains("svg")
    }
    return schemes.contains(String(scheme))
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, isPart(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// The references that are written here; any other ampersand would be a fault of the writer.
  package static func decoded(_ raw: [UInt8]) -> String {
    var bytes: [UInt8] = [], rest = raw[...]
    while let first = rest.first {
      // By bytes: with a combining mark behind it, a reference's end is another character.
      let found = references.first { rest.starts(with: $0.written.utf8) }
      bytes.append(found?.meant ?? first)
      rest = rest.dropFirst(found?.written.utf8.count ?? 1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let references: [(written: String, meant: UInt8)] = [
    ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&quot;", UInt8(ascii: "\"")),
    ("&amp;", UInt8(ascii: "&")),
  ]
}
