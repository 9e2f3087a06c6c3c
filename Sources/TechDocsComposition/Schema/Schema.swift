/// An OpenAPI v3 schema as a CRD or XRD holds it.
package struct Schema: Sendable {
  package enum Additional: Sendable {
    /// Nothing is said.
    case none
    case anything
    case values([Schema])
  }

  package struct Property: Sendable {
    package let name: String
    package let schema: Schema
  }

  package let type: String?
  package let title: String?
  package let description: String?
  package let defaultValue: FieldNode?
  package let required: [String]
  /// In the order of the file.
  package let properties: [Property]
  /// One element where `items` is there, else none; an array because the type holds itself.
  package let items: [Schema]
  package let additional: Additional
  package let options: [FieldNode]
  package let pattern: String?
  package let format: String?
  package let isNullable: Bool
  package let isIntOrString: Bool
  package let keepsUnknown: Bool
  package let limits: SchemaLimits
  package let mapKeys: [String]
  let compiledPattern: RE2Pattern?
  let allOf: [Schema]
  let anyOf: [Schema]
  let oneOf: [Schema]
  let negated: [Schema]
  package let rules: [SchemaRule]
  /// Where it stands in its file.
  package let origin: Origin

  /// The schema of a node; anything that is no schema is one that takes everything.
  package init(_ node: FieldNode) {
    origin = node.origin
    type = node["type"]?.string
    title = node["title"]?.string
    description = node["description"]?.string
    defaultValue = node.map?["default"]
    required = (node["required"]?.list ?? []).compactMap(\.string)
    properties = (node["properties"]?.map ?? Fields()).entries.map {
      Property(name: $0.key, schema: Schema($0.node))
    }
    hasProperties = node["properties"] != nil
    items = node["items"].map { [Schema($0)] } ?? []
    switch node["additionalProperties"]?.value {
    case .bool(true): additional = .anything
    case .map: additional = .values(node["additionalProperties"].map { [Schema($0)] } ?? [])
    default: additional = .none
    }
    options = node["enum"]?.list ?? []
    pattern = node["pattern"]?.string
    // A pattern that RE2 does not take is not checked; the API server would have refused it.
    compiledPattern = pattern.flatMap { try? RE2Pattern($0) }
    format = node["format"]?.string
    isNullable = node["nullable"]?.bool ?? false
    isIntOrString = node["x-kubernetes-int-or-string"]?.bool ?? false
    keepsUnknown = node["x-kubernetes-preserve-unknown-fields"]?.bool ?? false
    limits = SchemaLimits(node)
    mapKeys = (node["x-kubernetes-list-map-keys"]?.list ?? []).compactMap(\.string)
    allOf = (node["allOf"]?.list ?? []).map(Schema.init)
    anyOf = (node["anyOf"]?.list ?? []).map(Schema.init)
    oneOf = (node["oneOf"]?.list ?? []).map(Schema.init)
    negated = node["not"].map { [Schema($0)] } ?? []
    rules = (node["x-kubernetes-validations"]?.list ?? []).map(SchemaRule.init)
  }

  /// Whether `properties` is written, even if it is empty.
  let hasProperties: Bool

  /// The schema of a property. O(properties).
  package func property(_ name: String) -> Schema? { properties.first { $0.name == name }?.schema }
}

/// Numbers that bound a value.
package struct SchemaLimits: Sendable {
  package let minimum: Double?
  package let maximum: Double?
  package let isMinimumExclusive: Bool
  package let isMaximumExclusive: Bool
  package let multipleOf: Double?
  package let minLength: Int?
  package let maxLength: Int?
  package let minItems: Int?
  package let maxItems: Int?
  package let minProperties: Int?
  package let maxProperties: Int?

  init(_ node: FieldNode) {
    let number = { (key: String) -> Double? in
      switch node[key]?.value {
      case .int(let int): Double(int)
      case .double(let double): double
      default: nil
      }
    }
    let count = { (key: String) in node[key]?.int.map { Int(clamping: $0) } }
    (minimum, maximum, multipleOf) = (number("minimum"), number("maximum"), number("multipleOf"))
    isMinimumExclusive = node["exclusiveMinimum"]?.bool ?? false
    isMaximumExclusive = node["exclusiveMaximum"]?.bool ?? false
    (minLength, maxLength) = (count("minLength"), count("maxLength"))
    (minItems, maxItems) = (count("minItems"), count("maxItems"))
    (minProperties, maxProperties) = (count("minProperties"), count("maxProperties"))
  }
}

/// One of `x-kubernetes-validations`.
package struct SchemaRule: Sendable {
  package let text: String
  package let message: String?
  let program: Result<CELProgram, CompositionError>

  init(_ node: FieldNode) {
    text = node["rule"]?.string ?? ""
    message = node["message"]?.string
    do throws(CompositionError) { program = .success(try CELProgram(text)) } catch { program = .failure(error) }
  }

  /// Rules that compare with the object before are passed over: a build knows no object before.
  var isTransition: Bool { text.contains("oldSelf") }
}
