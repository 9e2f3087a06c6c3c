import TechDocsCatalog

/// The graph of a system or domain: its parts, what they use and who uses them, at most 60 boxes.
struct SystemGraph: Sendable {
  /// A box: one entity, or what stands for several.
  struct Box: Sendable, Hashable {
    let title: String
    let subtitle: String
    let address: String?
  }

  let boxes: [Box]
  let edges: [(from: Int, to: Int, isAPI: Bool)]

  /// What is drawn of relations; ownership and membership stand in tables.
  static let kinds: Set<Relation.Kind> = [.providesApi, .consumesApi, .dependsOn]

  /// nil when nothing is related to anything.
  init?(of ref: EntityRef, in view: CatalogView) {
    let graph = CatalogGraph(view.catalog, around: ref, kinds: Self.kinds)
    let inner = CatalogGraph.parts(of: ref, in: view.catalog)
    let used = Set(graph.edges.flatMap { [$0.from, $0.to] })
    guard !graph.edges.isEmpty else { return nil }
    let names = graph.nodes.filter { used.contains($0) }
    let groups = names.count > GraphDrawing.limit ? Self.groups(of: names, inner, view) : [:]
    var boxes: [Box] = [], places: [EntityRef: Int] = [:], numbers: [Box: Int] = [:]
    for name in names {
      let box = groups[name] ?? Self.box(name, isInner: inner.contains(name), view)
      if numbers[box] == nil {
        numbers[box] = boxes.count
        boxes.append(box)
      }
      places[name] = numbers[box]
    }
    var edges: [(from: Int, to: Int, isAPI: Bool)] = [], seen: Set<[Int]> = []
    for edge in graph.edges {
      guard let from = places[edge.from], let to = places[edge.to], from != to, seen.insert([from, to]).inserted else {
        continue
      }
      edges.append((from, to, edge.kind != .dependsOn))
    }
    guard boxes.count <= GraphDrawing.limit, !edges.isEmpty else { return nil }
    (self.boxes, self.edges) = (boxes, edges)
  }

  private static func box(_ ref: EntityRef, isInner: Bool, _ view: CatalogView) -> Box {
    let type = view.catalog[ref]?.type ?? ""
    let kind = KindWords.singular(ref.kind) + (type.isEmpty ? "" : " · \(GraphDrawing.cut(type))")
    return Box(title: view.label(ref), subtitle: isInner ? kind : "\(kind) · outside", address: view.addresses[ref])
  }

  /// Entities that stand behind one box each for their system, or for their kind where they have none.
  private static func groups(
    of names: [EntityRef], _ inner: Set<EntityRef>, _ view: CatalogView
  ) -> [EntityRef: Box] {
    let systems = names.reduce(into: [EntityRef: EntityRef]()) { all, name in
      all[name] = view.catalog.others(.partOf, of: name).first { $0.kind == "system" }
    }
    let counts = Dictionary(grouping: names) { systems[$0].map(\.description) ?? $0.kind }.mapValues(\.count)
    return names.reduce(into: [:]) { all, name in
      if let system = systems[name] {
        let count = counts[system.description] ?? 1
        all[name] = Box(
          title: view.label(system), subtitle: "System · \(count) \(count == 1 ? "part" : "parts")",
          address: view.addresses[system])
      } else {
        let count = counts[name.kind] ?? 1
        all[name] = Box(
          title: "\(count) \(KindWords.plural(name.kind))", subtitle: "without a system",
          address: nil)
      }
    }
  }

  /// What is to be laid out.
  var layout: DotLayout.Graph {
    DotLayout.Graph(
      widths: boxes.map { GraphDrawing.nodeWidth($0.title, $0.subtitle) }, edges: edges.map { [$0.from, $0.to] })
  }

  /// The drawing of a graph that is laid out; nil when a box has no place.
  func drawing(_ placement: DotLayout.Placement) -> GraphDrawing? {
    guard boxes.indices.allSatisfy({ placement.nodes[$0] != nil }) else { return nil }
    let nodes = boxes.enumerated().compactMap { index, box in
      placement.nodes[index].map { at in
        GraphDrawing.Node(
          title: box.title, subtitle: box.subtitle, address: box.address, center: at,
          width: GraphDrawing.nodeWidth(box.title, box.subtitle))
      }
    }
    let lines = edges.compactMap { edge in
      placement.edges[[edge.from, edge.to]].map {
        GraphDrawing.Edge(points: $0, label: "", labelAt: nil, isDashed: edge.isAPI)
      }
    }
    return GraphDrawing(width: placement.width, height: placement.height, nodes: nodes, edges: lines)
  }
}
