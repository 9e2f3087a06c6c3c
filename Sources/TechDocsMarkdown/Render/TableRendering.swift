import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  mutating func enterTable(_ node: CNode, into html: inout HTMLBuffer) {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    alignments = Array(UnsafeBufferPointer(start: cmark_gfm_extensions_get_table_alignments(node), count: columns))
    openTag("<table>\n", &html)
  }

  mutating func enterRow(_ node: CNode, into html: inout HTMLBuffer) {
    isHeaderRow = cmark_gfm_extensions_get_table_row_is_header(node) != 0
    column = 0
    html.put(isHeaderRow ? "<thead>\n<tr>\n" : "<tr>\n")
  }

  func enterCell(_ node: CNode, into html: inout HTMLBuffer) {
    html.put(isHeaderRow ? "<th" : "<td")
    AttributeList.takeTrailing(of: node)?.put(into: &html)
    switch column < alignments.count ? alignments[column] : 0 {
    case UInt8(ascii: "l"): html.put(" style=\"text-align: left;\">")
    case UInt8(ascii: "c"): html.put(" style=\"text-align: center;\">")
    case UInt8(ascii: "r"): html.put(" style=\"text-align: right;\">")
    default: html.put(">")
    }
  }

  mutating func leaveCell(into html: inout HTMLBuffer) {
    html.put(isHeaderRow ? "</th>\n" : "</td>\n")
    column += 1
  }
}
