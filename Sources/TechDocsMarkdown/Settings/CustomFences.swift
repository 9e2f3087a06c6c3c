import TechDocsModel

/// Fences whose content is no code to be highlighted: `custom_fences` of `pymdownx.superfences`.
///
/// Of the Python functions that format them those of PyMdown are known; any other is taken for the usual one.
struct CustomFences: Sendable {
  enum Format: Sendable {
    /// `<pre class="x"><code>`
    case code
    /// `<div class="x">`
    case division
    /// A formula on lines of its own.
    case formula
  }

  struct Fence: Sendable {
    let name: String
    let className: String
    let format: Format
  }

  private let fences: [Fence]
  /// Whether blank lines at the ends of code stay (`stripnl: false`).
  let keepsBlankEnds: Bool

  init(_ options: ExtensionOptions) {
    fences = (options["pymdownx.superfences", "custom_fences"]?.sequence ?? []).compactMap(Fence.init)
    keepsBlankEnds = !options.bool("pymdownx.highlight", "stripnl", or: true)
  }

  /// The fence of a language; `mermaid` is one without being configured.
  subscript(_ language: ArraySlice<UInt8>) -> Fence? {
    if let fence = fences.last(where: { $0.name.utf8.elementsEqual(language) }) { return fence }
    return language.elementsEqual("mermaid".utf8) ? Fence(name: "mermaid", className: "mermaid", format: .code) : nil
  }
}

extension CustomFences.Fence {
  fileprivate init?(_ node: YAMLNode) {
    guard let name = node["name"]?.string, name != "*", let className = node["class"]?.string else { return nil }
    let function = node["format"].flatMap { $0.tag ?? $0.string } ?? ""
    self.init(
      name: name, className: className,
      format: function.contains("arithmatex") ? .formula : function.contains("div_format") ? .division : .code)
  }
}
