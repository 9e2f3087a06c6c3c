/// Which pages filters leave: the values of one facet are alternatives, facets add up.
struct FacetFilter {
  /// What a filter can name: a source, or a tag.
  private struct Target {
    /// What it may be called by, in lower case, never empty; the last is the shortest.
    let names: [String]
    let holds: (Int) -> Bool
  }

  private let root: IndexRoot
  private let tags: [IndexTag]

  /// `tags` may be none where no filter asks for one.
  init(_ root: IndexRoot, tags: [IndexTag]) { (self.root, self.tags) = (root, tags) }

  /// Whether a filter can mean anything here.
  func isKnown(_ facet: String, _ value: String) -> Bool { !named(facet, value).isEmpty }

  /// A test of page numbers.
  func test(_ filters: [(facet: String, value: String)]) -> (Int) -> Bool {
    let tests = Dictionary(grouping: filters, by: \.facet).map { facet, values in
      let targets = Set(values.map { $0.value.lowercased() }).flatMap { named(facet, $0) }
      return { (page: Int) in targets.contains { $0.holds(page) } }
    }
    return { page in tests.allSatisfy { $0(page) } }
  }

  /// What a filter that names nothing may have meant: the name with the fewest edits, else one that holds the value.
  func meant(_ facet: String, _ value: String) -> String? {
    guard value.utf16.count > 2 else { return nil }
    let letters = Array(value.unicodeScalars), most = value.utf16.count < 5 ? 1 : 2
    var best: (name: String, edits: Int)?
    for name in targets(facet).compactMap(\.names.last) {
      let edits = Corrections.distance(letters, Array(name.unicodeScalars))
      let worth = edits <= most ? edits : name.utf8.firstRange(of: Array(value.utf8)) != nil ? 3 : 4
      if worth < best?.edits ?? 4 { best = (name, worth) }
    }
    return best?.name
  }

  /// What a filter names, by a whole name or, where there is none, by its beginning.
  private func named(_ facet: String, _ value: String) -> [Target] {
    let all = targets(facet), found = all.filter { $0.names.contains(value) }
    return found.isEmpty ? all.filter { $0.names.contains { $0.utf8.starts(with: value.utf8) } } : found
  }

  private func targets(_ facet: String) -> [Target] {
    if facet == "tag" { return tags.map { tag in Target(names: Self.names(tag.name), holds: tag.pages.contains) } }
    return root.sources.map { source in
      let range = source.base..<source.base + source.pages, facets = source.facets
      let names: [String] =
        switch facet {
        case "service": Self.names(facets.name, title: facets.title)
        case "owner": Self.names(facets.owner)
        case "kind": Self.names(facets.kind)
        case "lifecycle": Self.names(facets.lifecycle)
        default: Self.names(facets.type)
        }
      return Target(names: names, holds: range.contains)
    }
  }

  /// `group:default/payments`, and `payments`.
  private static func names(_ value: String?, title: String = "") -> [String] {
    let last = value?.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
    return [value, title, last].compactMap { $0?.lowercased() }.filter { !$0.isEmpty }
  }
}

/// A tag, and the numbers of its pages.
struct IndexTag {
  let name: String
  let pages: Set<Int>
}
