extension Schema {
  /// Sets the defaults of missing fields, as the API server does: only where the parent object is there.
  ///
  /// As deep as the schema, which is bounded by its file.
  package func applyDefaults(to node: inout FieldNode) {
    switch node.value {
    case .map(var fields):
      node.value = .null
      for property in properties {
        if let place = fields.index(of: property.name) {
          fields.update(at: place) { property.schema.setDefaultIfNull($0.isNull, &$0) }
        } else if let value = property.schema.defaultValue {
          var new = value
          property.schema.applyDefaults(to: &new)
          fields.append(property.name, new)
        }
      }
      if case .values(let schemas) = additional, let schema = schemas.first {
        let known = Set(properties.map(\.name))
        for place in fields.entries.indices where !known.contains(fields.entries[place].key) {
          fields.update(at: place) { schema.applyDefaults(to: &$0) }
        }
      }
      node.value = .map(fields)
    case .list(var list):
      guard let schema = items.first else { return }
      node.value = .null
      for place in list.indices { schema.applyDefaults(to: &list[place]) }
      node.value = .list(list)
    default: break
    }
  }

  /// A null that may not be one is as good as missing.
  private func setDefaultIfNull(_ isNull: Bool, _ node: inout FieldNode) {
    if isNull, !isNullable, let value = defaultValue { node = value }
    applyDefaults(to: &node)
  }
}
