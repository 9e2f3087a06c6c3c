import TechDocsModel

/// `??? type "Title"`, open with `???+`: a block that readers unfold.
///
/// Source: `pymdownx.details`.
struct Details: BlockExtension {
  var names: [String] { syntax == .indented ? ["pymdownx.details"] : ["pymdownx.blocks.details"] }
  var summary: String {
    syntax == .indented
      ? "Collapsible call-outs: `??? note \"Title\"`, open with `???+`"
      : "Collapsible call-outs: `/// details-note | Title`, the body, `///`"
  }
  var syntax = BlockSyntax.indented
  var opener: UInt8 { syntax == .indented ? UInt8(ascii: "?") : UInt8(ascii: "/") }

  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader? {
    syntax == .indented ? CallOutHeader.read(line, marker: opener) : FencedHeader.read(line, .details)
  }

  func begin(_ block: ContainerBlock, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer) {
    let header = block.header
    html.put("<details")
    var list = BlockAttributes.read(block.line)
    let classes = list.classes
    list.set("class", "")
    if !header.type.isEmpty || !classes.isEmpty {
      html.put(" class=\"")
      CallOutHeader.putClasses(header, block.line, into: &html)
      for (index, name) in classes.enumerated() {
        if index > 0 || !header.type.isEmpty { html.put(" ") }
        html.putEscaped(name)
      }
      html.put("\"")
    }
    list.put(into: &html)
    html.put(header.isOpen ? " open=\"open\">\n" : ">\n")
    guard header.title == nil else { return }
    html.put("<summary>")
    if !header.isBare { CallOutHeader.putTypeAsTitle(header, block.line, into: &html) }
    html.put("</summary>\n")
  }

  func end(_ block: ContainerBlock, into html: inout HTMLBuffer) { html.put("</details>\n") }

  func beginTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) -> Bool {
    html.put("<summary>")
    return true
  }

  func endTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) { html.put("</summary>\n") }
}
