import CGNU
import TechDocsMarkdown
import TechDocsModel

#if canImport(Darwin)
  import Darwin
#endif

/// A page's Markdown beside its HTML, so that agents read what people read: the source as its author wrote it, with
/// links that lead to other pages' Markdown from where it lies now.
struct MarkdownTwin {
  let portal: LinkedPortal

  /// `guide/index.md` for `guide/index.html`.
  static func path(of page: SitePath) -> SitePath {
    SitePath(page.path.hasSuffix(".html") ? page.path.dropLast("html".count) + "md" : page.path + ".md")
  }

  /// The text of a page. Linear in its size and its links.
  func bytes(of page: Int) -> [UInt8] {
    let source = portal.portal.pages[page].source.bytes
    let lines = Self.lineStarts(source)
    var out: [UInt8] = [], from = 0
    out.reserveCapacity(source.count + 256)
    for link in portal.links[page] {
      guard let address = address(of: link, on: page), let place = Self.place(of: link.link, in: source, lines, from)
      else { continue }
      out += source[from..<place.lowerBound]
      out += address.utf8
      from = place.upperBound
    }
    out += source[from...]
    let docSite = portal.portal.docSites[portal.portal.pages[page].docSite]
    return TwinCleaner(isTrusted: docSite.isTrusted).cleaned(out)
  }

  /// Where a link of the site leads from the twin; nil for one that stays as it is written.
  private func address(of link: ResolvedLink, on page: Int) -> String? {
    let target = LinkTarget(link.link.target)
    let own = Self.path(of: portal.portal.pages[page].path)
    switch link.outcome {
    case .page(let other, _):
      if target.path.isEmpty { return nil }
      return Self.relative(own, Self.path(of: portal.portal.pages[other].path)) + target.suffix
    case .file(let path): return Self.relative(own, path) + target.suffix
    case .external, .missing, .unknownEntity: return nil
    }
  }

  private static func relative(_ own: SitePath, _ other: SitePath) -> String {
    PercentEncoding.path(own.relativeURL(to: other))
  }

  private static func lineStarts(_ source: [UInt8]) -> [Int] {
    [0] + source.indices.lazy.filter { source[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The bytes of a link's target after `from`, on the line where the link ends or one beside it.
  private static func place(of link: LinkHole, in source: [UInt8], _ lines: [Int], _ from: Int) -> Range<Int>? {
    let target = Array(link.target.utf8)
    guard !target.isEmpty else { return nil }
    for number in [link.place.line, link.place.line - 1, link.place.line + 1] where (1...lines.count).contains(number) {
      let end = number < lines.count ? lines[number] : source.count
      let start = max(from, lines[number - 1])
      guard start < end, let found = first(target, in: source, start..<end) else { continue }
      return found
    }
    return nil
  }

  /// Where a target first stands. Linear in the line's length.
  private static func first(_ target: [UInt8], in source: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    source.withUnsafeBytes { source in
      guard let start = source.baseAddress,
        let found = memmem(start + line.lowerBound, line.count, target, target.count)
      else { return nil }
      let place = UnsafeRawPointer(found) - start
      return place..<place + target.count
    }
  }
}
