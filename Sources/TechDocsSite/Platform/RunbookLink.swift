package import TechDocsComposition
package import TechDocsModel

/// Where the runbook address of an alert leads.
package enum RunbookLink: Sendable, Hashable {
  /// The alert names none.
  case none
  /// Another site's, which is never asked.
  case outside(String)
  /// A page of this site, the anchor empty where none is named.
  case page(Int, anchor: String)
  /// An address of this site where nothing stands.
  case broken(String)
  /// A page of this site without the anchor.
  case missingAnchor(Int, anchor: String)
}

/// Finds the pages that alerts lead to.
///
/// A runbook address is one of this site when it begins with `site_url`. Platforms write `<site>/<service>/<page>/`
/// for every service; where no such page is, the service's own docs are meant.
package struct RunbookLinks: Sendable {
  private let portal: LinkedPortal
  private let docSites: [String: Int]

  package init(_ portal: LinkedPortal) {
    self.portal = portal
    var docSites: [String: Int] = [:]
    for service in portal.portal.platform.services {
      if let docSite = service.entity.flatMap({ portal.index.entities[$0] }) { docSites[service.name] = docSite }
    }
    self.docSites = docSites
  }

  package func link(of alert: DerivedAlert) -> RunbookLink {
    guard !alert.runbook.isEmpty else { return .none }
    guard let siteURL = portal.portal.siteURL, alert.runbook.hasPrefix(siteURL) else { return .outside(alert.runbook) }
    let rest = alert.runbook.dropFirst(siteURL.count)
    let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let address = PercentEncoding.decoded(String(parts.first ?? ""))
    let anchor = parts.count > 1 ? PercentEncoding.decoded(String(parts[1])) : ""
    guard case .page(let page) = portal.index.place(address: address) ?? ownPlace(address) else {
      return .broken(address)
    }
    guard anchor.isEmpty || portal.index.has(anchor: anchor, on: page) else {
      return .missingAnchor(page, anchor: anchor)
    }
    return .page(page, anchor: anchor)
  }

  /// `user-service/operations/` in the docs of the service of that name.
  private func ownPlace(_ address: String) -> LinkIndex.Place? {
    let parts = address.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let docSite = docSites[parts[0]] else { return nil }
    return portal.index.place(address: RelativePath.joining(portal.portal.docSites[docSite].base, parts[1]))
  }
}
