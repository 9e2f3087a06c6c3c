/// One entry of `markdown_extensions` or `plugins`: a name, its options, and where it stands.
package struct ExtensionSetting: Sendable, Hashable {
  /// The Python name, as in `pymdownx.details`.
  package let name: String
  /// The mapping under the name; nil when there is none.
  package let options: YAMLNode?
  /// The name in the configuration file.
  package let range: SourceRange

  package init(name: String, options: YAMLNode?, range: SourceRange) {
    self.name = name
    self.options = options
    self.range = range
  }
}
