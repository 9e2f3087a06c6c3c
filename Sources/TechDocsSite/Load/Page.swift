package import TechDocsModel

/// One Markdown file of a doc site and the address it will have.
package struct Page: Sendable {
  package let source: SourceText
  /// The mapping of the front matter; nil without one.
  package let frontMatter: YAMLNode?
  /// The offset of the first byte after the front matter.
  package let body: Int
  /// The path inside the doc site's `docs_dir`; below an included project's alias where it comes from one.
  package let docPath: String
  package let path: SitePath
  /// The index of its doc site in the portal.
  package let docSite: Int
  /// The file as it was listed.
  package let file: TreeFile
  /// What was found when the file was read.
  package let findings: [Diagnostic]

  /// Whether this is the first page of its doc site.
  package var isHome: Bool { docPath == "index.md" || docPath == "README.md" }
}

/// A file that is published as it is: an image, a download, a stylesheet.
package struct Asset: Sendable {
  package let file: TreeFile
  /// As in `Page.docPath`.
  package let docPath: String
  package let path: SitePath
  /// Whether it is a drawing that is published without what a browser would run of it.
  let isCleaned: Bool
}
