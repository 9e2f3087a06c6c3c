import TechDocsModel

/// An old address that leads on.
struct Redirect: Sendable, Hashable {
  enum Target: Sendable, Hashable {
    /// A page, and `#anchor` on it.
    case page(SitePath, suffix: String)
    case address(String)
  }

  let path: SitePath
  let target: Target
}

/// Reads `redirect_maps` of the plugin `redirects`.
///
/// Source: mkdocs-redirects: from a page that is no more to a page, with an anchor or without, or to an address. A source
/// that is not trusted leads nobody away from the site, nor is its word spread under the site's own name.
struct Redirects {
  private let entries: [YAMLNode.Entry]
  /// The doc site's pages, by their paths inside the `docs_dir`; empty where nothing leads on.
  private let pages: [String: SitePath]
  private let settings: PageReader.Settings
  private let isTrusted: Bool

  init(_ config: MkDocsConfig, pages: [Page], _ settings: PageReader.Settings, isTrusted: Bool) {
    let maps = config.plugins.filter { $0.name == "redirects" && $0.options?["enabled"]?.bool != false }
      .compactMap { $0.options?["redirect_maps"] }
    entries = maps.flatMap { $0.mapping ?? [] }
    self.pages =
      entries.isEmpty ? [:] : Dictionary(pages.map { ($0.docPath, $0.path) }) { first, _ in first }
    self.settings = settings
    self.isTrusted = isTrusted
  }

  func redirects() -> Diagnosed<[Redirect]> {
    var all: [Redirect] = [], diagnostics: [Diagnostic] = []
    for entry in entries {
      switch redirect(entry, suggests: diagnostics.count < Self.suggestions) {
      case .success(let redirect): all.append(redirect)
      case .failure(let fault): diagnostics.append(fault.diagnostic)
      }
    }
    return Diagnosed(all, diagnostics)
  }

  /// For how many faults all pages are looked through for what was meant.
  private static let suggestions = 50

  private struct Fault: Error {
    let diagnostic: Diagnostic
  }

  private func redirect(_ entry: YAMLNode.Entry, suggests: Bool) -> Result<Redirect, Fault> {
    func fault(_ rule: Rule, _ node: YAMLNode, _ message: String, _ help: String?) -> Result<Redirect, Fault> {
      .failure(Fault(diagnostic: .warning(rule, at: node.range, message, help: help)))
    }
    guard let written = entry.key.string, let new = entry.value.string else {
      return fault(
        "config-value", entry.key, "A redirect leads from a page to a page or an address", "as in `old.md: new.md`")
    }
    guard written.hasSuffix(".md"), let old = RelativePath.resolving(written) else {
      return fault("config-value", entry.key, "'\(written)' is no page", "name the old file, as in `old.md: new.md`")
    }
    if pages[old] != nil {
      return fault("config-value", entry.key, "'\(written)' is still a page, so nothing leads on from it", nil)
    }
    let path = settings.path(ofPage: old)
    if new.hasPrefix("https://") || new.hasPrefix("http://") {
      guard !isTrusted else { return .success(Redirect(path: path, target: .address(new))) }
      return fault(
        "ignored-config-key", entry.value, "The redirect to '\(new)' has no effect: this source is not trusted",
        "set `trust: full` for it in techdocs.yml if its old pages may lead to other sites")
    }
    let name = new.prefix { $0 != "#" }
    guard let page = RelativePath.resolving(String(name)).flatMap({ pages[$0] }) else {
      return fault(
        "broken-link", entry.value, "'\(new)' of 'redirect_maps' is no page",
        suggests ? NearMiss(of: String(name), among: pages.keys.sorted()).suggestion : nil)
    }
    return .success(Redirect(path: path, target: .page(page, suffix: String(new.dropFirst(name.count)))))
  }
}
