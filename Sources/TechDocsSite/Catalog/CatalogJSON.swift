import TechDocsCatalog
import TechDocsModel

/// The JSON files of the catalog.
struct CatalogJSON: Sendable {
  private let view: CatalogView

  init(_ view: CatalogView) { self.view = view }

  /// Where everything else is.
  func index() -> [UInt8] {
    var json = HTMLBuffer()
    json.put("{\"$schema\":\"schema/index.schema.json\",\"apiVersion\":\"techdocs/v1\",\"site\":")
    json.putJSON(view.portal.portal.name)
    json.put(",\"entities\":\"entities.json\",\"count\":")
    json.put(view.addresses.count)
    json.put(",\"schemas\":[")
    for (index, schema) in CatalogSchemas.all.enumerated() {
      json.put(index == 0 ? "" : ",")
      json.putJSON("schema/\(schema.name).schema.json")
    }
    json.put("]}\n")
    return json.bytes
  }

  /// A line for each entity: what a list needs, and where its own file is.
  func entities() -> [UInt8] {
    var json = HTMLBuffer(capacity: 1 << 16)
    json.put("{\"$schema\":\"schema/entities.schema.json\",\"items\":[")
    var isFirst = true
    for entity in view.catalog.entities where entity.ref.isAddressable {
      json.put(isFirst ? "\n{\"ref\":" : ",\n{\"ref\":")
      isFirst = false
      json.putJSON(entity.ref.description)
      json.put(",\"title\":")
      json.putJSON(entity.displayName)
      put("description", entity.description, &json)
      put("type", entity.type, &json)
      put("lifecycle", entity.lifecycle, &json)
      put("owner", view.catalog.others(.ownedBy, of: entity.ref).first?.description, &json)
      put("partOf", view.catalog.others(.partOf, of: entity.ref).first?.description, &json)
      if !entity.tags.isEmpty {
        json.put(",\"tags\":[")
        for (index, tag) in entity.tags.enumerated() {
          if index > 0 { json.put(",") }
          json.putJSON(tag)
        }
        json.put("]")
      }
      put("docs", view.docs[entity.ref]?.page.map { view.address(ofPage: $0) }, &json)
      put("page", view.addresses[entity.ref], &json)
      put("url", String(CatalogAPIPaths.entity(entity.ref).path.dropFirst("api/v1/".count)), &json)
      json.put("}")
    }
    json.put("\n]}\n")
    return json.bytes
  }

  /// An entity in Backstage's shape, with what a build knows beside it: place, addresses, health of the docs.
  func entity(_ ref: EntityRef) -> [UInt8]? {
    guard let entity = view.catalog[ref] else { return nil }
    var rest = HTMLBuffer(capacity: 256)
    rest.put(",\"techdocs\":{\"declaredIn\":")
    rest.putJSON("\(entity.range.path.description):\(entity.range.start.line)")
    put("page", view.addresses[ref], &rest)
    put("docs", view.docs[ref]?.page.map { view.address(ofPage: $0) }, &rest)
    rest.put(
      ",\"health\":{\"hasOwner\":\(entity.owner != nil),\"hasDescription\":\(entity.description?.isEmpty == false)")
    if let docs = view.docs[ref], !docs.isShared {
      let health = view.health[docs.docSite]
      put("lastChanged", health.lastChange?.day, &rest)
      put("codeChanged", health.codeChange?.day, &rest)
      if let days = health.daysBehindCode { rest.put(",\"daysBehindCode\":\(days)") }
      rest.put(",\"pages\":\(health.pages),\"brokenLinks\":\(health.brokenLinks),\"pagesNotInNav\":\(health.notInNav)")
    }
    rest.put("},\"faults\":[")
    for (index, fault) in entity.faults.enumerated() {
      rest.put(index == 0 ? "[" : ",[")
      rest.putJSON(fault.path)
      rest.put(",\"\(fault.code.rawValue)\"]")
    }
    rest.put("]}")
    var json = HTMLBuffer(capacity: 2048)
    EntityJSON.put(entity, view.catalog, rest: String(decoding: rest.bytes, as: UTF8.self), into: &json)
    json.put("\n")
    return json.bytes
  }

  /// A field, left out where there is nothing.
  private func put(_ name: StaticString, _ value: String?, _ json: inout HTMLBuffer) {
    guard let value, !value.isEmpty else { return }
    json.put(",\"")
    json.put(name)
    json.put("\":")
    json.putJSON(value)
  }
}
