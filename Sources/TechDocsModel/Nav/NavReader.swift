/// Reads the value of `nav` against the files that are there.
struct NavReader {
  let files: DocFiles
  let validation: LinkValidation
  /// Pages and assets, for what an entry may name.
  private let pages: Set<String>
  private let assets: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  private var itemCount = 0
  private var suggestions = 0

  init(files: DocFiles, validation: LinkValidation) {
    self.files = files
    self.validation = validation
    pages = Set(files.pages)
    assets = Set(files.assets)
  }

  /// The items of a list, or of the mapping that some write instead of one.
  mutating func items(of node: YAMLNode, depth: Int = 0) -> [Nav.Item] {
    guard depth < Nav.depthLimit else {
      report(.error, "nav-entry", node, "'nav' nests deeper than \(Nav.depthLimit) sections; the rest is left out")
      return []
    }
    if let entries = node.mapping { return entries.compactMap { item(titled: $0.key, $0.value, depth: depth) } }
    return (node.sequence ?? []).flatMap { items(ofEntry: $0, depth: depth) }
  }

  /// One element of a list: a path, or one title with a path or a list.
  private mutating func items(ofEntry node: YAMLNode, depth: Int) -> [Nav.Item] {
    if let text = node.string { return leaf(text, title: nil, node).map { [$0] } ?? [] }
    guard let entries = node.mapping, !entries.isEmpty else {
      malformed(node)
      return []
    }
    if entries.count > 1 {
      report(
        .warning, "nav-entry", entries[1].key, "'nav' entry holds several titles; each should begin with '-'",
        help: "write one entry for each, as in `- Runbook: runbook.md`")
    }
    return entries.compactMap { item(titled: $0.key, $0.value, depth: depth) }
  }

  private mutating func item(titled key: YAMLNode, _ value: YAMLNode, depth: Int) -> Nav.Item? {
    guard let title = key.string else {
      malformed(key)
      return nil
    }
    if let text = value.string { return leaf(text, title: title, value) }
    guard value.sequence != nil || value.mapping != nil, admit(value) else {
      if !value.isContainer { malformed(value.range == key.range ? value : key) }
      return nil
    }
    return .section(title: title, items: items(of: value, depth: depth + 1), range: key.range)
  }

  private mutating func malformed(_ node: YAMLNode) {
    report(.error, "nav-entry", node, "'nav' entry needs one title and one path, as in `- Runbook: runbook.md`")
  }

  /// Counts an item; false past the limit, which is reported once.
  private mutating func admit(_ node: YAMLNode) -> Bool {
    itemCount += 1
    if itemCount == Nav.itemLimit + 1 {
      report(.error, "nav-entry", node, "'nav' has more than \(Nav.itemLimit) entries; the rest is left out")
    }
    return itemCount <= Nav.itemLimit
  }

  private mutating func leaf(_ text: String, title: String?, _ node: YAMLNode) -> Nav.Item? {
    guard admit(node) else { return nil }
    if let include = include(text, title: title, node) { return include }
    if Self.isURL(text) { return .link(title: title, url: text, range: node.range) }
    if text.hasPrefix("/"), validation.navAbsoluteLinks != .relativeToDocs { return absolute(text, title, node) }
    return file(text, title: title, node)
  }

  /// `/folder/` may be another part of the host; `/file` is a file of this site, or a slip.
  private mutating func absolute(_ text: String, _ title: String?, _ node: YAMLNode) -> Nav.Item? {
    let level = validation.navAbsoluteLinks
    let path = RelativePath.resolving(text) ?? text
    guard level != nil || text.hasSuffix("/") || pages.contains(path) || assets.contains(path) else {
      report(
        .error, "nav-entry", node, "'\(text)' in 'nav' names no file in 'docs_dir'",
        help: "leave the slash out to name a file, or end with one to lead to another part of the host")
      return nil
    }
    report(
      (level ?? .info).severity, "nav-entry", node, "'\(text)' leads out of this doc site, by its slash",
      help: "leave the slash out to name a file in 'docs_dir'")
    return .link(title: title, url: text, range: node.range)
  }

  /// `!include path`, as text or as a tag; `*include glob` is text always.
  private func include(_ text: String, title: String?, _ node: YAMLNode) -> Nav.Item? {
    func tail(_ prefix: String) -> String? {
      guard text.hasPrefix(prefix) else { return nil }
      return String(text.dropFirst(prefix.count).drop { $0 == " " })
    }
    if node.tag == "!include" { return .include(title: title, path: text, isGlob: false, range: node.range) }
    if let path = tail("!include ") { return .include(title: title, path: path, isGlob: false, range: node.range) }
    return tail("*include ").map { .include(title: title, path: $0, isGlob: true, range: node.range) }
  }

  private mutating func file(_ text: String, title: String?, _ node: YAMLNode) -> Nav.Item? {
    guard let path = RelativePath.resolving(text) else {
      report(.error, "nav-entry", node, "'\(text)' in 'nav' leaves 'docs_dir'", help: "name a file below it")
      return nil
    }
    if pages.contains(path) { return .page(path: path, title: title, range: node.range) }
    if assets.contains(path) { return .link(title: title, url: path, range: node.range) }
    let holder = files.shadowed[path]
    if holder != nil || files.excluded.contains(path) {
      let reason = holder.map { "'\($0)' has its address" } ?? "the settings exclude it"
      report(.note, "missing-nav-entry", node, "'\(text)' is in 'nav' but gets no page: \(reason)")
      return nil
    }
    report(
      validation.navNotFound.severity, "missing-nav-entry", node, "'\(text)' is in 'nav' but not in 'docs_dir'",
      help: suggestion(for: path) ?? "add the file, or take the entry out")
    return nil
  }

  /// A page of that name in another folder, or one of a like name in the same folder, or a like path.
  private mutating func suggestion(for path: String) -> String? {
    // Looking costs a walk over all pages, so only the first of many missing files get it.
    if path.contains("#") { return "leave out what follows the file's name: an entry stands for a whole page" }
    suggestions += 1
    guard suggestions <= 50 else { return nil }
    let folder = RelativePath.folder(of: path), name = Self.name(path)
    if let moved = files.pages.first(where: { $0 == name || $0.hasSuffix("/" + name) }), name != "index.md" {
      return "did you mean '\(moved)'?"
    }
    let neighbours = files.pages.filter { RelativePath.folder(of: $0) == folder }
    if neighbours.isEmpty { return NearMiss(of: path, among: files.pages).suggestion }
    let near = NearMiss(of: Self.name(path), among: neighbours.map(Self.name)).candidate
    return near.map { "did you mean '\(RelativePath.joining(folder, $0))'?" }
  }

  private static func name(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private mutating func report(
    _ severity: Severity?, _ rule: Rule, _ node: YAMLNode, _ message: String, help: String? = nil
  ) {
    guard let severity else { return }
    diagnostics.append(Diagnostic(severity, rule, at: node.range, message, help: help))
  }

  /// Whether a text has a scheme or a host, as `https://…`, `mailto:…` and `//host` do.
  static func isURL(_ text: String) -> Bool {
    if text.hasPrefix("//") { return true }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex else { return false }
    return text.utf8[..<colon].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }
}

extension YAMLNode {
  /// Whether this is a sequence or a mapping.
  fileprivate var isContainer: Bool { sequence != nil || mapping != nil }
}
