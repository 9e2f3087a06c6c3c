import CCMarkGFM
import TechDocsModel

/// `/// caption` below a block: the block becomes a figure.
///
/// Source: `pymdownx.blocks.caption`: `figure-caption` and `table-caption` number their figures.
struct Caption: BlockExtension {
  let names = ["pymdownx.blocks.caption"]
  let summary = "Captions: `/// caption` below an image or a table, the text, `///`"
  let opener = UInt8(ascii: "/")

  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader? { FencedHeader.read(line, .caption) }

  func begin(_ block: ContainerBlock, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer) {
    let kind = String(decoding: block.line[block.header.type], as: UTF8.self)
    guard kind != "caption" else { return html.put("<figcaption>\n") }
    html.put("<figcaption>\n")
    let word = kind == "table-caption" ? "Table" : "Figure"
    renderer.openCaption = "\(word) \(renderer.captions[kind, default: 0])."
  }

  func end(_ block: ContainerBlock, into html: inout HTMLBuffer) { html.put("</figcaption>\n</figure>\n") }
  func beginTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) -> Bool { false }
  func endTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) {}

  /// Whether a block is a caption.
  static func isCaption(_ node: CNode) -> Bool {
    guard UInt32(node.pointee.type) == CMarkLibrary.shared.kinds.container else { return false }
    let index = Int(node.pointee.as.html_block_type)
    return allBlockExtensions.indices.contains(index) && allBlockExtensions[index] is Caption
  }
}

extension HTMLRenderer {
  /// Opens the figure of a block that a caption follows.
  mutating func beginFigure(_ node: CNode, into html: inout HTMLBuffer) {
    guard let next = node.pointee.next, Caption.isCaption(next) else { return }
    newLine(&html)
    html.put("<figure")
    let line = next.pointee.content.bytes
    var list = BlockAttributes.read(line)
    if let kind = FencedHeader.read(line, .caption).map({ String(decoding: line[$0.type], as: UTF8.self) }),
      kind != "caption"
    {
      captions[kind, default: 0] += 1
      if list.id == nil { list.set("id", "__\(kind)_\(captions[kind, default: 0])") }
    }
    list.put(into: &html)
    html.put(">\n")
  }
}
