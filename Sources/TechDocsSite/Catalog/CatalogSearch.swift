import TechDocsCatalog
import TechDocsModel
import TechDocsSearch

/// What search finds of the catalog: every entity, and the operations and types of APIs at their anchors.
struct CatalogSearch: Sendable {
  let view: CatalogView
  let references: [EntityRef: APIReference]

  /// A source for each kind, so that results can be narrowed to it.
  var pages: [SearchPages] {
    let entities = view.catalog.entities.filter { view.addresses[$0.ref] != nil && $0.ref.kind != "location" }
    let kinds = Dictionary(grouping: entities, by: \.ref.kind)
    return kinds.sorted { $0.key.isBefore($1.key) }.map { kind, entities in
      SearchPages(
        source: SearchSource(
          name: "catalog-\(kind)", title: KindWords.plural(kind), type: kind == "api" ? "api" : "catalog", kind: kind),
        records: entities.map(record))
    }
  }

  private func record(_ entity: Entity) -> SearchRecord {
    let words = [
      entity.description, entity.name, entity.type, entity.lifecycle,
      entity.owner.map { view.label($0) },
    ]
    let about = words.compactMap(\.self).joined(separator: " ")
    var record = SearchRecord(
      url: view.addresses[entity.ref] ?? "", title: entity.displayName, breadcrumbs: ["Catalog"],
      sections: [section("", "", about)] + (references[entity.ref].map(sections) ?? []))
    record.tags = entity.tags
    return record
  }

  /// Operations and types, under the anchors that the page gives them.
  private func sections(_ reference: APIReference) -> [SearchRecord.Section] {
    var uses: [String: Int] = [:]
    func anchor(_ id: String) -> String {
      uses[id, default: 0] += 1
      return uses[id] == 1 ? id : "\(id)_\(uses[id] ?? 1)"
    }
    let operations = reference.groups.flatMap(\.operations).map { operation in
      let fields = operation.parameters.map(\.name).joined(separator: " ")
      let text = [operation.summary, operation.description, fields].compactMap(\.self).joined(separator: " ")
      return section(anchor(operation.id), "\(operation.verb) \(operation.name)", text)
    }
    let types = reference.types.map { type in
      let text = ([type.description].compactMap(\.self) + type.fields.map(\.name)).joined(separator: " ")
      return section(anchor(CatalogHTML.typeID(type.name)), type.name, text)
    }
    return operations + types
  }

  private func section(_ anchor: String, _ heading: String, _ text: String) -> SearchRecord.Section {
    let collapsed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return .init(anchor: anchor, heading: heading, text: Array(collapsed.utf8)[...])
  }
}
