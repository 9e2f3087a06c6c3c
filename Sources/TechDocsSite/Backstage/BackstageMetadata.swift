import TechDocsModel

/// `techdocs_metadata.json`: what a Backstage reads of a set of docs before its first page.
///
/// Source: Backstage, `techdocs-node`, `TechDocsMetadata`.
struct BackstageMetadata {
  static let path = "techdocs_metadata.json"

  let site: DocSite
  let stamp: BackstageStamp
  /// From the entity's folder.
  let files: [String]

  var json: [UInt8] {
    var text = HTMLBuffer()
    text.put("{\"site_name\": \(JSONText.quoted(site.config.siteName)), ")
    text.put("\"site_description\": \(JSONText.quoted(site.config.siteDescription ?? "")), ")
    if let etag = stamp.etag { text.put("\"etag\": \(JSONText.quoted(etag)), ") }
    text.put("\"build_timestamp\": \(stamp.timestamp), \"files\": [")
    let all = (files + [Self.path]).sorted { $0.isBefore($1) }
    text.put(all.map(JSONText.quoted).joined(separator: ", "))
    text.put("]}\n")
    return text.bytes
  }
}
