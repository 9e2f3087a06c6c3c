import TechDocsCatalog
import TechDocsModel

/// The lists of what is to be mended: no owner, deprecated and in use, and how the docs are.
extension CatalogListWriter {
  consuming func unowned() -> PageView {
    let title = "Without an owner"
    putTitle(title, facets.unowned.isEmpty ? "Everything in the catalog has an owner." : "Nobody is asked about these.")
    if !facets.unowned.isEmpty { html.entityTable(facets.unowned) }
    return page(title, [catalogCrumb])
  }

  consuming func deprecated() -> PageView {
    let title = "Deprecated and still in use"
    putTitle(
      title,
      facets.deprecated.isEmpty
        ? "Nothing that is to be switched off is still in use." : "Whom to talk to before switching off.")
    if !facets.deprecated.isEmpty {
      html.tableHead("Name", "Kind", "Owner", "Still used by")
      for ref in facets.deprecated {
        html.raw("<tr><td>")
        html.entity(ref)
        html.raw("</td><td>")
        html.text(KindWords.singular(ref.kind))
        html.raw("</td><td>")
        html.entities(view.catalog.others(.ownedBy, of: ref))
        html.raw("</td><td>")
        html.entities(CatalogFacets.consumers(of: ref, in: view.catalog))
        html.raw("</td></tr>\n")
      }
      html.tableEnd()
    }
    return page(title, [catalogCrumb])
  }

  /// Every doc site with what is wrong with it, the worst first.
  consuming func docs() -> PageView {
    let title = "Health of the docs"
    let rows = view.docsByHealth
    putTitle(title, Self.lead(rows.map(\.health)))
    guard !rows.isEmpty else { return page(title, [catalogCrumb]) }
    let isDated = rows.contains { $0.health.lastChange != nil }
    let columns = ["Docs of", "Owner", "Pages", "Broken links", "Not in the navigation"]
    html.tableHead(columns + (isDated ? ["Last changed", "Days before the code"] : []))
    for row in rows { putHealth(row.ref, row.health, isDated: isDated) }
    html.tableEnd()
    return page(title, [catalogCrumb])
  }

  private static func lead(_ health: [DocsHealth]) -> String {
    let count = health.count { $0.isToBeMended }
    if health.isEmpty { return "No entity has docs of its own." }
    return count == 0
      ? "No broken link, every page in the navigation." : "\(count) of \(health.count) need a hand, the worst first."
  }

  private mutating func putHealth(_ ref: EntityRef, _ health: DocsHealth, isDated: Bool) {
    html.raw("<tr><td>")
    html.entity(ref)
    html.raw("</td><td>")
    html.entities(view.catalog.others(.ownedBy, of: ref))
    var cells = [String(health.pages), String(health.brokenLinks), String(health.notInNav)]
    if isDated { cells += [health.lastChange?.day ?? "", health.daysBehindCode.map { String($0) } ?? ""] }
    for cell in cells {
      html.raw("</td><td>")
      html.text(cell)
    }
    html.raw("</td></tr>\n")
  }
}
