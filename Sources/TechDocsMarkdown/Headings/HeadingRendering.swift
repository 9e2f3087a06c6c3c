import CCMarkGFM
import TechDocsModel

/// A heading whose text is being written: its tag follows when the text, and with it the anchor, is known.
struct OpenHeading {
  let start: Int
  var attributes: AttributeList
}

extension HTMLRenderer {
  mutating func enterHeading(_ node: CNode, into html: inout HTMLBuffer) {
    let level = min(Int(node.pointee.as.heading.level) + dialect.headings.baseLevel - 1, 6)
    node.pointee.as.heading.level = .init(level)
    newLine(&html)
    text.signs.removeAll()
    openHeading = OpenHeading(start: html.count, attributes: AttributeList.takeTrailing(of: node) ?? AttributeList())
    if !(openHeading?.attributes.isEmpty ?? true) { Self.dropClosingHashes(of: node) }
  }

  mutating func leaveHeading(_ node: CNode, into html: inout HTMLBuffer) {
    guard var attributes = openHeading?.attributes, let start = openHeading?.start else { return }
    openHeading = nil
    let content = html.withBytes { Array($0[start...]) }
    html.truncate(to: start)
    let title = HeadingText.plain(content, without: text.signs, from: start)
    let id = attributes.id ?? slugs.unique(dialect.headings.slug(of: title))
    let label = attributes.take("data-toc-label")
    let level = Int(node.pointee.as.heading.level)
    headings.append(Heading(level: level, id: id, title: label ?? title, range: range(of: node)))
    if dialect.tabs.combinesHeading { headingIDs[node] = id }
    html.put("<h")
    html.put(level)
    attributes.dropID()
    attributes.put(into: &html)
    html.put(" id=\"")
    html.putEscaped(id)
    html.put("\">")
    put(content, linkingTo: id, into: &html)
    html.put("</h")
    html.put(level)
    html.put(">\n")
  }

  /// The heading's text with the links to itself that the configuration asks for.
  private func put(_ content: [UInt8], linkingTo id: String, into html: inout HTMLBuffer) {
    if dialect.headings.permalinkLeads { permalink(to: id, into: &html) }
    if let name = dialect.headings.anchorlinkClass {
      html.put("<a class=\"")
      html.putEscaped(name)
      html.put("\" href=\"#")
      html.putEscaped(id)
      html.put("\">")
    }
    html.put(content)
    if dialect.headings.anchorlinkClass != nil { html.put("</a>") }
    if !dialect.headings.permalinkLeads { permalink(to: id, into: &html) }
  }

  private func permalink(to id: String, into html: inout HTMLBuffer) {
    guard let text = dialect.headings.permalink else { return }
    html.put("<a class=\"")
    html.putEscaped(dialect.headings.permalinkClass)
    html.put("\" href=\"#")
    html.putEscaped(id)
    if !dialect.headings.permalinkTitle.isEmpty {
      html.put("\" title=\"")
      html.putEscaped(dialect.headings.permalinkTitle)
    }
    html.put("\">")
    html.putEscaped(text)
    html.put("</a>")
  }

  /// In `## Title ## {#id}` the marks before the attributes close the heading.
  private static func dropClosingHashes(of node: CNode) {
    var step = node.pointee.last_child
    while let last = step, UInt32(last.pointee.type) == CMARK_NODE_TEXT.rawValue {
      let text = last.pointee.as.literal.bytes
      let isEmpty = text.isEmpty
      var end = text.count
      while end > 0, text[end - 1] == UInt8(ascii: "#") { end -= 1 }
      while end < text.count, end > 0, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
      last.pointee.as.literal.len = CInt(end)
      guard isEmpty else { return }
      step = last.pointee.prev
    }
  }
}

extension HeadingOptions {
  func slug(of title: String) -> String { slugify.slug(of: title, separator: separator) }
}

/// The text of a heading as Python-Markdown takes it: without tags and notes, references decoded.
enum HeadingText {
  /// `signs` are the places of emoji and icons, which leave no trace; `html` begins at the offset `start` of theirs.
  static func plain(_ html: [UInt8], without signs: [Range<Int>], from start: Int) -> String {
    var html = html
    for sign in signs.reversed() where sign.lowerBound >= start && sign.upperBound - start <= html.count {
      html.removeSubrange((sign.lowerBound - start)..<(sign.upperBound - start))
    }
    return html.withUnsafeBufferPointer { bytes in
      let text = withoutTags(bytes)
      return text.withUnsafeBufferPointer { CharacterReferences.decoded($0) }
    }
  }

  private static func withoutTags(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = [], index = 0
    while index < html.count {
      let byte = html[index]
      switch byte {
      case UInt8(ascii: "<"):
        index = endOfTag(html, at: index)
        continue
      case RendererMarks.line, RendererMarks.icon:
        index = (html[index...].firstIndex(of: RendererMarks.lineEnd) ?? html.count - 1) + 1
        continue
      case RendererMarks.targetEnd: break
      case MathMark.backslash: text.append(UInt8(ascii: "\\"))
      case 0x20, 0x09, 0x0a: if let last = text.last, last != 0x20 { text.append(0x20) }
      default: text.append(byte)
      }
      index += 1
    }
    while text.last == 0x20 { text.removeLast() }
    return text
  }

  /// The offset after a tag or a comment; after the whole element for a reference to a note.
  private static func endOfTag(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    func end(of close: StaticString, from: Int) -> Int {
      let count = close.utf8CodeUnitCount
      var index = from
      while index + count <= html.count {
        if html[index] == close.utf8Start[0], (0..<count).allSatisfy({ html[index + $0] == close.utf8Start[$0] }) {
          return index + count
        }
        index += 1
      }
      return html.count
    }
    let rest = html[start...]
    if rest.starts(with: "<!--".utf8) { return end(of: "-->", from: start) }
    if rest.starts(with: "<sup id=\"fnref".utf8) { return end(of: "</sup>", from: start) }
    return end(of: ">", from: start)
  }
}
