import TechDocsModel

/// One word of GraphQL SDL or of a protobuf file.
struct DefinitionToken {
  enum Kind {
    case name, number, string, punctuation
  }

  let kind: Kind
  /// Without quotes.
  let text: String
  /// 1-based.
  let line: Int
  /// The comment lines right above or beside it, without their marks; nil without any.
  var comment: String?
}

/// Cuts a definition into words; linear in its bytes, whatever they are.
struct DefinitionScanner {
  /// What differs between the two languages.
  struct Style {
    /// `#` in GraphQL, `//` in protobuf.
    let comment: String
    /// Whether `"""` opens a text of several lines, and commas mean nothing.
    let isGraphQL: Bool
  }

  private let bytes: [UInt8]
  private let style: Style
  private var index = 0
  private var line = 1
  private var comment: (text: String, line: Int)?
  private(set) var tokens: [DefinitionToken] = []

  static func tokens(_ source: SourceText, _ style: Style) -> [DefinitionToken] {
    var scanner = DefinitionScanner(bytes: source.bytes, style: style)
    scanner.scan()
    return scanner.tokens
  }

  private init(bytes: [UInt8], style: Style) {
    self.bytes = bytes
    self.style = style
  }

  private mutating func scan() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        line += 1
        index += 1
      } else if byte <= 0x20 || byte == UInt8(ascii: ",") && style.isGraphQL {
        index += 1
      } else if starts(with: style.comment) {
        scanComment()
      } else if !style.isGraphQL, starts(with: "/*") {
        scanBlockComment()
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") && !style.isGraphQL {
        scanString(byte)
      } else if Self.isWord(byte) {
        scanWord()
      } else {
        add(.punctuation, index..<index + 1)
        index += 1
      }
    }
  }

  private func starts(with text: String) -> Bool {
    bytes.count - index >= text.utf8.count && bytes[index..<index + text.utf8.count].elementsEqual(text.utf8)
  }

  private mutating func scanComment() {
    let start = index + style.comment.utf8.count
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    note(String(decoding: bytes[min(start, end)..<end], as: UTF8.self), from: line)
    index = end
  }

  private mutating func scanBlockComment() {
    let start = index + 2, first = line
    var end = start
    while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "*") && bytes[end + 1] == UInt8(ascii: "/")) {
      if bytes[end] == UInt8(ascii: "\n") { line += 1 }
      end += 1
    }
    let text = String(decoding: bytes[min(start, bytes.count)..<min(end, bytes.count)], as: UTF8.self)
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      note(String(part.drop { $0 == " " || $0 == "*" || $0 == "\t" }), from: first)
    }
    index = min(end + 2, bytes.count)
  }

  /// Comment lines that follow each other are one text.
  private mutating func note(_ text: String, from first: Int) {
    let text = String(text.drop { $0 == " " }.reversed().drop { $0 == "\r" || $0 == " " }.reversed())
    if let last = tokens.last, last.line == first, comment == nil, last.comment == nil {
      tokens[tokens.count - 1].comment = text
    } else if comment.map({ $0.line + 1 >= first }) == true {
      comment?.text += "\n" + text
      comment?.line = line
    } else {
      comment = (text, line)
    }
  }

  private mutating func scanString(_ quote: UInt8) {
    let first = line
    if style.isGraphQL, starts(with: "\"\"\"") {
      index += 3
      let start = index
      while index < bytes.count, !starts(with: "\"\"\"") {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
      }
      add(.string, start..<index, line: first)
      index = min(index + 3, bytes.count)
      return
    }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: "\n") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index, bytes.count)
    add(.string, start..<index, line: first)
    index = min(index + 1, bytes.count)
  }

  private mutating func scanWord() {
    let start = index
    while index < bytes.count, Self.isWord(bytes[index]) || !style.isGraphQL && bytes[index] == UInt8(ascii: ".") {
      index += 1
    }
    add((UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]) ? .number : .name, start..<index)
  }

  private mutating func add(_ kind: DefinitionToken.Kind, _ range: Range<Int>, line at: Int? = nil) {
    let own = comment.map { $0.line + 1 >= line } == true ? comment?.text : nil
    comment = nil
    tokens.append(
      DefinitionToken(
        kind: kind, text: String(decoding: bytes[range], as: UTF8.self), line: at ?? line, comment: own))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

/// A place in a list of words, with what is wrong so far.
struct DefinitionCursor {
  private let tokens: [DefinitionToken]
  private let path: SourcePath
  private var index = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ tokens: [DefinitionToken], path: SourcePath) {
    self.tokens = tokens
    self.path = path
  }

  /// The word at hand; nil at the end.
  var current: DefinitionToken? { index < tokens.count ? tokens[index] : nil }

  mutating func advance() { index += 1 }

  /// Takes the word at hand.
  mutating func next() -> DefinitionToken? {
    let token = current
    advance()
    return token
  }

  func isAt(_ text: String) -> Bool { current.map { $0.text == text && $0.kind != .string } ?? false }

  mutating func take(_ text: String) -> Bool {
    guard isAt(text) else { return false }
    advance()
    return true
  }

  mutating func name() -> String? {
    guard let token = current, token.kind == .name else { return nil }
    advance()
    return token.text
  }

  /// Skips to after the bracket that closes the one at hand.
  mutating func skipBrackets(_ open: String, _ close: String) {
    var depth = 0
    while let token = next() {
      if token.kind == .string { continue }
      if token.text == open { depth += 1 }
      if token.text == close { depth -= 1 }
      if depth <= 0 { return }
    }
  }

  /// Reports the word at hand; only a few faults of one definition are worth telling.
  mutating func complain(_ message: String, help: String? = nil) {
    guard diagnostics.count < 10 else { return }
    let line = current?.line ?? tokens.last?.line ?? 1
    diagnostics.append(.error(APIDefinition.rule, at: SourceRange(path, line: line), message, help: help))
  }
}
