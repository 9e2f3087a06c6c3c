package import TechDocsModel

/// The options of a doc site's Markdown extensions, by the extension's Python name.
///
/// What stands under `pymdownx.extra` or `extra` counts for the extensions that those bundle. Of several entries of one
/// name the last that has an option counts, as when Python's mappings are merged.
package struct ExtensionOptions: Sendable {
  private var entries: [(name: String, options: YAMLNode?)] = []

  package init(_ settings: [ExtensionSetting]) {
    for setting in settings {
      let name = Self.plain(setting.name)
      entries.append((name, setting.options))
      guard name == "pymdownx.extra" || name == "extra" else { continue }
      for entry in setting.options?.mapping ?? [] {
        if let bundled = entry.key.string { entries.append((Self.plain(bundled), entry.value)) }
      }
    }
  }

  /// Python-Markdown's own extensions may be named with or without their package.
  static func plain(_ name: String) -> String {
    let prefix = "markdown.extensions."
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
  }

  /// Whether the configuration names an extension.
  func names(_ name: String) -> Bool { entries.contains { $0.name == name } }

  /// An option's value; nil where it is not given.
  subscript(_ name: String, _ key: String) -> YAMLNode? {
    for entry in entries.reversed() where entry.name == name {
      if let value = entry.options?[key] { return value }
    }
    return nil
  }

  /// An option that is on or off. Python-Markdown also takes a quoted `'false'`.
  func bool(_ name: String, _ key: String, or standard: Bool) -> Bool {
    guard let value = self[name, key] else { return standard }
    if let bool = value.bool { return bool }
    switch value.string?.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0", "none", "": return false
    default: return standard
    }
  }

  func string(_ name: String, _ key: String) -> String? { self[name, key]?.string }

  /// An option that is a number, quoted or not.
  func int(_ name: String, _ key: String) -> Int? { self[name, key]?.string.flatMap { Int($0) } }
}
