/// What search knows of one page: the seam through which every kind of page enters the index.
package struct SearchRecord: Sendable, Equatable {
  /// A part of a page that a result can lead to. The first is what stands above the first heading of level 2.
  package struct Section: Sendable, Equatable {
    /// Without `#`; empty for the page's beginning.
    package var anchor: String
    /// Plain text; empty for the first section.
    package var heading: String
    /// Plain text, white space collapsed, as UTF-8.
    package var text: ArraySlice<UInt8>

    package init(anchor: String, heading: String, text: ArraySlice<UInt8>) {
      self.anchor = anchor
      self.heading = heading
      self.text = text
    }
  }

  /// From the site's root, without a leading slash, percent-encoded.
  package var url: String
  package var title: String
  /// The sections of the navigation above the page, outermost first.
  package var breadcrumbs: [String]
  package var sections: [Section]
  package var tags: [String] = []
  /// What the page's scores are multiplied by: 1 as a rule, at most 15.
  package var boost: Double = 1

  package init(url: String, title: String, breadcrumbs: [String] = [], sections: [Section]) {
    self.url = url
    self.title = title
    self.breadcrumbs = breadcrumbs
    self.sections = sections
  }
}

/// A run of pages that share their facets: one service's docs, or generated pages of one kind.
package struct SearchSource: Sendable, Hashable {
  /// Names the source in queries (`service:payments-api`) and orders it in the index; unique.
  package var name: String
  package var title: String
  /// `docs`, `catalog`, `explain` or `api`.
  package var type: String
  /// The facets' values, as in `group:default/payments`; nil where a facet has none.
  package var owner: String?
  package var kind: String?
  package var lifecycle: String?

  package init(
    name: String, title: String, type: String = "docs", owner: String? = nil, kind: String? = nil,
    lifecycle: String? = nil
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.owner = owner
    self.kind = kind
    self.lifecycle = lifecycle
  }
}
