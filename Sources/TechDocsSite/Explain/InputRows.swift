import TechDocsComposition
import TechDocsModel

/// The fields of a service's resource, as rows that values can point at, and what points back.
struct InputRows {
  struct Row {
    let path: String
    let node: FieldNode
    /// The values that come from it: the first few, and how many there are.
    var uses: [Use] = []
    var useCount = 0
  }

  /// A value of a manifest that comes from a row.
  struct Use {
    let resource: Int
    let path: String
    /// The value's number on the page, which makes its anchor.
    let value: Int
  }

  /// How many uses of a row are named.
  static let useLimit = 6

  private(set) var rows: [Row] = []
  private var places: [String: Int] = [:]
  /// By site of the Composition: the rows that it reads, the most telling one first.
  let rowsOfSite: [[Int]]

  init(_ composite: FieldNode, _ notes: CompositionNotes?) {
    for leaf in SecretValues.hidden(in: composite).leaves where Self.isShown(leaf.path) {
      let path = leaf.path.text
      places[path] = rows.count
      rows.append(Row(path: path, node: leaf.node))
    }
    let (rows, places) = (rows, places)
    rowsOfSite = (notes?.notes ?? []).map { note in
      note.inputs.compactMap { input in
        places[input] ?? rows.firstIndex { $0.path.hasPrefix(input + ".") || $0.path.hasPrefix(input + "[") }
      }
    }
  }

  /// Not what every object has.
  private static func isShown(_ path: FieldPath) -> Bool {
    path.segments.first != .field("apiVersion") && path.segments.first != .field("kind")
  }

  mutating func add(_ use: @autoclosure () -> Use, to row: Int) {
    rows[row].useCount += 1
    if rows[row].uses.count < Self.useLimit { rows[row].uses.append(use()) }
  }
}
