import TechDocsCatalog
import TechDocsModel

/// What every page of a doc site says of its entity: its name, owner and lifecycle, with links.
///
/// Made once for a doc site; a page only puts its own way to the root in.
struct EntityMeta: Sendable {
  /// Pieces between which the way to the root stands.
  private let pieces: [[UInt8]]

  /// Empty for a doc site whose entity nobody declares.
  init(of ref: EntityRef?, in catalog: Catalog, isWorkspace: Bool) {
    guard isWorkspace, let ref, let entity = catalog[ref], ref.isAddressable else {
      pieces = []
      return
    }
    var html = HTMLBuffer(capacity: 512)
    html.put("<aside class=\"td-about\" aria-label=\"About this service\">\n<dl class=\"td-facts\">\n<div><dt>")
    html.putEscaped(KindWords.singular(ref.kind))
    html.put("</dt><dd>")
    Self.put(ref, catalog, into: &html)
    html.put("</dd></div>\n")
    let owners = catalog.others(.ownedBy, of: ref)
    html.put("<div><dt>Owner</dt><dd>")
    for (index, owner) in owners.enumerated() {
      if index > 0 { html.put(", ") }
      Self.put(owner, catalog, into: &html)
    }
    if owners.isEmpty { html.put("nobody") }
    html.put("</dd></div>\n")
    if let lifecycle = entity.lifecycle {
      html.put("<div><dt>Lifecycle</dt><dd>")
      html.putEscaped(lifecycle)
      html.put("</dd></div>\n")
    }
    html.put("</dl>\n</aside>\n")
    pieces = html.bytes.split(separator: Self.mark, omittingEmptySubsequences: false).map { Array($0) }
  }

  func render(root: String, into html: inout HTMLBuffer) {
    for (index, piece) in pieces.enumerated() {
      if index > 0 { html.put(root) }
      html.put(piece)
    }
  }

  /// A byte that no escaped text holds.
  private static let mark: UInt8 = 1

  private static func put(_ ref: EntityRef, _ catalog: Catalog, into html: inout HTMLBuffer) {
    let label = catalog[ref]?.displayName ?? ref.name
    guard catalog[ref] != nil, ref.isAddressable else { return html.putEscaped(label) }
    html.put("<a href=\"")
    html.put(mark)
    html.putEscaped(PercentEncoding.path(CatalogPaths.entity(ref).url))
    html.put("\">")
    html.putEscaped(label)
    html.put("</a>")
  }
}
