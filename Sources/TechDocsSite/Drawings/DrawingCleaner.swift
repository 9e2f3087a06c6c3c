import TechDocsModel

/// Takes out of an SVG file what would run, load or lead elsewhere, and leaves the drawing.
///
/// A browser that opens the file by its address runs its scripts on the site's own origin. Linear; whatever is not
/// well-formed or too large ends in a refusal.
struct DrawingCleaner {
  /// What became of a file.
  enum Outcome: Equatable {
    case clean
    /// The bytes that may be published, and the names of what was taken out, each once, in order.
    case cleaned([UInt8], removed: [String])
    /// Why the file cannot be published.
    case refused(String)
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var out: [UInt8] = []
  private var removed: [String] = []
  private var entities = DrawingEntities()
  /// Whether anything was left out at all; comments and declarations are no loss.
  private var isChanged = false
  /// The element that is being dropped with its content, and how many of its name are open.
  private var dropped: (name: String, depth: Int)?
  /// The text of the style element that is being read; nil outside of one.
  private var style: String?

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    out.reserveCapacity(text.count)
  }

  static func outcome(of bytes: [UInt8]) -> Outcome {
    bytes.withUnsafeBufferPointer { text in
      if let reason = DrawingEncoding.refusal(of: text) { return .refused(reason) }
      var cleaner = DrawingCleaner(text)
      return cleaner.run()
    }
  }

  private mutating func run() -> Outcome {
    var reader = XMLReader(text)
    while let piece = reader.next() {
      take(piece)
      if out.count > 2 * text.count + 65_536 { return .refused("its entities stand for too much text") }
    }
    guard !reader.isBroken else { return .refused("it is no well-formed XML") }
    guard isChanged else { return .clean }
    // Without what stood before it, a text may begin with the mark of another encoding.
    if let reason = out.withUnsafeBufferPointer(DrawingEncoding.refusal) { return .refused(reason) }
    return .cleaned(out, removed: removed)
  }

  private mutating func take(_ piece: XMLReader.Piece) {
    switch piece {
    case .comment: isChanged = true
    case .doctype(let subset):
      entities.read(text, subset)
      isChanged = true
    case .instruction(let range):
      // A byte order mark may stand before it.
      let isDeclaration = out.count <= 3 && text[range].starts(with: "xml ".utf8)
      if isDeclaration { out += Array("<?".utf8) + text[range] + Array("?>".utf8) } else { drop("<?") }
    case .text(let range): characters(range, isData: false)
    case .characterData(let range): characters(range, isData: true)
    case .tag(let tag): take(tag)
    }
  }

  private mutating func characters(_ range: Range<Int>, isData: Bool) {
    guard dropped == nil else { return }
    if style != nil {
      style? += isData ? String(decoding: text[range], as: UTF8.self) : entities.decoded(text, range)
    } else if isData {
      out += Array("<![CDATA[".utf8) + text[range] + Array("]]>".utf8)
    } else if entities.isEmpty {
      out += text[range]
    } else {
      entities.expand(text, range, into: &out)
    }
  }

  private mutating func take(_ tag: XMLTag) {
    let name = localName(tag.name)
    if let open = dropped {
      if name == open.name, !tag.isEmpty { dropped?.depth += tag.isEnd ? -1 : 1 }
      if dropped?.depth == 0 { dropped = nil }
      return
    }
    if tag.isEnd, name == "style" { endStyle() }
    guard DrawingPolicy.kept.contains(name), style == nil else { return leaveOut(name, tag) }
    if tag.isEnd {
      out += text[(tag.name.lowerBound - 2)..<tag.end]
    } else {
      startTag(name, tag)
    }
    if name == "style", !tag.isEnd, !tag.isEmpty { style = "" }
  }

  private mutating func leaveOut(_ name: String, _ tag: XMLTag) {
    let isHarmful = DrawingPolicy.opaque.contains(name) && name != "metadata"
    if isHarmful { drop("<\(name)>") } else { isChanged = true }
    if DrawingPolicy.opaque.contains(name), !tag.isEnd, !tag.isEmpty { dropped = (name, 1) }
  }

  private mutating func startTag(_ name: String, _ tag: XMLTag) {
    out.append(UInt8(ascii: "<"))
    out += text[tag.name]
    for attribute in tag.attributes {
      let local = localName(attribute.name)
      let isNamespace = text[attribute.name].starts(with: "xmlns".utf8)
      guard
        isNamespace || DrawingPolicy.isInert(local, text[attribute.value])
          || DrawingPolicy.allows(local, entities.decoded(text, attribute.value), on: name)
      else {
        drop("\(local)=… of <\(name)>")
        continue
      }
      out.append(UInt8(ascii: " "))
      out += text[attribute.name]
      let quote = text[attribute.value.upperBound]
      out += [UInt8(ascii: "="), quote]
      if entities.isEmpty { out += text[attribute.value] } else { entities.expand(text, attribute.value, into: &out) }
      out.append(quote)
    }
    out += Array(tag.isEmpty ? "/>".utf8 : ">".utf8)
  }

  /// A style sheet without what would end its character data. By bytes, for a mark may stand behind it.
  private static func withoutEnds(_ style: String) -> String {
    var bytes: [UInt8] = []
    for byte in style.utf8 where byte != UInt8(ascii: ">") || !bytes.suffix(2).elementsEqual("]]".utf8) {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the style sheet that was gathered, as character data.
  private mutating func endStyle() {
    guard let text = style else { return }
    style = nil
    let clean = StyleCleaner.cleaned(text).map(Self.withoutEnds)
    if clean != text { drop("<style>") }
    guard let clean, !clean.isEmpty else { return }
    let needsQuoting = clean.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    if needsQuoting { isChanged = true }
    out += Array((needsQuoting ? "<![CDATA[\(clean)]]>" : clean).utf8)
  }

  private mutating func drop(_ what: String) {
    isChanged = true
    if removed.count < 20, !removed.contains(what) { removed.append(what) }
  }

  private func localName(_ range: Range<Int>) -> String {
    let name = text[range]
    let start = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    return String(decoding: name[start...], as: UTF8.self)
  }
}
