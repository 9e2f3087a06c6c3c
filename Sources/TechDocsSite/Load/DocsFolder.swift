import TechDocsCatalog
import TechDocsModel

/// One doc site as it is found in a repository, before it is read.
struct DocsFolder: Sendable {
  /// The index of the repository in the workspace.
  let repository: Int
  /// The folder with `mkdocs.yml`, relative to the repository's; empty for its root.
  let folder: String
  let ref: EntityRef?
  /// The title of the entity or the folder, for a site without a `mkdocs.yml`.
  let fallbackName: String
}

/// Finds the doc sites of a repository: one for each entity with a `techdocs-ref`, else one for its `mkdocs.yml`.
struct DocsFolderSearch {
  let repository: Repository
  let index: Int
  /// Whether every doc site needs an entity to live under.
  let isPortal: Bool

  func folders() -> Diagnosed<[DocsFolder]> {
    let entities = catalog()
    var found = entities.map { entities in
      entities.compactMap { entity in
        entity.docsFolder.flatMap { RelativePath.resolving($0) }.map { docs in
          DocsFolder(repository: index, folder: docs, ref: entity.ref, fallbackName: entity.title ?? entity.ref.name)
        }
      }
    }
    guard isPortal else {
      let ref = found.value.first { $0.folder.isEmpty }?.ref
      return Diagnosed([rootFolder(ref)], found.diagnostics)
    }
    if found.value.isEmpty, let ref = ownRef(entities.value), hasDocs { found.value = [rootFolder(ref)] }
    return found
  }

  private func rootFolder(_ ref: EntityRef?) -> DocsFolder {
    DocsFolder(repository: index, folder: "", ref: ref, fallbackName: repository.folderName)
  }

  private func ownRef(_ entities: [DocsEntity]) -> EntityRef? {
    entities.first?.ref ?? EntityRef(parsing: "component:\(repository.folderName)")
  }

  private var hasDocs: Bool {
    MkDocsFile.names.contains { repository.tree.text(at: $0) != nil } || repository.tree.hasFolder("docs")
  }

  private func catalog() -> Diagnosed<[DocsEntity]> {
    for name in ["catalog-info.yaml", "catalog-info.yml"] {
      if let source = repository.tree.text(at: name) { return DocsEntity.decodingAll(source) }
    }
    return Diagnosed([])
  }
}

/// The names that a doc site's configuration may have, in the order in which TechDocs looks for them.
enum MkDocsFile {
  static let names = ["mkdocs.yaml", "mkdocs.yml"]
}
