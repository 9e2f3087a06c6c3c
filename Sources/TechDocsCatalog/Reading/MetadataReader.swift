import TechDocsModel

/// Checks the `metadata` of an entity.
///
/// Source: Backstage `EntityMeta.schema.json` and the validators of `FieldFormatEntityPolicy`.
struct MetadataReader {
  private let metadata: YAMLNode
  private(set) var faults: [EntityFault] = []

  init(_ metadata: YAMLNode) { self.metadata = metadata }

  mutating func read() {
    readName()
    readNamespace()
    readTexts()
    readPairs("labels", keyCode: .labelKey)
    readPairs("annotations", keyCode: .annotationKey)
    readTags()
    readLinks()
  }

  private mutating func readName() {
    guard let node = metadata["name"], !node.isNull else {
      return fault("metadata.name", .required, metadata["name"] ?? metadata, "An entity needs a 'metadata.name'")
    }
    guard let name = string(node, "metadata.name") else { return }
    guard !NameRule.isObjectName(name) else { return }
    fault(
      "metadata.name", .name, node,
      "'\(name)' is no name: 1 to 63 letters, digits, '-', '_' and '.', a letter or digit at both ends",
      attempt(name, isTag: false))
  }

  private mutating func readNamespace() {
    guard let node = metadata["namespace"], let name = string(node, "metadata.namespace") else { return }
    guard !NameRule.isDNSLabel(name) else { return }
    fault(
      "metadata.namespace", .namespace, node,
      "'\(name)' is no namespace: 1 to 63 lower-case letters and digits, dashes between them",
      attempt(name, isTag: true))
  }

  private mutating func readTexts() {
    for field in ["title", "description"] {
      guard let node = metadata[field], let text = string(node, "metadata.\(field)") else { continue }
      if field == "title", text.isEmpty {
        fault("metadata.title", .empty, node, "'metadata.title' is empty", "leave it out to show the name")
      }
    }
  }

  private mutating func readPairs(_ field: String, keyCode: EntityFault.Code) {
    guard let node = metadata[field] else { return }
    guard let entries = node.mapping else {
      return fault(
        "metadata.\(field)", .type, node, "'metadata.\(field)' must be a mapping, not a \(node.coreType.rawValue)",
        "as in `\(field): {example.com/tier: gold}`")
    }
    for entry in entries {
      guard case .scalar(let key, _) = entry.key.value else { continue }
      let path = "metadata.\(field).\(key)"
      if !NameRule.isKey(key) {
        fault(
          path, keyCode, entry.key,
          "'\(key)' is no key of '\(field)': a name, or 'domain/name' with the domain in lower case")
      }
      guard let value = string(entry.value, path), field == "labels" else { continue }
      if !value.isEmpty, !NameRule.isObjectName(value) {
        fault(path, .labelValue, entry.value, "'\(value)' is no value of a label", "put free text into 'annotations'")
      }
    }
  }

  private mutating func readTags() {
    guard let node = metadata["tags"] else { return }
    guard let items = node.sequence else {
      return fault(
        "metadata.tags", .type, node, "'metadata.tags' must be a list, not a \(node.coreType.rawValue)",
        "as in `tags: [go, tier-1]`")
    }
    for (index, item) in items.enumerated() {
      let path = "metadata.tags.\(index)"
      guard let tag = string(item, path), !NameRule.isTag(tag) else { continue }
      fault(
        path, .tag, item, "'\(tag)' is no tag: 1 to 63 lower-case letters, digits, ':', '+', '#', and single dashes",
        attempt(tag, isTag: true))
    }
  }

  private mutating func readLinks() {
    guard let node = metadata["links"] else { return }
    guard let items = node.sequence else {
      return fault(
        "metadata.links", .type, node, "'metadata.links' must be a list, not a \(node.coreType.rawValue)",
        "as in `- {url: 'https://…', title: Dashboard}`")
    }
    for (index, item) in items.enumerated() { readLink(item, "metadata.links.\(index)") }
  }

  private mutating func readLink(_ item: YAMLNode, _ path: String) {
    guard item.mapping != nil else {
      return fault(path, .type, item, "A link is a mapping with a 'url', not a \(item.coreType.rawValue)")
    }
    if let url = item["url"], !url.isNull {
      if !(url.coreString.map(NameRule.isURL) ?? false) {
        fault(
          "\(path).url", .url, url, "'\(url.string ?? url.coreType.rawValue)' is no absolute URL",
          "as in `https://example.com/`")
      }
    } else {
      fault("\(path).url", .required, item["url"] ?? item, "A link needs a 'url'")
    }
    for field in ["title", "icon", "type"] {
      guard let node = item[field], let text = string(node, "\(path).\(field)") else { continue }
      if field == "title", text.allSatisfy(\.isWhitespace) {
        fault("\(path).title", .empty, node, "The title of a link is empty", "leave it out to show the address")
      }
      if field == "icon", !NameRule.isObjectName(text) {
        fault("\(path).icon", .name, node, "'\(text)' is no name of an icon", "as in `icon: dashboard`")
      }
    }
  }

  /// The string at a field, or a fault of its type.
  private mutating func string(_ node: YAMLNode, _ path: String) -> String? {
    if let text = node.coreString { return text }
    var help: String?
    if case .scalar(let text, _) = node.value, !node.isNull { help = "put it in quotes: \"\(text)\"" }
    fault(path, .type, node, "'\(path)' must be a string, not a \(node.coreType.rawValue)", help)
    return nil
  }

  /// The nearest text that would pass; nil when nothing of it is left.
  private func attempt(_ text: String, isTag: Bool) -> String? {
    let folded = String(
      text.lowercased().unicodeScalars.map { scalar -> Character in
        let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        return isKept || !isTag && (scalar == "." || scalar == "_") ? Character(scalar) : "-"
      })
    let joined = String(folded.split(separator: "-").joined(separator: "-").prefix(63))
    let isValid = isTag ? NameRule.isDNSLabel(joined) : NameRule.isObjectName(joined)
    return isValid ? "try '\(joined)'" : nil
  }

  private mutating func fault(
    _ path: String, _ code: EntityFault.Code, _ node: YAMLNode, _ message: String, _ help: String? = nil
  ) {
    faults.append(EntityFault(path, code, at: node.range, message, help: help))
  }
}
