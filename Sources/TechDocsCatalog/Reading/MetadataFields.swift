import TechDocsModel

/// What an entity's `metadata` says, right fields only.
struct MetadataFields {
  let title: String?
  let description: String?
  /// In the order of the file.
  let labels: [(key: String, value: String)]
  let annotations: [(key: String, value: String)]
  let tags: [String]
  let links: [Entity.Link]

  init(_ metadata: YAMLNode) {
    title = metadata["title"]?.coreString.flatMap { $0.isEmpty ? nil : $0 }
    description = metadata["description"]?.coreString
    labels = Self.pairs(metadata["labels"])
    annotations = Self.pairs(metadata["annotations"])
    tags = metadata["tags"]?.sequence?.compactMap(\.coreString).filter(NameRule.isTag) ?? []
    links = Self.links(metadata["links"])
  }

  private static func pairs(_ node: YAMLNode?) -> [(key: String, value: String)] {
    node?.mapping?.compactMap { entry in
      guard case .scalar(let key, _) = entry.key.value, case .scalar(let value, _) = entry.value.value else {
        return nil
      }
      return (key, value)
    } ?? []
  }

  private static func links(_ node: YAMLNode?) -> [Entity.Link] {
    node?.sequence?.compactMap { link in
      guard let url = link["url"]?.coreString, NameRule.isURL(url) else { return nil }
      return Entity.Link(url: url, title: link["title"]?.coreString, icon: link["icon"]?.coreString)
    } ?? []
  }
}
