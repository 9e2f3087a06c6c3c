import TechDocsCatalog
import TechDocsModel

/// Lays out graphs with Graphviz, all in one run of `dot`.
///
/// Only numbers are passed to the program: boxes as `n0`, `n1` and their sizes. Names, which come from repositories,
/// never leave this process; the picture is drawn from the places that come back.
struct DotLayout {
  /// One graph to lay out.
  struct Graph: Hashable {
    /// The width of each box in pixels.
    let widths: [Double]
    /// Pairs of indices into `widths`.
    let edges: [[Int]]
  }

  /// Where boxes and lines of one graph lie, in pixels, y downwards.
  struct Placement: Sendable, Hashable {
    var width = 0.0
    var height = 0.0
    var nodes: [Int: GraphDrawing.Point] = [:]
    /// By pair of indices.
    var edges: [[Int]: [GraphDrawing.Point]] = [:]
  }

  /// Equal graphs are laid out once. Empty where the program is not there or fails.
  static func placements(of graphs: [Graph]) -> [Graph: Placement] {
    var order: [Graph] = [], seen: Set<Graph> = []
    for graph in graphs where seen.insert(graph).inserted { order.append(graph) }
    guard !order.isEmpty, let program = Program("dot") else { return [:] }
    let input = order.enumerated().map { source($1, number: $0) }.joined()
    guard let output = program.run(["-Tplain"], input: Array(input.utf8)) else { return [:] }
    let placed = placements(in: String(decoding: output, as: UTF8.self))
    guard placed.count == order.count else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(order, placed))
  }

  private static func source(_ graph: Graph, number: Int) -> String {
    let nodes = graph.widths.enumerated().map { index, width in
      "n\(index) [width=\(inches(width)),height=\(inches(GraphDrawing.nodeHeight))];\n"
    }
    let edges = graph.edges.map { "n\($0[0])->n\($0[1]);\n" }
    return """
      digraph g\(number) {rankdir=LR;nodesep=0.2;ranksep=0.7;node [shape=box,fixedsize=true,label=""];edge [arrowhead=none];
      \(nodes.joined())\(edges.joined())}

      """
  }

  private static func inches(_ pixels: Double) -> String {
    let thousandths = Int((pixels / 72 * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  /// Reads the `plain` format: `graph`, `node`, `edge` and `stop` lines. Source: Graphviz, "Output Formats".
  static func placements(in text: String) -> [Placement] {
    var placements: [Placement] = [], current = Placement()
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.first {
      case "graph" where words.count >= 4:
        current = Placement(width: pixels(words[2]), height: pixels(words[3]))
      case "node" where words.count >= 4:
        if let index = index(words[1]) { current.nodes[index] = point(words[2], words[3], in: current) }
      case "edge" where words.count >= 4: addEdge(words, to: &current)
      case "stop": placements.append(current)
      default: continue
      }
    }
    return placements
  }

  private static func addEdge(_ words: [Substring], to placement: inout Placement) {
    guard let from = index(words[1]), let to = index(words[2]), let count = Int(words[3]), count > 0,
      words.count >= 4 + 2 * count
    else { return }
    placement.edges[[from, to]] = (0..<count).map { point(words[4 + 2 * $0], words[5 + 2 * $0], in: placement) }
  }

  private static func index(_ word: Substring) -> Int? { word.first == "n" ? Int(word.dropFirst()) : nil }

  private static func pixels(_ word: Substring) -> Double { (Double(word) ?? 0) * 72 }

  private static func point(_ x: Substring, _ y: Substring, in placement: Placement) -> GraphDrawing.Point {
    GraphDrawing.Point(x: pixels(x), y: placement.height - pixels(y))
  }
}
