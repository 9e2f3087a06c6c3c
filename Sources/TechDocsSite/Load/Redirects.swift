import TechDocsModel

/// Old addresses that lead on: `redirect_maps` of the plugin `redirects`.
///
/// Source: mkdocs-redirects: from a page that is no more to a page, with an anchor or without, or to an address.
struct Redirects: Sendable {
  enum Target: Sendable, Hashable {
    /// A page's path inside the `docs_dir`, and `#anchor`.
    case page(String, suffix: String)
    case address(String)
  }

  struct Redirect: Sendable, Hashable {
    /// The page that is no more, by its path inside the `docs_dir`.
    let old: String
    let target: Target
  }

  let all: [Redirect]
  let diagnostics: [Diagnostic]

  /// `pages` are the paths of the doc site's pages.
  init(_ config: MkDocsConfig, pages: Set<String>) {
    var all: [Redirect] = [], diagnostics: [Diagnostic] = []
    let maps = config.plugins.filter { $0.name == "redirects" && $0.options?["enabled"]?.bool != false }
      .compactMap { $0.options?["redirect_maps"] }
    for entry in maps.flatMap({ $0.mapping ?? [] }) {
      switch Self.redirect(entry, pages, suggests: diagnostics.count < Self.suggestions) {
      case .success(let redirect): all.append(redirect)
      case .failure(let fault): diagnostics.append(fault.diagnostic)
      }
    }
    (self.all, self.diagnostics) = (all, diagnostics)
  }

  /// For how many faults all pages are looked through for what was meant.
  private static let suggestions = 50

  private struct Fault: Error {
    let diagnostic: Diagnostic
  }

  private static func redirect(
    _ entry: YAMLNode.Entry, _ pages: Set<String>, suggests: Bool
  ) -> Result<Redirect, Fault> {
    func fault(_ rule: Rule, _ node: YAMLNode, _ message: String, _ help: String?) -> Result<Redirect, Fault> {
      .failure(Fault(diagnostic: .warning(rule, at: node.range, message, help: help)))
    }
    guard let written = entry.key.string, let new = entry.value.string else {
      return fault(
        "config-value", entry.key, "A redirect leads from a page to a page or an address", "as in `old.md: new.md`")
    }
    guard written.hasSuffix(".md"), let old = RelativePath.resolving(written, from: "") else {
      return fault("config-value", entry.key, "'\(written)' is no page", "name the old file, as in `old.md: new.md`")
    }
    if pages.contains(old) {
      return fault("config-value", entry.key, "'\(written)' is still a page, so nothing leads on from it", nil)
    }
    if new.hasPrefix("https://") || new.hasPrefix("http://") {
      return .success(Redirect(old: old, target: .address(new)))
    }
    let path = new.prefix { $0 != "#" }
    guard let page = RelativePath.resolving(String(path), from: ""), pages.contains(page) else {
      return fault(
        "broken-link", entry.value, "'\(new)' of 'redirect_maps' is no page",
        suggests ? NearMiss(of: String(path), among: pages.sorted()).suggestion : nil)
    }
    return .success(Redirect(old: old, target: .page(page, suffix: String(new.dropFirst(path.count)))))
  }
}
