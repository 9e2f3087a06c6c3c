extension WorkspaceConfig {
  /// The keys of `techdocs.yml`.
  static let keys = [
    "site_name", "site_url", "site_dir", "sources", "rules", "strict", "theme", "search", "icons", "platform",
    "page_dates",
    "annotation_links", "helpers",
  ]

  /// The keys of one source.
  static let sourceKeys = ["path", "trust", "name"]

  /// Reads a `techdocs.yml`. What is wrong in it is reported, the rest counts.
  ///
  /// `knownRules` are the names that `rules` may hold; without them every name is taken.
  package static func decoding(_ source: SourceText, knownRules: [String] = []) -> Diagnosed<WorkspaceConfig> {
    var diagnostics: [Diagnostic] = []
    let node = YAMLDocument.parse(source).collecting(into: &diagnostics)
    var config = WorkspaceConfig()
    config.source = source.path
    guard let node, !node.isNull else { return Diagnosed(config, diagnostics) }
    guard node.mapping != nil else {
      diagnostics.append(
        .error("config-value", at: node.range, "'\(source.path.name)' needs lines of `key: value`"))
      return Diagnosed(config, diagnostics)
    }
    var reader = ConfigReader(node)
    reader.reportUnknownKeys(of: node, known: keys, in: "techdocs.yml")
    config.read(&reader, knownRules: knownRules)
    return Diagnosed(config, diagnostics + reader.diagnostics)
  }

  private mutating func read(_ reader: inout ConfigReader, knownRules: [String]) {
    siteName = reader.string("site_name") ?? siteName
    siteURL = reader.url("site_url").map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    siteDir = reader.folder("site_dir") ?? siteDir
    strict = reader.bool("strict") ?? strict
    pageDates = reader.bool("page_dates") == true ? reader.node("page_dates")?.range : nil
    theme = reader.folder("theme")
    themeRange = theme == nil ? nil : reader.node("theme")?.range
    icons = reader.folder("icons")
    iconsRange = icons == nil ? nil : reader.node("icons")?.range
    if let node = reader.node("platform") { platform = PlatformConfig(node, &reader.diagnostics) }
    if let node = reader.node("helpers") { helpers = HelperConfig(node, &reader.diagnostics) }
    if let list = reader.node("sources") { sources = Self.sources(list, &reader) }
    if let map = reader.node("annotation_links") { annotationLinks = Self.links(map, &reader) }
    if let map = reader.node("search") { search = SearchConfig.decoding(map, &reader) }
    if let map = reader.node("rules") { rules = Self.rules(map, knownRules, &reader) }
  }

  private static func links(_ node: YAMLNode, _ reader: inout ConfigReader) -> [String: String] {
    guard let entries = node.mapping else {
      reader.complain("annotation_links", node, "an address for each annotation")
      return [:]
    }
    var links: [String: String] = [:]
    for entry in entries {
      guard let key = entry.key.string, let url = entry.value.string, url.contains("{value}"),
        url.hasPrefix("https://") || url.hasPrefix("http://")
      else {
        reader.complain(
          "annotation_links", entry.value,
          "addresses with '{value}' in them, as in `argocd/app-name: https://argocd.example/applications/{value}`")
        continue
      }
      links[key] = url
    }
    return links
  }

  private static func sources(_ node: YAMLNode, _ reader: inout ConfigReader) -> [Source] {
    guard let items = node.sequence else {
      reader.complain("sources", node, "a list of folders, as in `- services/*`")
      return []
    }
    return items.compactMap { source($0, &reader) }
  }

  private static func source(_ node: YAMLNode, _ reader: inout ConfigReader) -> Source? {
    if node.mapping != nil { reader.reportUnknownKeys(of: node, known: sourceKeys, in: "an entry of 'sources'") }
    let place = node.mapping == nil ? node : node["path"]
    guard let place, let text = place.string else {
      reader.complain("sources", node, "a folder in each entry, as in `- path: services/*`")
      return nil
    }
    guard !text.hasPrefix("/"), let path = RelativePath.resolving(text), !path.isEmpty || text == ".",
      !path.utf8.contains(0), PathGlob(path) != nil
    else {
      reader.complain("sources", place, "folders inside the workspace, as in `- services/*`; not '\(text)'")
      return nil
    }
    return Source(
      path: path, trust: node["trust"].flatMap { trust($0, &reader) } ?? .none, name: node["name"]?.string,
      range: place.range)
  }

  private static func trust(_ node: YAMLNode, _ reader: inout ConfigReader) -> Trust? {
    if let trust = node.string.flatMap(Trust.init) { return trust }
    reader.complain("trust", node, "`full` or `none`")
    return nil
  }

  private static func rules(_ node: YAMLNode, _ known: [String], _ reader: inout ConfigReader) -> [RuleSetting] {
    guard let entries = node.mapping else {
      reader.complain("rules", node, "a severity for each rule, as in `broken-link: warning`")
      return []
    }
    return entries.compactMap { rule($0, known, &reader) }
  }

  private static func rule(
    _ entry: YAMLNode.Entry, _ known: [String], _ reader: inout ConfigReader
  ) -> RuleSetting? {
    guard let name = entry.key.string, known.isEmpty || known.contains(name) else {
      let name = entry.key.string ?? ""
      reader.diagnostics.append(
        .warning(
          "unknown-config-key", at: entry.key.range, "'\(name)' is no rule",
          help: NearMiss(of: name, among: known).suggestion))
      return nil
    }
    // YAML reads a bare `off` as false.
    if entry.value.bool == false { return RuleSetting(Rule(name), severity: nil, range: entry.key.range) }
    guard let severity = entry.value.string.flatMap(Severity.init(rawValue:)) else {
      reader.complain(name, entry.value, "`error`, `warning`, `note` or `off`")
      return nil
    }
    return RuleSetting(Rule(name), severity: severity, range: entry.key.range)
  }
}
