/// Reads typed values out of a mapping and collects what is wrong with them.
struct ConfigReader {
  private let node: YAMLNode
  var diagnostics: [Diagnostic] = []

  init(_ node: YAMLNode) { self.node = node }

  /// The node at a key; nil when it is absent or null.
  func node(_ key: String) -> YAMLNode? {
    guard let value = node[key], !value.isNull else { return nil }
    return value
  }

  mutating func string(_ key: String) -> String? {
    guard let value = node(key) else { return nil }
    if let environment = environmentDefault(value, key) { return environment.string }
    if value.tag == "!ENV" { return nil }
    if let text = value.string { return text }
    complain(key, value, "a text, as in `\(key): …`")
    return nil
  }

  mutating func bool(_ key: String) -> Bool? {
    guard let value = node(key) else { return nil }
    let effective = environmentDefault(value, key) ?? value
    if let bool = effective.bool { return bool }
    if value.tag != "!ENV" { complain(key, value, "`true` or `false`") }
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
  mutating func settings(_ key: String) -> [ExtensionSetting] {
    guard let value = node(key) else { return [] }
    if let entries = value.mapping { return entries.compactMap(setting) }
    guard let items = value.sequence else {
      complain(key, value, "a list of names")
      return []
    }
    return items.compactMap { item in
      if let name = item.string { return ExtensionSetting(name: name, options: nil, range: item.range) }
      if let entry = item.mapping?.first { return setting(entry) }
      complain(key, item, "a name, or a name with options below it")
      return nil
    }
  }

  private func setting(_ entry: YAMLNode.Entry) -> ExtensionSetting? {
    guard let name = entry.key.string else { return nil }
    return ExtensionSetting(name: name, options: entry.value.isNull ? nil : entry.value, range: entry.key.range)
  }

  /// A URL with a scheme and a host; nil for an empty text.
  mutating func url(_ key: String) -> String? {
    guard let text = string(key), !text.isEmpty else { return nil }
    if let place = node(key), !text.contains("://") {
      complain(key, place, "a URL with its scheme, as in `https://docs.example.com/`")
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
    for entry in node.mapping ?? [] {
      let key = entry.key.string ?? ""
      guard !known.contains(key) else { continue }
      diagnostics.append(
        .warning(
          "unknown-config-key", at: entry.key.range, "'\(key)' is no key of \(place)",
          help: NearMiss(of: key, among: known).suggestion))
    }
  }

  mutating func complain(_ key: String, _ value: YAMLNode, _ need: String) {
    diagnostics.append(.error("config-value", at: value.range, "'\(key)' needs \(need)"))
  }

  /// The last item of `!ENV [NAME, default]`. The environment is never read: a page must not tell it.
  private mutating func environmentDefault(_ value: YAMLNode, _ key: String) -> YAMLNode? {
    guard value.tag == "!ENV" else { return nil }
    diagnostics.append(
      .note(
        "ignored-config-key", at: value.range, "'\(key)' takes its default: the environment is not read",
        help: "write the value itself, or a default as the last item of the list"))
    guard let items = value.sequence, items.count > 1 else { return nil }
    return items.last
  }
}
