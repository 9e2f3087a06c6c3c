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
  /// Nil where the file says nothing: then what looks like a file must be one.
  package var navAbsoluteLinks: Level?
  /// Nil where the file says nothing and each rule keeps its own severity.
  package var linksNotFound: Level?
  package var linksAnchors: Level?

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
    func level(_ key: String, _ group: YAMLNode?) -> Level? {
      guard let value = group?[key] ?? node[key] else { return nil }
      let allowed = Level.allCases.filter { $0 != .relativeToDocs || key == "absolute_links" }
      let found = allowed.first { $0.rawValue == value.string }
      if found == nil { reader.complain(key, value, allowed.map { "`\($0.rawValue)`" }.joined(separator: ", ")) }
      return found
    }
    func set(_ path: WritableKeyPath<Self, Level>, _ key: String) {
      if let level = level(key, nav) { self[keyPath: path] = level }
    }
    navAbsoluteLinks = level("absolute_links", nav)
    linksNotFound = level("not_found", links)
    linksAnchors = level("anchors", links)
    // Their values are read for their faults: no rule here is about them.
    _ = level("absolute_links", links)
    _ = level("unrecognized_links", links)
    set(\.navOmittedFiles, "omitted_files")
    set(\.navNotFound, "not_found")
  }

  private static let navKeys = ["omitted_files", "not_found", "absolute_links"]
  private static let linkKeys = ["not_found", "absolute_links", "unrecognized_links", "anchors"]
}
