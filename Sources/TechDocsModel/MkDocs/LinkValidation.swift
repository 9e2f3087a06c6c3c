/// How loudly each kind of doubtful link is reported: `validation` in mkdocs.yml.
///
/// Source: MkDocs 1.6 `config/defaults.py`, with its defaults. A key that stands directly under `validation` counts for
/// `nav` and `links` both.
package struct LinkValidation: Sendable, Hashable {
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case warn, info, ignore
    /// For absolute links only: `/guide.md` is looked up in `docs_dir`.
    case relativeToDocs = "relative_to_docs"

    /// Nil where nothing is to be said.
    package var severity: Severity? { self == .warn ? .warning : self == .info ? .note : nil }
  }

  package var navOmittedFiles = Level.info
  package var navNotFound = Level.warn
  package var navAbsoluteLinks = Level.info
  package var linksNotFound = Level.warn
  package var linksAbsoluteLinks = Level.info
  package var linksUnrecognizedLinks = Level.info
  package var linksAnchors = Level.info

  package init() {}

  /// Reads the mapping under `validation`; what is wrong is added to the reader's diagnostics.
  init(_ node: YAMLNode, _ reader: inout ConfigReader) {
    self.init()
    guard node.mapping != nil else {
      reader.complain("validation", node, "levels by kind, as in `omitted_files: warn`")
      return
    }
    reader.reportUnknownKeys(of: node, known: ["nav", "links"] + Self.navKeys + Self.linkKeys, in: "'validation'")
    let nav = node["nav"], links = node["links"]
    if let nav { reader.reportUnknownKeys(of: nav, known: Self.navKeys, in: "'validation.nav'") }
    if let links { reader.reportUnknownKeys(of: links, known: Self.linkKeys, in: "'validation.links'") }
    func set(_ level: WritableKeyPath<Self, Level>, _ key: String, _ group: YAMLNode?) {
      guard let value = group?[key] ?? node[key] else { return }
      let allowed = Level.allCases.filter { $0 != .relativeToDocs || key == "absolute_links" }
      if let found = allowed.first(where: { $0.rawValue == value.string }) {
        self[keyPath: level] = found
      } else {
        reader.complain(key, value, allowed.map { "`\($0.rawValue)`" }.joined(separator: ", "))
      }
    }
    set(\.navOmittedFiles, "omitted_files", nav)
    set(\.navNotFound, "not_found", nav)
    set(\.navAbsoluteLinks, "absolute_links", nav)
    set(\.linksNotFound, "not_found", links)
    set(\.linksAbsoluteLinks, "absolute_links", links)
    set(\.linksUnrecognizedLinks, "unrecognized_links", links)
    set(\.linksAnchors, "anchors", links)
  }

  private static let navKeys = ["omitted_files", "not_found", "absolute_links"]
  private static let linkKeys = ["not_found", "absolute_links", "unrecognized_links", "anchors"]
}
