/// Functions and methods of the language: the standard ones, and those for texts that policies use.
enum CELFunctions {
  /// Calls a function; a method's target stands first among the values.
  static func call(_ name: String, isMethod: Bool, _ values: [CELValue]) throws(CompositionError) -> CELValue {
    switch (name, values.count) {
    case ("size", 1):
      guard let size = values[0].size else { throw CELOperations.noOverload }
      return .int(Int64(size))
    case ("dyn", 1) where !isMethod: return values[0]
    case ("type", 1) where !isMethod: return .type(values[0].typeName)
    case ("int", 1) where !isMethod: return try CELConversions.int(values[0])
    case ("uint", 1) where !isMethod: return try CELConversions.uint(values[0])
    case ("double", 1) where !isMethod: return try CELConversions.double(values[0])
    case ("string", 1) where !isMethod: return try CELConversions.string(values[0])
    case ("bytes", 1) where !isMethod: return try CELConversions.bytes(values[0])
    case ("bool", 1) where !isMethod: return try CELConversions.bool(values[0])
    case ("matches", 2): return try matches(values)
    default: break
    }
    guard isMethod, let target = values.first else { throw undeclared(name) }
    if case .string(let text) = target { return try CELTextMethods.call(name, on: text, Array(values.dropFirst())) }
    if name == "join", let elements = target.elements { return try joined(elements, values) }
    throw undeclared(name)
  }

  static func undeclared(_ name: String) -> CompositionError { CompositionError("undeclared reference to '\(name)'") }

  private static func matches(_ values: [CELValue]) throws(CompositionError) -> CELValue {
    guard case .string(let text) = values[0], case .string(let pattern) = values[1] else {
      throw CELOperations.noOverload
    }
    return .bool(try RE2Pattern(pattern).matches(text))
  }

  private static func joined(_ elements: [CELValue], _ values: [CELValue]) throws(CompositionError) -> CELValue {
    var separator = ""
    if values.count == 2, case .string(let text) = values[1] { separator = text }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else { throw CELOperations.noOverload }
      texts.append(text)
    }
    return .string(texts.joined(separator: separator))
  }
}

/// Methods of texts; places are counted in characters (Unicode scalars).
enum CELTextMethods {
  static func call(_ name: String, on text: String, _ arguments: [CELValue]) throws(CompositionError) -> CELValue {
    let texts = arguments.compactMap { argument -> String? in
      if case .string(let text) = argument { return text }
      return nil
    }
    if arguments.count == 1, texts.count == 1, let answer = test(name, text, texts[0]) { return .bool(answer) }
    switch (name, arguments.count) {
    case ("lowerAscii", 0): return .string(ascii(text, upper: false))
    case ("upperAscii", 0): return .string(ascii(text, upper: true))
    case ("trim", 0): return .string(trimmed(text))
    case ("reverse", 0): return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
    case ("replace", 2) where texts.count == 2: return try replaced(text, texts[0], texts[1])
    case ("split", 1) where texts.count == 1: return .list(split(text, texts[0]).map { .string($0) })
    case ("substring", 1...2), ("charAt", 1): return try part(name, of: text, arguments)
    case ("indexOf", 1) where texts.count == 1: return .int(Int64(place(of: texts[0], in: text)))
    default: throw CELFunctions.undeclared(name)
    }
  }

  private static func test(_ name: String, _ text: String, _ other: String) -> Bool? {
    switch name {
    case "startsWith": text.utf8.starts(with: other.utf8)
    case "endsWith": text.utf8.suffix(other.utf8.count).elementsEqual(other.utf8)
    case "contains": other.isEmpty || contains(Array(text.utf8), Array(other.utf8))
    default: nil
    }
  }

  private static func contains(_ text: [UInt8], _ other: [UInt8]) -> Bool {
    guard other.count <= text.count else { return false }
    return (0...(text.count - other.count)).contains { text[$0] == other[0] && text[$0...].starts(with: other) }
  }

  private static func ascii(_ text: String, upper: Bool) -> String {
    let range = upper ? UInt8(ascii: "a")...UInt8(ascii: "z") : UInt8(ascii: "A")...UInt8(ascii: "Z")
    return String(decoding: text.utf8.map { range.contains($0) ? $0 ^ 0x20 : $0 }, as: UTF8.self)
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (scalar: UnicodeScalar) in scalar.properties.isWhitespace }
    let start = text.unicodeScalars.drop(while: isSpace)
    guard let end = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(start[...end])
  }

  private static func replaced(_ text: String, _ old: String, _ new: String) throws(CompositionError) -> CELValue {
    guard !old.isEmpty else { throw CELOperations.noOverload }
    guard text.utf8.count / old.utf8.count * new.utf8.count <= Budget.textLimit else {
      throw CompositionError("a text grows too long")
    }
    return .string(split(text, old).joined(separator: new))
  }

  /// By bytes, so that no combination of characters hides a match.
  private static func split(_ text: String, _ separator: String) -> [String] {
    guard !separator.isEmpty else { return text.unicodeScalars.map { String($0) } }
    let mark = Array(separator.utf8)
    var parts: [String] = [], part: [UInt8] = [], rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == mark[0], rest.starts(with: mark) {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
        rest = rest.dropFirst(mark.count)
      } else {
        part.append(byte)
        rest = rest.dropFirst()
      }
    }
    return parts + [String(decoding: part, as: UTF8.self)]
  }

  private static func place(of other: String, in text: String) -> Int {
    let scalars = Array(text.unicodeScalars), wanted = Array(other.unicodeScalars)
    guard wanted.count <= scalars.count else { return -1 }
    return (0...(scalars.count - wanted.count)).first { scalars[$0...].starts(with: wanted) } ?? -1
  }

  private static func part(
    _ name: String, of text: String, _ arguments: [CELValue]
  ) throws(CompositionError) -> CELValue {
    let scalars = Array(text.unicodeScalars)
    var places: [Int] = []
    for argument in arguments {
      guard case .int(let int) = argument else { throw CELOperations.noOverload }
      guard int >= 0, int <= Int64(scalars.count) else { throw CompositionError("index out of range: \(int)") }
      places.append(Int(int))
    }
    let end = name == "charAt" ? min(places[0] + 1, scalars.count) : places.count == 2 ? places[1] : scalars.count
    guard places[0] <= end else { throw CompositionError("invalid substring range") }
    return .string(String(String.UnicodeScalarView(scalars[places[0]..<end])))
  }
}
