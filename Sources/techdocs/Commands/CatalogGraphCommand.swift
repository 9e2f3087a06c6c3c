import ArgumentParser
import TechDocsCatalog
import TechDocsModel

/// `techdocs catalog graph`: the relations as a graph for other tools.
struct CatalogGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Print the relations as a Graphviz graph, or as JSON.")

  @OptionGroup var options: CatalogOptions

  @Option(help: "Only this entity, its parts, and what they are related to.")
  var of: String?

  func run() throws {
    let catalog = try options.catalog()
    let graph = CatalogGraph(catalog, around: try of.map { try catalog.entity(named: $0).ref })
    Output.write(options.json ? Self.json(graph, catalog) : Self.dot(graph, catalog))
  }

  private static func dot(_ graph: CatalogGraph, _ catalog: Catalog) -> String {
    let nodes = graph.nodes.map { ref in
      "  \(quoted(ref.description)) [label=\(quoted(catalog[ref]?.displayName ?? ref.shortDescription))];\n"
    }
    let edges = graph.edges.map { edge in
      "  \(quoted(edge.from.description)) -> \(quoted(edge.to.description)) [label=\(quoted(edge.kind.rawValue))];\n"
    }
    return "digraph catalog {\n  rankdir=LR;\n  node [shape=box];\n\(nodes.joined())\(edges.joined())}\n"
  }

  /// A quoted identifier of the DOT language.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacingASCII(["\\": "\\\\", "\"": "\\\"", "\n": " "]) + "\""
  }

  private static func json(_ graph: CatalogGraph, _ catalog: Catalog) -> String {
    let nodes = graph.nodes.map { ref in
      "{\"ref\":\(JSONText.quoted(ref.description)),\"known\":\(catalog[ref] != nil)}"
    }
    let edges = graph.edges.map { edge in
      "[\(JSONText.quoted(edge.from.description)),\"\(edge.kind.rawValue)\",\(JSONText.quoted(edge.to.description))]"
    }
    return "{\"nodes\":[\n\(nodes.joined(separator: ",\n"))\n],\"edges\":[\n\(edges.joined(separator: ",\n"))\n]}\n"
  }
}
