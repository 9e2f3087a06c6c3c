/// Takes the tags out of a configuration: `!ENV` becomes its default, Python's objects stay as the text they are.
///
/// The environment is never read, whoever owns the repository: a page must not tell what a build machine knows, and the
/// same sources must give the same site everywhere.
struct ConfigTags {
  private(set) var diagnostics: [Diagnostic] = []

  /// The objects that configurations name for settings that are built in here.
  ///
  /// Source: Backstage's list for TechDocs; other objects would be run by MkDocs.
  private static let known: Set<String> = [
    "name:material.extensions.emoji.twemoji", "name:material.extensions.emoji.to_svg",
    "name:materialx.emoji.twemoji", "name:materialx.emoji.to_svg", "name:pymdownx.emoji.emojione",
    "name:pymdownx.emoji.gemoji", "name:pymdownx.emoji.twemoji", "name:pymdownx.emoji.to_png",
    "name:pymdownx.emoji.to_png_sprite", "name:pymdownx.emoji.to_svg", "name:pymdownx.emoji.to_svg_sprite",
    "name:pymdownx.emoji.to_awesome", "name:pymdownx.emoji.to_alt", "name:pymdownx.superfences.fence_code_format",
    "name:pymdownx.superfences.fence_div_format", "name:pymdownx.arithmatex.fence_mathjax_format",
    "name:pymdownx.slugs.slugify", "object/apply:pymdownx.slugs.slugify", "name:pymdownx.slugs.uslugify",
    "name:pymdownx.slugs.gfm", "name:material.plugins.tags.slugify", "name:mermaid2.fence_mermaid",
    "name:mermaid2.fence_mermaid_custom",
  ]

  private static let python = "tag:yaml.org,2002:python/"

  /// The recursion is bounded by the depth to which YAML is read.
  mutating func resolved(_ node: YAMLNode) -> YAMLNode {
    if node.tag == "!ENV" { return environment(node) }
    if let tag = node.tag { remark(on: tag, node) }
    switch node.value {
    case .scalar: return node
    case .sequence(let items): return YAMLNode(.sequence(items.map { resolved($0) }), range: node.range, tag: node.tag)
    case .mapping(let entries):
      let entries = entries.map { YAMLNode.Entry(key: $0.key, value: resolved($0.value)) }
      return YAMLNode(.mapping(entries), range: node.range, tag: node.tag)
    }
  }

  /// The last item of `!ENV [NAME, …, default]`; null for `!ENV NAME`.
  private mutating func environment(_ node: YAMLNode) -> YAMLNode {
    let items = node.sequence ?? []
    guard items.count > 1, let standard = items.last else {
      note(node, "'!ENV' counts as empty: the environment is not read, and no default is given")
      return YAMLNode(.scalar("", isPlain: true), range: node.range)
    }
    note(node, "'!ENV' counts as its default '\(standard.string ?? "null")': the environment is not read")
    return standard
  }

  private mutating func note(_ node: YAMLNode, _ message: String) {
    guard diagnostics.count < ConfigReader.remarkLimit else { return }
    diagnostics.append(
      .note(
        "ignored-config-key", at: node.range, message, help: "write the value itself, or `!ENV [NAME, default]`"))
  }

  private mutating func remark(on tag: String, _ node: YAMLNode) {
    guard tag != "!relative", tag != "!include", diagnostics.count < ConfigReader.remarkLimit else { return }
    guard tag.hasPrefix(Self.python) else {
      diagnostics.append(
        .warning(
          "ignored-config-key", at: node.range, "Tag '\(tag)' has no meaning here; its value counts as it stands"))
      return
    }
    let name = String(tag.dropFirst(Self.python.count))
    guard !Self.known.contains(name) else { return }
    diagnostics.append(
      .warning(
        "ignored-config-key", at: node.range, "'!!python/\(name)' has no effect: no Python is run",
        help: NearMiss(of: name, among: Self.known.sorted()).suggestion))
  }
}
