import TechDocsCatalog
import TechDocsModel

/// Where the JSON files of a site stand.
enum CatalogAPIPaths {
  static let index = SitePath("api/v1/index.json")
  static let entities = SitePath("api/v1/entities.json")

  static func entity(_ ref: EntityRef) -> SitePath {
    SitePath("api/v1/entities/\(ref.kind)/\(ref.namespace)/\(ref.name).json")
  }

  static func schema(_ name: String) -> SitePath { SitePath("api/v1/schema/\(name).schema.json") }
}
