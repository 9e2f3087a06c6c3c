import Foundation

/// HTML as lines that are equal when a reader could not tell the difference.
///
/// Left out: the order of attributes and classes, white space that a browser drops, character references, token spans
/// and line numbers of code, heading links, comments, scripts. A code block is its language, its file name and its text.
package struct NormalisedHTML {
  private var root = HTMLNode(tag: "root")

  /// `resolve` gives link targets a common form.
  package init(_ html: String, resolve: (String) -> String = { $0 }) {
    var open: [HTMLNode] = [root]
    for piece in HTMLPiece.pieces(of: html) {
      switch piece {
      case .text(let text): open.last?.append(text)
      case .start(let tag, var attributes):
        if tag == "tbody" { continue }
        for key in ["href", "src", "poster"] { attributes[key] = attributes[key].map(resolve) }
        let node = HTMLNode(tag: tag, attributes: attributes)
        open.last?.children.append(.node(node))
        if !HTMLPiece.void.contains(tag) { open.append(node) }
      case .end(let tag):
        if let index = open.lastIndex(where: { $0.tag == tag }), index > 0 { open.removeSubrange(index...) }
      }
    }
  }

  /// One line for each element with its attributes and for each text, indented by depth.
  package var lines: [String] {
    var writer = NormalisedHTMLWriter()
    writer.write(root, depth: 0)
    return writer.lines
  }
}

/// An element of the test's tree.
final class HTMLNode {
  enum Child {
    case node(HTMLNode)
    case text(String)
  }

  let tag: String
  var attributes: [String: String]
  var children: [Child] = []

  init(tag: String, attributes: [String: String] = [:]) {
    self.tag = tag
    self.attributes = attributes
  }

  var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

  /// All text inside, in order.
  var text: String {
    children.map { child in
      switch child {
      case .node(let node): node.text
      case .text(let text): text
      }
    }.joined()
  }

  /// This element and all below it, in document order.
  var all: [HTMLNode] {
    var nodes = [self]
    for case .node(let node) in children { nodes += node.all }
    return nodes
  }

  func append(_ text: String) {
    if case .text(let before)? = children.last {
      children[children.count - 1] = .text(before + text)
    } else {
      children.append(.text(text))
    }
  }
}
