import TechDocsModel

/// What a Backstage asks of every doc site, whatever its `mkdocs.yml` says.
package struct BackstageDemands: Sendable, Hashable {
  /// Where the sources lie, as in `backstage.io/techdocs-ref`: `url:https://…`; nil when that is not known.
  package let reference: String?
  /// What the docs of one entity are called where no `mkdocs.yml` says so; nil for the docs of many.
  package let defaultSiteName: String?

  package init(reference: String? = nil, defaultSiteName: String? = nil) {
    self.reference = reference
    self.defaultSiteName = defaultSiteName
  }

  /// The Reader asks for `page/index.html` only, and edit links come from the reference where the file names none.
  ///
  /// Source: Backstage, `techdocs-node`, `mkdocsPatchers.ts`, for GitHub, GitLab, Bitbucket and Harness.
  func apply(to config: inout MkDocsConfig) {
    config.useDirectoryURLs = true
    guard let reference, reference.hasPrefix("url:"), config.repoURL == nil, config.editURI == nil else { return }
    var url = String(reference.dropFirst("url:".count))
    while url.hasSuffix("/") { url.removeLast() }
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), LinkTarget.isHarmless(url) else { return }
    config.repoURL = Self.repository(url)
    config.editURI = Self.edit(url, docsDir: config.docsDir)
  }

  /// `https://host/owner/name` of an address below it.
  private static func repository(_ url: String) -> String {
    for mark in ["/-/tree/", "/-/blob/", "/tree/", "/blob/"] {
      if let place = url.firstRange(of: mark) { return String(url[..<place.lowerBound]) }
    }
    return url
  }

  /// The address of the page that edits a file of `docs_dir`, without the file; the branch is the reference's.
  private static func edit(_ url: String, docsDir: String) -> String {
    for (mark, action) in [
      ("/-/tree/", "/-/edit/"), ("/-/blob/", "/-/edit/"), ("/tree/", "/edit/"), ("/blob/", "/edit/"),
    ] {
      if let place = url.firstRange(of: mark) {
        return "\(url[..<place.lowerBound])\(action)\(url[place.upperBound...])/\(docsDir)/"
      }
    }
    return url.contains("gitlab") ? "\(url)/-/edit/main/\(docsDir)/" : "\(url)/edit/main/\(docsDir)/"
  }
}
