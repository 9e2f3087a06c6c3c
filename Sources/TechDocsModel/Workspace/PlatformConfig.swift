/// The `platform` part of `techdocs.yml`: where XRDs, Compositions and the resources of services lie.
package struct PlatformConfig: Sendable, Hashable {
  static let keys = ["version", "xrds", "compositions", "instances", "environments", "derived", "kindNames"]

  /// The platform's version, as pages name it; nil for the label of the Composition.
  package var version: String?
  /// Patterns of YAML files in the workspace, or in each repository where nothing is said.
  package var definitions: [String] = []
  package var compositions: [String] = []
  package var instances: [String] = []
  package var environments: [String] = []
  /// A pattern with `${name}` and `${namespace}`: manifests that another tool made; nil for none.
  package var fallback: String?
  /// What people call kinds, by `group/Kind`.
  package var kindNames: [String: String] = [:]

  package init() {}

  /// Whether the workspace says where to look.
  package var isEmpty: Bool { definitions.isEmpty && compositions.isEmpty && instances.isEmpty }

  /// Where every repository is looked through when the workspace says nothing.
  package static let standardFolders = ["platform", "apis"]
  package static let standardInstances = ["service.yaml", "service.yml", "deploy/service.yaml"]

  init(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) {
    guard node.mapping != nil else {
      diagnostics.append(.error("config-value", at: node.range, "'platform' needs lines of `key: value`"))
      return
    }
    var reader = ConfigReader(node)
    reader.reportUnknownKeys(of: node, known: Self.keys, in: "'platform'")
    version = reader.string("version")
    definitions = Self.patterns("xrds", &reader)
    compositions = Self.patterns("compositions", &reader)
    instances = Self.patterns("instances", &reader)
    environments = Self.patterns("environments", &reader)
    if let derived = reader.node("derived") {
      reader.reportUnknownKeys(of: derived, known: ["fallback"], in: "'derived'")
      fallback = derived["fallback"]?.string.flatMap { Self.pattern($0) }
      if fallback == nil {
        reader.complain("derived", derived, "a pattern, as in `fallback: build/manifests/${name}/*.yaml`")
      }
    }
    for entry in reader.node("kindNames")?.mapping ?? [] {
      if let key = entry.key.string, let name = entry.value.string { kindNames[key] = name }
    }
    diagnostics += reader.diagnostics
  }

  private static func patterns(_ key: String, _ reader: inout ConfigReader) -> [String] {
    reader.strings(key).compactMap { text in
      let found = pattern(text)
      if found == nil, let place = reader.node(key) {
        reader.complain(key, place, "patterns inside the workspace, as in `- platform/*.yaml`; not '\(text)'")
      }
      return found
    }
  }

  /// A pattern that stays inside the workspace, without `./`; nil for any other.
  private static func pattern(_ text: String) -> String? {
    guard !text.hasPrefix("/"), PathGlob(text) != nil else { return nil }
    return RelativePath.resolving(text).flatMap { $0.isEmpty ? nil : $0 }
  }
}
