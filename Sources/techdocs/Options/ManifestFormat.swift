import ArgumentParser
import TechDocsComposition

/// How manifests are printed.
enum ManifestFormat: String, ExpressibleByArgument {
  case yaml, json

  /// A stream of documents, or one array.
  func text(of nodes: [FieldNode]) -> String {
    switch self {
    case .yaml: ManifestYAML.stream(of: nodes)
    case .json: ManifestJSON.text(of: FieldNode(.list(nodes))) + "\n"
    }
  }
}
