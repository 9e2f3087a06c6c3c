import TechDocsMarkdown
package import TechDocsModel

/// Looks at the whole portal and reports what a reader would stumble over.
package protocol Check: Sendable {
  var about: RuleAbout { get }
  func diagnostics(in portal: LinkedPortal) -> [Diagnostic]
}

extension LinkedPortal {
  /// The place of a link's target in its source.
  func range(of link: ResolvedLink) -> SourceRange {
    link.link.place.range(of: link.link.target, in: portal.pages[link.page].source)
  }

  /// How gravely a link is reported: as its doc site's `validation.links` says, else as the rule does; nil for not.
  func severity(
    of link: ResolvedLink, _ level: KeyPath<LinkValidation, LinkValidation.Level?>, else standard: Severity
  ) -> Severity? {
    guard let said = portal.docSites[portal.pages[link.page].docSite].config.validation[keyPath: level] else {
      return standard
    }
    return said.severity
  }

  /// Links with an outcome that a check cares about, the first ones of too many on one page.
  ///
  /// To find the place of a link its page is read, so a page of nothing but broken links would be read again and again.
  func links(where isOfInterest: (ResolvedLink) -> Bool) -> [ResolvedLink] {
    var found: [ResolvedLink] = []
    for links in links {
      let most = found.count + Limits.findingsOfPage
      // In place: a copy of each link of a large site takes longer than all else here.
      links.withUnsafeBufferPointer { links in
        for index in links.indices where isOfInterest(links[index]) && found.count < most { found.append(links[index]) }
      }
    }
    return found
  }
}
