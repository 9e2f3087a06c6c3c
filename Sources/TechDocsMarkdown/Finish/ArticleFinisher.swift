import TechDocsModel

/// The last pass over an article: sanitizes, finds every link and id, and strips the renderer's marks.
///
/// Linear, without recursion; what it writes has only allowed elements, each closed inside the article.
struct ArticleFinisher: Sendable {
  let isTrusted: Bool
  let policy: SanitizerPolicy

  init(isTrusted: Bool, policy: SanitizerPolicy = .shared) {
    self.isTrusted = isTrusted
    self.policy = policy
  }

  func finish(_ html: borrowing HTMLBuffer, icons: [[UInt8]] = []) -> FinishedArticle {
    html.withBytes { text in
      var pass = FinishingPass(text: text, icons: icons, isTrusted: isTrusted, policy: policy)
      pass.run()
      return pass.article()
    }
  }
}

/// What the last pass found.
struct FinishedArticle {
  struct Link {
    let kind: LinkHole.Kind
    /// Character references decoded.
    let target: String
    /// The place of the attribute's value in `html`.
    let hole: Range<Int>
    /// The index of a Markdown link; nil for one in raw HTML.
    let markdownIndex: Int?
    /// The 1-based source line of raw HTML; 0 where it is not known.
    let line: Int
    var image: ImageTag?
  }

  var html: [UInt8] = []
  var links: [Link] = []
  var anchors: [String] = []
  /// What was taken out, and the source line.
  var removed: [(line: Int, what: String)] = []
  /// The source line where elements nest too deeply; nil where none do.
  var tooDeep: Int?
  /// The readable text, and its sections in document order; there is always a first.
  var text: [UInt8] = []
  var sections: [TextSection] = []
}
