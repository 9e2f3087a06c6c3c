/// Which pages filters leave: the values of one facet are alternatives, facets add up.
struct FacetFilter {
  private let root: IndexRoot

  init(_ root: IndexRoot) { self.root = root }

  /// Whether a filter can mean anything here.
  func isKnown(_ facet: String, _ value: String) -> Bool {
    facet == "tag" ? root.tags != nil : !sources(facet, value).isEmpty
  }

  /// A test of page numbers.
  func test(
    _ filters: [(facet: String, value: String)], tags: () throws -> [String: Set<Int>]
  ) throws -> (Int) -> Bool {
    guard !filters.isEmpty else { return { _ in true } }
    var tests: [(Int) -> Bool] = []
    for (facet, values) in Dictionary(grouping: filters, by: \.facet) {
      let wanted = Set(values.map { $0.value.lowercased() })
      if facet == "tag" {
        let pages = try tags().filter { wanted.contains($0.key.lowercased()) }.reduce(into: Set<Int>()) {
          $0.formUnion($1.value)
        }
        tests.append { pages.contains($0) }
      } else {
        let ranges = wanted.flatMap { self.sources(facet, $0) }.map { $0.base..<$0.base + $0.pages }
        tests.append { page in ranges.contains { $0.contains(page) } }
      }
    }
    return { page in tests.allSatisfy { $0(page) } }
  }

  /// The sources that a filter names, by a facet's whole value or, where there is none, by its beginning.
  private func sources(_ facet: String, _ value: String) -> [IndexRoot.Source] {
    let found = root.sources.filter { Self.names($0.facets, facet).contains(value) }
    if !found.isEmpty { return found }
    return root.sources.filter { source in
      Self.names(source.facets, facet).contains { $0.utf8.starts(with: value.utf8) }
    }
  }

  /// What a source may be called by, in lower case.
  private static func names(_ source: SearchSource, _ facet: String) -> [String] {
    let names: [String?] =
      switch facet {
      case "service": [source.name, source.title, source.name.split(separator: "/").last.map(String.init)]
      case "owner": both(source.owner)
      case "kind": both(source.kind)
      case "lifecycle": both(source.lifecycle)
      default: both(source.type)
      }
    return names.compactMap { $0?.lowercased() }.filter { !$0.isEmpty }
  }

  /// `group:default/payments` and `payments`.
  private static func both(_ value: String?) -> [String?] {
    [value, value?.split(separator: "/").last.map(String.init)]
  }
}
