import CCMarkGFM
import TechDocsModel

/// The list of a page's headings that stands in the place of `[TOC]`.
///
/// Source: Python-Markdown `toc`: each heading goes below the last one of a higher rank.
struct ContentsList {
  private let headings: [Heading]
  private let options: HeadingOptions

  init(_ headings: [Heading], _ options: HeadingOptions) {
    self.headings = headings.filter { options.levels.contains($0.level) }
    self.options = options
  }

  func put(into html: inout HTMLBuffer) {
    html.put("<div class=\"")
    html.putEscaped(options.listClass)
    html.put("\">\n")
    if !options.title.isEmpty {
      html.put("<span class=\"")
      html.putEscaped(options.titleClass)
      html.put("\">")
      html.putEscaped(options.title)
      html.put("</span>\n")
    }
    putList(into: &html)
    html.put("</div>\n")
  }

  private func putList(into html: inout HTMLBuffer) {
    // An empty list is what Python-Markdown shows for a page without headings.
    if headings.isEmpty { html.put("<ul></ul>\n") }
    var open: [Int] = []
    for heading in headings {
      let closed = open.reversed().prefix { $0 >= heading.level }.count
      open.removeLast(closed)
      if closed == 0 { html.put("<ul>\n") } else { html.put("</li>\n") }
      for _ in 1..<max(closed, 1) { html.put("</ul>\n</li>\n") }
      open.append(heading.level)
      html.put("<li><a href=\"#")
      html.putEscaped(heading.id)
      html.put("\">")
      html.putEscaped(heading.title)
      html.put("</a>")
    }
    for _ in open { html.put("</li>\n</ul>\n") }
  }
}

extension HTMLRenderer {
  /// Notes the place of a list of contents where a paragraph asks for one; false for any other paragraph.
  mutating func takeContents(_ paragraph: CNode, at offset: Int) -> Bool {
    guard !dialect.headings.marker.isEmpty, Self.isText(paragraph, dialect.headings.marker) else { return false }
    return deferred.addContents(at: offset)
  }

  /// Whether a block holds nothing but this text.
  static func isText(_ block: CNode, _ text: String) -> Bool {
    var rest = text.utf8[...], node = block.pointee.first_child
    while let current = node {
      guard UInt32(current.pointee.type) == CMARK_NODE_TEXT.rawValue else { return false }
      let literal = current.pointee.as.literal.bytes
      guard rest.starts(with: literal) else { return false }
      rest = rest.dropFirst(literal.count)
      node = current.pointee.next
    }
    return rest.isEmpty
  }
}
