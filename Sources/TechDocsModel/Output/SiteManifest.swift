/// One file of a built site.
package struct SiteEntry: Sendable, Hashable {
  package let path: SitePath
  package let digest: Digest
  /// In bytes.
  package let size: Int

  package init(path: SitePath, digest: Digest, size: Int) {
    self.path = path
    self.digest = digest
    self.size = size
  }
}

/// The list of everything in a built site: path → digest and size, sorted by path as UTF-8 bytes.
///
/// It lies in the site as `techdocs-manifest.json`, one entry a line, and marks a folder as made by this tool.
package struct SiteManifest: Sendable {
  /// Where the manifest lies in a site.
  package static let path = SitePath("techdocs-manifest.json")

  package let entries: [SiteEntry]

  package init(_ entries: [SiteEntry]) {
    self.entries = entries.sorted { $0.path < $1.path }
  }

  /// The size of all files together, in bytes.
  package var size: Int { entries.reduce(0) { $0 + $1.size } }

  /// The manifest as JSON: the same bytes for the same site.
  package var json: [UInt8] {
    var text = HTMLBuffer(capacity: 96 * (entries.count + 1))
    text.put("{\"version\":1,\"files\":[")
    for (index, entry) in entries.enumerated() {
      text.put(index == 0 ? "\n" : ",\n")
      text.put("[")
      text.put(JSONText.quoted(entry.path.path))
      text.put(",\"\(entry.digest)\",\(entry.size)]")
    }
    text.put("\n]}\n")
    return text.bytes
  }
}
