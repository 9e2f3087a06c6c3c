import TechDocsCatalog
import TechDocsModel

/// Where an entity says that its docs are.
///
/// Source: Backstage's `backstage.io/techdocs-ref`, `…/techdocs-entity` and `…/techdocs-entity-path`.
struct DocsReference {
  private let entity: Entity

  init(_ entity: Entity) { self.entity = entity }

  /// The folder of its own docs relative to the repository's; nil without any, or where it names another place.
  var folder: Diagnosed<String?> {
    guard let text = entity.annotation("backstage.io/techdocs-ref") else { return Diagnosed(nil) }
    let isFolder = text.hasPrefix("dir:") || text == "." || text.hasPrefix("./")
    guard isFolder else {
      return complain("'\(text)' is no folder of this repository", "as in `backstage.io/techdocs-ref: dir:.`")
    }
    let path = text.hasPrefix("dir:") ? String(text.dropFirst(4)) : text
    let base = RelativePath.folder(of: entity.range.path.path)
    guard !path.hasPrefix("/"), let folder = RelativePath.resolving(path, from: base) else {
      return complain("'\(text)' leaves the repository", "name a folder relative to the catalog file's")
    }
    return Diagnosed(folder)
  }

  /// The entity whose docs are shown in place of its own, and the page of them, without slashes at the ends.
  var other: (ref: EntityRef, page: String)? {
    guard let text = entity.annotation("backstage.io/techdocs-entity"),
      let ref = EntityRef(parsing: text, defaultKind: "Component", defaultNamespace: entity.ref.namespace)
    else { return nil }
    let page = entity.annotation("backstage.io/techdocs-entity-path") ?? ""
    return (ref, page.split(separator: "/").joined(separator: "/"))
  }

  private func complain(_ message: String, _ help: String) -> Diagnosed<String?> {
    let place = entity.document["metadata"]?["annotations"]?["backstage.io/techdocs-ref"]?.range ?? entity.range
    return Diagnosed(nil, [.warning("docs-reference", at: place, message, help: help)])
  }
}
