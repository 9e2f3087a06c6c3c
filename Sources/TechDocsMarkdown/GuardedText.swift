import TechDocsModel

/// A page's Markdown as the C library may see it: snippets spliced in, no control bytes.
///
/// Control characters other than tab and newline become spaces; the renderer marks places with some of them
/// (`RendererMarks`), and no terminal or browser should meet any. Those of line ends and form feeds go without a trace.
struct GuardedText: ~Copyable {
  private var buffer: HTMLBuffer
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the lines of the text come from.
  let lines: LineMap

  init(
    _ source: SourceText, from body: Int, options: SnippetOptions,
    snippet: @escaping (String) -> Result<SourceText, ReadFailure>
  ) {
    buffer = HTMLBuffer(capacity: source.bytes.count - body + 1)
    let offset = source.bytes.prefix(body).count { $0 == UInt8(ascii: "\n") }
    guard source.bytes.withUnsafeBufferPointer({ options.isNeeded($0) }) else {
      lines = LineMap(offset: offset)
      source.bytes.withUnsafeBufferPointer { put(UnsafeBufferPointer(rebasing: $0[body...]), source.path) }
      tidyReferences(source.path)
      defuse(source.path)
      return
    }
    var pass = SnippetPass(options, read: snippet)
    pass.run(source, source.bytes[body...], firstLine: offset + 1)
    lines = LineMap(offset: offset, spliced: pass.lines)
    diagnostics = pass.diagnostics
    pass.out.withUnsafeBufferPointer { put($0, source.path) }
    tidyReferences(source.path)
    defuse(source.path)
  }

  /// Puts escapes in before what the library could not read in reasonable time.
  private mutating func defuse(_ path: SourcePath) {
    var inputGuard = InputGuard()
    buffer.withBytes { inputGuard.run($0) }
    if let cut = inputGuard.cut {
      diagnostics.append(
        .error(
          "input-guard", at: SourceRange(path, line: lines.line(cut.line)),
          "The page ends here: it has more parts (lines, links, marks) than memory is given to one page",
          help: "split it into smaller pages, or publish it as a file that the page links to"))
    }
    guard !inputGuard.insertions.isEmpty || inputGuard.cut != nil else { return }
    let text = buffer.bytes[..<(inputGuard.cut?.offset ?? buffer.count)]
    buffer.clear()
    var from = 0
    for insertion in inputGuard.insertions where insertion.offset < text.endIndex {
      buffer.put(text[from..<insertion.offset])
      buffer.put(insertion.byte)
      from = insertion.offset
    }
    buffer.put(text[from...])
    diagnostics += inputGuard.hits.map { hit in
      .warning(
        "input-guard", at: SourceRange(path, line: lines.line(hit.line)),
        "Some of this is shown as plain text: \(hit.what)",
        help: "split it into smaller parts, or publish it as a file that the page links to")
    }
  }

  /// Mends labels; most pages define none, and are looked at once.
  private mutating func tidyReferences(_ path: SourcePath) {
    guard buffer.withBytes({ SplitReferences.mayDefine($0) }) else { return }
    let spaces = buffer.withBytes { SpacedNotes($0).found }
    if !spaces.isEmpty {
      var text = buffer.bytes
      for space in spaces { text[space] = UInt8(ascii: "-") }
      buffer.clear()
      buffer.put(text[...])
    }
    joinReferences()
    let repeats = buffer.withBytes { RepeatedDefinitions($0).found }
    guard !repeats.isEmpty else { return }
    insert(repeats.map(\.offset), RendererMarks.repeated)
    for one in repeats where !one.isEqual && diagnostics.count < 1_000 {
      let label = String(decoding: one.label, as: UTF8.self)
      diagnostics.append(
        .warning(
          "repeated-label", at: SourceRange(path, line: lines.line(one.line)),
          "Label '\(label)' is defined again further down, and the last definition counts",
          help: "give one of the two another label",
          notes: [Diagnostic.Note("this one counts", at: SourceRange(path, line: lines.line(one.lastLine)))]))
    }
  }

  /// Puts a byte in at each of some offsets, which ascend.
  private mutating func insert(_ offsets: [Int], _ byte: UInt8) {
    let text = buffer.bytes
    buffer.clear()
    var from = 0
    for offset in offsets {
      buffer.put(text[from..<offset])
      buffer.put(byte)
      from = offset
    }
    buffer.put(text[from...])
  }

  private mutating func joinReferences() {
    guard buffer.withBytes({ SplitReferences.mayBe(in: $0) }) else { return }
    let found = buffer.withBytes { SplitReferences($0).found }
    guard !found.isEmpty else { return }
    let text = buffer.bytes
    buffer.clear()
    var from = 0
    for place in found where place.space.lowerBound >= from {
      buffer.put(text[from..<place.space.lowerBound])
      buffer.put(UInt8(ascii: "["))
      buffer.put(text[place.space])
      from = place.label.lowerBound + 1
    }
    buffer.put(text[from...])
  }

  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, _ path: SourcePath) {
    guard let base = bytes.baseAddress else { return }
    guard ControlCharacters.mayStand(in: bytes) else { return buffer.put(bytes) }
    var from = 0, first: Int?
    for index in ControlCharacters.places(in: bytes) {
      let length = Self.controlLength(bytes, at: index)
      guard length > 0 else { continue }
      buffer.put(UnsafeBufferPointer(start: base + from, count: index - from))
      from = index + length
      // Half a character before it does not become another one with what follows.
      let isParting = index > 0 && bytes[index - 1] == 0xc2
      guard isParting || bytes[index] != UInt8(ascii: "\r") && bytes[index] != 0x0c else { continue }
      // A link with one in its address is none, as in CommonMark, and words do not run together.
      buffer.put(UInt8(ascii: " "))
      first = first ?? index
    }
    buffer.put(UnsafeBufferPointer(start: base + from, count: bytes.count - from))
    guard let first else { return }
    let line = bytes[..<first].count { $0 == UInt8(ascii: "\n") } + 1
    let number = bytes[first] == 0xc2 ? bytes[first + 1] : bytes[first]
    diagnostics.append(
      .warning(
        "control-character", at: SourceRange(path, line: lines.line(line)),
        "The control character U+00\(number < 0x10 ? "0" : "")\(String(number, radix: 16, uppercase: true)) counts as a space",
        help: "remove it, and others that may follow"))
  }

  /// Whether a line may define an abbreviation.
  var hasAbbreviations: Bool { buffer.withBytes { $0.contains(run: "*[") } }

  /// Whether each `&name;` of the parsed text is one in the source too: nowhere is its ampersand written by name, by number or with a backslash.
  var hasEntities: Bool {
    buffer.withBytes { bytes in
      var isFound = false, start = 0
      while let index = bytes.offset(of: UInt8(ascii: "&"), from: start, to: bytes.count - 2) {
        start = index + 1
        guard let end = TextWriter.entity(bytes, at: index) else { continue }
        let name = bytes[(index + 1)..<end]
        let isAmpersand = ["amp;", "AMP;", "#38;", "#x26;", "#X26;"].contains { name.elementsEqual($0.utf8) }
        if isAmpersand, TextWriter.entity(bytes, at: end - 1) != nil { return false }
        if index > 0, bytes[index - 1] == UInt8(ascii: "\\") { return false }
        isFound = isFound || !isAmpersand
      }
      return isFound
    }
  }

  borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { buffer.withBytes(body) }

  /// How many bytes a control character takes, those of 128–159 two; 0 for the first byte of another.
  private static func controlLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard bytes[index] == 0xc2 else { return 1 }
    return index + 1 < bytes.count && (0x80...0x9f).contains(bytes[index + 1]) ? 2 : 0
  }
}

/// Lines of the parsed text to lines of the page's file.
struct LineMap: Sendable {
  /// Lines of the file before the Markdown.
  let offset: Int
  /// For each parsed line its line in the file; empty where nothing was spliced in.
  var spliced: [Int] = []

  /// The 1-based line in the file of a 1-based parsed line.
  func line(_ parsed: Int) -> Int {
    guard !spliced.isEmpty else { return max(1, parsed) + offset }
    return spliced[min(max(parsed, 1), spliced.count) - 1]
  }
}

/// Control bytes by which the renderer tells the finisher where something comes from. `GuardedText` keeps them out of
/// the input, so they cannot be forged.
enum RendererMarks {
  /// Before a link target: the decimal index of a Markdown link, up to `targetEnd`.
  static let target: UInt8 = 1
  static let targetEnd: UInt8 = 2
  /// Before raw HTML: its decimal 1-based line in the source, up to `lineEnd`.
  static let line: UInt8 = 3
  static let lineEnd: UInt8 = 4
  /// In place of an icon: its decimal number among the page's drawings, up to `iconEnd`.
  static let icon: UInt8 = 6
  static let iconEnd: UInt8 = 4
  /// In the label of a link definition that has no effect: nothing refers to it, and nothing of it is written.
  static let repeated: UInt8 = 7
  /// The highest of them.
  static let last = repeated
}
