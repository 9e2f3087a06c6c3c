/// What a folder's `.pages` or `.nav.yml` says.
///
/// Source: the plugins `awesome-pages` 2 and `awesome-nav` 3.
struct FolderNavFile {
  indirect enum Entry {
    /// A page, folder or file by its path from the folder.
    case path(String, title: String?, range: SourceRange)
    /// What no entry names: all of it, or what a pattern means; with its folders, or `isFlat` pages only.
    /// `range` is nil where the files give the order.
    case rest(pattern: String, isFlat: Bool, range: SourceRange?)
    case link(title: String?, url: String, range: SourceRange)
    case section(title: String, entries: [Entry], range: SourceRange)
  }

  var title: String?
  var isHidden = false
  /// Nil when the files give the order.
  var entries: [Entry]?
  var isDescending: Bool?
  var isNatural = false
  /// Whether a section with a single page is that page; nil when the folder above decides.
  var collapses: Bool?
  var collapsesBelow: Bool?
  var ignored = GlobPatterns("")
  private(set) var diagnostics: [Diagnostic] = []

  init() {}

  init(_ source: SourceText) {
    guard let node = YAMLDocument.parse(source).collecting(into: &diagnostics), !node.isNull else { return }
    guard let keys = node.mapping else {
      report("config-value", node, "'\(source.path.name)' needs lines of `key: value`", severity: .error)
      return
    }
    for entry in keys { read(entry) }
    if node["append_unmatched"]?.bool == true || node["arrange"] != nil, entries != nil {
      entries?.append(.rest(pattern: "*", isFlat: false, range: node.range))
    }
  }

  /// The entries of a list, as `nav` of `mkdocs.yml` may hold them too.
  init(entriesOf node: YAMLNode) { entries = entries(node, depth: 0) }

  private static let ignored: Set<String> = ["order_by", "ignore_case", "sections"]
  private static let keys = [
    "title", "hide", "nav", "arrange", "order", "sort_type", "sort", "collapse", "collapse_single_pages", "ignore",
    "append_unmatched", "flatten_single_child_sections", "preserve_directory_names",
  ]

  private mutating func read(_ entry: YAMLNode.Entry) {
    let value = entry.value
    switch entry.key.string ?? "" {
    case "title": title = text(value)
    case "hide": isHidden = flag(value)
    case "nav", "arrange": entries = entries(value, depth: 0)
    case "order": isDescending = word(value, ["asc", "desc"]) == "desc"
    case "sort_type": isNatural = word(value, ["natural"]) == "natural"
    case "sort": sort(value)
    case "collapse": collapses = flag(value)
    case "collapse_single_pages", "flatten_single_child_sections": collapsesBelow = flag(value)
    case "ignore":
      let patterns = value.sequence?.compactMap(\.string) ?? value.string.map { [$0] } ?? []
      ignored = GlobPatterns(patterns.joined(separator: "\n"))
    case "append_unmatched", "preserve_directory_names": _ = flag(value)
    case let key: unknown(key, entry.key)
    }
  }

  private mutating func sort(_ node: YAMLNode) {
    for entry in node.mapping ?? [] {
      switch entry.key.string ?? "" {
      case "direction": isDescending = word(entry.value, ["asc", "desc"]) == "desc"
      case "type": isNatural = word(entry.value, ["natural", "alphabetical"]) == "natural"
      case "by" where entry.value.string == "path" || entry.value.string == "filename": break
      case let key: unknown(key == "by" ? "order_by" : key, entry.key)
      }
    }
    isDescending = isDescending ?? false
  }

  private mutating func unknown(_ key: String, _ node: YAMLNode) {
    guard !Self.ignored.contains(key) else {
      return report(
        "ignored-config-key", node, "'\(node.string ?? key)' has no effect: entries are sorted by file name")
    }
    report(
      "unknown-config-key", node, "'\(key)' is no key of a navigation file",
      help: NearMiss(of: key, among: Self.keys).suggestion)
  }

  private mutating func text(_ node: YAMLNode) -> String? {
    if node.string == nil { report("config-value", node, "A title is needed here") }
    return node.string
  }

  private mutating func flag(_ node: YAMLNode) -> Bool {
    if node.bool == nil { report("config-value", node, "'true' or 'false' is needed here") }
    return node.bool ?? false
  }

  private mutating func word(_ node: YAMLNode, _ words: [String]) -> String? {
    if !words.contains(node.string ?? "") {
      report("config-value", node, "'\(words.joined(separator: "' or '"))' is needed here")
    }
    return node.string
  }

  private mutating func report(
    _ rule: Rule, _ node: YAMLNode, _ message: String, help: String? = nil, severity: Severity = .warning
  ) {
    diagnostics.append(Diagnostic(severity, rule, at: node.range, message, help: help))
  }
}

extension FolderNavFile {
  private mutating func entries(_ node: YAMLNode, depth: Int) -> [Entry] {
    guard let list = node.sequence, depth < Nav.depthLimit else {
      malformed(node)
      return []
    }
    return list.flatMap { entry($0, depth) }
  }

  private mutating func entry(_ node: YAMLNode, _ depth: Int) -> [Entry] {
    if let text = node.string { return [leaf(text, title: nil, node)] }
    if let glob = node["glob"]?.string { return [.rest(pattern: glob, isFlat: false, range: node.range)] }
    guard let mapping = node.mapping else {
      malformed(node)
      return []
    }
    return mapping.compactMap { entry in
      guard let title = entry.key.string else { return nil }
      if let text = entry.value.string { return leaf(text, title: title, entry.value) }
      return .section(title: title, entries: entries(entry.value, depth: depth + 1), range: entry.key.range)
    }
  }

  private func leaf(_ text: String, title: String?, _ node: YAMLNode) -> Entry {
    if text.hasPrefix("...") { return rest(text, node) }
    if NavReader.isURL(text) { return .link(title: title, url: text, range: node.range) }
    if title == nil, PathGlob.isPattern(text) { return .rest(pattern: text, isFlat: false, range: node.range) }
    return .path(text, title: title, range: node.range)
  }

  /// `...`, `... | *.md`, `... | glob=*.md`, `... | flat`.
  private func rest(_ text: String, _ node: YAMLNode) -> Entry {
    var pattern: String?, isFlat = false
    for part in text.split(separator: "|").dropFirst() {
      let word = part.trimmingSpaces
      if word == "flat" { isFlat = true } else { pattern = word.hasPrefix("glob=") ? String(word.dropFirst(5)) : word }
    }
    return .rest(pattern: pattern ?? (isFlat ? "**" : "*"), isFlat: isFlat, range: node.range)
  }

  private mutating func malformed(_ node: YAMLNode) {
    report(
      "nav-entry", node, "An entry needs a path, or one title with a path or a list, as in `- Runbook: runbook.md`",
      severity: .error)
  }
}

extension Substring {
  /// Without white space at its ends.
  fileprivate var trimmingSpaces: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
