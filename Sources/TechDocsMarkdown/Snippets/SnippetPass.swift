import TechDocsModel

/// Replaces snippet lines by the files that they name, before the text is parsed.
///
/// Files come from the page's own repository only; nothing is fetched. Depth, growth and the number of files are capped:
/// at the first cap that is hit the page's snippets end, with one diagnostic.
struct SnippetPass {
  private let read: (String) -> Result<SourceText, ReadFailure>
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var out: [UInt8] = []
  /// For each line of `out`, the 1-based line of the page that it stands for.
  private(set) var lines: [Int] = []
  private var open: [SourcePath] = []
  /// Whether a file of the block that is being read has been spliced in: files of a block stand apart.
  private var hasFile = false

  /// Whether a cap was hit; snippet lines after it are dropped.
  private var isExhausted = false
  /// Bytes that were read for this page, with a charge for each file, so that empty ones are not free.
  private var cost = 0
  /// The page's own bytes and what may come to them.
  private var room = growthLimit

  static let depthLimit = 16
  static let growthLimit = 8 << 20
  private static let costOfFile = 256

  private let options: SnippetOptions

  init(_ options: SnippetOptions, read: @escaping (String) -> Result<SourceText, ReadFailure>) {
    self.options = options
    self.read = read
  }

  /// Whether a text has a mark at all; most have none and are not touched.
  static func isNeeded(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.contains(run: "8<-") }

  /// Splices `body` of the page; `firstLine` is its 1-based line in the file.
  mutating func run(_ source: SourceText, _ body: ArraySlice<UInt8>, firstLine: Int) {
    open = [source.path]
    room = body.count + Self.growthLimit
    splice(body, indent: [], in: source, line: firstLine, counts: true)
    let last = lines.last ?? firstLine
    for name in options.appended {
      emit([], last)
      include(name, [], source, last, offset: 0)
    }
  }

  /// The depth limit bounds the recursion. `counts` says whether lines are the page's own.
  private mutating func splice(
    _ text: ArraySlice<UInt8>, indent: ArraySlice<UInt8>, in source: SourceText, line first: Int, counts: Bool
  ) {
    var line = first, block: ArraySlice<UInt8>?, start = text.startIndex
    while start < text.endIndex {
      let end =
        text[start...].withUnsafeBufferPointer { $0.offset(of: 0x0a) }.map { start + $0 } ?? text.endIndex
      let piece = text[start..<end]
      start = end + 1
      let own = counts ? line : first
      if block == nil, let after = includeTag(text, piece, indent, source, own) {
        line += text[piece.startIndex..<after].count { $0 == 0x0a }
        start = after
        continue
      }
      if let blockIndent = block {
        block = blockLine(piece, blockIndent, source, own)
      } else {
        let mark = SnippetLine(piece)
        switch mark?.kind {
        case .inline(let name): include(name, indent + (mark?.indent ?? []), source, own, offset: mark?.offset ?? 0)
        case .fence:
          block = indent + (mark?.indent ?? [])
          hasFile = false
        case .escaped: emit(indent + Self.unescaped(piece), own)
        case nil: emit(indent.isEmpty ? piece : indent + piece, own)
        }
      }
      line += 1
    }
  }

  /// A line inside a block: a file's name, or the block's end.
  private mutating func blockLine(
    _ piece: ArraySlice<UInt8>, _ indent: ArraySlice<UInt8>, _ source: SourceText, _ line: Int
  ) -> ArraySlice<UInt8>? {
    if case .fence = SnippetLine(piece)?.kind { return nil }
    let name = SnippetLine.trimmed(piece)
    if !name.isEmpty, name.first != UInt8(ascii: ";") {
      if hasFile { emit([], line) }
      include(String(decoding: name, as: UTF8.self), indent, source, line, offset: name.startIndex - piece.startIndex)
      hasFile = true
    }
    return indent
  }

  private mutating func emit(_ text: ArraySlice<UInt8>, _ line: Int) {
    // Indentation grows with each level, and every line of a file gets it.
    guard out.count + text.count < room else {
      return exhaust(SourceRange(open[0], line: line), "'\(open.last?.name ?? "")'")
    }
    out += text
    out.append(0x0a)
    lines.append(line)
  }

  private static func unescaped(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let mark = line.firstIndex(of: UInt8(ascii: ";")) else { return line }
    return line[..<mark] + line[(mark + 1)...]
  }

  private mutating func include(
    _ name: String, _ indent: ArraySlice<UInt8>, _ source: SourceText, _ line: Int, offset: Int
  ) {
    let place = SourceRange(
      open[0], line: line, column: open.count == 1 ? offset + 1 : 1, length: open.count == 1 ? name.utf8.count : 0)
    let reference = SnippetReference(name)
    guard !reference.isRemote else {
      return refuse(
        place, "'\(name)' is an address; a build fetches nothing", help: "copy the text into the repository")
    }
    guard !isExhausted else { return }
    guard open.count <= Self.depthLimit, cost < Self.growthLimit else { return exhaust(place, "'\(name)'") }
    guard let file = file(reference, place) else { return }
    cost += file.bytes.count + Self.costOfFile
    guard !open.contains(file.path) else { return refuse(place, "Snippet '\(reference.path)' includes itself") }
    guard let part = reference.part(of: file.bytes) else {
      return report(place, "Snippet '\(reference.path)' has no section '\(reference.section ?? "")'")
    }
    open.append(file.path)
    splice(part, indent: indent, in: file, line: line, counts: false)
    open.removeLast()
  }

  private mutating func file(_ reference: SnippetReference, _ place: SourceRange) -> SourceText? {
    switch reference.isForeign ? .failure(.outside) : readFromBases(reference.path) {
    case .success(let file): return file
    case .failure(.missing):
      report(
        place, "Snippet '\(reference.path)' is not in this repository", help: "paths begin at the repository's folder")
    case .failure(.outside):
      refuse(
        place, "Snippet '\(reference.path)' lies outside this repository or its 'base_path'",
        help: "name a file by its path from the repository's folder, without '..'")
    case .failure(.notAFile): refuse(place, "Snippet '\(reference.path)' is no regular file")
    case .failure(.tooLarge(let limit)):
      refuse(place, "Snippet '\(reference.path)' is larger than \(limit >> 20) MB")
    case .failure(.unreadable(let reason)):
      report(place, "Snippet '\(reference.path)' cannot be read: \(reason)")
    }
    return nil
  }

  /// The file below the first base that has it.
  ///
  /// A path may not climb out of its base; names are compared whole, so `docs_old` does not lie below `docs`.
  private func readFromBases(_ path: String) -> Result<SourceText, ReadFailure> {
    var failure = ReadFailure.missing
    for base in options.bases {
      guard let found = RelativePath.resolving(path, from: base), RelativePath.tail(of: found, below: base) != nil
      else {
        failure = .outside
        continue
      }
      switch read(RelativePath.joining(base, path)) {
      case .success(let file): return .success(file)
      case .failure(.missing): continue
      case .failure(let other): failure = other
      }
    }
    return .failure(failure)
  }

  /// Splices in what a tag on a line of its own names; the offset after the tag's last line, nil for other lines.
  private mutating func includeTag(
    _ text: ArraySlice<UInt8>, _ piece: ArraySlice<UInt8>, _ indent: ArraySlice<UInt8>, _ source: SourceText,
    _ line: Int
  ) -> Int? {
    guard options.includesTags, let first = piece.firstIndex(where: { $0 > 0x20 }),
      let tag = IncludeTag(text, at: first)
    else { return nil }
    let end = text[tag.endOffset...].firstIndex(of: 0x0a) ?? text.endIndex
    guard text[tag.endOffset..<end].allSatisfy({ $0 <= 0x20 }) else { return nil }
    include(tag, indent + piece[piece.startIndex..<first], source, line)
    return min(end + 1, text.endIndex)
  }

  private mutating func include(
    _ tag: IncludeTag, _ indent: ArraySlice<UInt8>, _ source: SourceText, _ line: Int
  ) {
    let place = SourceRange(open[0], line: line), folder = RelativePath.folder(of: source.path.path)
    guard !isExhausted else { return }
    guard open.count <= Self.depthLimit, cost < Self.growthLimit else { return exhaust(place, "'\(tag.path)'") }
    guard let path = RelativePath.resolving(tag.path, from: folder) else {
      return refuse(place, "'\(tag.path)' lies outside this repository", help: "copy the file into the repository")
    }
    guard let file = file(SnippetReference(path), place) else { return }
    cost += file.bytes.count + Self.costOfFile
    guard !open.contains(file.path) else { return refuse(place, "'\(tag.path)' includes itself") }
    guard let part = tag.part(of: file.bytes, in: RelativePath.folder(of: file.path.path), for: folder) else {
      return report(place, "'\(tag.path)' has no such 'start' or 'end'")
    }
    open.append(file.path)
    splice(part[...], indent: indent, in: file, line: line, counts: false)
    open.removeLast()
  }

  private mutating func exhaust(_ place: SourceRange, _ name: String) {
    guard !isExhausted else { return }
    isExhausted = true
    refuse(
      place, "\(name) is not spliced in: snippets nest deeper than \(Self.depthLimit) files or grow past 8 MB",
      help: "name fewer or smaller files in one page")
  }

  private mutating func refuse(_ place: SourceRange, _ message: String, help: String? = nil) {
    guard diagnostics.count < Limits.findingsOfPage else { return }
    diagnostics.append(.error("refused-snippet", at: place, message, help: help))
  }

  private mutating func report(_ place: SourceRange, _ message: String, help: String? = nil) {
    guard diagnostics.count < Limits.findingsOfPage else { return }
    diagnostics.append(.error("missing-snippet", at: place, message, help: help))
  }
}
