extension MkDocsConfig {
  /// What is said about keys that are unknown, or known and without effect.
  static func keyDiagnostics(_ node: YAMLNode, isTrusted: Bool) -> [Diagnostic] {
    let entries = (node.mapping ?? []).lazy
    let remarks = entries.compactMap { keyDiagnostic($0, isTrusted: isTrusted) }.prefix(ConfigReader.remarkLimit)
    return Array(remarks) + themeDiagnostics(node["theme"], isTrusted: isTrusted)
  }

  private static func keyDiagnostic(_ entry: YAMLNode.Entry, isTrusted: Bool) -> Diagnostic? {
    guard let key = entry.key.string else {
      return .warning("unknown-config-key", at: entry.key.range, "A key of 'mkdocs.yml' is a plain word")
    }
    if let reason = ConfigKeys.ignored[key] {
      return .warning(
        "ignored-config-key", at: entry.key.range, "'\(key)' has no effect: \(reason)", help: ConfigKeys.help[key])
    }
    if key == "extra_javascript", !isTrusted, !entry.value.isNull, entry.value.sequence?.isEmpty != true {
      return .warning(
        "ignored-config-key", at: entry.key.range, "'extra_javascript' has no effect: this source is not trusted",
        help: "set `trust: full` for it in techdocs.yml if its scripts may run on the site")
    }
    guard !ConfigKeys.all.contains(key) else { return nil }
    return .warning(
      "unknown-config-key", at: entry.key.range, "'\(key)' is no key of 'mkdocs.yml'",
      help: NearMiss(of: key, among: ConfigKeys.all).suggestion)
  }

  private static func themeDiagnostics(_ theme: YAMLNode?, isTrusted: Bool) -> [Diagnostic] {
    let entries = (theme?.mapping ?? []).lazy.filter { !$0.value.isNull }
    return entries.compactMap { entry -> Diagnostic? in
      guard let key = entry.key.string else { return nil }
      if key == "custom_dir", !isTrusted {
        return .warning(
          "ignored-config-key", at: entry.key.range, "'custom_dir' has no effect: this source is not trusted",
          help: "set `trust: full` for it in techdocs.yml if its templates and scripts may run on the site")
      }
      guard let reason = ConfigKeys.ignoredOfTheme[key] else { return nil }
      return .note("ignored-config-key", at: entry.key.range, "'\(key)' of 'theme' has no effect: \(reason)")
    }
  }

  /// What is said about plugins that are unknown, or known and not built in.
  static func pluginDiagnostics(_ plugins: [ExtensionSetting]) -> [Diagnostic] {
    Array(plugins.lazy.compactMap(pluginDiagnostic).prefix(ConfigReader.remarkLimit))
  }

  private static func pluginDiagnostic(_ plugin: ExtensionSetting) -> Diagnostic? {
    let name = plugin.name.hasPrefix("material/") ? String(plugin.name.dropFirst("material/".count)) : plugin.name
    // A plugin that is switched off changes nothing in MkDocs either.
    if KnownPlugins.builtIn.contains(name) || plugin.options?["enabled"]?.bool == false { return nil }
    if let missing = KnownPlugins.missing[name] {
      return .warning("unsupported-plugin", at: plugin.range, "Plugin '\(plugin.name)' is not built in: \(missing)")
    }
    return .warning(
      "unknown-plugin", at: plugin.range,
      "Plugin '\(plugin.name)' is not known, and plugins of a repository are not run",
      help: NearMiss(of: name, among: KnownPlugins.names).suggestion)
  }
}
