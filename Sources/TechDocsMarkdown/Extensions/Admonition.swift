import TechDocsModel

/// `!!! type "Title"`: a call-out.
///
/// Source: Python-Markdown `admonition`: classes are the words after the marker, the title is quoted or the first
/// word capitalised, `""` means none.
struct Admonition: BlockExtension {
  var names: [String] {
    syntax == .indented ? ["admonition", "markdown.extensions.admonition"] : ["pymdownx.blocks.admonition"]
  }
  var summary: String {
    syntax == .indented
      ? "Call-outs: `!!! note \"Title\"` and an indented body"
      : "Call-outs: `/// note | Title`, the body, `///`"
  }
  var syntax = BlockSyntax.indented
  var opener: UInt8 { syntax == .indented ? UInt8(ascii: "!") : UInt8(ascii: "/") }

  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader? {
    syntax == .indented ? CallOutHeader.read(line, marker: opener) : FencedHeader.read(line, .callOut)
  }

  func begin(_ block: ContainerBlock, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer) {
    let header = block.header
    html.put("<div class=\"admonition ")
    CallOutHeader.putClasses(header, block.line, into: &html)
    putAttributes(block, into: &html)
    guard header.title == nil, !header.isBare else { return }
    html.put("<p class=\"admonition-title\">")
    CallOutHeader.putTypeAsTitle(header, block.line, into: &html)
    html.put("</p>\n")
  }

  func end(_ block: ContainerBlock, into html: inout HTMLBuffer) { html.put("</div>\n") }

  func beginTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) -> Bool {
    html.put("<p class=\"admonition-title\">")
    return true
  }

  func endTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) { html.put("</p>\n") }

  /// The rest of the start tag: classes and other attributes that the block's options give.
  private func putAttributes(_ block: ContainerBlock, into html: inout HTMLBuffer) {
    var list = BlockAttributes.read(block.line)
    for name in list.classes {
      html.put(" ")
      html.putEscaped(name)
    }
    html.put("\"")
    list.set("class", "")
    list.put(into: &html)
    html.put(">\n")
  }
}
