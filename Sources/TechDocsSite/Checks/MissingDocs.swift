import TechDocsCatalog
package import TechDocsModel

/// Reports an entity that shows the docs of another one which has none, or a page of them that is not there.
package struct MissingDocs: Check {
  package let about = RuleAbout(
    "missing-docs", .warning, what: "An entity that points at the docs of another one which has none",
    why: "The entity's page has no link to its docs.",
    mend: "Name an entity with 'backstage.io/techdocs-ref' in 'backstage.io/techdocs-entity', and a page of its docs.")

  package init() {}

  package func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    guard portal.portal.isWorkspace else { return [] }
    return portal.portal.catalog.entities.compactMap { entity in
      guard let other = DocsReference(entity).other else { return nil }
      let annotations = entity.document["metadata"]?["annotations"]
      guard let docSite = portal.index.entities[other.ref] else {
        return .warning(
          about.rule, at: annotations?["backstage.io/techdocs-entity"]?.range, "'\(other.ref)' has no docs here",
          help: NearMiss(of: other.ref.description, among: portal.index.entities.keys.map(\.description)).suggestion)
      }
      guard portal.index.place(docPath: other.page, in: docSite) == nil else { return nil }
      return .warning(
        about.rule, at: annotations?["backstage.io/techdocs-entity-path"]?.range,
        "The docs of '\(other.ref)' have no page '\(other.page)'",
        help: NearMiss(of: other.page + ".md", among: Array(portal.index.docPaths(of: docSite))).suggestion)
    }
  }
}
