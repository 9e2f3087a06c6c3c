import TechDocsCatalog
import TechDocsModel

/// One list of the catalog as a page.
struct CatalogListWriter: ~Copyable {
  let facets: CatalogFacets
  let view: CatalogView
  var html: CatalogHTML
  let catalogCrumb = PageView.Crumb("Catalog", CatalogPaths.index)

  init(facets: CatalogFacets, _ view: CatalogView, at path: SitePath) {
    self.facets = facets
    self.view = view
    html = CatalogHTML(view, at: path)
  }

  /// All entities, with ways to fewer of them. The script adds a filter; without it the lists of facets lead on.
  consuming func index() -> PageView {
    let count = facets.kinds.reduce(0) { $0 + $1.entities.count }
    putTitle("Catalog", "Every service, API and resource, who owns it and how it is related: \(count) entities.")
    html.raw("<div class=\"grid cards td-facets\">\n<ul>\n")
    putFacet("Kinds", facets.kinds.map { (KindWords.plural($0.kind), CatalogPaths.kind($0.kind), $0.entities.count) })
    putFacet("Owners", owners)
    putFacet("Systems", parts("system"))
    putFacet("Domains", parts("domain"))
    putFacet("Lifecycles", facets.lifecycles.map { ($0.name, CatalogPaths.lifecycle($0.name), $0.entities.count) })
    putFacet(
      "To be mended",
      [
        ("Without an owner", CatalogPaths.unowned, facets.unowned.count),
        ("Deprecated, in use", CatalogPaths.deprecated, facets.deprecated.count),
        ("Docs", CatalogPaths.docs, view.docsToMend),
      ])
    html.raw("</ul>\n</div>\n")
    putTagLine()
    let refs = facets.kinds.filter { !["location", "user"].contains($0.kind) }.flatMap(\.entities)
    html.heading(2, "All entities", id: "entities", count: refs.count)
    if refs.count > CatalogHTML.rows {
      html.raw("<p>The lists of kinds hold all of them; these are the first.</p>\n")
    }
    html.raw("<div>\n")
    html.entityTable(refs, isFiltered: true)
    html.raw("</div>\n")
    return page("Catalog", [])
  }

  consuming func kind(_ index: Int, page number: Int) -> PageView {
    let kind = facets.kinds[index]
    let title = KindWords.plural(kind.kind)
    let pages = max(1, (kind.entities.count + CatalogHTML.rows - 1) / CatalogHTML.rows)
    putTitle(title, pages == 1 ? "\(kind.entities.count) in the catalog." : "Page \(number) of \(pages).")
    html.raw("<div>\n")
    html.entityTable(
      Array(kind.entities.dropFirst((number - 1) * CatalogHTML.rows).prefix(CatalogHTML.rows)), showsKind: false,
      isFiltered: true)
    html.raw("</div>\n")
    if pages > 1 { putPages(kind.kind, count: pages, current: number) }
    return page(number == 1 ? title : "\(title), page \(number)", [catalogCrumb])
  }

  consuming func lifecycle(_ index: Int) -> PageView {
    let lifecycle = facets.lifecycles[index]
    putTitle(lifecycle.name, "Everything whose lifecycle is \(lifecycle.name).")
    html.entityTable(lifecycle.entities)
    return page("Lifecycle \(lifecycle.name)", [catalogCrumb])
  }

  consuming func tag(_ index: Int) -> PageView {
    let tag = facets.tags[index]
    putTitle(tag.tag, nil)
    if !tag.entities.isEmpty {
      html.heading(2, "In the catalog", id: "entities", count: tag.entities.count)
      html.entityTable(tag.entities)
    }
    if !tag.pages.isEmpty {
      html.heading(2, "Pages", id: "pages", count: tag.pages.count)
      html.raw("<ul>\n")
      for page in tag.pages {
        html.raw("<li>")
        html.link(view.address(ofPage: page), view.portal.titles[page])
        html.raw(" <small>")
        html.text(view.portal.portal.docSites[view.portal.portal.pages[page].docSite].config.siteName)
        html.raw("</small></li>\n")
      }
      html.raw("</ul>\n")
    }
    return navigation("Tag \(tag.tag)", [.init("Tags", CatalogPaths.tags)])
  }

  consuming func tags() -> PageView {
    putTitle("Tags", facets.tags.isEmpty ? "Nothing has a tag yet." : nil)
    if !facets.tags.isEmpty {
      html.tableHead("Tag", "Entities", "Pages")
      for tag in facets.tags {
        html.raw("<tr><td>")
        html.tags([tag.tag])
        html.raw("</td><td>")
        html.text(tag.entities.count)
        html.raw("</td><td>")
        html.text(tag.pages.count)
        html.raw("</td></tr>\n")
      }
      html.tableEnd()
    }
    return navigation("Tags", [catalogCrumb])
  }

  /// A page that only leads on.
  private consuming func navigation(_ title: String, _ crumbs: [PageView.Crumb]) -> PageView {
    var view = page(title, crumbs)
    view.navigation = title
    return view
  }

  mutating func putTitle(_ title: String, _ lead: String?) {
    html.raw("<h1>")
    html.text(title)
    html.raw("</h1>\n")
    guard let lead else { return }
    html.raw("<p class=\"td-lead\">")
    html.text(lead)
    html.raw("</p>\n")
  }

  private mutating func putFacet(_ title: String, _ values: [(name: String, path: SitePath, count: Int)]) {
    guard !values.isEmpty else { return }
    html.raw("<li><strong>")
    html.text(title)
    html.raw("</strong>\n<ul>\n")
    for value in values.prefix(20) {
      html.raw("<li>")
      html.link(PercentEncoding.path(value.path.url), value.name)
      html.raw(" <span class=\"td-count\">")
      html.text(value.count)
      html.raw("</span></li>\n")
    }
    if values.count > 20 { html.raw("<li>…</li>\n") }
    html.raw("</ul></li>\n")
  }

  private mutating func putTagLine() {
    guard !facets.tags.isEmpty else { return }
    html.raw("<p class=\"md-tags\">")
    html.tags(facets.tags.prefix(40).map(\.tag))
    html.raw(" ")
    html.link(PercentEncoding.path(CatalogPaths.tags.url), "All tags")
    html.raw("</p>\n")
  }

  private mutating func putPages(_ kind: String, count: Int, current: Int) {
    html.raw("<p>Pages:")
    for number in 1...count {
      html.raw(" ")
      if number == current {
        html.raw("<strong aria-current=\"page\">")
        html.text(number)
        html.raw("</strong>")
      } else {
        html.link(PercentEncoding.path(CatalogPaths.kind(kind, page: number).url), String(number))
      }
    }
    html.raw("</p>\n")
  }

  /// Groups and users that own something, the busiest first.
  private var owners: [(name: String, path: SitePath, count: Int)] { ranked(["group", "user"], .ownerOf) }

  private func parts(_ kind: String) -> [(name: String, path: SitePath, count: Int)] { ranked([kind], .hasPart) }

  private func ranked(_ kinds: Set<String>, _ kind: Relation.Kind) -> [(name: String, path: SitePath, count: Int)] {
    var found: [(ref: EntityRef, count: Int)] = []
    for entity in view.catalog.entities where kinds.contains(entity.ref.kind) && entity.ref.isAddressable {
      let count = view.catalog.others(kind, of: entity.ref).count
      if count > 0 { found.append((entity.ref, count)) }
    }
    found.sort { one, other in one.count == other.count ? one.ref < other.ref : one.count > other.count }
    return found.map { (view.label($0.ref), CatalogPaths.entity($0.ref), $0.count) }
  }

  consuming func page(_ title: String, _ crumbs: [PageView.Crumb]) -> PageView {
    var page = PageView(title: title, main: html.bytes)
    page.breadcrumbs = crumbs
    page.headings = html.headings
    return page
  }
}
