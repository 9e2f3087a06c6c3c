import TechDocsModel

/// Checks the `spec` of an entity and derives its relations.
struct SpecReader {
  private let ref: EntityRef
  private let spec: YAMLNode
  private(set) var faults: [EntityFault] = []
  private(set) var relations: [Relation] = []

  init(ref: EntityRef, spec: YAMLNode) {
    self.ref = ref
    self.spec = spec
  }

  mutating func read(_ rule: KindRule, _ spec: YAMLNode) {
    for field in rule.fields {
      let node = spec[field.name]
      guard let node, !node.isNull else {
        if field.isRequired {
          fault(
            field.name, .required, node ?? spec, "A \(ref.kind) needs 'spec.\(field.name)'",
            Self.examples[field.name].map { "as in `\(field.name): \($0)`" })
        } else if let node {
          fault(field.name, .type, node, "'spec.\(field.name)' has no value", "leave the key out")
        }
        continue
      }
      if field.isList { readList(field, node) } else { readOne(field, node) }
    }
  }

  /// The steps of a template. Source: Backstage `Template.v1beta3.schema.json`.
  mutating func readSteps(_ spec: YAMLNode) {
    guard let node = spec["steps"], !node.isNull else {
      return fault("steps", .required, spec["steps"] ?? spec, "A template needs 'spec.steps'")
    }
    guard let steps = node.sequence else {
      return fault("steps", .type, node, "'spec.steps' must be a list, not a \(node.coreType.rawValue)")
    }
    for (index, step) in steps.enumerated() {
      guard step.mapping != nil else {
        fault("steps.\(index)", .type, step, "A step is a mapping with an 'action'")
        continue
      }
      guard let action = step["action"], !action.isNull else {
        fault("steps.\(index).action", .required, step["action"] ?? step, "A step needs an 'action'")
        continue
      }
      if action.coreType != .string {
        fault("steps.\(index).action", .type, action, "'action' must be a string, not a \(action.coreType.rawValue)")
      }
    }
  }

  private mutating func readOne(_ field: KindRule.Field, _ node: YAMLNode) {
    guard let text = text(node, field.name), let rule = field.relation else { return }
    relate(text, rule, node, field.name)
  }

  private mutating func readList(_ field: KindRule.Field, _ node: YAMLNode) {
    guard let items = node.sequence else {
      return fault(
        field.name, .type, node, "'spec.\(field.name)' must be a list, not a \(node.coreType.rawValue)",
        "as in `\(field.name): [\(node.string ?? "name")]`")
    }
    let texts = items.enumerated().map { text($1, "\(field.name).\($0)") }
    guard let rule = field.relation, !texts.contains(nil) else { return }
    for (index, text) in texts.enumerated() {
      if let text { relate(text, rule, items[index], "\(field.name).\(index)") }
    }
  }

  private mutating func text(_ node: YAMLNode, _ path: String) -> String? {
    guard let text = node.coreString else {
      var help: String?
      if case .scalar(let written, _) = node.value, !node.isNull { help = "put it in quotes: \"\(written)\"" }
      fault(path, .type, node, "'spec.\(path)' must be a string, not a \(node.coreType.rawValue)", help)
      return nil
    }
    if text.isEmpty {
      fault(path, .empty, node, "'spec.\(path)' is empty")
      return nil
    }
    return text
  }

  private mutating func relate(_ text: String, _ rule: KindRule.RelationRule, _ node: YAMLNode, _ path: String) {
    switch EntityRef.parsing(text, defaultKind: rule.defaultKind, defaultNamespace: ref.namespace) {
    case .success(let other):
      relations.append(Relation(from: ref, kind: rule.kind, to: other, range: node.range))
      relations.append(Relation(from: other, kind: rule.kind.reverse, to: ref, range: node.range))
    case .failure(.syntax):
      fault(path, .refSyntax, node, "'\(text)' is no reference", "write `[kind:][namespace/]name`")
    case .failure(.kind):
      fault(path, .refKind, node, "'\(text)' needs a kind here", "as in `component:\(text)` or `resource:\(text)`")
    }
  }

  private static let examples = [
    "type": "service", "lifecycle": "production", "owner": "team-payments", "children": "[]",
    "definition": "{$text: ./openapi.yaml}",
  ]

  private mutating func fault(
    _ path: String, _ code: EntityFault.Code, _ node: YAMLNode, _ message: String, _ help: String? = nil
  ) {
    faults.append(EntityFault("spec.\(path)", code, at: node.range, message, help: help))
  }
}
