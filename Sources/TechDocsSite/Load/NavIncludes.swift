import TechDocsModel

/// Replaces `!include` entries of a navigation by the projects that they name.
///
/// Source: mkdocs-monorepo-plugin: a project's pages live below an alias made from its `site_name`, one level of
/// includes. Other than there, links, snippets and edit addresses are those of the included project.
struct NavIncludes {
  let project: DocsProject
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var files: DocsFiles
  private var aliases: Set<String> = []

  init(project: DocsProject, files: DocsFiles) {
    self.project = project
    self.files = files
  }

  /// The navigation with everything included; `files` then holds the included projects' files too.
  mutating func expand(_ nav: Nav) -> Nav { Nav(expand(nav.items)) }

  /// The depth of a nav is capped where it is read, so the recursion is bounded.
  private mutating func expand(_ items: [Nav.Item]) -> [Nav.Item] {
    items.flatMap { item -> [Nav.Item] in
      switch item {
      case .section(let title, let inner, let range):
        return [.section(title: title, items: expand(inner), range: range)]
      case .include(let title, let path, let isGlob, let range):
        return matches(path, isGlob: isGlob, range).compactMap { include($0, title: isGlob ? nil : title, range) }
      case .page, .link: return [item]
      }
    }
  }

  private mutating func matches(_ path: String, isGlob: Bool, _ range: SourceRange?) -> [String] {
    guard let inside = RelativePath.resolving(path, from: project.folder) else {
      report("missing-include", range, "'\(path)' leaves the repository")
      return []
    }
    guard isGlob else { return [inside] }
    let folder = RelativePath.folder(of: String(inside.prefix { !"*?[".contains($0) }))
    let found =
      PathGlob(inside).map { glob in
        project.repository.tree.files(under: folder).value.map(\.path.path).filter(glob.matches)
      } ?? []
    guard !found.isEmpty else {
      report("missing-include", range, "'\(path)' names no file")
      return []
    }
    return found
  }

  private mutating func include(_ path: String, title: String?, _ range: SourceRange?) -> Nav.Item? {
    let tree = project.repository.tree
    guard let source = tree.text(at: path) else {
      report(
        "missing-include", range, "'\(path)' is not there",
        help: "name the 'mkdocs.yml' of a project in this repository")
      return nil
    }
    let isTrusted = project.repository.isTrusted
    let config = MkDocsConfig.decoding(source, isTrusted: isTrusted) { tree.text(at: $0) }.collecting(
      into: &diagnostics)
    let included = DocsProject(repository: project.repository, folder: RelativePath.folder(of: path), config: config)
    guard let docs = included.docsFolder().collecting(into: &diagnostics) else { return nil }
    let alias = Self.alias(config.siteName)
    guard aliases.insert(alias).inserted else {
      report(
        "missing-include", range, "Two included projects are called '\(config.siteName)'",
        help: "give each its own 'site_name'")
      return nil
    }
    let own = DocsFiles(included, docs: docs, alias: alias)
    let nav = Nav.resolving(config, files: own.names) { tree.text(at: RelativePath.joining(docs, $0)) }
      .collecting(into: &diagnostics)
    files.append(own)
    return .section(title: title ?? config.siteName, items: nav.items.map { Self.prefixed($0, alias) }, range: range)
  }

  /// The `site_name` where it can stand in an address, else its slug. Source: mkdocs-monorepo-plugin `Parser`.
  private static func alias(_ name: String) -> String {
    let isAddress = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "_.-/".utf8.contains(byte)
      }
    }
    let resolved = isAddress ? RelativePath.resolving(name) ?? "" : ""
    return resolved.isEmpty ? AddressSlug.slug(of: name) : resolved
  }

  private static func prefixed(_ item: Nav.Item, _ alias: String) -> Nav.Item {
    switch item {
    case .page(let path, let title, let range): .page(path: "\(alias)/\(path)", title: title, range: range)
    case .section(let title, let items, let range):
      .section(title: title, items: items.map { prefixed($0, alias) }, range: range)
    case .link, .include: item
    }
  }

  private mutating func report(_ rule: Rule, _ range: SourceRange?, _ message: String, help: String? = nil) {
    diagnostics.append(.error(rule, at: range, message, help: help))
  }
}
