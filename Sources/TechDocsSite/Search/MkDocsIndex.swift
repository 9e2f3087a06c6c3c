import TechDocsModel
import TechDocsSearch

/// `search/search_index.json` of a doc site as MkDocs writes it, for readers such as Backstage's collator.
///
/// Only where it is asked for: with `mkdocs_index: true` under `search` in `techdocs.yml`, or under the `search` plugin in
/// `mkdocs.yml`. Unlike MkDocs', its text has no signs from beside headings and no line numbers.
///
/// Source: MkDocs 1.6 `contrib/search`: an entry for each page with all its text, then one for each section.
struct MkDocsIndex {
  let portal: LinkedPortal

  func write(_ put: (SitePath, [UInt8]) throws -> Void) rethrows {
    let records = SearchRecords(portal: portal)
    for (docSite, pages) in zip(portal.portal.docSites, records.pages) where isWanted(docSite) {
      let path = SitePath(RelativePath.joining(docSite.base, "search/search_index.json"))
      try put(path, json(docSite, pages.map { records.record(of: $0) }))
    }
  }

  private func isWanted(_ docSite: DocSite) -> Bool {
    portal.portal.search.mkdocsIndex
      || docSite.config.plugins.contains { $0.name == "search" && $0.options?["mkdocs_index"]?.bool == true }
  }

  private func json(_ docSite: DocSite, _ records: [SearchRecord]) -> [UInt8] {
    var text = HTMLBuffer()
    text.put("{\"config\":{\"lang\":[")
    text.put(JSONText.quoted(docSite.config.theme.language))
    text.put("],\"separator\":\"[\\\\s\\\\-]+\",\"pipeline\":[\"stopWordFilter\"]},\"docs\":[")
    var isFirst = true
    for record in records {
      let url = RelativePath.tail(of: record.url, below: PercentEncoding.path(docSite.base)) ?? record.url
      let all = record.sections.map { section in
        [section.heading, String(decoding: section.text, as: UTF8.self)].filter { !$0.isEmpty }.joined(separator: " ")
      }
      put(url, record.title, all.joined(separator: " "), &isFirst, &text)
      for section in record.sections.dropFirst() where !section.anchor.isEmpty {
        put("\(url)#\(section.anchor)", section.heading, String(decoding: section.text, as: UTF8.self), &isFirst, &text)
      }
    }
    text.put("]}\n")
    return text.bytes
  }

  private func put(
    _ location: String, _ title: String, _ content: String, _ isFirst: inout Bool, _ text: inout HTMLBuffer
  ) {
    text.put(isFirst ? "\n{\"location\":" : ",\n{\"location\":")
    text.put(JSONText.quoted(location))
    text.put(",\"title\":")
    text.put(JSONText.quoted(title))
    text.put(",\"text\":")
    text.put(JSONText.quoted(content))
    text.put("}")
    isFirst = false
  }
}
