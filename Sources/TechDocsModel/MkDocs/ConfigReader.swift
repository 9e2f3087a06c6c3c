/// Reads typed values out of a mapping and collects what is wrong with them.
struct ConfigReader {
  private let node: YAMLNode
  var diagnostics: [Diagnostic] = []

  /// How many remarks of one kind a file gets; a hostile one could hold a hundred thousand.
  static let remarkLimit = 100

  init(_ node: YAMLNode) { self.node = node }

  /// The node at a key; nil when it is absent or null.
  func node(_ key: String) -> YAMLNode? {
    guard let value = node[key], !value.isNull else { return nil }
    return value
  }

  mutating func string(_ key: String) -> String? {
    guard let value = node(key) else { return nil }
    if let text = value.string { return text }
    complain(key, value, "a text, as in `\(key): …`")
    return nil
  }

  mutating func bool(_ key: String) -> Bool? {
    guard let value = node(key) else { return nil }
    if let bool = value.bool { return bool }
    complain(key, value, "`true` or `false`")
    return nil
  }

  /// A list of texts, or of mappings whose `path` counts.
  mutating func strings(_ key: String) -> [String] {
    guard let value = node(key) else { return [] }
    guard let items = value.sequence else {
      complain(key, value, "a list, as in `- name`")
      return []
    }
    return items.compactMap { item in
      if let text = item.string ?? item["path"]?.string { return text }
      complain(key, item, "a list of texts")
      return nil
    }
  }

  /// `name`, or `name: {options}`, in a list; or a mapping of names to options.
  ///
  /// A name that comes again adds its options to the earlier ones, key by key.
  mutating func settings(_ key: String) -> [ExtensionSetting] {
    guard let value = node(key) else { return [] }
    if let entries = value.mapping { return merged(entries.compactMap(setting)) }
    guard let items = value.sequence else {
      complain(key, value, "a list of names")
      return []
    }
    let settings = items.flatMap { item -> [ExtensionSetting] in
      if let name = item.string { return [ExtensionSetting(name: name, options: nil, range: item.range)] }
      if let entries = item.mapping, !entries.isEmpty { return entries.compactMap(setting) }
      complain(key, item, "a name, or a name with options below it")
      return []
    }
    return merged(settings)
  }

  private func merged(_ settings: [ExtensionSetting]) -> [ExtensionSetting] {
    var merged: [ExtensionSetting] = [], places: [String: Int] = [:], repeats = 0
    for setting in settings {
      guard let place = places[setting.name] else {
        places[setting.name] = merged.count
        merged.append(setting)
        continue
      }
      repeats += 1
      guard repeats <= Self.remarkLimit else { break }
      merged[place] = Self.merged(setting, over: merged[place])
    }
    return merged
  }

  private static func merged(_ setting: ExtensionSetting, over earlier: ExtensionSetting) -> ExtensionSetting {
    guard let options = setting.options else { return earlier }
    let base = earlier.options
    return ExtensionSetting(
      name: setting.name, options: base.map { ConfigInheritance.merged(options, over: $0) } ?? options,
      range: earlier.range)
  }

  private func setting(_ entry: YAMLNode.Entry) -> ExtensionSetting? {
    guard let name = entry.key.string else { return nil }
    return ExtensionSetting(name: name, options: entry.value.isNull ? nil : entry.value, range: entry.key.range)
  }

  /// Patterns, one a line.
  mutating func patterns(_ key: String) -> GlobPatterns {
    guard let text = string(key), let place = node(key) else { return GlobPatterns("") }
    if text.utf8.lazy.filter({ $0 == UInt8(ascii: "\n") }).count > GlobPatterns.limit {
      complain(key, place, "no more than \(GlobPatterns.limit) patterns; those after them count for nothing")
    }
    return GlobPatterns(text)
  }

  /// A URL with a scheme and a host; nil for an empty text.
  mutating func url(_ key: String) -> String? {
    guard let text = string(key), !text.isEmpty else { return nil }
    if let place = node(key), !text.contains("://") {
      complain(key, place, "a URL with its scheme, as in `https://docs.example.com/`; it is left out", .warning)
      return nil
    }
    return text
  }

  /// A folder below the one of the configuration file, without a slash at the end.
  mutating func folder(_ key: String) -> String? {
    guard let text = string(key), let place = node(key) else { return nil }
    guard !text.hasPrefix("/"), let path = RelativePath.resolving(text), !path.utf8.contains(0) else {
      complain(key, place, "a folder inside this repository, as in `\(key): name`")
      return nil
    }
    return path
  }

  mutating func reportUnknownKeys(of node: YAMLNode, known: [String], in place: String) {
    let unknown = (node.mapping ?? []).lazy.filter { !known.contains($0.key.string ?? "") }
    for entry in unknown.prefix(Self.remarkLimit) {
      let key = entry.key.string ?? ""
      diagnostics.append(
        .warning(
          "unknown-config-key", at: entry.key.range, "'\(key)' is no key of \(place)",
          help: NearMiss(of: key, among: known).suggestion))
    }
  }

  mutating func complain(_ key: String, _ value: YAMLNode, _ need: String, _ severity: Severity = .error) {
    guard diagnostics.count < 2 * Self.remarkLimit else { return }
    diagnostics.append(Diagnostic(severity, "config-value", at: value.range, "'\(key)' needs \(need)"))
  }
}
