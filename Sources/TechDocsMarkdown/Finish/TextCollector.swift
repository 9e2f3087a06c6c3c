import TechDocsModel

/// The readable text of an article, section by section, gathered while its HTML is finished: no tags, no signs beside
/// headings, no line numbers, white space collapsed.
struct TextCollector {
  private(set) var text: [UInt8] = []
  private(set) var sections = [TextSection()]
  /// Set by an attribute of the element that is about to begin: its text, or its heading's section, is left out.
  var excludesNext = false
  /// The id of the element that is about to begin.
  var nextID = ""
  /// The depth at which the element stands whose text is left out; nil outside of one.
  private var skipDepth: Int?
  private var heading: (level: Int, depth: Int, isExcluded: Bool, start: Int)?
  /// Whether the section that is being read is left out.
  private var isExcluded = false

  /// Elements that stand inside a line of text.
  private static let inline = NameTable(
    "a abbr b bdi bdo code del em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr")

  /// Takes text as it stands in HTML.
  mutating func take(_ html: UnsafeBufferPointer<UInt8>) {
    guard skipDepth == nil, !isExcluded || heading != nil else { return }
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte <= 0x20 {
        space()
        index += 1
      } else if byte == UInt8(ascii: "&") {
        index = reference(html, index)
      } else {
        let start = index
        index = Self.endOfPlain(html, index)
        text.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<index]))
      }
    }
  }

  /// The end of a run of text that stays as it is.
  private static func endOfPlain(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < html.count {
      // Eight bytes, and the one after each of them.
      index = html.candidate(from: index, reach: 9) {
        let word = ByteWord(html, at: $0), next = ByteWord(html, at: $0 + 1)
        return word.below(0x20) | word.equal(to: UInt8(ascii: "&")) | word.equal(to: 0x20) & next.below(0x21)
      }
      guard index < html.count, isPlain(html, index) else { return index }
      index += 1
    }
    return index
  }

  /// Whether a byte goes on with a run of text that stays as it is: no reference, and white space only as one space
  /// between two words.
  @inline(__always)
  private static func isPlain(_ html: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard html[index] == 0x20 else { return html[index] > 0x20 && html[index] != UInt8(ascii: "&") }
    return index + 1 < html.count && html[index + 1] > 0x20
  }

  mutating func take(_ byte: UInt8) { withUnsafePointer(to: byte) { take(UnsafeBufferPointer(start: $0, count: 1)) } }

  /// An element begins; `depth` counts it unless nothing can stand in it.
  mutating func begin(_ tag: Slice<UnsafeBufferPointer<UInt8>>, _ name: ShortName?, depth: Int, isVoid: Bool) {
    defer { (excludesNext, nextID) = (false, "") }
    if !Self.isInline(name) { space() }
    guard skipDepth == nil, !isVoid else { return }
    guard heading == nil else {
      if excludesNext { skipDepth = depth }
      return
    }
    if let level = Self.headingLevel(tag) {
      heading = (level, depth, excludesNext, text.count)
      pendingID = nextID
    } else if excludesNext {
      skipDepth = depth
    }
  }

  /// Everything that stood deeper than `depth` has ended.
  mutating func end(_ name: ShortName?, depth: Int) {
    if !Self.isInline(name) { space() }
    endInline(depth: depth)
  }

  /// The same after an element inside a line of text.
  mutating func endInline(depth: Int) {
    if let skip = skipDepth, depth < skip { skipDepth = nil }
    if let open = heading, depth < open.depth { close(open.level, open.isExcluded, from: open.start) }
  }

  mutating func finish() {
    if let open = heading { close(open.level, open.isExcluded, from: open.start) }
    sections[sections.count - 1].text = sections[sections.count - 1].text.lowerBound..<text.count
  }

  private var pendingID = ""

  private static func isInline(_ name: ShortName?) -> Bool { name.map { inline[$0] != nil } ?? false }

  /// 1 to 6 for `h1` to `h6`; nil for anything else.
  private static func headingLevel(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard tag.count == 2, tag[tag.startIndex] | 0x20 == UInt8(ascii: "h"), let digit = tag.last else { return nil }
    return (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit) ? Int(digit) - 0x30 : nil
  }

  private mutating func space() {
    if let last = text.last, last != 0x20 { text.append(0x20) }
  }

  /// The heading's text moves from the page's text into the section that it begins.
  private mutating func close(_ level: Int, _ excluded: Bool, from start: Int) {
    heading = nil
    var title = text[min(start, text.count)...]
    while title.last == 0x20 { title.removeLast() }
    let words = String(decoding: title, as: UTF8.self)
    text.removeSubrange(start...)
    isExcluded = excluded
    if excluded { return }
    if level == 1, sections.count == 1, sections[0].heading.isEmpty {
      sections[0].heading = words
      sections[0].anchor = pendingID
      return
    }
    sections[sections.count - 1].text = sections[sections.count - 1].text.lowerBound..<start
    sections.append(TextSection(anchor: pendingID, heading: words, text: start..<start))
  }

  /// Decodes one character reference; the offset after it. A `&` that begins none is text.
  private mutating func reference(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let limit = min(start + 34, html.count)
    guard let end = html[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      text.append(html[start])
      return start + 1
    }
    let reference = UnsafeBufferPointer(rebasing: html[start...end])
    switch reference.count {
    case 4 where reference[1] == UInt8(ascii: "l"): text.append(UInt8(ascii: "<"))
    case 4 where reference[1] == UInt8(ascii: "g"): text.append(UInt8(ascii: ">"))
    case 5 where reference[1] == UInt8(ascii: "a"): text.append(UInt8(ascii: "&"))
    default:
      let decoded = CharacterReferences.decoded(reference)
      if decoded == "\u{a0}" { space() } else { text += decoded.utf8 }
    }
    return end + 1
  }
}

/// One part of a page's readable text.
package struct TextSection: Sendable, Hashable {
  /// The id of its heading; empty when it has none, and for what stands above the first heading.
  package var anchor = ""
  package var heading = ""
  /// Its place in `ParsedMarkdown.text`.
  package var text = 0..<0
}
