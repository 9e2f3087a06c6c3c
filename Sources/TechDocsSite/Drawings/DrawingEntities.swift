import TechDocsModel

/// The text entities that an SVG file declares for itself, as some drawing programs do for namespaces.
///
/// Only entities of plain text count; what would load a file or hold others stands for nothing.
struct DrawingEntities {
  private var values: [String: [UInt8]] = [:]

  private static let limit = 200

  var isEmpty: Bool { values.isEmpty }

  /// Reads the declarations between the brackets of a DOCTYPE.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ subset: Range<Int>) {
    let declarations = String(decoding: text[subset], as: UTF8.self)
    for mark in declarations.ranges(of: "<!ENTITY").prefix(Self.limit) {
      let declaration = declarations[mark.upperBound...].prefix(4_096)
      let body = declaration.drop { $0.isWhitespace }
      let name = body.prefix { !$0.isWhitespace }
      let rest = body.dropFirst(name.count).drop { $0.isWhitespace }
      guard let quote = rest.first, quote == "\"" || quote == "'",
        let end = rest.dropFirst().firstIndex(of: quote), values[String(name)] == nil
      else { continue }
      let value = rest[rest.index(after: rest.startIndex)..<end]
      guard !value.utf8.contains(where: { "<&%".utf8.contains($0) }) else { continue }
      values[String(name)] = Self.quoted(value)
    }
  }

  private static func quoted(_ value: Substring) -> [UInt8] {
    Array(value.replacingASCII(["\"": "&quot;", "'": "&apos;", ">": "&gt;"]).utf8)
  }

  /// Writes a text with its own entities in full; those that nothing declares are left out.
  func expand(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into out: inout [UInt8]) {
    var from = range.lowerBound
    while let mark = text[from..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      out += text[from..<mark]
      let reach = mark..<min(mark + 64, range.upperBound)
      guard let end = text[reach].firstIndex(of: UInt8(ascii: ";")) else {
        out += Array("&amp;".utf8)
        from = mark + 1
        continue
      }
      let name = String(decoding: text[(mark + 1)..<end], as: UTF8.self)
      let isXML = name.hasPrefix("#") || ["lt", "gt", "amp", "quot", "apos"].contains(name)
      out += isXML ? Array(text[mark...end]) : values[name] ?? []
      from = end + 1
    }
    out += text[from..<range.upperBound]
  }

  /// A text as a browser reads it.
  func decoded(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    guard text[range].contains(UInt8(ascii: "&")) else { return String(decoding: text[range], as: UTF8.self) }
    var expanded: [UInt8] = []
    expand(text, range, into: &expanded)
    var result = "", rest = String(decoding: expanded, as: UTF8.self)[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if let end = rest.prefix(16).firstIndex(of: ";") {
        result += Self.character(rest[..<end])
        rest = rest[rest.index(after: end)...]
      }
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
      let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10)
      return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }
}

/// Whether a file is written so that its bytes can be read for what they are.
enum DrawingEncoding {
  private static let known: Set<String> = ["utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252"]

  /// Why a file cannot be checked; nil when it can. In all encodings that are taken, markup is ASCII.
  static func refusal(of text: UnsafeBufferPointer<UInt8>) -> String? {
    guard !text.contains(0), !text.starts(with: [0xfe, 0xff]), !text.starts(with: [0xff, 0xfe]) else {
      return "it is not written in UTF-8"
    }
    let head = String(decoding: text.prefix(200), as: UTF8.self)
    guard let declaration = head.split(separator: "?>").first, declaration.contains("<?xml"),
      let mark = declaration.firstRange(of: "encoding")
    else { return nil }
    let value = declaration[mark.upperBound...].drop { $0 == "=" || $0.isWhitespace || $0 == "\"" || $0 == "'" }
    let name = value.prefix { $0 != "\"" && $0 != "'" }.lowercased()
    return known.contains(name) ? nil : "it is not written in UTF-8"
  }
}
