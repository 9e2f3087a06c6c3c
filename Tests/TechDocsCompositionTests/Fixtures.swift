import Foundation
import TechDocsComposition
import TechDocsModel
import TestSupport

/// Cases of the reference material and of `Spec`, as field values.
enum Fixtures {
  static let spec = ProjectFolder.root.appendingPathComponent("Tests/TechDocsCompositionTests/Spec")

  /// The cases of a file beside the project; nil, with a word about it, on machines that have none.
  static func shared(_ file: String) throws -> [FieldNode]? {
    guard let folder = ProjectFolder.shared else {
      print("skipped: ../shared/platform/\(file) is not there")
      return nil
    }
    let text = try String(contentsOf: folder.appendingPathComponent("platform/\(file)"), encoding: .utf8)
    return try JSONReading.value(of: text)["cases"]?.list ?? []
  }

  /// One case a line.
  static func lines(_ file: String) throws -> [FieldNode] {
    let text = try String(contentsOf: spec.appendingPathComponent(file), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONReading.value(of: String($0)) }
  }

  static func document(_ file: String) throws -> YAMLNode {
    let text = try String(contentsOf: spec.appendingPathComponent(file), encoding: .utf8)
    return try unwrapped(YAMLDocument.parse(SourceText(file, text)).value)
  }

  /// A YAML text as field values.
  static func yaml(_ text: String) throws -> FieldNode {
    FieldNode(try unwrapped(YAMLDocument.parse(SourceText("test.yaml", text)).value), as: .base)
  }

  struct Missing: Error {}

  static func unwrapped<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }
}

extension FieldNode {
  /// The value with `{"$float": x}` as the float that it stands for.
  var unfloated: FieldNode {
    switch value {
    case .list(let items): return FieldNode(.list(items.map(\.unfloated)))
    case .map(let fields):
      if fields.count == 1, let float = fields["$float"] {
        if case .int(let int) = float.value { return FieldNode(.double(Double(int))) }
        return float
      }
      var result = FieldNode.emptyMap
      for entry in fields.entries { result = result.adding(entry.key, entry.node.unfloated) }
      return result
    default: return self
    }
  }

  func adding(_ key: String, _ node: FieldNode) -> FieldNode {
    var fields = map ?? Fields()
    fields[key] = node
    return FieldNode(.map(fields))
  }

  /// Without nulls, as Go's structs leave them out.
  var withoutNulls: FieldNode {
    switch value {
    case .list(let items): return FieldNode(.list(items.map(\.withoutNulls)))
    case .map(let fields):
      return fields.entries.reduce(.emptyMap) { $1.node.isNull ? $0 : $0.adding($1.key, $1.node.withoutNulls) }
    default: return self
    }
  }
}
