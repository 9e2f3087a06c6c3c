import Mustache
import TechDocsModel

/// A page's frame, rendered from its template once per doc site and cut where each page has something of its own.
///
/// Rendering the template again for each page would cost forty times as much as splicing bytes.
struct PageShell: Sendable {
  /// What differs from page to page; each is finished HTML.
  enum Slot: String, CaseIterable, Sendable {
    case title, head, tabs, nav, toc, main, breadcrumbs, pagination, editLink, pageMeta, root, bodyAttributes
    case rootClasses
  }

  enum Part: Sendable {
    case bytes([UInt8])
    case slot(Slot)
  }

  let parts: [Part]

  /// Renders a template with the values of a doc site; slots are put in as marks that no text can hold.
  init(template: MustacheTemplate, values: [String: Any]) {
    let marks = Dictionary(uniqueKeysWithValues: Slot.allCases.map { ($0.rawValue, "\u{1}\($0.rawValue)\u{2}") })
    let text = template.render(values.merging(marks) { _, mark in mark })
    var parts: [Part] = []
    for piece in text.split(separator: "\u{1}", omittingEmptySubsequences: false) {
      let halves = piece.split(separator: "\u{2}", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2, let slot = Slot(rawValue: String(halves[0])) { parts.append(.slot(slot)) }
      parts.append(.bytes(Array((halves.last ?? "").utf8)))
    }
    self.parts = parts
  }
}
