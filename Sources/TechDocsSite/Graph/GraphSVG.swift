import TechDocsModel

/// A drawing as SVG whose colours come from the theme, so that it is right in light and in dark.
struct GraphSVG {
  let drawing: GraphDrawing
  /// The way to the site's root.
  let root: String

  /// A table beside the drawing says the same, so the drawing is kept from screen readers and the tab order.
  func render(into html: inout HTMLBuffer) {
    let size = "\(Self.number(drawing.width)) \(Self.number(drawing.height))"
    html.put("<svg class=\"td-graph__svg\" viewBox=\"0 0 \(size)\" width=\"\(Self.number(drawing.width))\" ")
    html.put("height=\"\(Self.number(drawing.height))\" aria-hidden=\"true\" focusable=\"false\">\n")
    html.put("<defs><marker id=\"td-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" ")
    html.put("markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>\n")
    for edge in drawing.edges { put(edge, into: &html) }
    for node in drawing.nodes { put(node, into: &html) }
    for edge in drawing.edges { putLabel(edge, into: &html) }
    html.put("</svg>\n")
  }

  private func put(_ edge: GraphDrawing.Edge, into html: inout HTMLBuffer) {
    guard let start = edge.points.first else { return }
    html.put(edge.isDashed ? "<path class=\"td-graph__api\" d=\"M" : "<path d=\"M")
    html.put(Self.pair(start))
    for (index, point) in edge.points.dropFirst().enumerated() {
      html.put(index % 3 == 0 ? "C" : " ")
      html.put(Self.pair(point))
    }
    html.put("\"/>\n")
  }

  private func putLabel(_ edge: GraphDrawing.Edge, into html: inout HTMLBuffer) {
    guard let at = edge.labelAt, !edge.label.isEmpty else { return }
    html.put("<text class=\"td-graph__label\" x=\"\(Self.number(at.x))\" y=\"\(Self.number(at.y))\">")
    html.putEscaped(edge.label)
    html.put("</text>\n")
  }

  private func put(_ node: GraphDrawing.Node, into html: inout HTMLBuffer) {
    if let address = node.address {
      html.put("<a href=\"")
      html.put(root)
      html.putEscaped(address)
      html.put("\" tabindex=\"-1\">")
    }
    html.put(node.isFocus ? "<g class=\"td-graph__focus\">" : "<g>")
    let left = node.center.x - node.width / 2, top = node.center.y - GraphDrawing.nodeHeight / 2
    html.put("<rect x=\"\(Self.number(left))\" y=\"\(Self.number(top))\" width=\"\(Self.number(node.width))\" ")
    html.put("height=\"\(Self.number(GraphDrawing.nodeHeight))\" rx=\"6\"/><text x=\"\(Self.number(node.center.x))\" ")
    html.put("y=\"\(Self.number(node.center.y - 2))\">")
    html.putEscaped(GraphDrawing.cut(node.title))
    html.put("</text><text class=\"td-graph__kind\" x=\"\(Self.number(node.center.x))\" ")
    html.put("y=\"\(Self.number(node.center.y + 14))\">")
    html.putEscaped(node.subtitle)
    html.put(node.address == nil ? "</text></g>\n" : "</text></g></a>\n")
  }

  private static func pair(_ point: GraphDrawing.Point) -> String { "\(number(point.x)) \(number(point.y))" }

  /// At most one digit after the point; the same on every machine.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = tenths / 10, rest = abs(tenths % 10)
    let sign = tenths < 0 && whole == 0 ? "-" : ""
    return rest == 0 ? "\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
