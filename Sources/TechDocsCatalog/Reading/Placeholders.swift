import TechDocsModel

/// Replaces `$text`, `$json` and `$yaml` by the files that they name, inside the repository only.
///
/// A placeholder is a mapping with exactly that one key and a string; anything else that begins with `$`, such as a
/// JSON Schema's `$ref`, is left alone. What cannot be read stays as it is. Source: Backstage
/// `PlaceholderProcessor`; it also fetches over the network, which a build here never does.
struct Placeholders {
  private let tree: any FileTree
  private let file: SourcePath
  private(set) var diagnostics: [Diagnostic] = []
  /// The files that took a placeholder's place, by the place.
  private(set) var texts: [SourceRange: SourceText] = [:]

  /// The places of placeholders that were left as they are.
  private(set) var failed: Set<SourceRange> = []

  /// The most files that the placeholders of one catalog file read.
  private static let limit = 1_000

  init(tree: any FileTree, file: SourcePath) {
    self.tree = tree
    self.file = file
  }

  /// A copy of a document with its placeholders replaced. Depth is capped where YAML is read.
  mutating func replacing(_ node: YAMLNode) -> YAMLNode {
    switch node.value {
    case .scalar: return node
    case .sequence(let items):
      guard items.contains(where: { $0.sequence != nil || $0.mapping != nil }) else { return node }
      return YAMLNode(.sequence(items.map { replacing($0) }), range: node.range, tag: node.tag)
    case .mapping(let entries):
      if entries.count == 1, let entry = entries.first, let key = entry.key.string, Self.keys.contains(key),
        let target = entry.value.string
      {
        return replacement(of: node, key, target, entry.value)
      }
      let copies = entries.map { YAMLNode.Entry(key: $0.key, value: replacing($0.value)) }
      return YAMLNode(.mapping(copies), range: node.range, tag: node.tag)
    }
  }

  private static let keys: Set<String> = ["$text", "$json", "$yaml"]

  private mutating func replacement(of node: YAMLNode, _ key: String, _ target: String, _ place: YAMLNode) -> YAMLNode {
    if NameRule.isURL(target) {
      diagnostics.append(
        .warning(
          "missing-placeholder", at: place.range, "'\(target)' is not fetched; the page links to it",
          help: "keep a copy in the repository and name that"))
      return YAMLNode(.scalar(target, isPlain: false), range: node.range)
    }
    guard texts.count < Self.limit, let source = read(target, place) else {
      failed.insert(node.range)
      return node
    }
    texts[node.range] = source
    if key == "$text" { return YAMLNode(.scalar(source.text, isPlain: false), range: node.range) }
    let parsed = YAMLDocument.parseAll(source)
    diagnostics += parsed.diagnostics
    guard parsed.value.count == 1, let document = parsed.value.first else {
      if parsed.diagnostics.isEmpty {
        diagnostics.append(
          .error("missing-placeholder", at: place.range, "'\(target)' must hold exactly one document"))
      }
      failed.insert(node.range)
      return node
    }
    return document
  }

  private mutating func read(_ target: String, _ place: YAMLNode) -> SourceText? {
    let path = target.hasPrefix("/") ? nil : RelativePath.resolving(target, from: RelativePath.folder(of: file.path))
    let failure: String
    if let path {
      switch tree.read(path, limit: Limits.configurationBytes) {
      case .success(let source): return source
      case .failure(.tooLarge(let limit)): failure = "is larger than \(limit >> 20) MB"
      case .failure(.outside): failure = "lies outside the repository"
      case .failure: failure = "is not there"
      }
    } else {
      failure = "lies outside the repository"
    }
    diagnostics.append(
      .error(
        "missing-placeholder", at: place.range, "'\(target)' \(failure)",
        help: "name a file of the same repository, relative to '\(file.name)'"))
    return nil
  }
}

extension DefinitionSource {
  /// `spec.definition` of a document, from the file that a placeholder names or from the catalog file itself.
  init?(of document: YAMLNode, in source: SourceText, placeholders: Placeholders) {
    guard let node = document["spec"]?["definition"], let text = node.coreString, !text.isEmpty else { return nil }
    if let file = placeholders.texts[node.range] {
      self.init(text: file, lineOffset: 0)
    } else {
      // A block scalar's text begins on the line below its `|`.
      let offset = text.contains("\n") ? node.range.start.line : node.range.start.line - 1
      self.init(text: SourceText(path: source.path, bytes: Array(text.utf8)), lineOffset: offset)
    }
  }
}
