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

  /// Who claims which address, in order; two indexes with the same claims resolve every link alike.
  struct Claims: Sendable, Equatable {
    var refs: [EntityRef?] = []
    var files: [File] = []
    var planned: [PlannedPage] = []

    struct File: Sendable, Equatable {
      let place: Place
      let docSite: Int
      let docPath: String
      let source: SourcePath
      let path: SitePath
    }
  }

  private let claims: Claims
  /// By doc site, then by path inside `docs_dir`.
  private var docPaths: [[String: Place]]
  /// By path from the workspace's folder.
  private var sources: [String: Place] = [:]
  /// By path in the built site; a page also without `index.html`.
  private var addresses: [String: Place] = [:]
  /// The doc site of each entity.
  package private(set) var entities: [EntityRef: Int] = [:]
  /// The generated page of each entity that has one.
  package private(set) var entityPages: [EntityRef: SitePath] = [:]
  /// By page: every id of the page.
  private let anchors: [Set<String>]

  /// Makes the index of a portal; `anchors` holds, for each page, its ids. An `earlier` index with the same claims
  /// saves the work.
  package init(_ portal: Portal, planned: [PlannedPage] = [], anchors: [Set<String>], earlier: LinkIndex? = nil) {
    claims = Claims(portal, planned)
    self.anchors = anchors
    if let earlier, earlier.claims == claims {
      (docPaths, sources, addresses) = (earlier.docPaths, earlier.sources, earlier.addresses)
      (entities, entityPages) = (earlier.entities, earlier.entityPages)
      return
    }
    docPaths = Array(repeating: [:], count: portal.docSites.count)
    addClaims()
  }

  /// Whether every link resolves as in another index.
  func resolves(as other: LinkIndex) -> Bool { claims == other.claims }

  /// The first claim of an address holds; `duplicate-url` names the others.
  private mutating func addClaims() {
    for (index, ref) in claims.refs.enumerated() {
      if let ref, entities[ref] == nil { entities[ref] = index }
    }
    for file in claims.files {
      if docPaths[file.docSite][file.docPath] == nil { docPaths[file.docSite][file.docPath] = file.place }
      sources[file.source.description] = file.place
      if addresses[file.path.path] == nil { addresses[file.path.path] = file.place }
    }
    for page in claims.planned {
      if addresses[page.path.path] == nil { addresses[page.path.path] = .file(page.path) }
      if let entity = page.entity, entityPages[entity] == nil { entityPages[entity] = page.path }
    }
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

extension LinkIndex.Claims {
  fileprivate init(_ portal: Portal, _ planned: [PlannedPage]) {
    refs = portal.docSites.map(\.ref)
    self.planned = planned
    files = portal.pages.enumerated().map { index, page in
      File(
        place: .page(index), docSite: page.docSite, docPath: page.docPath, source: page.source.path, path: page.path)
    }
    for (index, docSite) in portal.docSites.enumerated() {
      files += docSite.assets.map {
        File(place: .file($0.path), docSite: index, docPath: $0.docPath, source: $0.file.path, path: $0.path)
      }
    }
  }
}
