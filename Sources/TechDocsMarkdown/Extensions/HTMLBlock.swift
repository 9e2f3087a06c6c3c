import CCMarkGFM
import TechDocsModel

/// `/// html | div.class#id`: an element with Markdown inside.
///
/// Source: `pymdownx.blocks.html`.
struct HTMLBlock: BlockExtension {
  let names = ["pymdownx.blocks.html"]
  let summary = "Elements: `/// html | div.class`, the body, `///`"
  let opener = UInt8(ascii: "/")

  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader? { FencedHeader.read(line, .html) }

  func begin(_ block: ContainerBlock, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer) {
    let selector = Selector(block)
    html.put("<\(selector.element)")
    selector.attributes.put(into: &html)
    html.put(">\n")
  }

  /// Whether a paragraph stands in an element of running text, where `<p>` would be no HTML.
  static func isRunning(_ paragraph: CNode, in block: ContainerBlock?) -> Bool {
    guard let block, allBlockExtensions[block.extension] is HTMLBlock, paragraph.pointee.parent == block.node else {
      return false
    }
    return InlineTagLine.names.contains(Selector(block).element)
  }

  func end(_ block: ContainerBlock, into html: inout HTMLBuffer) { html.put("</\(Selector(block).element)>\n") }
  func beginTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) -> Bool { false }
  func endTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) {}

  /// `div.class#id[key=value]`, taken apart.
  private struct Selector {
    var element = "div"
    var attributes: AttributeList

    init(_ block: ContainerBlock) {
      attributes = BlockAttributes.read(block.line)
      let text = String(decoding: block.line[block.header.type], as: UTF8.self)
      let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      if !name.isEmpty { element = name.lowercased() }
      var rest = text[name.endIndex...]
      while let mark = rest.first {
        let word = rest.dropFirst().prefix { !".#[]".contains($0) }
        switch mark {
        case ".": attributes.add(class: String(word))
        case "#": attributes.set("id", String(word))
        case "[":
          let parts = word.split(separator: "=", maxSplits: 1)
          let value = parts.count == 2 ? parts[1].filter { $0 != "\"" && $0 != "'" } : String(word)
          attributes.set(String(parts.first ?? word), value)
        default: break
        }
        rest = rest[word.endIndex...]
      }
    }
  }
}
