package import TechDocsCatalog
package import TechDocsModel

/// Every address of the site: what a link can lead to.
package struct LinkIndex: Sendable {
  /// What stands at an address.
  package enum Place: Sendable, Hashable {
    /// The index of a page in the portal.
    case page(Int)
    /// A file from a repository, or a generated page, whose anchors are not known.
    case file(SitePath)
  }

  /// By doc site, then by path inside `docs_dir`.
  private var docPaths: [[String: Place]]
  /// By path from the workspace's folder.
  private var sources: [String: Place] = [:]
  /// By path in the built site; a page also without `index.html`.
  private var addresses: [String: Place] = [:]
  /// The doc site of each entity.
  package let entities: [EntityRef: Int]
  /// The generated page of each entity that has one.
  package private(set) var entityPages: [EntityRef: SitePath] = [:]
  /// By page: every id of the page.
  private let anchors: [Set<String>]

  /// Makes the index of a portal; `anchors` holds, for each page, its ids.
  package init(_ portal: Portal, planned: [PlannedPage] = [], anchors: [[String]]) {
    docPaths = Array(repeating: [:], count: portal.docSites.count)
    entities = portal.docSites.indices.reduce(into: [:]) { all, index in
      if let ref = portal.docSites[index].ref, all[ref] == nil { all[ref] = index }
    }
    self.anchors = anchors.map(Set.init)
    for (index, page) in portal.pages.enumerated() {
      add(.page(index), docSite: page.docSite, docPath: page.docPath, source: page.source.path, path: page.path)
    }
    for (index, docSite) in portal.docSites.enumerated() {
      for asset in docSite.assets {
        add(.file(asset.path), docSite: index, docPath: asset.docPath, source: asset.file.path, path: asset.path)
      }
    }
    for page in planned {
      if addresses[page.path.path] == nil { addresses[page.path.path] = .file(page.path) }
      if let entity = page.entity, entityPages[entity] == nil { entityPages[entity] = page.path }
    }
  }

  private mutating func add(_ place: Place, docSite: Int, docPath: String, source: SourcePath, path: SitePath) {
    // The first claim of an address holds; `duplicate-url` names the others.
    if docPaths[docSite][docPath] == nil { docPaths[docSite][docPath] = place }
    sources[source.description] = place
    if addresses[path.path] == nil { addresses[path.path] = place }
  }

  /// What a path inside a doc site's `docs_dir` names, `README.md` and `index.md` standing for their folder.
  package func place(docPath: String, in docSite: Int) -> Place? { find(docPath) { docPaths[docSite][$0] } }

  /// What a path from the workspace's folder names.
  package func place(source: String) -> Place? { find(source) { sources[$0] } }

  /// What a path in the built site names, as a browser would ask for it.
  package func place(address: String) -> Place? {
    if address.isEmpty || address.hasSuffix("/") { return addresses[address + "index.html"] }
    return addresses[address] ?? addresses[address + "/index.html"]
  }

  package func has(anchor: String, on page: Int) -> Bool { anchors[page].contains(anchor) }

  package func anchors(on page: Int) -> Set<String> { anchors[page] }

  /// The paths of a doc site's pages and files, for near misses; in no order.
  package func docPaths(of docSite: Int) -> some Sequence<String> { docPaths[docSite].keys }

  /// Tries a path as written, then as a folder with an index, then as a page without its ending.
  private func find(_ path: String, _ lookup: (String) -> Place?) -> Place? {
    let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
    if let place = lookup(bare) { return place }
    let folder = bare.isEmpty ? "" : bare + "/"
    return lookup(folder + "index.md") ?? lookup(folder + "README.md") ?? (bare.isEmpty ? nil : lookup(bare + ".md"))
  }
}
