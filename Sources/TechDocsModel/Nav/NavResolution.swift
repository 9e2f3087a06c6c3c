extension Nav {
  /// The navigation that a doc site's settings and files give.
  ///
  /// Without `nav`, or with an empty one, it is made from the files. Entries that name no file are reported and left
  /// out, so that no reader is led nowhere; pages that the nav does not name are told as notes, unless `not_in_nav` or
  /// `validation` says otherwise. Where a plugin asks for it, folders say in files of their own what stands where; `read` takes a path below
  /// `docs_dir`. Source: MkDocs 1.6 `structure/nav.py`.
  package static func resolving(
    _ config: MkDocsConfig, files: DocFiles, read: @escaping (String) -> SourceText? = { _ in nil }
  ) -> Diagnosed<Nav> {
    if let nav = byFolder(config, files, read) { return nav }
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

  /// The navigation by the files of folders, for a site with `awesome-pages`, `awesome-nav` or `literate-nav`; nil where `nav` gives all of it.
  private static func byFolder(
    _ config: MkDocsConfig, _ files: DocFiles, _ read: @escaping (String) -> SourceText?
  ) -> Diagnosed<Nav>? {
    func plugin(_ name: String) -> ExtensionSetting? {
      config.plugins.first { $0.name == name && $0.options?["enabled"]?.bool != false }
    }
    let hasNav = config.nav.map { !$0.isEmptyList } ?? false
    if let awesome = plugin("awesome-pages") ?? plugin("awesome-nav") {
      let usual = awesome.name == "awesome-nav" ? ".nav.yml" : ".pages"
      let name = awesome.options?["filename"]?.string ?? usual
      let leavesRest = config.nav?.sequence?.contains { $0.string?.hasPrefix("...") ?? false } ?? false
      guard !hasNav || leavesRest else { return nil }
      var nav = AwesomeNav(files, fileName: name, read: read)
      return nav.nav(root: hasNav ? config.nav : nil)
    }
    guard !hasNav, let literate = plugin("literate-nav") else { return nil }
    var nav = LiterateNav(files, fileName: literate.options?["nav_file"]?.string ?? "SUMMARY.md", read: read)
    return nav.nav()
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
