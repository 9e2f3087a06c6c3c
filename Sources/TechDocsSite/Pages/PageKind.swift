/// A kind of page that comes from no Markdown file: the portal's home, an entity, an explained service.
///
/// Planning sees the portal before a page is parsed, so that links to generated pages resolve like any other. Rendering
/// sees everything.
package protocol PageKind: Sendable {
  /// Names the kind in `PlannedPage.kind`; unique, kebab-case.
  var name: String { get }

  /// Every page and file of this kind, in an order that depends on nothing but the portal.
  func planned(in portal: Portal) -> [PlannedPage]

  /// What renders the planned pages; made once a build, so the place for work that all pages of the kind share.
  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer
}

/// Makes the content of planned pages. Called from several threads.
package protocol PlannedPageRenderer: Sendable {
  /// What stands on the page. For a `.file`, only `main` is read: the file's bytes.
  func view(of page: PlannedPage) -> PageView

  /// What search should find of the kind's pages; nothing unless the kind says otherwise.
  var searchPages: [SearchPages] { get }
}

extension PlannedPageRenderer {
  package var searchPages: [SearchPages] { [] }
}
