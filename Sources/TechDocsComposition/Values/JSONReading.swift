/// Reads JSON into field values; depth is bounded, anything that is no JSON gives a failure.
package struct JSONReading {
  /// As deep as YAML is read.
  static let depthLimit = 64

  private let bytes: [UInt8]
  private var index = 0
  private let origin: Origin

  private init(_ bytes: [UInt8], origin: Origin) {
    self.bytes = bytes
    self.origin = origin
  }

  /// The value of a JSON text.
  package static func value(of text: String, origin: Origin = .none) throws(CompositionError) -> FieldNode {
    var reading = JSONReading(Array(text.utf8), origin: origin)
    let node = try reading.value(depth: 0)
    reading.skipSpace()
    guard reading.index == reading.bytes.count else { throw reading.fault("after top-level value") }
    return node
  }

  private func fault(_ place: String) -> CompositionError {
    guard index < bytes.count else { return CompositionError("unexpected end of JSON input") }
    let byte = bytes[index]
    let character = byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16)
    return CompositionError("invalid character '\(character)' \(place)")
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[index]) { index += 1 }
  }

  private mutating func value(depth: Int) throws(CompositionError) -> FieldNode {
    guard depth <= Self.depthLimit else { throw CompositionError("exceeded max depth") }
    skipSpace()
    guard index < bytes.count else { throw fault("") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try map(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return FieldNode(.string(try string()), origin)
    case UInt8(ascii: "t"): return FieldNode(try word("true", .bool(true)), origin)
    case UInt8(ascii: "f"): return FieldNode(try word("false", .bool(false)), origin)
    case UInt8(ascii: "n"): return FieldNode(try word("null", .null), origin)
    default: return FieldNode(try number(), origin)
    }
  }

  private mutating func word(_ word: String, _ value: FieldValue) throws(CompositionError) -> FieldValue {
    guard bytes[index...].starts(with: word.utf8) else { throw fault("looking for beginning of value") }
    index += word.utf8.count
    return value
  }

  private mutating func list(depth: Int) throws(CompositionError) -> FieldNode {
    index += 1
    var items: [FieldNode] = []
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return FieldNode(.list([]), origin)
    }
    while true {
      items.append(try value(depth: depth + 1))
      if try isEnd(UInt8(ascii: "]"), "after array element") { return FieldNode(.list(items), origin) }
    }
  }

  private mutating func map(depth: Int) throws(CompositionError) -> FieldNode {
    index += 1
    var entries: [Fields.Entry] = [], places: [String: Int] = [:]
    skipSpace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return FieldNode(.map(Fields()), origin)
    }
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw fault("looking for beginning of object key string")
      }
      let key = try string()
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw fault("after object key") }
      index += 1
      let node = try value(depth: depth + 1)
      if let place = places[key] {
        entries[place].node = node
      } else {
        places[key] = entries.count
        entries.append(Fields.Entry(key: key, node: node))
      }
      if try isEnd(UInt8(ascii: "}"), "after object key:value pair") {
        return FieldNode(.map(Fields(unique: entries)), origin)
      }
    }
  }

  private mutating func isEnd(_ end: UInt8, _ place: String) throws(CompositionError) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ",") || bytes[index] == end else { throw fault(place) }
    index += 1
    return bytes[index - 1] == end
  }

  /// An integer where it fits, else a float, as Kubernetes reads JSON numbers.
  private mutating func number() throws(CompositionError) -> FieldValue {
    let start = index
    while index < bytes.count, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let int = Int64(text), !text.hasPrefix("+") { return .int(int) }
    guard index > start, let double = Double(text), !text.hasPrefix("."), !text.hasPrefix("+") else {
      index = start
      throw fault("looking for beginning of value")
    }
    return .double(double)
  }

  private mutating func string() throws(CompositionError) -> String {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte < 0x20 {
        index -= 1
        throw fault("in string literal")
      }
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    throw fault("")
  }

  private mutating func escape(into text: inout [UInt8]) throws(CompositionError) {
    guard index < bytes.count else { throw fault("") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): text += Array(String(unicodeEscape()).utf8)
    default:
      index -= 1
      throw fault("in string escape code")
    }
  }

  /// The scalar of `\uXXXX`, or of a surrogate pair; U+FFFD for anything else.
  private mutating func unicodeEscape() -> UnicodeScalar {
    guard let high = hex() else { return "\u{fffd}" }
    guard high >= 0xd800, high < 0xdc00 else { return UnicodeScalar(high) ?? "\u{fffd}" }
    guard bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return "\u{fffd}" }
    let mark = index
    index += 2
    guard let low = hex(), low >= 0xdc00, low < 0xe000 else {
      index = mark
      return "\u{fffd}"
    }
    return UnicodeScalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00)) ?? "\u{fffd}"
  }

  private mutating func hex() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16), !digits.hasPrefix("+"), !digits.hasPrefix("-") else { return nil }
    index += 4
    return value
  }
}
