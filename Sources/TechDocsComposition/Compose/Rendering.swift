package import TechDocsModel

/// One composite resource through one Composition: what `techdocs render` shows, and each service of a portal.
package struct Rendering: Sendable {
  package let composite: CompositeResource
  package let composition: Composition
  package let definition: CompositeResourceDefinition?
  /// What the XRD does not allow; the pipeline is not run then.
  package let faults: [SchemaFault]
  package let composed: Composed?

  package var resources: [ComposedResource] { composed?.resources ?? [] }

  /// Defaults, validation, pipeline.
  package init(
    _ written: CompositeResource, _ composition: Composition, _ definition: CompositeResourceDefinition?,
    environmentConfigs: [FieldNode] = []
  ) {
    let composite = definition.map { written.composite(of: $0) } ?? written
    (self.composite, self.composition, self.definition) = (composite, composition, definition)
    var node = composite.node, faults: [SchemaFault] = []
    if let definition {
      let version = composite.apiVersion.split(separator: "/").last.map(String.init) ?? ""
      if let schema = definition.version(version)?.schema {
        schema.applyDefaults(to: &node)
        faults = SchemaValidation.faults(of: node.body, schema, at: "")
      } else {
        faults = [Self.unknownVersion(version, composite, definition)]
      }
    }
    faults += Self.nameFaults(composite)
    self.faults = faults
    composed = faults.isEmpty ? composition.compose(node, environmentConfigs: environmentConfigs) : nil
  }

  private static func unknownVersion(
    _ version: String, _ composite: CompositeResource, _ definition: CompositeResourceDefinition
  ) -> SchemaFault {
    let names = definition.versions.map(\.name).joined(separator: ", ")
    return SchemaFault(
      path: ".apiVersion", message: "'\(composite.apiVersion)' is not offered", origin: composite.node.origin,
      help: "\(definition.group) has \(names)")
  }

  /// Names of objects are DNS names (RFC 1123).
  private static func nameFaults(_ composite: CompositeResource) -> [SchemaFault] {
    var faults: [SchemaFault] = []
    for (key, limit) in [("name", 253), ("namespace", 63)] {
      guard let node = composite.node["metadata"]?[key] else { continue }
      let bytes = Array((node.string ?? "").utf8)
      let isEdge = { (byte: UInt8?) in
        byte.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") || $0 >= 0x30 && $0 <= 0x39 } ?? false
      }
      let isName =
        isEdge(bytes.first) && isEdge(bytes.last) && bytes.count <= limit
        && bytes.allSatisfy { isEdge($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") && key == "name" }
      if !isName {
        faults.append(
          SchemaFault(
            path: ".metadata.\(key)", message: "'\(node.string ?? GoText.json(node))' is not a DNS name",
            origin: node.origin,
            help: "small letters, digits and dashes, beginning and ending with a letter or digit"))
      }
    }
    return faults
  }
}

extension FieldNode {
  /// Without the fields that every object has.
  fileprivate var body: FieldNode {
    guard var fields = map else { return self }
    for key in ["apiVersion", "kind", "metadata"] { fields[key] = nil }
    return FieldNode(.map(fields), origin)
  }
}
