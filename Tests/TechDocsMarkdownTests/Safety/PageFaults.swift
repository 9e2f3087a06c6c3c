#if canImport(TestSupport)
  import TestSupport
#endif
import TechDocsMarkdown
import TechDocsModel

/// What must hold for every page of an untrusted source, whatever its text says. The fuzzers ask the same.
enum PageFaults {
  private static let parser = MarkdownParser(MarkdownSettings())

  static func faults(of markdown: [UInt8]) -> [String] {
    let page = parsed(markdown)
    let (faults, anchors) = SafeHTML.check(page.html)
    var all = faults + holeFaults(page)
    if anchors != page.anchors { all.append("anchors \(page.anchors) are told, \(anchors) are there") }
    if parsed(markdown).html != page.html { all.append("two parses differ") }
    if page.html.count > 20 * markdown.count + 1_000_000 { all.append("\(page.html.count) bytes of output") }
    return all
  }

  static func parsed(_ markdown: [UInt8]) -> ParsedMarkdown {
    var buffer = HTMLBuffer()
    return parser.parse(
      SourceText(path: SourcePath(repository: "", path: "docs/page.md"), bytes: markdown), from: 0, using: &buffer)
  }

  /// Links stand where they are told to stand: each hole is a whole attribute value, in order.
  private static func holeFaults(_ page: ParsedMarkdown) -> [String] {
    var faults: [String] = [], end = 0
    for link in page.links {
      guard link.hole.lowerBound >= end, link.hole.upperBound < page.html.count else {
        faults.append("hole \(link.hole) after \(end) of \(page.html.count)")
        continue
      }
      end = link.hole.upperBound
      let value = Array(page.html[link.hole]), quotes = [page.html[link.hole.lowerBound - 1], page.html[end]]
      if quotes != Array("\"\"".utf8) { faults.append("hole \(link.hole) is no whole value") }
      // Bytes that are no UTF-8 become U+FFFD on both ways.
      if SafeHTML.decoded(value) != link.target { faults.append("hole \(link.hole) does not hold '\(link.target)'") }
    }
    return faults
  }
}
