import TechDocsCatalog
package import TechDocsModel

/// Reports what cannot be read in the definition of an API, at its line.
package struct BrokenDefinition: Check {
  package let about = RuleAbout(
    "broken-definition", .error, what: "A definition of an API that cannot be read",
    why: "Its page shows the source in place of operations and types.",
    mend: "Mend what the message names; `spec.type` says which language the definition is written in.")

  package init() {}

  package func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    guard portal.portal.isWorkspace else { return [] }
    return portal.portal.catalog.entities.flatMap { entity -> [Diagnostic] in
      guard let definition = entity.definition, let type = entity.type else { return [] }
      return APIDefinition.reading(definition, type: type).diagnostics
    }
  }
}
