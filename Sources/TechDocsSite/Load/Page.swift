package import TechDocsModel

/// One Markdown file of a doc site and the address it will have.
///
/// A value that never changes, kept once: a preview copies thousands of them after each edit, and a copy of every field
/// took a fifth of its time.
package struct Page: Sendable {
  fileprivate final class Content: Sendable {
    let source: SourceText
    let frontMatter: YAMLNode?
    let body: Int
    let docPath: String
    let path: SitePath
    let docSite: Int
    let file: TreeFile
    let findings: [Diagnostic]

    init(
      source: SourceText, frontMatter: YAMLNode?, body: Int, docPath: String, path: SitePath, docSite: Int,
      file: TreeFile, findings: [Diagnostic]
    ) {
      self.source = source
      self.frontMatter = frontMatter
      self.body = body
      self.docPath = docPath
      self.path = path
      self.docSite = docSite
      self.file = file
      self.findings = findings
    }
  }

  private let content: Content

  init(
    source: SourceText, frontMatter: YAMLNode?, body: Int, docPath: String, path: SitePath, docSite: Int,
    file: TreeFile, findings: [Diagnostic]
  ) {
    content = Content(
      source: source, frontMatter: frontMatter, body: body, docPath: docPath, path: path, docSite: docSite, file: file,
      findings: findings)
  }

  package var source: SourceText { content.source }
  /// The mapping of the front matter; nil without one.
  package var frontMatter: YAMLNode? { content.frontMatter }
  /// The offset of the first byte after the front matter.
  package var body: Int { content.body }
  /// The path inside the doc site's `docs_dir`; below an included project's alias where it comes from one.
  package var docPath: String { content.docPath }
  package var path: SitePath { content.path }
  /// The index of its doc site in the portal.
  package var docSite: Int { content.docSite }
  /// The file as it was listed.
  package var file: TreeFile { content.file }
  /// What was found when the file was read.
  package var findings: [Diagnostic] { content.findings }

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
