import ArgumentParser
import TechDocsCatalog
import TechDocsModel

/// `techdocs catalog show`: one entity and how it is related.
struct CatalogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one entity and its relations.")

  @Argument(help: "The entity, as in component:payments-api, or its name where only one bears it.")
  var entity: String

  @OptionGroup var options: CatalogOptions

  func run() throws {
    let catalog = try options.catalog()
    let entity = try catalog.entity(named: entity)
    guard !options.json else {
      var json = HTMLBuffer()
      EntityJSON.put(entity, catalog, into: &json)
      return Output.write(String(decoding: json.bytes, as: UTF8.self) + "\n")
    }
    Output.write(TextTable(Self.facts(entity)).text)
    let relations = catalog.relations(of: entity.ref).map { relation in
      let other = catalog[relation.to].map(\.displayName) ?? "(not in the catalog)"
      let place = relation.range.path.description + ":\(relation.range.start.line)"
      return [relation.kind.rawValue, relation.to.shortDescription, other, place]
    }
    if !relations.isEmpty { Output.write("\n" + TextTable(relations).text) }
  }

  private static func facts(_ entity: Entity) -> [[String]] {
    var rows = [["entity", entity.ref.description], ["title", entity.displayName]]
    let more = [
      ("description", entity.description), ("type", entity.type), ("lifecycle", entity.lifecycle),
      ("tags", entity.tags.isEmpty ? nil : entity.tags.joined(separator: ", ")),
    ]
    rows += more.compactMap { name, value in value.map { [name, $0] } }
    rows += entity.links.map { ["link", "\($0.title.map { $0 + " " } ?? "")\($0.url)"] }
    rows += entity.annotations.map { [$0.key, $0.value] }
    return rows + [["declared", entity.range.path.description + ":\(entity.range.start.line)"]]
  }
}
