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
  /// The entities that the repository's catalog files declare, without those whose name another one holds.
  let entities: [Entity]
  /// Whether every doc site needs an entity to live under.
  let isPortal: Bool

  func folders() -> Diagnosed<[DocsFolder]> {
    var found = Diagnosed<[DocsFolder]>([])
    for entity in entities where entity.ref.isAddressable {
      guard let folder = DocsReference(entity).folder.collecting(into: &found.diagnostics) else { continue }
      found.value.append(
        DocsFolder(repository: index, folder: folder, ref: entity.ref, fallbackName: entity.displayName))
    }
    guard isPortal else {
      let ref = found.value.first { $0.folder.isEmpty }?.ref
      return Diagnosed([rootFolder(ref)], found.diagnostics)
    }
    if found.value.isEmpty, let ref = ownRef, hasDocs { found.value = [rootFolder(ref)] }
    return found
  }

  private func rootFolder(_ ref: EntityRef?) -> DocsFolder {
    DocsFolder(repository: index, folder: "", ref: ref, fallbackName: repository.folderName)
  }

  private var ownRef: EntityRef? {
    entities.first { $0.ref.isAddressable && $0.ref.kind != "location" }?.ref
      ?? EntityRef(parsing: "component:\(repository.folderName)")
  }

  private var hasDocs: Bool {
    MkDocsFile.names.contains { repository.tree.has($0) } || repository.tree.hasFolder("docs")
  }
}

/// The names that a doc site's configuration may have, in the order in which TechDocs looks for them.
enum MkDocsFile {
  static let names = ["mkdocs.yaml", "mkdocs.yml"]
}
