import ArgumentParser
import TechDocsCatalog
import TechDocsModel

/// `techdocs catalog list`: a line for each entity.
struct CatalogListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Print a line for each entity.")

  @OptionGroup var options: CatalogOptions

  @Option(help: "Only entities of this kind.")
  var kind: String?

  @Option(help: "Only what this group or user owns.")
  var owner: String?

  @Option(help: "Only entities with this tag.")
  var tag: String?

  func run() throws {
    let catalog = try options.catalog()
    let owner = owner.flatMap { EntityRef(parsing: $0, defaultKind: "Group") }
    let entities = catalog.entities.filter { entity in
      (kind == nil || entity.ref.kind == kind?.lowercased()) && (tag == nil || tag.map(entity.tags.contains) == true)
        && (self.owner == nil || owner.map(entity.targets(.ownedBy).contains) == true)
    }
    Output.write(options.json ? Self.json(entities, catalog) : Self.table(entities))
  }

  private static func json(_ entities: [Entity], _ catalog: Catalog) -> String {
    var json = HTMLBuffer()
    json.put("[")
    for (index, entity) in entities.enumerated() {
      json.put(index == 0 ? "\n" : ",\n")
      EntityJSON.put(entity, catalog, into: &json)
    }
    json.put("\n]\n")
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func table(_ entities: [Entity]) -> String {
    let rows =
      [["ENTITY", "TYPE", "LIFECYCLE", "OWNER", "TITLE"]]
      + entities.map {
        [
          $0.ref.shortDescription, $0.type ?? "-", $0.lifecycle ?? "-", $0.owner?.shortDescription ?? "-",
          $0.displayName,
        ]
      }
    return TextTable(rows).text
  }
}
