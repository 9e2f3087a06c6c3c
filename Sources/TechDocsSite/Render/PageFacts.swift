import TechDocsCatalog
import TechDocsModel

/// What stands below the pages of one doc site: who is responsible, where problems are reported.
struct PageFacts: Sendable {
  /// The name of the entity's owner and, where it has a page, its address from the site's root.
  let owner: (name: String, address: String?)?
  /// The entity whose docs these are: its kind, name and the address of its page; nil where nobody declares it.
  let entity: (kind: String, name: String, address: String)?
  let lifecycle: String?
  private let repoURL: String?

  init(_ docSite: DocSite, in portal: LinkedPortal) {
    let ref = docSite.ref.flatMap { portal.portal.catalog.others(.ownedBy, of: $0).first }
    owner = ref.map { ref in
      let name = portal.portal.catalog[ref]?.displayName ?? ref.name
      return (name, portal.index.entityPages[ref].map { PercentEncoding.path($0.url) })
    }
    let own = docSite.ref.flatMap { portal.portal.catalog[$0] }
    entity = own.flatMap { own in
      portal.index.entityPages[own.ref].map {
        (KindWords.singular(own.ref.kind), own.displayName, PercentEncoding.path($0.url))
      }
    }
    lifecycle = own?.lifecycle
    let url = docSite.config.repoURL.flatMap { LinkTarget.isHarmless($0) ? $0 : nil }
    repoURL = url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  /// Where a problem of a page is reported; nil where the host's way of it is not known.
  func reportURL(of title: String) -> String? {
    let title = PercentEncoding.query("Documentation: \(title)")
    switch host {
    case .github: return repoURL.map { "\($0)/issues/new?title=\(title)" }
    case .gitlab: return repoURL.map { "\($0)/-/issues/new?issue%5Btitle%5D=\(title)" }
    case .bitbucket, nil: return nil
    }
  }

  /// Where a commit can be looked at; nil where the host's way of it is not known.
  func commitURL(of commit: String) -> String? {
    switch host {
    case .github: repoURL.map { "\($0)/commit/\(commit)" }
    case .gitlab: repoURL.map { "\($0)/-/commit/\(commit)" }
    case .bitbucket: repoURL.map { "\($0)/commits/\(commit)" }
    case nil: nil
    }
  }

  private enum Host {
    case github, gitlab, bitbucket
  }

  /// A host tells its kind by its name: `github.com`, `gitlab.example.com`.
  private var host: Host? {
    guard let name = repoURL?.split(separator: "/", maxSplits: 2).dropFirst().first?.lowercased() else { return nil }
    if name.contains("github") { return .github }
    if name.contains("gitlab") { return .gitlab }
    return name.contains("bitbucket") ? .bitbucket : nil
  }
}
