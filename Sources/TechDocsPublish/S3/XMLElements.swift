internal import TechDocsModel

/// The text elements of a store's XML answer, in order: which path of names, which text.
///
/// Reads what S3-style servers write: elements, text, the five entities and character references, CDATA; comments,
/// declarations and attributes are skipped. Linear, and of bounded depth.
struct XMLElements {
  struct Element {
    /// The names from the root, joined by `/`, as in `ListBucketResult/Contents/Key`.
    let path: String
    let text: String
  }

  private static let deepest = 32

  /// Nil for what does not end as it began: an answer that was cut, or no XML at all.
  static func elements(in bytes: [UInt8]) -> [Element]? {
    var elements: [Element] = [], open: [String] = [], text: [UInt8] = [], index = 0, isRootSeen = false
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      guard let end = endOfMarkup(bytes, from: index) else { return nil }
      let inside = bytes[(index + 1)..<(end - 1)]
      if inside.first == UInt8(ascii: "!"), inside.starts(with: "![CDATA[".utf8) {
        text += inside.dropFirst(8).dropLast(2).flatMap { $0 == UInt8(ascii: "&") ? Array("&amp;".utf8) : [$0] }
      } else if inside.first == UInt8(ascii: "/") {
        guard open.last == name(inside.dropFirst()) else { return nil }
        elements.append(Element(path: open.joined(separator: "/"), text: unescaped(text)))
        open.removeLast()
        text = []
      } else if inside.first != UInt8(ascii: "?"), inside.first != UInt8(ascii: "!") {
        isRootSeen = true
        open.append(name(inside))
        guard open.count <= deepest else { return nil }
        text = []
        if inside.last == UInt8(ascii: "/") {
          elements.append(Element(path: open.joined(separator: "/"), text: ""))
          open.removeLast()
        }
      }
      index = end
    }
    return open.isEmpty && isRootSeen ? elements : nil
  }

  private static func name(_ inside: ArraySlice<UInt8>) -> String {
    let name = inside.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") && $0 > 0x20 }
    // A prefix of a namespace says nothing here.
    return String(String(decoding: name, as: UTF8.self).split(separator: ":").last ?? "")
  }

  /// The index behind the `>` that ends the markup at `start`.
  private static func endOfMarkup(_ bytes: [UInt8], from start: Int) -> Int? {
    let rest = bytes[start...]
    if rest.starts(with: "<!--".utf8) { return end(of: "-->", in: bytes, from: start + 4) }
    if rest.starts(with: "<![CDATA[".utf8) { return end(of: "]]>", in: bytes, from: start + 9) }
    return rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return nil
  }

  private static let entities: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"),
  ]

  private static func unescaped(_ text: [UInt8]) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
    var plain: [UInt8] = [], index = 0
    while index < text.count {
      let window = text[index..<min(index + 12, text.count)]
      guard text[index] == UInt8(ascii: "&"), let end = window.firstIndex(of: UInt8(ascii: ";")) else {
        plain.append(text[index])
        index += 1
        continue
      }
      plain += character(String(decoding: text[(index + 1)..<end], as: UTF8.self)) ?? Array(text[index...end])
      index = end + 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func character(_ name: String) -> [UInt8]? {
    if let byte = entities[name] { return [byte] }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) }
  }
}
