package import TechDocsCatalog
package import TechDocsModel

/// The catalog files of every repository of a workspace.
package struct LoadedCatalog: Sendable {
  package let catalog: Catalog
  /// By repository.
  package let files: [[CatalogFile]]

  /// Reads the catalog files of all repositories, several at once.
  package static func loading(_ workspace: Workspace, concurrency: Concurrency) -> Diagnosed<LoadedCatalog> {
    let read = concurrency.map(workspace.repositories, scratch: { () }) { repository, _ in
      var reader = CatalogReader(tree: repository.tree)
      return reader.files(workspace.catalogFile.map { [$0] } ?? CatalogReader.names)
    }
    let files = read.map(\.value)
    let entities = files.flatMap { $0.flatMap { $0.documents.compactMap(\.entity) } }
    let related = Catalog.relating(entities)
    return Diagnosed(
      LoadedCatalog(catalog: related.value, files: files), read.flatMap(\.diagnostics) + related.diagnostics)
  }

  /// The entities that a repository declares, in the order of its files, without those whose name is taken.
  func entities(of repository: Int) -> [Entity] {
    files[repository].flatMap { $0.documents.compactMap(\.entity) }.filter { catalog[$0.ref]?.range == $0.range }
  }
}
