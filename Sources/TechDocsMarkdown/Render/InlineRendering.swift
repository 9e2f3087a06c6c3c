import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  mutating func enterInline(_ node: CNode, _ type: UInt32, into html: inout HTMLBuffer) -> Bool {
    switch type {
    case CMARK_NODE_TEXT.rawValue:
      text.line = Int(node.pointee.start_line)
      if text.smarty != nil { text.isInLines = (isJoinedLine(node.pointee.prev), isJoinedLine(node.pointee.next)) }
      text.put(node.pointee.as.literal.bytes, of: node, into: &html)
    case CMARK_NODE_SOFTBREAK.rawValue:
      lineEnd(node, into: &html)
    case CMARK_NODE_LINEBREAK.rawValue: html.put("<br>\n")
    case CMARK_NODE_CODE.rawValue: inlineCode(node, into: &html)
    case CMARK_NODE_HTML_INLINE.rawValue where MathMark.isMath(node): math(node, into: &html)
    case CMARK_NODE_HTML_INLINE.rawValue:
      markLine(Int(node.pointee.start_line), into: &html)
      html.put(node.pointee.as.literal.bytes)
    case CMARK_NODE_EMPH.rawValue, CMARK_NODE_STRONG.rawValue: emphasis(node, type, isEnd: false, into: &html)
    case kinds.mark: enterMark(node, into: &html)
    case CMARK_NODE_LINK.rawValue:
      if shortenedLink(node, into: &html) { return false }
      if isPartOfAddress(node) {
        isShortened = true
        return true
      }
      enterLink(node, into: &html)
      text.linkDepth += 1
    case CMARK_NODE_IMAGE.rawValue: enterImage(node, into: &html)
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: footnoteReference(node, into: &html)
    default: break
    }
    return true
  }

  mutating func leaveInline(_ node: CNode, _ type: UInt32, into html: inout HTMLBuffer) {
    if type == CMARK_NODE_IMAGE.rawValue { return leaveImage(node, into: &html) }
    guard imageDepth == 0 else { return }
    switch type {
    case CMARK_NODE_EMPH.rawValue, CMARK_NODE_STRONG.rawValue: emphasis(node, type, isEnd: true, into: &html)
    case kinds.mark: leaveMark(node, into: &html)
    case CMARK_NODE_LINK.rawValue:
      text.isAtomic = false
      if isShortened { return isShortened = false }
      text.linkDepth -= 1
      html.put("</a>")
    default: break
    }
  }

  /// Each line above a definition is a term of its own; elsewhere lines flow, unless `nl2br` keeps them apart.
  private func lineEnd(_ node: CNode, into html: inout HTMLBuffer) {
    if node.pointee.parent.map(DefinitionBuilder.isTerm) ?? false { return html.put("</dt>\n<dt>") }
    html.put(dialect.keepsLines ? "<br>\n" : "\n")
  }

  private func isJoinedLine(_ neighbour: CNode?) -> Bool {
    !dialect.keepsLines && neighbour.map { UInt32($0.pointee.type) == CMARK_NODE_SOFTBREAK.rawValue } ?? false
  }

  private func enterMark(_ node: CNode, into html: inout HTMLBuffer) {
    guard let kind = MarkKind(rawValue: Int(node.pointee.internal_offset)) else { return }
    if dialect.marksOff.contains(kind) { return html.put(kind.marks) }
    // `{==a==}` is an editor's mark: its braces go.
    guard kind == .mark, html.withBytes({ $0.last }) == UInt8(ascii: "{"), let next = node.pointee.next,
      UInt32(next.pointee.type) == CMARK_NODE_TEXT.rawValue, next.pointee.as.literal.bytes.first == UInt8(ascii: "}")
    else { return openTag(kind.openTag, node, into: &html) }
    html.truncate(to: html.count - 1)
    AttributeList.dropFirst(1, of: next)
    // Once carried out, a highlight is text like any other.
    if dialect.critic != .view {
      node.pointee.internal_offset = MathMark.inline - 1
    } else {
      html.put("<mark class=\"critic\">")
    }
  }

  private func leaveMark(_ node: CNode, into html: inout HTMLBuffer) {
    guard let kind = MarkKind(rawValue: Int(node.pointee.internal_offset)) else { return }
    html.put(dialect.marksOff.contains(kind) ? kind.marks : kind.closeTag)
  }

  /// `*` and `_` inside a word are text, and of three marks the outer two are strong.
  ///
  /// Source: `pymdownx.betterem` with `smart_enable: all`. Only ASCII letters and digits count as part of a word, so
  /// that emphasis works in scripts that put no spaces between words.
  private func emphasis(_ node: CNode, _ type: UInt32, isEnd: Bool, into html: inout HTMLBuffer) {
    var isStrong = type == CMARK_NODE_STRONG.rawValue
    // Asked once: what follows may lose its attributes meanwhile, and the end must fit the beginning.
    if !isEnd, dialect.hasSmartAsterisks, Self.touchesWord(node) { node.pointee.internal_offset = Self.plainMark }
    if node.pointee.internal_offset == Self.plainMark { return html.put(isStrong ? "**" : "*") }
    if Self.isThreefold(node) || node.pointee.parent.map(Self.isThreefold) ?? false { isStrong.toggle() }
    if isEnd { return html.put(isStrong ? "</strong>" : "</em>") }
    openTag(isStrong ? "<strong" : "<em", node, into: &html)
  }

  /// What `internal_offset` of emphasis says that is shown as it is written.
  private static let plainMark: CInt = 1

  /// Emphasis that holds nothing but strong emphasis, by three equal marks: `_**a**_` is as it is written.
  private static func isThreefold(_ node: CNode) -> Bool {
    guard UInt32(node.pointee.type) == CMARK_NODE_EMPH.rawValue, let child = node.pointee.first_child,
      child == node.pointee.last_child, UInt32(child.pointee.type) == CMARK_NODE_STRONG.rawValue
    else { return false }
    return !hasOtherMarks(before: child.pointee.first_child)
  }

  /// Whether the three bytes before a text in its block's source differ; false where the text is no part of it.
  private static func hasOtherMarks(before text: CNode?) -> Bool {
    guard let text, let marks = InlineSource.bytes(3, before: text), marks.count == 3 else { return false }
    return marks.last != marks.first
  }

  static func touchesWord(_ node: CNode) -> Bool {
    func isWord(_ neighbour: CNode?, _ byte: (UnsafeBufferPointer<UInt8>) -> UInt8?) -> Bool {
      guard let neighbour, UInt32(neighbour.pointee.type) == CMARK_NODE_TEXT.rawValue,
        let byte = byte(neighbour.pointee.as.literal.bytes)
      else { return false }
      return HTMLTag.isLetter(byte) || (0x30...0x39).contains(byte)
    }
    return isWord(node.pointee.prev) { $0.last } || isWord(node.pointee.next) { $0.first }
  }

  /// A tag with the attributes that follow its element in braces.
  func openTag(_ tag: StaticString, _ node: CNode, into html: inout HTMLBuffer) {
    html.put(tag)
    AttributeList.takeFollowing(node)?.put(into: &html)
    html.put(">")
  }

  private mutating func enterLink(_ node: CNode, into html: inout HTMLBuffer) {
    text.isAtomic = Self.isBareAddress(node)
    if text.isAtomic { AddressEnd.trim(node) }
    html.put("<a href=\"")
    putTarget(node, into: &html)
    putTitle(node.pointee.as.link.title.bytes, into: &html)
    html.put("\"")
    AttributeList.takeFollowing(node)?.put(into: &html)
    html.put(">")
  }

  /// Whether a link shows nothing but its target.
  private static func isBareAddress(_ link: CNode) -> Bool {
    guard let child = link.pointee.first_child, child == link.pointee.last_child,
      UInt32(child.pointee.type) == CMARK_NODE_TEXT.rawValue
    else { return false }
    let shown = child.pointee.as.literal.bytes, target = link.pointee.as.link.url.bytes
    return shown.count > 0 && shown.count <= target.count && target.count - shown.count <= 7
      && target[(target.count - shown.count)...].elementsEqual(shown)
  }

  /// Whether a bare mail address is the end of an address of another kind, as in `ssh://git@example.com/a.git`.
  private func isPartOfAddress(_ node: CNode) -> Bool {
    guard Self.isBareAddress(node), node.pointee.as.link.url.bytes.starts(with: "mailto:".utf8),
      let before = node.pointee.prev, UInt32(before.pointee.type) == CMARK_NODE_TEXT.rawValue
    else { return false }
    return before.pointee.as.literal.bytes.suffix(3).elementsEqual("://".utf8)
  }

  /// Writes a bare address of a code host in few words, where the configuration asks for that.
  private mutating func shortenedLink(_ node: CNode, into html: inout HTMLBuffer) -> Bool {
    isShortened = false
    guard let links = text.magicLinks, let child = node.pointee.first_child, child == node.pointee.last_child,
      UInt32(child.pointee.type) == CMARK_NODE_TEXT.rawValue,
      child.pointee.as.literal.bytes.elementsEqual(node.pointee.as.link.url.bytes)
    else { return false }
    isShortened = links.putShortened(String(decoding: child.pointee.as.literal.bytes, as: UTF8.self), into: &html)
    return isShortened
  }

  private mutating func enterImage(_ node: CNode, into html: inout HTMLBuffer) {
    html.put("<img src=\"")
    putTarget(node, into: &html)
    html.put("\" alt=\"")
    imageDepth += 1
  }

  private mutating func leaveImage(_ node: CNode, into html: inout HTMLBuffer) {
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    putTitle(node.pointee.as.link.title.bytes, into: &html)
    html.put("\"")
    AttributeList.takeFollowing(node)?.put(into: &html)
    html.put(">")
  }

  /// The target behind the mark that says which link of the page it is.
  private mutating func putTarget(_ node: CNode, into html: inout HTMLBuffer) {
    html.put(RendererMarks.target)
    html.put(linkLines.count)
    html.put(RendererMarks.targetEnd)
    html.putEscaped(node.pointee.as.link.url.bytes)
    linkLines.append(lines.line(Int(node.pointee.end_line)))
  }

  private func putTitle(_ title: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    guard title.count > 0 else { return }
    html.put("\" title=\"")
    html.putEscaped(title)
  }

  /// Inside an image only text counts.
  mutating func enterAlternativeText(_ node: CNode, _ type: UInt32, into html: inout HTMLBuffer) -> Bool {
    switch type {
    case CMARK_NODE_TEXT.rawValue, CMARK_NODE_CODE.rawValue, CMARK_NODE_HTML_INLINE.rawValue:
      html.putEscaped(node.pointee.as.literal.bytes)
    case CMARK_NODE_SOFTBREAK.rawValue, CMARK_NODE_LINEBREAK.rawValue: html.put(" ")
    case CMARK_NODE_IMAGE.rawValue: imageDepth += 1
    default: break
    }
    return true
  }
}
