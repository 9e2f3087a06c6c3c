import TechDocsModel
import TechDocsSearch

/// `search/search_index.json` in MkDocs' form, which a Backstage's collator reads: an entry for each page and one for
/// each of its sections, plain text only.
///
/// Source: MkDocs `contrib/search`; Backstage `search-backend-module-techdocs`, `DefaultTechDocsCollatorFactory`.
struct BackstageSearchIndex {
  static let path = "search/search_index.json"

  private let portal: LinkedPortal
  private let docSite: Int
  private let pages: [Int]

  init(_ portal: LinkedPortal, docSite: Int, pages: [Int]) {
    self.portal = portal
    self.docSite = docSite
    let shown = Set(SearchRecords(portal: portal).pages[docSite])
    self.pages = pages.filter(shown.contains)
  }

  var json: [UInt8] {
    let records = SearchRecords(portal: portal), site = portal.portal.docSites[docSite]
    var text = HTMLBuffer(capacity: 1 << 16), isFirst = true
    text.put("{\"config\": {\"lang\": [\(JSONText.quoted(language(site)))], \"separator\": \"[\\\\s\\\\-]+\", ")
    text.put("\"pipeline\": [\"stopWordFilter\"]}, \"docs\": [")
    for page in pages {
      let record = records.record(of: page)
      let base = PercentEncoding.path(site.base)
      let location = RelativePath.tail(of: record.url, below: base) ?? (record.url == base + "/" ? "" : record.url)
      let whole = record.sections.map { section in
        String(decoding: section.text, as: UTF8.self).split(separator: " ").joined(separator: " ")
      }
      put(location, record.title, whole.filter { !$0.isEmpty }.joined(separator: " "), &isFirst, &text)
      for (section, body) in zip(record.sections, whole).dropFirst() where !section.anchor.isEmpty {
        put("\(location)#\(section.anchor)", section.heading, body, &isFirst, &text)
      }
    }
    text.put("]}\n")
    return text.bytes
  }

  private func put(_ location: String, _ title: String, _ body: String, _ isFirst: inout Bool, _ text: inout HTMLBuffer)
  {
    text.put(isFirst ? "\n" : ",\n")
    isFirst = false
    text.put("{\"location\": \(JSONText.quoted(location)), \"title\": \(JSONText.quoted(Self.escaped(title))), ")
    text.put("\"text\": \(JSONText.quoted(Self.escaped(body)))}")
  }

  /// The collator unescapes entities, so text that looks like one is written as one.
  private static func escaped(_ text: String) -> String {
    text.replacingASCII(["&": "&amp;", "<": "&lt;", ">": "&gt;"])
  }

  private func language(_ site: DocSite) -> String {
    String(site.config.theme.language.prefix { $0 != "-" && $0 != "_" })
  }
}
