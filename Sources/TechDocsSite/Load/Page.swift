package import TechDocsModel

/// One Markdown file of a doc site and the address it will have.
///
/// A value that never changes, kept once: a preview copies thousands of them after each edit, and a copy of every field
/// took a fifth of its time.
package struct Page: Sendable {
  struct Fields: Sendable {
    let source: SourceText
    let frontMatter: YAMLNode?
    let body: Int
    let docPath: String
    let path: SitePath
    let docSite: Int
    let file: TreeFile
    let findings: [Diagnostic]
  }

  private final class Storage: Sendable {
    let fields: Fields
    init(_ fields: Fields) { self.fields = fields }
  }

  private let storage: Storage

  init(_ fields: Fields) { storage = Storage(fields) }

  package var source: SourceText { storage.fields.source }
  /// The mapping of the front matter; nil without one.
  package var frontMatter: YAMLNode? { storage.fields.frontMatter }
  /// The offset of the first byte after the front matter.
  package var body: Int { storage.fields.body }
  /// The path inside the doc site's `docs_dir`; below an included project's alias where it comes from one.
  package var docPath: String { storage.fields.docPath }
  package var path: SitePath { storage.fields.path }
  /// The index of its doc site in the portal.
  package var docSite: Int { storage.fields.docSite }
  /// The file as it was listed.
  package var file: TreeFile { storage.fields.file }
  /// What was found when the file was read.
  package var findings: [Diagnostic] { storage.fields.findings }

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
