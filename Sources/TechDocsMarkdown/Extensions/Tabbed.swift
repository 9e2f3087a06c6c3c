import CCMarkGFM
import TechDocsModel

/// `=== "Title"`: content tabs that work without a script.
///
/// Source: `pymdownx.tabbed` with `alternate_style`. Neighbours form a set; `===!` begins a new one, `===+` is shown
/// first.
struct Tabbed: BlockExtension {
  var names: [String] { syntax == .indented ? ["pymdownx.tabbed"] : ["pymdownx.blocks.tab"] }
  var summary: String {
    syntax == .indented
      ? "Content tabs: `=== \"Title\"` and an indented body"
      : "Content tabs: `/// tab | Title`, the body, `///`"
  }
  var syntax = BlockSyntax.indented
  var opener: UInt8 { syntax == .indented ? UInt8(ascii: "=") : UInt8(ascii: "/") }

  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader? {
    if syntax == .slashes { return FencedHeader.read(line, .tab) }
    guard line.count > 5, line[0] == opener, line[1] == opener, line[2] == opener else { return nil }
    var index = 3
    var header = BlockHeader(type: 0..<0)
    while index < line.count, line[index] == UInt8(ascii: "!") || line[index] == UInt8(ascii: "+") {
      if line[index] == UInt8(ascii: "!") { header.isFirst = true } else { header.isOpen = true }
      index += 1
    }
    CallOutHeader.skipSpaces(line, &index)
    guard let title = CallOutHeader.quoted(line, &index) else { return nil }
    CallOutHeader.skipSpaces(line, &index)
    guard CallOutHeader.isEnd(line, index) else { return nil }
    header.title = title
    return header
  }

  func begin(_ block: ContainerBlock, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer) {
    if isFirst(block.node, block.extension) {
      renderer.tabSets += 1
      beginSet(tabs(from: block.node, block.extension), renderer.tabSets, &renderer, into: &html)
    }
    html.put("<div class=\"tabbed-block\">\n")
  }

  func end(_ block: ContainerBlock, into html: inout HTMLBuffer) {
    let isLast = next(after: block.node, block.extension) == nil
    html.put(isLast ? "</div>\n</div>\n</div>\n" : "</div>\n")
  }

  /// The labels stand before all bodies.
  func beginTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) -> Bool { false }
  func endTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) {}

  private func beginSet(_ tabs: [CNode], _ set: Int, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer) {
    html.put("<div class=\"tabbed-set tabbed-alternate\" data-tabs=\"\(set):\(tabs.count)\">")
    let open = tabs.lastIndex { opening(of: $0.pointee.content.bytes)?.isOpen ?? false } ?? 0
    let ids = TabIDs(tabs, set, &renderer)
    for index in tabs.indices {
      html.put(index == open ? "<input checked=\"checked\" id=\"" : "<input id=\"")
      ids.put(index, &renderer, into: &html)
      html.put("\" name=\"__tabbed_\(set)\" type=\"radio\">")
    }
    html.put("<div class=\"tabbed-labels\">")
    for (index, tab) in tabs.enumerated() {
      html.put("<label for=\"")
      ids.put(index, &renderer, into: &html)
      html.put("\">")
      let start = html.count
      renderer.text.signs.removeAll()
      if let title = tab.pointee.first_child { renderer.renderInlines(of: title, into: &html) }
      ids.setTitle(html.withBytes { Array($0[start...]) }, from: start, of: index, &renderer)
      html.put("</label>")
    }
    html.put("</div>\n<div class=\"tabbed-content\">\n")
  }

  private func isFirst(_ node: CNode, _ extension: Int) -> Bool {
    guard let previous = node.pointee.prev, isTab(previous, `extension`) else { return true }
    return opening(of: node.pointee.content.bytes)?.isFirst ?? false
  }

  /// The neighbour that belongs to the same set.
  private func next(after node: CNode, _ extension: Int) -> CNode? {
    guard let next = node.pointee.next, isTab(next, `extension`), !isFirst(next, `extension`) else { return nil }
    return next
  }

  private func tabs(from node: CNode, _ extension: Int) -> [CNode] {
    var tabs = [node]
    while let last = tabs.last, let next = next(after: last, `extension`) { tabs.append(next) }
    return tabs
  }

  private func isTab(_ node: CNode, _ extension: Int) -> Bool {
    UInt32(node.pointee.type) == CMarkLibrary.shared.kinds.container
      && node.pointee.as.html_block_type == CInt(`extension`)
  }
}

/// The ids of the tabs of one set: numbers, or made from titles where the configuration asks for that.
private struct TabIDs {
  private let set: Int
  /// The number of the first tab among all whose ids are made from titles; nil for numbers.
  private let first: Int?

  init(_ tabs: [CNode], _ set: Int, _ renderer: inout HTMLRenderer) {
    self.set = set
    let heading = renderer.dialect.tabs.combinesHeading ? renderer.headingID(above: tabs[0]) : ""
    first = renderer.dialect.tabs.usesTitles ? renderer.deferred.addTabs(tabs.count, below: heading) : nil
  }

  func put(_ index: Int, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer) {
    guard let first else { return html.put("__tabbed_\(set)_\(index + 1)") }
    renderer.deferred.addID(ofTab: first + index, at: html.count)
  }

  func setTitle(_ title: [UInt8], from start: Int, of index: Int, _ renderer: inout HTMLRenderer) {
    guard let first else { return }
    let text = HeadingText.plain(title, without: renderer.text.signs, from: start)
    renderer.deferred.setTitle(text, ofTab: first + index)
  }
}

extension HTMLRenderer {
  /// The id of the last heading before a block, in the block's container or the next one that has any; empty for none.
  fileprivate func headingID(above block: CNode) -> String {
    var node = block, steps = 0
    while steps < 10_000 {
      steps += 1
      if let previous = node.pointee.prev {
        node = previous
        if let id = headingIDs[node] { return id }
      } else if let parent = node.pointee.parent {
        node = parent
      } else {
        break
      }
    }
    return ""
  }
}
