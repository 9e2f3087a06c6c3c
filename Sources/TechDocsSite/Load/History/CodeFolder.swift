import TechDocsModel

/// What of a checkout counts as the code that a doc site tells of: all below the doc site's folder that is no docs.
struct CodeFolder: Sendable, Hashable {
  let checkout: GitFolder
  /// The doc site's folder, from the checkout's top; empty for the whole checkout.
  let folder: String
  /// The folder of the docs and files that tell tools of them, from the checkout's top.
  let docs: [String]

  /// Files beside the docs that say what the docs are, not what the service does.
  private static let settings = ["mkdocs.yml", "mkdocs.yaml", "catalog-info.yaml", "catalog-info.yml"]

  /// `folder` is a path from the checkout's top, `docsDir` one from there.
  init(_ checkout: GitFolder, folder: String, docsDir: String) {
    self.checkout = checkout
    self.folder = folder
    docs = ((docsDir.isEmpty ? [] : [docsDir]) + Self.settings).map { RelativePath.joining(folder, $0) }
  }

  /// For git: the folder without its docs, and without Markdown wherever it lies.
  ///
  /// Source: gitglossary(7), "pathspec".
  var pathspecs: [String] {
    [folder.isEmpty ? ":(top)" : ":(top,literal)\(folder)"] + docs.map { ":(top,exclude,literal)\($0)" }
      + [":(top,exclude,glob)**/*.md"]
  }
}
