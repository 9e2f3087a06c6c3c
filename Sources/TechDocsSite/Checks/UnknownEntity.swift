import TechDocsCatalog
import TechDocsMarkdown
package import TechDocsModel

/// Reports a link to an entity that has no docs in this workspace.
package struct UnknownEntity: Check {
  package let about = RuleAbout(
    "unknown-entity", .error, what: "A link to an entity that has no docs here",
    why: "Readers cannot follow it; a link by name only works for services of the workspace.",
    mend: "Name an entity as its 'catalog-info.yaml' does: `component:name`, `api:namespace/name`.")

  package init() {}

  package func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    let names = portal.index.entities.keys.map(Self.shortName)
    return portal.links { if case .unknownEntity = $0.outcome { true } else { false } }.compactMap { link in
      guard case .unknownEntity(let ref) = link.outcome else { return nil }
      return .error(
        about.rule, at: portal.range(of: link), "'\(link.link.target)' names no entity with docs in this workspace",
        help: NearMiss(of: Self.shortName(ref), among: names).suggestion)
    }
  }

  private static func shortName(_ ref: EntityRef) -> String {
    ref.namespace == "default" ? "\(ref.kind):\(ref.name)" : ref.description
  }
}
