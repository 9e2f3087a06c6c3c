import TechDocsModel

/// What can only be written when the whole page is known: lists of contents, and the ids of tabs.
///
/// Places are offsets in the rendered HTML; nothing before them may move.
struct DeferredText {
  private enum Piece {
    case contents
    case tabID(Int)
  }

  /// A tab whose id is made from its title.
  private struct Tab {
    var title = ""
    let heading: String
  }

  private var places: [(offset: Int, piece: Piece)] = []
  private var tabs: [Tab] = []
  private var lists = 0

  /// No page needs more; each costs as much as all headings.
  private static let listLimit = 10

  var isEmpty: Bool { places.isEmpty }

  /// Notes the place of a list of contents; false when there are too many.
  mutating func addContents(at offset: Int) -> Bool {
    guard lists < Self.listLimit else { return false }
    lists += 1
    places.append((offset, .contents))
    return true
  }

  /// Makes room for the ids of tabs below a heading; the number of the first.
  mutating func addTabs(_ count: Int, below heading: String) -> Int {
    tabs += Array(repeating: Tab(heading: heading), count: count)
    return tabs.count - count
  }

  mutating func addID(ofTab tab: Int, at offset: Int) { places.append((offset, .tabID(tab))) }

  mutating func setTitle(_ title: String, ofTab tab: Int) { tabs[tab].title = title }

  /// Puts everything in. The ids of tabs are given after those of headings, which bookmarks depend on.
  func insert(
    _ headings: [Heading], _ options: DialectOptions, _ slugs: SlugRegister, into html: inout HTMLBuffer
  ) {
    guard !places.isEmpty else { return }
    var slugs = slugs
    let ids = tabs.map { slugs.unique(options.tabs.slug(of: $0.title, below: $0.heading)) }
    let text = html.bytes
    html.clear()
    var from = 0
    for place in places {
      html.put(text[from..<place.offset])
      switch place.piece {
      case .contents: ContentsList(headings, options.headings).put(into: &html)
      case .tabID(let tab): html.putEscaped(ids[tab])
      }
      from = place.offset
    }
    html.put(text[from...])
  }
}

/// What `pymdownx.tabbed` and `pymdownx.blocks.tab` are asked for.
struct TabOptions: Sendable {
  private let slugify: Slugify?
  private let separator: String
  /// Whether a tab's id begins with that of the heading above it.
  let combinesHeading: Bool

  init(_ options: ExtensionOptions) {
    let name = options["pymdownx.tabbed", "slugify"] != nil ? "pymdownx.tabbed" : "pymdownx.blocks.tab"
    slugify = options[name, "slugify"].flatMap(Slugify.init)
    separator = options.string(name, "separator") ?? "-"
    combinesHeading = options.bool(name, "combine_header_slug", or: false)
  }

  /// Whether ids are made from titles; otherwise they are numbers.
  var usesTitles: Bool { slugify != nil }

  func slug(of title: String, below heading: String) -> String {
    let slug = slugify?.slug(of: title, separator: separator.utf8.first ?? UInt8(ascii: "-")) ?? ""
    return heading.isEmpty ? slug : heading + separator + slug
  }
}
