package import TechDocsModel

/// One document of a catalog file, checked.
package struct CheckedDocument: Sendable {
  /// nil where the document names no entity.
  package let entity: Entity?
  package var faults: [EntityFault]
  /// The number of the document in its file, from 1; empty ones do not count.
  package let number: Int

  package init(entity: Entity?, faults: [EntityFault], number: Int) {
    self.entity = entity
    self.faults = faults
    self.number = number
  }
}

/// A catalog file: several YAML documents, an entity each.
package struct CatalogFile: Sendable {
  package private(set) var documents: [CheckedDocument]
  /// What was wrong with the YAML, with placeholders and with entities, but not with names that another file has too.
  package private(set) var diagnostics: [Diagnostic]
  /// Whether the file is YAML as Backstage reads it: it drops a file with an error, here what can be read counts.
  package let isWellFormed: Bool

  /// Reads all documents of a file. `tree` is where placeholders find their files.
  package init(_ source: SourceText, tree: any FileTree) {
    let parsed = YAMLDocument.parseAll(source)
    var placeholders = Placeholders(tree: tree, file: source.path)
    documents = []
    for document in parsed.value where !document.isNull {
      let replaced = placeholders.replacing(document)
      let definition = DefinitionSource(of: replaced, in: source, placeholders: placeholders)
      var reader = EntityReader(replaced)
      let entity = reader.entity(definition)
      documents.append(
        CheckedDocument(entity: entity, faults: reader.faults.sorted(), number: documents.count + 1))
    }
    let hasTag = parsed.value.contains { $0.hasUnknownTag }
    isWellFormed = !hasTag && !parsed.diagnostics.contains { $0.severity == .error }
    diagnostics = parsed.diagnostics + placeholders.diagnostics
    markDuplicates()
    let faults = documents.flatMap(\.faults).map(\.diagnostic)
    // A placeholder that could not be read leaves a value of the wrong type: that is one mistake, not two.
    diagnostics += faults.filter { $0.range.map { !placeholders.failed.contains($0) } ?? true }
  }

  /// Of two valid documents with one name the second is reported, with the place of the first.
  private mutating func markDuplicates() {
    var holders: [EntityRef: Entity] = [:]
    for index in documents.indices {
      guard let entity = documents[index].entity, documents[index].faults.isEmpty else { continue }
      guard let holder = holders[entity.ref] else {
        holders[entity.ref] = entity
        continue
      }
      documents[index].faults.append(.duplicate(entity, of: holder))
    }
  }
}

extension EntityFault {
  /// An entity whose name another one bears already.
  static func duplicate(_ entity: Entity, of holder: Entity) -> EntityFault {
    EntityFault(
      "", .duplicateEntity, at: entity.range, "'\(entity.ref)' is declared twice; this one does not count",
      help: "rename one of the two", notes: [.init("first declared here", at: holder.range)])
  }
}

extension YAMLNode {
  /// Whether any value bears a tag that YAML does not know. Depth is capped where YAML is read.
  fileprivate var hasUnknownTag: Bool {
    if tag != nil { return true }
    return sequence?.contains { $0.hasUnknownTag } ?? mapping?.contains {
      $0.key.hasUnknownTag || $0.value.hasUnknownTag
    } ?? false
  }
}
