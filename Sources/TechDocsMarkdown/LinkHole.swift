package import TechDocsModel

/// A place in a page's HTML that holds a link target.
package struct LinkHole: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// `a href`, `area href`.
    case link
    /// `img src` and other embedded media (`video`, `audio`, `source src`, `poster`).
    case image
  }

  package let kind: Kind
  /// The target as the author meant it: character references decoded, percent-encoding as written.
  package let target: String
  /// The bytes of the attribute's value in `ParsedMarkdown.html`, to be replaced when the target is known.
  package let hole: Range<Int>
  package let place: LinkPlace
  /// What the tag of an `img` says besides; nil for everything else.
  package let image: ImageTag?

  package init(kind: Kind, target: String, hole: Range<Int>, place: LinkPlace, image: ImageTag? = nil) {
    self.kind = kind
    self.target = target
    self.hole = hole
    self.place = place
    self.image = image
  }
}

/// Which attributes of an `img` its author gave.
package struct ImageTag: Sendable, Hashable {
  /// `width` and `height` as written.
  package var width: String?
  package var height: String?
  /// A style may size the picture, too.
  package var hasStyle = false
  package var hasLoading = false
  package var hasDecoding = false
  /// Whether there is a text for those who do not see the picture: `alt`, which in HTML may be empty on purpose.
  package var hasText = false

  package init() {}
}

/// Where a link target stands in its source. The column is looked for only when a diagnostic needs it.
package struct LinkPlace: Sendable, Hashable {
  /// 1-based: the line where the link ends; 0 where it is not known.
  package let line: Int
  /// How many links of the page with the same target on the same line stand before it.
  package let occurrence: Int

  package init(line: Int, occurrence: Int) {
    self.line = line
    self.occurrence = occurrence
  }

  /// The target itself; the line where it cannot be found as written (in a reference definition, say). O(source).
  package func range(of target: String, in source: SourceText) -> SourceRange {
    for number in [line, line - 1, line + 1] where number >= 1 {
      guard let text = source.line(number) else { continue }
      let found = text.utf8.ranges(of: Array(target.utf8))
      guard let match = found.dropFirst(number == line ? occurrence : 0).first ?? found.last else { continue }
      let column = text.utf8.distance(from: text.utf8.startIndex, to: match.lowerBound) + 1
      return SourceRange(source.path, line: number, column: column, length: target.utf8.count)
    }
    return SourceRange(source.path, line: max(1, line))
  }
}
