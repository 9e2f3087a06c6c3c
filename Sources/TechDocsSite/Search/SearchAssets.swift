import TechDocsModel

/// The module that finds and shows results, in one language, and its style sheet: fetched when search is first opened.
struct SearchAssets: Sendable {
  /// Fingerprinted, from the site's root.
  let script: SitePath
  let stylesheet: SitePath
  let files: [SpecialPages.File]

  /// `words` is what the frame says; the module gets those whose key begins with `search`.
  init(_ theme: Theme, words: [String: String]) {
    let own = words.filter { $0.key.hasPrefix("search") }.sorted { $0.key.isBefore($1.key) }
    let json = own.map { "\(JSONText.quoted($0.key)):\(JSONText.quoted($0.value))" }.joined(separator: ",")
    let code = Array("const WORDS={\(json)};\n".utf8) + theme.served.searchScript
    let style = theme.served.searchStylesheet
    script = SitePath("assets/search.\(Digest(of: code).short).js")
    stylesheet = SitePath("assets/search.\(Digest(of: style).short).css")
    files = [
      SpecialPages.File(path: script, bytes: code), SpecialPages.File(path: stylesheet, bytes: style),
    ]
  }
}
