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

  init(_ portal: LinkedPortal, manifest: SiteManifest?, folder: String?) {
    pages = portal.portal.pages.count
    docSites = portal.portal.docSites.count
    links = portal.links.reduce(0) { $0 + $1.count }
    files = manifest?.entries.count
    size = manifest?.size ?? 0
    self.folder = folder
  }

  func text(counts: [Severity: Int]) -> String {
    let services = docSites == 1 ? "" : ", \(docSites) doc sites"
    let done =
      folder.map { "Built \(Self.count(pages, "page"))\(services) into '\($0)'" }
      ?? "Checked \(Self.count(pages, "page"))\(services)"
    let output = files.map { ", \(Self.count($0, "file")), \(Self.megabytes(size)) MB" } ?? ""
    let findings = [(Severity.error, "error"), (.warning, "warning"), (.note, "note")]
      .compactMap { severity, word in counts[severity].map { Self.count($0, word) } }.joined(separator: ", ")
    return "\(done), \(Self.count(links, "link")) checked\(output): \(findings.isEmpty ? "no findings" : findings)"
  }

  private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
