package import TechDocsModel

/// One document of a catalog file, with what is right in it and what is not.
///
/// An entity keeps its data and gets its page however many faults it has, as long as its name can stand in an address.
/// A value that never changes; a class, so that the many lists that hold it share one copy of its fields.
package final class Entity: Sendable {
  /// One entry of `metadata.links`.
  package struct Link: Sendable, Hashable {
    package let url: String
    package let title: String?
    package let icon: String?
  }

  package let ref: EntityRef
  package let apiVersion: String
  /// As written, as in `Component`.
  package let kind: String
  /// As written; `ref.name` is lower case.
  package let name: String
  package let title: String?
  package let description: String?
  /// In the order of the file.
  package let labels: [(key: String, value: String)]
  package let annotations: [(key: String, value: String)]
  package let tags: [String]
  package let links: [Link]
  package let spec: YAMLNode?
  /// The whole document, placeholders replaced.
  package let document: YAMLNode
  /// Those that its own `spec` says, each with its reverse; from valid fields only.
  package let relations: [Relation]
  package let faults: [EntityFault]
  /// The place of `metadata.name`.
  package let range: SourceRange
  /// An API's definition with the place it stands at; nil for other kinds and where there is none.
  package let definition: DefinitionSource?
  /// What a reader calls it.
  package let displayName: String
  /// `spec.type`, as in `service`.
  package let type: String?
  package let lifecycle: String?

  init(
    ref: EntityRef, apiVersion: String, kind: String, name: String, metadata: MetadataFields, spec: YAMLNode?,
    document: YAMLNode, relations: [Relation], faults: [EntityFault], range: SourceRange,
    definition: DefinitionSource?
  ) {
    (self.ref, self.apiVersion, self.kind, self.name) = (ref, apiVersion, kind, name)
    (title, description, tags, links) = (metadata.title, metadata.description, metadata.tags, metadata.links)
    (labels, annotations) = (metadata.labels, metadata.annotations)
    (self.spec, self.document, self.relations, self.faults) = (spec, document, relations, faults)
    (self.range, self.definition) = (range, definition)
    displayName = metadata.title ?? spec?["profile"]?["displayName"]?.string ?? name
    type = spec?["type"]?.string
    lifecycle = spec?["lifecycle"]?.string
  }

  /// A field of a user's or group's `spec.profile`.
  package func profile(_ field: String) -> String? { spec?["profile"]?[field]?.string }

  /// The value of an annotation; nil when it is absent or empty.
  package func annotation(_ key: String) -> String? {
    annotations.first { $0.key == key && !$0.value.isEmpty }?.value
  }

  /// The entities that a field of its own `spec` names, in the order of the file.
  package func targets(_ kind: Relation.Kind) -> [EntityRef] {
    relations.filter { $0.kind == kind && $0.from == ref }.map(\.to)
  }

  /// The first owner.
  package var owner: EntityRef? { targets(.ownedBy).first }
}

/// The text of an API's definition and where it stands.
package struct DefinitionSource: Sendable, Hashable {
  /// The definition alone.
  package let text: SourceText
  /// What is added to its line numbers to get those of the file that it stands in.
  package let lineOffset: Int

  package init(text: SourceText, lineOffset: Int) {
    self.text = text
    self.lineOffset = lineOffset
  }

  /// A place of the definition as a place of its file.
  package func range(_ range: SourceRange) -> SourceRange {
    guard lineOffset > 0 else { return range }
    return SourceRange(text.path, line: range.start.line + lineOffset)
  }

  /// A place in the definition's file.
  package func range(line: Int) -> SourceRange { SourceRange(text.path, line: line + lineOffset) }
}
