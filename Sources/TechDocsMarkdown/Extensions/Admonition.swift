import TechDocsModel

/// `!!! type "Title"`: a call-out.
///
/// Source: Python-Markdown `admonition`: classes are the words after the marker, the title is quoted or the first
/// word capitalised, `""` means none.
struct Admonition: BlockExtension {
  let names = ["admonition", "markdown.extensions.admonition"]
  let summary = "Call-outs: `!!! note \"Title\"` and an indented body"
  let opener = UInt8(ascii: "!")

  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader? { CallOutHeader.read(line, marker: opener) }

  func begin(_ header: BlockHeader, _ line: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    html.put("<div class=\"admonition ")
    CallOutHeader.putClasses(header, line, into: &html)
    html.put("\">\n")
    guard header.title == nil, !header.isBare else { return }
    html.put("<p class=\"admonition-title\">")
    CallOutHeader.putTypeAsTitle(header, line, into: &html)
    html.put("</p>\n")
  }

  func end(_ header: BlockHeader, into html: inout HTMLBuffer) { html.put("</div>\n") }
  func beginTitle(_ header: BlockHeader, into html: inout HTMLBuffer) { html.put("<p class=\"admonition-title\">") }
  func endTitle(_ header: BlockHeader, into html: inout HTMLBuffer) { html.put("</p>\n") }
}
