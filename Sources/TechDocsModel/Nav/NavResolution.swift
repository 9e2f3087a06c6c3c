extension Nav {
  /// The navigation that a doc site's settings and files give.
  ///
  /// Without `nav`, or with an empty one, it is made from the files. Entries that name no file are reported and left
  /// out, so that no reader is led nowhere; pages that the nav does not name are told as notes, unless `not_in_nav` or
  /// `validation` says otherwise. Source: MkDocs 1.6 `structure/nav.py`.
  package static func resolving(_ config: MkDocsConfig, files: DocFiles) -> Diagnosed<Nav> {
    guard let node = config.nav, !node.isEmptyList else {
      return Diagnosed(FileNav(files.pages.lazy.filter { !files.outsideNav.contains($0) }).nav)
    }
    guard node.sequence != nil || node.mapping != nil else {
      let fault = Diagnostic.error(
        "nav-entry", at: node.range, "'nav' needs a list of entries, as in `- Runbook: runbook.md`")
      return Diagnosed(FileNav(files.pages.lazy.filter { !files.outsideNav.contains($0) }).nav, [fault])
    }
    var reader = NavReader(files: files, validation: config.validation)
    let nav = Nav(reader.items(of: node))
    return Diagnosed(nav, reader.diagnostics + omitted(by: nav, at: node, files, config.validation))
  }

  /// What is said about pages that no entry names.
  private static func omitted(
    by nav: Nav, at node: YAMLNode, _ files: DocFiles, _ validation: LinkValidation
  ) -> [Diagnostic] {
    guard let severity = validation.navOmittedFiles.severity else { return [] }
    let named = Set(nav.pages.map(\.path))
    return files.pages.filter { !named.contains($0) && !files.outsideNav.contains($0) }.map { path in
      Diagnostic(
        severity, "page-not-in-nav", at: node.range, "'\(path)' is a page that 'nav' does not name",
        help: "add it to 'nav', or to 'not_in_nav'")
    }
  }
}

extension YAMLNode {
  /// Whether this is `[]` or `{}`.
  fileprivate var isEmptyList: Bool { sequence?.isEmpty ?? mapping?.isEmpty ?? false }
}
