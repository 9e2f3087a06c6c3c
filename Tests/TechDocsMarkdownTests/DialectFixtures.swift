import Foundation
import TechDocsMarkdown
import TechDocsModel
import TestSupport

/// The doc site around the cases' page, `docs/guide/case.md`.
struct DialectFixtures: Decodable, Sendable {
  let files: [String: String]
  let profiles: [String: String]

  static let folder = ProjectFolder.root.appendingPathComponent("Tests/TechDocsMarkdownTests/Spec")
  static let shared = try? JSONDecoder().decode(
    DialectFixtures.self, from: Data(contentsOf: folder.appendingPathComponent("dialect-fixtures.json")))

  func settings(profile: String?) -> MarkdownSettings {
    settings(config: profile.flatMap { profiles[$0] } ?? "")
  }

  /// How pages are read with these lines in `mkdocs.yml`.
  func settings(config lines: String) -> MarkdownSettings {
    let yaml = SourceText("mkdocs.yml", "site_name: Cases\n" + lines)
    let config = MkDocsConfig.decoding(yaml, isTrusted: true) { _ in nil }.value
    return MarkdownSettings(extensions: config.markdownExtensions, plugins: config.plugins, isTrusted: true) { path in
      files[path].map { .success(SourceText(path, $0)) } ?? .failure(.missing)
    }
  }

  /// Where a target of the published page leads.
  func address(ofPublished target: String) -> String { absolute(target, from: "/guide/case/") }

  /// Where a target of the source leads once the site is built.
  func address(ofSource target: String) -> String {
    guard isRelative(target) else { return target }
    let path = target.prefix { $0 != "#" && $0 != "?" }
    let name = absolute(String(path), from: "/guide/")
    guard files["docs" + name] != nil else { return address(ofPublished: target) }
    return page(name) + target[path.endIndex...]
  }

  private func page(_ name: String) -> String {
    guard name.hasSuffix(".md") else { return name }
    let stem = name.dropLast(3)
    let isIndex = stem.hasSuffix("/index") || stem.hasSuffix("/README")
    return isIndex ? String(stem[...(stem.lastIndex(of: "/") ?? stem.startIndex)]) : stem + "/"
  }

  private func isRelative(_ target: String) -> Bool {
    guard !target.isEmpty, !target.hasPrefix("/"), !target.hasPrefix("#") else { return false }
    return !target.prefix { $0 != "/" && $0 != "#" }.contains(":")
  }

  private func absolute(_ target: String, from base: String) -> String {
    let plain = target.removingPercentEncoding ?? target
    guard isRelative(plain) else { return plain }
    let path = plain.prefix { $0 != "#" && $0 != "?" }
    var parts = base.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let isFolder = path.isEmpty || path.hasSuffix("/") || path.hasSuffix("..") || path.hasSuffix("/.")
    let joined = "/" + parts.joined(separator: "/")
    if path.isEmpty, plain.hasPrefix("#") { return plain }
    return joined + (isFolder && joined != "/" ? "/" : "") + plain[path.endIndex...]
  }
}
