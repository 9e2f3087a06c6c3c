import CCMarkGFM
import TechDocsModel

/// A `[TOC]` alone in a paragraph becomes the list of the page's headings.
///
/// Source: Python-Markdown `toc`: each heading goes below the last one of a higher rank.
struct ContentsList {
  /// The offsets in the rendered HTML where lists go.
  private(set) var places: [Int] = []

  /// No page needs more; each costs as much as all headings.
  private static let limit = 10

  /// Notes the place of a paragraph that asks for a list; false for any other.
  mutating func take(_ paragraph: CNode, _ options: HeadingOptions, at offset: Int) -> Bool {
    guard !options.marker.isEmpty, places.count < Self.limit, HTMLRenderer.isText(paragraph, options.marker) else {
      return false
    }
    places.append(offset)
    return true
  }

  /// Puts the lists in.
  func insert(_ headings: [Heading], options: HeadingOptions, into html: inout HTMLBuffer) {
    guard !places.isEmpty else { return }
    let text = html.bytes
    html.clear()
    var from = 0
    for place in places {
      html.put(text[from..<place])
      put(headings.filter { options.levels.contains($0.level) }, options, into: &html)
      from = place
    }
    html.put(text[from...])
  }

  private func put(_ headings: [Heading], _ options: HeadingOptions, into html: inout HTMLBuffer) {
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
    html.put("</div>\n")
  }
}

extension HTMLRenderer {
  /// Whether a block holds nothing but this text.
  static func isText(_ block: CNode, _ text: String) -> Bool {
    var found: [UInt8] = [], node = block.pointee.first_child
    while let current = node {
      guard UInt32(current.pointee.type) == CMARK_NODE_TEXT.rawValue, found.count <= text.utf8.count else {
        return false
      }
      found += current.pointee.as.literal.bytes
      node = current.pointee.next
    }
    return found.elementsEqual(text.utf8)
  }
}
