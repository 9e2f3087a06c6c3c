package import TechDocsModel

/// One thing that is wrong with an entity: the field, a code that tools can rely on, and words for the author.
package struct EntityFault: Sendable, Hashable {
  /// What is wrong; the raw values are part of the output of `techdocs catalog check --json`.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case yaml, required, type, empty, name, namespace, tag, url
    case notAnObject = "not-an-object"
    case apiVersion = "api-version"
    case kindFormat = "kind-format"
    case unknownKind = "unknown-kind"
    case unknownRootField = "unknown-root-field"
    case labelKey = "label-key"
    case labelValue = "label-value"
    case annotationKey = "annotation-key"
    case refSyntax = "ref-syntax"
    case refKind = "ref-kind"
    case duplicateEntity = "duplicate-entity"
  }

  /// Dotted, list items by their index: `metadata.tags.0`; empty for the whole document.
  package let path: String
  package let code: Code
  package let diagnostic: Diagnostic

  package init(
    _ path: String, _ code: Code, at range: SourceRange, _ message: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    self.path = path
    self.code = code
    switch code {
    case .unknownKind: diagnostic = .warning("unknown-kind", at: range, message, help: help, notes: notes)
    case .duplicateEntity: diagnostic = .error("duplicate-entity", at: range, message, help: help, notes: notes)
    case _ where path == "metadata.name" || path == "metadata.namespace":
      diagnostic = .error("entity-name", at: range, message, help: help, notes: notes)
    // The page is whole without it; only a Backstage insists.
    case .required where path.hasPrefix("spec."):
      diagnostic = .warning("incomplete-entity", at: range, message, help: help, notes: notes)
    default: diagnostic = .error("invalid-entity", at: range, message, help: help, notes: notes)
    }
  }
}

extension EntityFault: Comparable {
  /// By path, then code, as UTF-8 bytes.
  package static func < (one: EntityFault, other: EntityFault) -> Bool {
    one.path == other.path ? one.code.rawValue.isBefore(other.code.rawValue) : one.path.isBefore(other.path)
  }
}
