import TechDocsCatalog

/// One entity with what it is related to: who uses it on the left, what it uses on the right.
///
/// Three columns need no layout program, so every entity page has its drawing at no cost worth naming.
struct NeighbourLayout {
  /// A box beside the entity, and what the arrow between them says.
  struct Neighbour {
    let title: String
    let subtitle: String
    let address: String?
    let label: String
  }

  let focus: Neighbour
  /// Their arrows point at the entity.
  let left: [Neighbour]
  /// The entity's arrows point at them.
  let right: [Neighbour]

  /// Boxes of one side; the rest is one box that leads to the table.
  private static let rows = 12
  private static let rowHeight = 58.0
  private static let gap = 120.0

  func drawing() -> GraphDrawing {
    let left = Self.shortened(left), right = Self.shortened(right)
    let height = Double(max(left.count, right.count, 1)) * Self.rowHeight
    let widths = [left, [focus], right].map { side in
      side.map { GraphDrawing.nodeWidth($0.title, $0.subtitle) }.max() ?? 0
    }
    let leftWidth = widths[0] + (left.isEmpty ? 0 : Self.gap), rightWidth = widths[2] + (right.isEmpty ? 0 : Self.gap)
    let center = GraphDrawing.Point(x: leftWidth + widths[1] / 2 + 2, y: height / 2 + 2)
    let total = leftWidth + widths[1] + rightWidth + 4
    var nodes = [node(focus, center, widths[1], isFocus: true)], edges: [GraphDrawing.Edge] = []
    for (index, neighbour) in left.enumerated() {
      let at = GraphDrawing.Point(x: widths[0] / 2 + 2, y: Self.row(index, of: left.count, height))
      nodes.append(node(neighbour, at, widths[0]))
      edges.append(
        Self.edge(
          GraphDrawing.Point(x: at.x + widths[0] / 2, y: at.y),
          GraphDrawing.Point(x: center.x - widths[1] / 2, y: center.y), neighbour.label, labelNear: \.first))
    }
    for (index, neighbour) in right.enumerated() {
      let at = GraphDrawing.Point(x: total - widths[2] / 2 - 2, y: Self.row(index, of: right.count, height))
      nodes.append(node(neighbour, at, widths[2]))
      edges.append(
        Self.edge(
          GraphDrawing.Point(x: center.x + widths[1] / 2, y: center.y),
          GraphDrawing.Point(x: at.x - widths[2] / 2, y: at.y), neighbour.label, labelNear: \.last))
    }
    return GraphDrawing(width: total, height: height + 4, nodes: nodes, edges: edges)
  }

  private func node(
    _ neighbour: Neighbour, _ at: GraphDrawing.Point, _ width: Double, isFocus: Bool = false
  ) -> GraphDrawing.Node {
    GraphDrawing.Node(
      title: neighbour.title, subtitle: neighbour.subtitle, address: neighbour.address, center: at, width: width,
      isFocus: isFocus)
  }

  private static func shortened(_ side: [Neighbour]) -> [Neighbour] {
    guard side.count > rows else { return side }
    let rest = side.count - rows + 1
    return side.prefix(rows - 1) + [
      Neighbour(title: "\(rest) more", subtitle: "in the table below", address: nil, label: "")
    ]
  }

  private static func row(_ index: Int, of count: Int, _ height: Double) -> Double {
    (Double(index) + 0.5) * height / Double(count) + 2
  }

  /// A curve whose label stands at the end where the other box is, so that labels of one fan do not meet.
  private static func edge(
    _ start: GraphDrawing.Point, _ end: GraphDrawing.Point, _ label: String,
    labelNear: (ArraySlice<GraphDrawing.Point>) -> GraphDrawing.Point?
  ) -> GraphDrawing.Edge {
    let middle = (start.x + end.x) / 2
    let points = [
      start, GraphDrawing.Point(x: middle, y: start.y), GraphDrawing.Point(x: middle, y: end.y), end,
    ]
    let isAtStart = labelNear(points[...]) == start
    let near = isAtStart ? start : end
    let at = GraphDrawing.Point(x: near.x + (isAtStart ? 42 : -42), y: near.y - 5)
    return GraphDrawing.Edge(points: points, label: label, labelAt: at)
  }
}
