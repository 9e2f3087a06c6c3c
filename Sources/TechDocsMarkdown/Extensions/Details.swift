import TechDocsModel

/// `??? type "Title"`, open with `???+`: a block that readers unfold.
///
/// Source: `pymdownx.details`.
struct Details: BlockExtension {
  let names = ["pymdownx.details"]
  let summary = "Collapsible call-outs: `??? note \"Title\"`, open with `???+`"
  let opener = UInt8(ascii: "?")

  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader? { CallOutHeader.read(line, marker: opener) }

  func begin(_ header: BlockHeader, _ line: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    html.put("<details")
    if !header.type.isEmpty {
      html.put(" class=\"")
      CallOutHeader.putClasses(header, line, into: &html)
      html.put("\"")
    }
    html.put(header.isOpen ? " open=\"open\">\n" : ">\n")
    guard header.title == nil else { return }
    html.put("<summary>")
    CallOutHeader.putTypeAsTitle(header, line, into: &html)
    html.put("</summary>\n")
  }

  func end(_ header: BlockHeader, into html: inout HTMLBuffer) { html.put("</details>\n") }
  func beginTitle(_ header: BlockHeader, into html: inout HTMLBuffer) { html.put("<summary>") }
  func endTitle(_ header: BlockHeader, into html: inout HTMLBuffer) { html.put("</summary>\n") }
}
