import SiteTheme

/// The style sheets and scripts of a theme as browsers get them: put together, without comments and needless space.
struct ServedTheme: Sendable {
  /// The files that `css/order.txt` lists, one after the other.
  let stylesheet: [UInt8]
  /// Of pages inside a Backstage: the files that `backstage/order.txt` lists.
  let backstageStylesheet: [UInt8]
  /// The files that `js/order.txt` lists; empty when there are none.
  let script: [UInt8]
  /// The module that finds and shows results: the files that `js/search/order.txt` lists.
  let searchScript: [UInt8]
  /// The style sheet of results, fetched along with it.
  let searchStylesheet: [UInt8]
  /// What runs before a page is painted: the reader's colour scheme, against a flash of the other one.
  let headScript: [UInt8]

  init(_ files: ThemeFiles) {
    stylesheet = ServedText.slimmed(files.listed("css/order.txt", in: "css/"))
    backstageStylesheet = ServedText.slimmed(files.listed("backstage/order.txt", in: ""))
    script = ServedScript.slimmed(files.listed("js/order.txt", in: "js/"))
    searchScript = ServedScript.slimmedModule(files.listed("js/search/order.txt", in: "js/search/"))
    searchStylesheet = ServedText.slimmed(files["css/search.css"])
    headScript = ServedScript.slimmed(files["js/head.js"])
  }

  /// Whether a file of a theme may be part of it.
  static func isMade(of path: String) -> Bool {
    ["css/", "js/", "backstage/"].contains { path.hasPrefix($0) }
  }
}

/// The files of a theme by their paths below `site-theme/`.
struct ThemeFiles: Sendable {
  private let bytes: [String: [UInt8]]

  /// Of two files of one path the later counts.
  init(_ files: [ThemeFile]) {
    bytes = Dictionary(files.map { ($0.path, $0.bytes) }) { _, later in later }
  }

  private init(bytes: [String: [UInt8]]) { self.bytes = bytes }

  /// With other files before these.
  func overriding(_ own: [ThemeFile]) -> ThemeFiles {
    ThemeFiles(bytes: bytes.merging(own.map { ($0.path, $0.bytes) }) { _, later in later })
  }

  /// Empty where there is no such file.
  subscript(_ path: String) -> [UInt8] { bytes[path] ?? [] }

  func text(_ path: String) -> String { String(decoding: self[path], as: UTF8.self) }

  /// The files whose names a list holds, one after the other.
  func listed(_ list: String, in folder: String) -> [UInt8] {
    text(list).split(whereSeparator: \.isWhitespace).flatMap { self[folder + $0] }
  }
}
