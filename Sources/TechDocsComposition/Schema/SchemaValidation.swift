import TechDocsModel

/// One thing in a composite resource that its schema does not allow.
package struct SchemaFault: Sendable, Hashable {
  /// As in `.spec.replicas`.
  package let path: String
  package let message: String
  /// The value at fault, or the object that lacks something.
  package let origin: Origin
  /// What the schema would take; nil when the message says it all.
  package let help: String?

  /// `.spec.replicas: more than 10`.
  package var text: String { "\(path): \(message)" }
}

/// Compares a value with a schema, as deep as the shallower of the two.
struct SchemaValidation {
  /// How many faults are told.
  static let limit = 100

  private(set) var faults: [SchemaFault] = []
  private var budget = Budget()

  static func faults(of node: FieldNode, _ schema: Schema, at path: String) -> [SchemaFault] {
    var validation = SchemaValidation()
    validation.check(node, schema, path)
    return validation.faults
  }

  private mutating func report(_ path: String, _ message: String, _ node: FieldNode, help: String? = nil) {
    guard faults.count < Self.limit else { return }
    faults.append(SchemaFault(path: path, message: message, origin: node.origin, help: help))
  }

  private mutating func check(_ node: FieldNode, _ schema: Schema, _ path: String) {
    guard (try? budget.spend(1)) != nil else { return }
    if node.isNull {
      if !schema.isNullable, schema.type != nil { report(path, "null is not allowed", node) }
      return
    }
    if schema.isIntOrString {
      if node.string == nil, !node.isInteger { report(path, "expected an integer or a string", node) }
      return
    }
    if let type = schema.type, !node.isOf(type) {
      report(path, "expected \(type), found \(node.typeWord)", node, help: Self.typeHelp(node, type))
      return
    }
    checkOptions(node, schema, path)
    switch node.value {
    case .map(let fields): check(fields, node, schema, path)
    case .list(let items): check(items, node, schema, path)
    case .string(let text): check(text, node, schema, path)
    case .int(let int): check(Double(int), node, schema, path)
    case .double(let double): check(double, node, schema, path)
    case .null, .bool: break
    }
    checkAlternatives(node, schema, path)
    checkRules(node, schema, path)
  }

  private static func typeHelp(_ node: FieldNode, _ type: String) -> String? {
    type == "string" ? "put the value in quotes" : node.string != nil ? "write it without quotes" : nil
  }

  private mutating func checkOptions(_ node: FieldNode, _ schema: Schema, _ path: String) {
    guard !schema.options.isEmpty, !schema.options.contains(where: { $0.hasSameValue(as: node) }) else { return }
    let words = schema.options.map(\.literal).joined(separator: ", ")
    let nearest = node.string.flatMap { NearMiss(of: $0, among: schema.options.compactMap(\.string)).suggestion }
    report(path, "\(node.literal) is not one of [\(words)]", node, help: nearest)
  }

  private mutating func check(_ fields: Fields, _ node: FieldNode, _ schema: Schema, _ path: String) {
    for name in schema.required where fields[name] == nil {
      report("\(path).\(name)", "required", node, help: schema.property(name)?.description)
    }
    for entry in fields.entries {
      if let property = schema.property(entry.key) {
        check(entry.node, property, "\(path).\(entry.key)")
      } else if case .values(let schemas) = schema.additional, let value = schemas.first {
        check(entry.node, value, "\(path).\(entry.key)")
      } else if !schema.takesUnknown {
        let near = NearMiss(of: entry.key, among: schema.properties.map(\.name)).suggestion
        report("\(path).\(entry.key)", "unknown field", entry.node, help: near)
      }
    }
    if let limit = schema.limits.maxProperties, fields.count > limit { report(path, "more than \(limit) fields", node) }
    if let limit = schema.limits.minProperties, fields.count < limit {
      report(path, "fewer than \(limit) fields", node)
    }
  }

  private mutating func check(_ items: [FieldNode], _ node: FieldNode, _ schema: Schema, _ path: String) {
    if let limit = schema.limits.maxItems, items.count > limit { report(path, "more than \(limit) items", node) }
    if let limit = schema.limits.minItems, items.count < limit { report(path, "fewer than \(limit) items", node) }
    if !schema.mapKeys.isEmpty {
      let keys = items.map { item in schema.mapKeys.map { item[$0].map(GoText.json) ?? "null" } }
      if Set(keys).count != keys.count {
        report(path, "two items with the same \(schema.mapKeys.joined(separator: "/"))", node)
      }
    }
    guard let inner = schema.items.first else { return }
    for (index, item) in items.enumerated() { check(item, inner, "\(path)[\(index)]") }
  }

  private mutating func check(_ text: String, _ node: FieldNode, _ schema: Schema, _ path: String) {
    if let pattern = schema.compiledPattern, !pattern.matches(text) {
      report(path, "\(node.literal) does not match \(pattern.text)", node)
    }
    let count = text.unicodeScalars.count
    if let limit = schema.limits.minLength, count < limit { report(path, "shorter than \(limit)", node) }
    if let limit = schema.limits.maxLength, count > limit { report(path, "longer than \(limit)", node) }
  }

  private mutating func check(_ number: Double, _ node: FieldNode, _ schema: Schema, _ path: String) {
    let limits = schema.limits
    if let minimum = limits.minimum, number < minimum || limits.isMinimumExclusive && number == minimum {
      report(path, "less than \(GoFloat.plain(minimum))", node, help: "\(node.literal) is too small")
    }
    if let maximum = limits.maximum, number > maximum || limits.isMaximumExclusive && number == maximum {
      report(path, "more than \(GoFloat.plain(maximum))", node, help: "\(node.literal) is too large")
    }
    if let step = limits.multipleOf, step > 0, (number / step).rounded() * step != number {
      report(path, "not a multiple of \(GoFloat.plain(step))", node)
    }
  }

  private mutating func checkAlternatives(_ node: FieldNode, _ schema: Schema, _ path: String) {
    for inner in schema.allOf { faults += alternative(node, inner, path) }
    for (name, alternatives, isRight) in [
      ("oneOf", schema.oneOf, { $0 == 1 }), ("anyOf", schema.anyOf, { $0 > 0 }),
    ] as [(String, [Schema], (Int) -> Bool)] where !alternatives.isEmpty {
      let matching = alternatives.count { alternative(node, $0, path).isEmpty }
      if !isRight(matching) { report(path, "\(matching) of the \(name) alternatives match", node) }
    }
    if let negated = schema.negated.first, alternative(node, negated, path).isEmpty {
      report(path, "matches what it must not", node)
    }
  }

  /// The faults against a part of a schema that names only what it asks for: other fields are none of its business.
  private mutating func alternative(_ node: FieldNode, _ schema: Schema, _ path: String) -> [SchemaFault] {
    guard (try? budget.spend(1)) != nil else { return [] }
    var inner = SchemaValidation()
    inner.budget = budget
    if let fields = node.map, schema.type == nil {
      for name in schema.required where fields[name] == nil { inner.report("\(path).\(name)", "required", node) }
      for property in schema.properties {
        if let value = fields[property.name] { inner.check(value, property.schema, "\(path).\(property.name)") }
      }
      inner.checkAlternatives(node, schema, path)
    } else {
      inner.check(node, schema, path)
    }
    budget = inner.budget
    return inner.faults
  }

  private mutating func checkRules(_ node: FieldNode, _ schema: Schema, _ path: String) {
    for rule in schema.rules where !rule.isTransition {
      guard case .success(let program) = rule.program else { continue }
      do throws(CompositionError) {
        let verdict = try program.evaluate(["self": CELValue(node, .integers)], &budget)
        if case .bool(false) = verdict { report(path, rule.message ?? "failed rule: \(rule.text)", node) }
      } catch {
        report(path, "rule '\(rule.text)' could not be evaluated: \(error.message)", node)
      }
    }
  }
}

extension Schema {
  /// Whether fields that no property names may stand here.
  fileprivate var takesUnknown: Bool {
    if case .anything = additional { return true }
    return keepsUnknown || !hasProperties && (type == nil || type == "object")
  }
}

extension FieldNode {
  fileprivate var isInteger: Bool {
    if case .int = value { return true }
    return false
  }

  fileprivate func isOf(_ type: String) -> Bool {
    switch (type, value) {
    case ("object", .map), ("array", .list), ("string", .string), ("boolean", .bool), ("integer", .int),
      ("number", .int), ("number", .double):
      true
    case ("object", _), ("array", _), ("string", _), ("boolean", _), ("integer", _), ("number", _): false
    default: true
    }
  }

  fileprivate var typeWord: String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .int: "integer"
    case .double: "float"
    case .string: "string"
    case .list: "list"
    case .map: "object"
    }
  }

  /// The value as a message shows it: texts in single quotes.
  fileprivate var literal: String {
    switch value {
    case .string(let text): "'\(text)'"
    default: GoText.json(self)
    }
  }
}
