import TechDocsCatalog
import TechDocsModel

/// The page of one entity: what it is, who owns it, where its docs are, who uses it and what it uses.
struct EntityPageWriter: ~Copyable {
  let entity: Entity
  let view: CatalogView
  /// What the definition of an API says; nil for other kinds.
  let definition: Diagnosed<APIReference?>?
  var html: CatalogHTML

  init(_ entity: Entity, _ view: CatalogView, definition: Diagnosed<APIReference?>? = nil) {
    self.definition = definition
    self.entity = entity
    self.view = view
    html = CatalogHTML(view, at: CatalogPaths.entity(entity.ref))
  }

  /// `graph` is the laid-out graph of a system or domain, where there is one.
  consuming func page(graph: GraphDrawing?, templates: [String: String]) -> PageView {
    putHead()
    putFaults()
    putDocs()
    putRelations(graph)
    putParts()
    putLinks(templates)
    putBacklinks()
    putDefinition()
    putData()
    putFoot()
    var page = PageView(title: entity.displayName, main: html.bytes)
    page.description = entity.description
    page.breadcrumbs = crumbs
    page.headings = html.headings
    return page
  }

  /// The domain and system above it, or the list of its kind.
  private var crumbs: [PageView.Crumb] {
    let catalog = PageView.Crumb("Catalog", CatalogPaths.index)
    var above: [EntityRef] = [], next = view.catalog.others(.partOf, of: entity.ref).first
    while let ref = next, above.count < 4, ref != entity.ref, !above.contains(ref) {
      above.append(ref)
      next = view.catalog.others(.partOf, of: ref).first
    }
    guard !above.isEmpty else {
      return [catalog, .init(KindWords.plural(entity.ref.kind), CatalogPaths.kind(entity.ref.kind))]
    }
    return [catalog]
      + above.reversed().map { .init(view.label($0), view.addresses[$0] == nil ? nil : CatalogPaths.entity($0)) }
  }

  private mutating func putHead() {
    html.raw("<header class=\"td-entity\">\n<p class=\"td-kind\">")
    html.text(KindWords.singular(entity.ref.kind))
    for text in [entity.type, entity.lifecycle].compactMap(\.self) {
      html.raw(" · ")
      html.text(text)
    }
    html.raw("</p>\n<h1>")
    html.text(entity.displayName)
    html.raw("</h1>\n")
    if let description = entity.description, !description.isEmpty {
      html.raw("<p class=\"td-lead\">")
      html.text(description)
      html.raw("</p>\n")
    }
    html.raw("<dl class=\"td-facts\">\n")
    putFacts()
    html.raw("</dl>\n</header>\n")
  }

  private mutating func putFacts() {
    let owners = view.catalog.others(.ownedBy, of: entity.ref)
    let isOwned = !["group", "user", "location"].contains(entity.ref.kind)
    if !owners.isEmpty {
      putFact("Owner") { $0.entities(owners) }
    } else if isOwned {
      putFact("Owner") { $0.raw("<span class=\"td-unknown\">nobody</span>") }
    }
    let parents = view.catalog.others(.partOf, of: entity.ref)
    if !parents.isEmpty { putFact("Part of") { $0.entities(parents) } }
    let above = view.catalog.others(.childOf, of: entity.ref)
    if !above.isEmpty { putFact("Part of") { $0.entities(above) } }
    let groups = view.catalog.others(.memberOf, of: entity.ref)
    if !groups.isEmpty { putFact("Member of") { $0.entities(groups) } }
    let namespace = entity.ref.namespace, tags = entity.tags
    if let mail = entity.profile("email") { putFact("Mail") { $0.outside("mailto:\(mail)", mail) } }
    if namespace != "default" { putFact("Namespace") { $0.text(namespace) } }
    if !tags.isEmpty { putFact("Tags") { $0.tags(tags) } }
    putContact()
    if let services = view.services[entity.ref] {
      putFact("Runs as") { html in
        for (index, service) in services.enumerated() {
          if index > 0 { html.raw(", ") }
          html.link(service.address, "\(service.name) (\(service.resources) resources)")
        }
      }
    }
  }

  /// The first way to reach the owner: a chat room or an on-call page.
  private mutating func putContact() {
    let owners = view.catalog.others(.ownedBy, of: entity.ref).compactMap { view.catalog[$0] }
    guard let owner = owners.first, let link = owner.links.first else { return }
    putFact("Contact") { $0.outside(link.url, link.title ?? link.url) }
  }

  private mutating func putFact(_ name: StaticString, _ value: (inout CatalogHTML) -> Void) {
    html.raw("<div><dt>")
    html.raw(name)
    html.raw("</dt><dd>")
    value(&html)
    html.raw("</dd></div>\n")
  }

  private mutating func putFaults() {
    guard !entity.faults.isEmpty else { return }
    html.raw("<div class=\"admonition failure\">\n<p class=\"admonition-title\">Wrong in the catalog file</p>\n<ul>\n")
    for fault in entity.faults {
      html.raw("<li>")
      html.text(fault.diagnostic.message)
      html.raw(" ")
      if let range = fault.diagnostic.range { html.place(range) }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n</div>\n")
  }

  private mutating func putFoot() {
    html.raw("<p class=\"td-declared\"><small>Declared in ")
    html.place(entity.range)
    html.raw(" · <a href=\"")
    html.text(html.root + PercentEncoding.path(CatalogAPIPaths.entity(entity.ref).url))
    html.raw("\">JSON</a></small></p>\n")
  }
}
