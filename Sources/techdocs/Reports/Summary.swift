import TechDocsModel
import TechDocsSite

/// The last line of a command: how much there was, and what was found.
struct Summary {
  private let pages: Int
  private let docSites: Int
  private let links: Int
  private let files: Int?
  private let size: Int
  private let folder: String?
  /// Why nothing was written; nil when it was, or was not meant to be.
  private let verdict: Verdict?

  /// For a site that was built and not written.
  init(_ portal: LinkedPortal, withheld verdict: Verdict, folder: String) {
    self.init(portal, manifest: nil, folder: folder, verdict: verdict)
  }

  init(_ portal: LinkedPortal, manifest: SiteManifest?, folder: String?) {
    self.init(portal, manifest: manifest, folder: folder, verdict: nil)
  }

  private init(_ portal: LinkedPortal, manifest: SiteManifest?, folder: String?, verdict: Verdict?) {
    self.verdict = verdict
    pages = portal.portal.pages.count
    docSites = portal.portal.docSites.count
    links = portal.links.reduce(0) { $0 + $1.count }
    files = manifest?.entries.count
    size = manifest?.size ?? 0
    self.folder = folder
  }

  func text(counts: [Severity: Int]) -> String {
    if let verdict, let folder { return Self.withheld(verdict, folder, counts) }
    let services = docSites == 1 ? "" : ", \(docSites) doc sites"
    let done =
      folder.map { "Built \(Self.count(pages, "page"))\(services) into '\($0)'" }
      ?? "Checked \(Self.count(pages, "page"))\(services)"
    let output = files.map { ", \(Self.count($0, "file")), \(Self.megabytes(size)) MB" } ?? ""
    return "\(done), \(Self.count(links, "link")) checked\(output): \(Self.findings(counts))"
  }

  private static func withheld(_ verdict: Verdict, _ folder: String, _ counts: [Severity: Int]) -> String {
    let rules = verdict.rules.map { "'\($0)'" }.joined(separator: ", ")
    return "Nothing is written, '\(folder)' stays as it was: \(findings(counts))\n"
      + "  help: mend \(rules), or pass --keep-going to write the site all the same"
  }

  private static func findings(_ counts: [Severity: Int]) -> String {
    let words = [(Severity.error, "error"), (.warning, "warning"), (.note, "note")]
      .compactMap { severity, word in counts[severity].map { count($0, word) } }
    return words.isEmpty ? "no findings" : words.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
