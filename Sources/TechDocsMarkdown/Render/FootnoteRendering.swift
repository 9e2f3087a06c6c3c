import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  /// Numbers the notes in the order of their definitions and puts them in that order.
  ///
  /// Source: Python-Markdown `footnotes`; the library leaves them in the order of their first references.
  mutating func orderFootnotes(of root: CNode) {
    var notes: [CNode] = [], step = root.pointee.last_child
    while let node = step {
      step = node.pointee.prev
      if UInt32(node.pointee.type) == CMARK_NODE_FOOTNOTE_DEFINITION.rawValue { notes.append(node) }
    }
    // The library has them in the order of their first references.
    notes.reverse()
    if dialect.footnotes.countsDefinitions { notes.sort { $0.pointee.start_line < $1.pointee.start_line } }
    for (index, note) in notes.enumerated() {
      footnoteNumbers[note] = index + 1
      cmark_node_unlink(note)
      cmark_node_append_child(root, note)
    }
  }

  /// `sup#fnref:x > a.footnote-ref`, with `fnref2:x` for the second reference.
  func footnoteReference(_ node: CNode, into html: inout HTMLBuffer) {
    let note = node.pointee.parent_footnote_def
    let name = note.map { $0.pointee.as.literal.bytes } ?? node.pointee.as.literal.bytes
    html.put("<sup id=\"fnref")
    putOccurrence(Int(node.pointee.footnote.ref_ix), name, into: &html)
    html.put("\"><a class=\"footnote-ref\" href=\"#fn")
    html.putEscaped(dialect.footnotes.separator)
    html.putEscaped(name)
    html.put("\">")
    html.putEscaped(numbered(dialect.footnotes.superscript, note.flatMap { footnoteNumbers[$0] } ?? 0))
    html.put("</a></sup>")
  }

  mutating func enterFootnote(_ node: CNode, into html: inout HTMLBuffer) {
    if footnotes == 0 { html.put("<div class=\"footnote\">\n<hr>\n<ol>\n") }
    footnotes += 1
    html.put("<li id=\"fn")
    html.putEscaped(dialect.footnotes.separator)
    html.putEscaped(node.pointee.as.literal.bytes)
    html.put("\">\n")
  }

  /// The ways back stand in the note's last paragraph, or in one of their own.
  func leaveFootnote(_ node: CNode, into html: inout HTMLBuffer) {
    let endsInText = lastShown(of: node).map { UInt32($0.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue } ?? false
    if !endsInText {
      html.put("<p>")
      backReferences(of: node, into: &html)
      html.put("</p>\n")
    }
    html.put("</li>\n")
  }

  /// Called at the end of each paragraph: writes the ways back when it is a note's last.
  func leaveNoteParagraph(_ node: CNode, into html: inout HTMLBuffer) {
    guard let note = node.pointee.parent, UInt32(note.pointee.type) == CMARK_NODE_FOOTNOTE_DEFINITION.rawValue,
      lastShown(of: note) == node
    else { return }
    html.put("&#160;")
    backReferences(of: note, into: &html)
  }

  /// A note's last block, but for definitions of abbreviations, of which nothing is shown.
  private func lastShown(of note: CNode) -> CNode? {
    var last = note.pointee.last_child
    while let hidden = last, Abbreviation.isAbbreviation(hidden) { last = hidden.pointee.prev }
    return last
  }

  private func backReferences(of note: CNode, into html: inout HTMLBuffer) {
    // A note that is referred to a thousand times needs no thousand ways back.
    for occurrence in 1...max(1, min(Int(note.pointee.footnote.def_count), 100)) {
      html.put("<a class=\"footnote-backref\" href=\"#fnref")
      putOccurrence(occurrence, note.pointee.as.literal.bytes, into: &html)
      html.put("\" title=\"")
      html.putEscaped(numbered(dialect.footnotes.backlinkTitle, footnoteNumbers[note] ?? 0))
      html.put("\">")
      html.putEscaped(dialect.footnotes.backlinkText)
      html.put("</a>")
    }
  }

  private func putOccurrence(_ number: Int, _ name: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    if number > 1 { html.put(number) }
    html.putEscaped(dialect.footnotes.separator)
    html.putEscaped(name)
  }

  /// A text of the configuration with a note's number in its place.
  private func numbered(_ text: String, _ number: Int) -> String {
    text == "{}" ? String(number) : text.replacing("{}", with: String(number)).replacing("%d", with: String(number))
  }
}
