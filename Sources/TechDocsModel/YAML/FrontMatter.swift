/// The YAML block at the start of a Markdown file, between `---` and `---` or `...`.
///
/// A block that is no valid YAML, or no mapping, stays content, with a warning: real sites have them, and MkDocs
/// builds those pages. MkDocs also takes a first line such as `Note: text` for metadata and drops it from the page;
/// here it stays content, because authors mean it as text.
package struct FrontMatter: Sendable {
  /// The mapping; nil when there is none.
  package let fields: YAMLNode?
  /// The offset of the first byte of content.
  package let body: Int
  package let diagnostics: [Diagnostic]

  package init(of source: SourceText) {
    let start = Self.afterByteOrderMark(source.bytes)
    guard let block = Self.block(in: source.bytes, from: start) else {
      self.init(fields: nil, body: start, diagnostics: [])
      return
    }
    let parsed = YAMLDocument.parse(block.yaml, of: source)
    if let node = parsed.value, node.mapping != nil {
      // Keys that stand twice: the page keeps the rest.
      let remarks = parsed.diagnostics.map { remark in
        var remark = remark
        remark.severity = min(remark.severity, .warning)
        return remark
      }
      self.init(fields: node, body: block.body, diagnostics: remarks)
    } else if parsed.diagnostics.isEmpty, parsed.value?.isNull ?? true {
      self.init(fields: nil, body: block.body, diagnostics: [])
    } else {
      self.init(fields: nil, body: start, diagnostics: [Self.warning(parsed, in: source)])
    }
  }

  private init(fields: YAMLNode?, body: Int, diagnostics: [Diagnostic]) {
    self.fields = fields
    self.body = body
    self.diagnostics = diagnostics
  }

  private static func warning(_ parsed: Diagnosed<YAMLNode?>, in source: SourceText) -> Diagnostic {
    let fault = parsed.diagnostics.first
    // What was made to exhaust the reader is no slip of the pen.
    if let fault, fault.rule == "yaml-limit" { return fault }
    let reason = fault.map { ": " + $0.message } ?? ", which would be lines of `key: value`"
    return .warning(
      "front-matter", at: fault?.range ?? SourceRange(source.path, line: 1),
      "This block between '---' lines is no front matter and stays part of the page\(reason)",
      help: "mend the YAML, or put an empty line before the first '---'")
  }

  private static func afterByteOrderMark(_ bytes: [UInt8]) -> Int { bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0 }

  /// The bytes between the fences and the first byte after them.
  private static func block(in bytes: [UInt8], from start: Int) -> (yaml: Range<Int>, body: Int)? {
    guard let first = line(in: bytes, from: start), isFence(bytes[first.text], orDots: false) else { return nil }
    var next = first.end
    while let current = line(in: bytes, from: next) {
      if isFence(bytes[current.text], orDots: true) { return (first.end..<next, current.end) }
      next = current.end
    }
    return nil
  }

  private static func line(in bytes: [UInt8], from start: Int) -> (text: Range<Int>, end: Int)? {
    guard start < bytes.count else { return nil }
    let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    return (start..<(newline ?? bytes.count), newline.map { $0 + 1 } ?? bytes.count)
  }

  /// Three dashes (or, at the end, dots) and nothing but white space after them.
  private static func isFence(_ line: ArraySlice<UInt8>, orDots: Bool) -> Bool {
    guard line.count >= 3, let mark = line.first, mark == UInt8(ascii: "-") || orDots && mark == UInt8(ascii: ".")
    else {
      return false
    }
    let isWhite = { (byte: UInt8) in
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
    return line.prefix(3).allSatisfy { $0 == mark } && line.dropFirst(3).allSatisfy(isWhite)
  }
}
