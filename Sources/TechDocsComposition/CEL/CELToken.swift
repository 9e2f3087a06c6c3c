/// A word of an expression.
enum CELToken: Hashable {
  case int(UInt64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case identifier(String)
  /// A name in backquotes, which may hold anything.
  case quotedName(String)
  case symbol(String)
  case end
}

/// Cuts an expression into words. O(bytes).
struct CELLexer {
  private let bytes: [UInt8]
  private var index = 0

  static func tokens(of text: String) throws(CompositionError) -> [CELToken] {
    var lexer = CELLexer(bytes: Array(text.utf8))
    var tokens: [CELToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens + [.end]
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

  private func fault(_ message: String) -> CompositionError {
    CompositionError("Syntax error at position \(index + 1): \(message)")
  }

  private mutating func next() throws(CompositionError) -> CELToken? {
    skipSpace()
    guard index < bytes.count else { return nil }
    let first = byte()
    if Self.isDigit(first) || first == UInt8(ascii: ".") && Self.isDigit(byte(1)) { return try number() }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return try string(isRaw: false, isBytes: false) }
    if let prefixed = try prefixedString() { return prefixed }
    if Self.isLetter(first) { return .identifier(word()) }
    if first == UInt8(ascii: "`") { return try quotedName() }
    return try symbol()
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") {
        while index < bytes.count, byte() != 0x0a { index += 1 }
      } else if [0x20, 0x09, 0x0a, 0x0c, 0x0d].contains(byte()) {
        index += 1
      } else {
        return
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
  }

  private mutating func word() -> String {
    let start = index
    while Self.isLetter(byte()) || Self.isDigit(byte()) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quotedName() throws(CompositionError) -> CELToken {
    guard let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "`")) else { throw fault("a '`' is not closed") }
    defer { index = end + 1 }
    return .quotedName(String(decoding: bytes[index + 1..<end], as: UTF8.self))
  }

  private mutating func symbol() throws(CompositionError) -> CELToken {
    for symbol in ["==", "!=", "<=", ">=", "&&", "||"] where bytes[index...].starts(with: symbol.utf8) {
      index += 2
      return .symbol(symbol)
    }
    let byte = byte()
    guard "+-*/%!<>()[]{}.,?:".utf8.contains(byte) else {
      throw fault("'\(String(decoding: [byte], as: UTF8.self))' does not belong here")
    }
    index += 1
    return .symbol(String(UnicodeScalar(byte)))
  }

  private mutating func number() throws(CompositionError) -> CELToken {
    let start = index
    if byte() == UInt8(ascii: "0"), byte(1) | 0x20 == UInt8(ascii: "x") {
      index += 2
      let digits = word()
      let isUnsigned = digits.hasSuffix("u") || digits.hasSuffix("U")
      guard let value = UInt64(isUnsigned ? String(digits.dropLast()) : digits, radix: 16) else {
        throw fault("no valid number")
      }
      return isUnsigned ? .uint(value) : .int(value)
    }
    var isDouble = false
    while Self.isDigit(byte()) { index += 1 }
    if byte() == UInt8(ascii: "."), Self.isDigit(byte(1)) {
      isDouble = true
      index += 1
      while Self.isDigit(byte()) { index += 1 }
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      isDouble = true
      index += byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 2 : 1
      while Self.isDigit(byte()) { index += 1 }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isDouble, let value = Double(text) { return .double(value) }
    guard !isDouble, let value = UInt64(text) else { throw fault("no valid number") }
    guard byte() | 0x20 == UInt8(ascii: "u") else { return .int(value) }
    index += 1
    return .uint(value)
  }

  /// `r'…'`, `b"…"` and both.
  private mutating func prefixedString() throws(CompositionError) -> CELToken? {
    let letters = (byte() | 0x20, byte(1) | 0x20)
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    let (r, b) = (UInt8(ascii: "r"), UInt8(ascii: "b"))
    if letters.0 == r || letters.0 == b, isQuote(byte(1)) {
      index += 1
      return try string(isRaw: letters.0 == r, isBytes: letters.0 == b)
    }
    guard letters == (r, b) || letters == (b, r), isQuote(byte(2)) else { return nil }
    index += 2
    return try string(isRaw: true, isBytes: true)
  }

  private mutating func string(isRaw: Bool, isBytes: Bool) throws(CompositionError) -> CELToken {
    let quote = byte()
    let isLong = byte(1) == quote && byte(2) == quote
    index += isLong ? 3 : 1
    let fence = [UInt8](repeating: quote, count: isLong ? 3 : 1)
    var content: [UInt8] = []
    while !bytes[min(index, bytes.count)...].starts(with: fence) {
      guard index < bytes.count, isLong || byte() != 0x0a else { throw fault("a text is not closed") }
      if byte() == UInt8(ascii: "\\"), !isRaw {
        content += try CELEscape.bytes(bytes, &index, isBytes: isBytes)
      } else {
        content.append(byte())
        index += 1
      }
    }
    index += fence.count
    return isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
  }
}

/// Escapes in texts of the language.
enum CELEscape {
  private static let plain: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11, UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27,
    UInt8(ascii: "\\"): 0x5c, UInt8(ascii: "?"): 0x3f, UInt8(ascii: "`"): 0x60,
  ]

  /// What the escape at `index` stands for; `index` moves past it.
  static func bytes(_ text: [UInt8], _ index: inout Int, isBytes: Bool) throws(CompositionError) -> [UInt8] {
    let fault = CompositionError("Syntax error at position \(index + 1): no valid escape")
    guard index + 1 < text.count else { throw fault }
    let letter = text[index + 1]
    if let byte = plain[letter] {
      index += 2
      return [byte]
    }
    let (digits, radix, skip): (Int, Int, Int)
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): (digits, radix, skip) = (2, 16, 2)
    case UInt8(ascii: "u"): (digits, radix, skip) = (4, 16, 2)
    case UInt8(ascii: "U"): (digits, radix, skip) = (8, 16, 2)
    case UInt8(ascii: "0")...UInt8(ascii: "3"): (digits, radix, skip) = (3, 8, 1)
    default: throw fault
    }
    let start = index + skip
    guard start + digits <= text.count,
      let value = UInt32(String(decoding: text[start..<start + digits], as: UTF8.self), radix: radix)
    else { throw fault }
    index = start + digits
    if isBytes, digits < 4 { return [UInt8(truncatingIfNeeded: value)] }
    guard let scalar = UnicodeScalar(value) else { throw fault }
    return Array(String(scalar).utf8)
  }
}
