import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  mutating func enterHeading(_ node: CNode, into html: inout HTMLBuffer) {
    let level = min(Int(node.pointee.as.heading.level) + headingOptions.baseLevel - 1, 6)
    node.pointee.as.heading.level = .init(level)
    let attributes = AttributeList.takeTrailing(of: node)
    let title = Self.plainText(of: node)
    let id: String
    if let given = attributes?.id {
      id = given
      slugs.take(given)
    } else {
      id = slugs.unique(headingOptions.slugify.slug(of: title, separator: headingOptions.separator))
    }
    let label = attributes?.others.first { $0.key == "data-toc-label" }?.value
    headings.append(Heading(level: level, id: id, title: label ?? title, range: range(of: node)))
    newLine(&html)
    html.put("<h")
    html.put(level)
    if var others = attributes {
      others.dropID()
      others.put(into: &html)
    }
    html.put(" id=\"")
    html.putEscaped(id)
    html.put("\">")
  }

  mutating func leaveHeading(_ node: CNode, into html: inout HTMLBuffer) {
    if headingOptions.hasPermalink, let heading = headings.last {
      html.put("<a class=\"headerlink\" href=\"#")
      html.putEscaped(heading.id)
      html.put("\" title=\"Permanent link\">&para;</a>")
    }
    html.put("</h")
    html.put(Int(node.pointee.as.heading.level))
    html.put(">\n")
  }

  /// The text of a node without markup, white space at the ends cut.
  static func plainText(of root: CNode) -> String {
    var text: [UInt8] = [], node = root
    walk: while true {
      switch UInt32(node.pointee.type) {
      case CMARK_NODE_TEXT.rawValue, CMARK_NODE_CODE.rawValue: text += node.pointee.as.literal.bytes
      case CMARK_NODE_SOFTBREAK.rawValue, CMARK_NODE_LINEBREAK.rawValue: text.append(UInt8(ascii: " "))
      default: break
      }
      if let child = node.pointee.first_child {
        node = child
        continue
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent { node = parent }
      guard node != root, let next = node.pointee.next else { break walk }
      node = next
    }
    let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
    let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
