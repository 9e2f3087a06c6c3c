import CCMarkGFM
import TechDocsModel

/// `/// define`: paragraphs are terms, and the items of the lists below them are their definitions.
///
/// Source: `pymdownx.blocks.definition`.
struct Definitions: BlockExtension {
  let names = ["pymdownx.blocks.definition"]
  let summary = "Definitions: `/// define`, a term, a list of its definitions, `///`"
  let opener = UInt8(ascii: "/")

  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader? { FencedHeader.read(line, .definitions) }

  func begin(_ block: ContainerBlock, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer) {
    html.put("<dl")
    BlockAttributes.read(block.line).put(into: &html)
    html.put(">\n")
  }

  func end(_ block: ContainerBlock, into html: inout HTMLBuffer) { html.put("</dl>\n") }
  func beginTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) -> Bool { false }
  func endTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) {}

  private static let place = CInt(allBlockExtensions.firstIndex { $0 is Definitions } ?? -1)

  /// Whether a block stands right in such a block.
  static func holds(_ node: CNode) -> Bool {
    guard let parent = node.pointee.parent, UInt32(parent.pointee.type) == CMarkLibrary.shared.kinds.container else {
      return false
    }
    return parent.pointee.as.html_block_type == place
  }
}
