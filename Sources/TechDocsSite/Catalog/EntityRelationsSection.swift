import TechDocsCatalog
import TechDocsModel

extension EntityPageWriter {
  private static let uses: Set<Relation.Kind> = [.dependsOn, .consumesApi, .providesApi]
  private static let usedBy: Set<Relation.Kind> = [.dependencyOf, .apiConsumedBy, .apiProvidedBy]

  /// The drawing, who would notice a change, and what the entity needs itself.
  mutating func putRelations(_ graph: GraphDrawing?) {
    let relations = view.catalog.relations(of: entity.ref)
    let used = relations.filter { Self.usedBy.contains($0.kind) },
      needed = relations.filter { Self.uses.contains($0.kind) }
    let indirect = consumersOfProvidedAPIs
    if entity.ref.kind == "system" || entity.ref.kind == "domain" {
      putWhole(graph)
    } else if !used.isEmpty || !needed.isEmpty {
      html.heading(2, "Relations", id: "relations")
      putFigure(neighbours(used, indirect, needed), "Every box is a link; the tables below say the same.")
    }
    if !used.isEmpty || !indirect.isEmpty {
      html.heading(3, "Used by", id: "used-by", count: used.count + indirect.count)
      putTable(used, indirect)
    }
    if !needed.isEmpty {
      html.heading(3, "Uses", id: "uses", count: needed.count)
      putTable(needed, [])
    }
  }

  /// Who would notice a change of this entity through an API that it provides.
  private var consumersOfProvidedAPIs: [(relation: Relation, api: EntityRef)] {
    var seen: Set<EntityRef> = []
    return view.catalog.others(.providesApi, of: entity.ref).flatMap { api in
      view.catalog.relations(of: api).filter { $0.kind == .apiConsumedBy && $0.to != entity.ref }
        .filter { seen.insert($0.to).inserted }.map { ($0, api) }
    }
  }

  private mutating func putTable(_ relations: [Relation], _ indirect: [(relation: Relation, api: EntityRef)]) {
    html.tableHead("Name", "Kind", "Relation", "Owner", "Declared in")
    for relation in relations {
      putRow(relation) { $0.text(KindWords.verb(relation.kind)) }
    }
    for (relation, api) in indirect {
      putRow(relation) {
        $0.raw("consumes ")
        $0.entity(api)
      }
    }
    html.tableEnd()
  }

  private mutating func putRow(_ relation: Relation, _ verb: (inout CatalogHTML) -> Void) {
    html.raw("<tr><td>")
    html.entity(relation.to)
    html.raw("</td><td>")
    html.text(KindWords.singular(relation.to.kind))
    html.raw("</td><td>")
    verb(&html)
    html.raw("</td><td>")
    html.entities(view.catalog.others(.ownedBy, of: relation.to))
    html.raw("</td><td>")
    html.place(relation.range)
    html.raw("</td></tr>\n")
  }

  mutating func putFigure(_ drawing: GraphDrawing, _ caption: StaticString) {
    html.raw("<div class=\"td-graph\" tabindex=\"0\" role=\"region\" aria-label=\"Graph of relations\">\n")
    var svg = HTMLBuffer()
    GraphSVG(drawing: drawing, root: html.root).render(into: &svg)
    html.raw(svg.bytes)
    html.raw("</div>\n<p class=\"td-caption\">")
    html.raw(caption)
    html.raw("</p>\n")
  }

  private func neighbours(
    _ used: [Relation], _ indirect: [(relation: Relation, api: EntityRef)], _ needed: [Relation]
  ) -> GraphDrawing {
    NeighbourLayout(
      focus: .init(
        title: entity.displayName, subtitle: KindWords.singular(entity.ref.kind), address: nil, label: ""),
      left: used.map { neighbour($0, verb: KindWords.verb($0.kind.reverse)) }
        + indirect.map { neighbour($0.relation, verb: "uses its API") },
      right: needed.map { neighbour($0, verb: KindWords.verb($0.kind)) }
    ).drawing()
  }

  private func neighbour(_ relation: Relation, verb: String) -> NeighbourLayout.Neighbour {
    .init(
      title: view.label(relation.to), subtitle: KindWords.singular(relation.to.kind),
      address: view.addresses[relation.to], label: verb)
  }

  /// How the parts of a system or domain are related: drawn where that could be done, and as a table.
  private mutating func putWhole(_ drawing: GraphDrawing?) {
    let graph = CatalogGraph(view.catalog, around: entity.ref, kinds: SystemGraph.kinds)
    guard !graph.edges.isEmpty else { return }
    html.heading(2, "How its parts are related", id: "graph")
    if let drawing {
      putFigure(drawing, "Solid lines: depends on. Dashed lines: provides or consumes an API. The table says the same.")
      html.raw("<details>\n<summary>As a table</summary>\n")
    }
    html.tableHead("From", "Relation", "To")
    for edge in graph.edges.prefix(CatalogHTML.rows) {
      html.raw("<tr><td>")
      html.entity(edge.from)
      html.raw("</td><td>")
      html.text(KindWords.verb(edge.kind))
      html.raw("</td><td>")
      html.entity(edge.to)
      html.raw("</td></tr>\n")
    }
    html.tableEnd()
    if drawing != nil { html.raw("</details>\n") }
  }

  /// What is part of it, what it owns, who its members are: a table for each kind of relation and entity.
  mutating func putParts() {
    let groups: [(Relation.Kind, String, String)] = [
      (.hasPart, "Parts", "parts"), (.ownerOf, "Owns", "owns"), (.hasMember, "Members", "members"),
      (.parentOf, "Teams below", "teams"),
    ]
    for (kind, title, id) in groups {
      let others = view.catalog.others(kind, of: entity.ref)
      guard !others.isEmpty else { continue }
      html.heading(2, title, id: id, count: others.count)
      html.entityTable(others)
    }
    putOwnedByTeams()
  }

  /// What the teams below a group own, so that a department's page is no dead end.
  private mutating func putOwnedByTeams() {
    guard entity.ref.kind == "group" else { return }
    var teams: Set<EntityRef> = [entity.ref], waiting = [entity.ref], owned: [EntityRef] = []
    while let next = waiting.popLast() {
      for team in view.catalog.others(.parentOf, of: next) where teams.insert(team).inserted {
        waiting.append(team)
        owned += view.catalog.others(.ownerOf, of: team)
      }
    }
    guard !owned.isEmpty else { return }
    html.heading(2, "Owned by teams below", id: "owned-below", count: owned.count)
    html.entityTable(Set(owned).sorted())
  }
}

extension CatalogHTML {
  /// The most rows of one table; a catalog's own lists have pages.
  static let rows = 1_000

  /// Entities as a table: name, and what is known of them; a column that would be empty is left out.
  ///
  /// `isFiltered` puts a form above by which a script narrows a list of more than a screen.
  mutating func entityTable(_ refs: [EntityRef], showsKind: Bool = true, isFiltered: Bool = false) {
    let shown = refs.prefix(Self.rows)
    let columns = EntityColumn.allCases.filter { column in
      column == .kind ? showsKind : shown.contains { hasValue($0, column) }
    }
    if isFiltered, shown.count > 8 { filter(by: columns.filter { $0 != .docs }.map(\.title)) }
    tableHead(["Name"] + columns.map(\.title))
    for ref in shown {
      raw("<tr><td>")
      entity(ref)
      raw("</td>")
      for column in columns { cell(ref, column) }
      raw("</tr>\n")
    }
    tableEnd()
    guard refs.count > Self.rows else { return }
    raw("<p>")
    text("and \(refs.count - Self.rows) more")
    raw("</p>\n")
  }

  private func hasValue(_ ref: EntityRef, _ column: EntityColumn) -> Bool {
    switch column {
    case .kind: true
    case .type: view.catalog[ref]?.type != nil
    case .lifecycle: view.catalog[ref]?.lifecycle != nil
    case .owner: view.catalog.relations(of: ref).contains { $0.kind == .ownedBy }
    case .part: view.catalog.relations(of: ref).contains { $0.kind == .partOf }
    case .docs: view.docs[ref]?.page != nil
    }
  }

  private mutating func cell(_ ref: EntityRef, _ column: EntityColumn) {
    raw("<td>")
    switch column {
    case .kind: text(KindWords.singular(ref.kind))
    case .type: text(view.catalog[ref]?.type ?? "")
    case .lifecycle: text(view.catalog[ref]?.lifecycle ?? "")
    case .owner: entities(view.catalog.others(.ownedBy, of: ref))
    case .part: entities(view.catalog.others(.partOf, of: ref))
    case .docs: if let page = view.docs[ref]?.page { link(view.address(ofPage: page), "Docs") }
    }
    raw("</td>")
  }

  mutating func cell(_ value: String) {
    raw("<td>")
    text(value)
    raw("</td>")
  }
}

/// What a list of entities may say of each, in this order.
private enum EntityColumn: CaseIterable {
  case kind, type, lifecycle, owner, part, docs

  var title: String {
    switch self {
    case .kind: "Kind"
    case .type: "Type"
    case .lifecycle: "Lifecycle"
    case .owner: "Owner"
    case .part: "Part of"
    case .docs: "Docs"
    }
  }
}
