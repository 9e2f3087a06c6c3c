/// What becomes of each of Material's `theme.features`.
package enum ThemeFeatures {
  /// They change pages.
  package static let honoured: [String: String] = [
    "navigation.tabs": "The first level of the navigation stands in a row below the header.",
    "navigation.sections": "Sections of the first level are headings that do not fold.",
    "navigation.expand": "Sections are open at first, where the whole navigation is on the page.",
    "navigation.indexes": "The name of a section leads to its index page.",
    "content.code.annotate": "`(1)` in a comment of any code block shows an item of the list below it.",
  ]

  /// Every page has them, asked for or not.
  package static let always: [String: String] = [
    "navigation.footer": "Links to the page before and after.", "navigation.path": "The sections above the page.",
    "navigation.prune": "Only the open branch of a large navigation is on a page.",
    "navigation.top": "A link back to the top.", "navigation.instant": "The next page is fetched early.",
    "navigation.instant.prefetch": "The next page is fetched early.",
    "navigation.instant.preview": "Nothing is shown before a click; the page is there at once.",
    "toc.follow": "The table of contents marks and follows what is read.",
    "content.code.copy": "A button that copies, on each code block.",
    "content.tabs.link": "Tabs of the same label change together, and are remembered.",
    "content.action.edit": "A link to edit the page, where `edit_uri` is known.",
    "search.highlight": "Found words are marked.", "search.suggest": "Search answers while typing.",
    "search.share": "The address of a search can be sent.",
    "navigation.instant.progress": "The browser shows the progress.",
  ]

  /// Known, and not here; the reason.
  package static let without: [String: String] = [
    "navigation.tracking": "the address stays as it is while a reader scrolls",
    "navigation.tabs.sticky": "the row of tabs scrolls away",
    "toc.integrate": "the table of contents has its own place",
    "header.autohide": "the header stays", "announce.dismiss": "there is no announcement bar",
    "content.action.view": "the edit link leads to the source", "content.code.select": "lines are not linked",
    "content.tooltips": "tooltips are the browser's", "content.footnote.tooltips": "footnotes stand below the page",
  ]

  static func diagnostics(of node: YAMLNode?) -> [Diagnostic] {
    Array((node?.sequence ?? []).lazy.compactMap(diagnostic).prefix(ConfigReader.remarkLimit))
  }

  private static func diagnostic(_ node: YAMLNode) -> Diagnostic? {
    guard let name = node.string, honoured[name] == nil, always[name] == nil else { return nil }
    if let reason = without[name] {
      return .note("ignored-config-key", at: node.range, "Feature '\(name)' has no effect: \(reason)")
    }
    let known = Array(honoured.keys) + Array(always.keys) + Array(without.keys)
    return .warning(
      "ignored-config-key", at: node.range, "'\(name)' is no feature of the theme",
      help: NearMiss(of: name, among: known).suggestion)
  }
}
