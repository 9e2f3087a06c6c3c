internal import TechDocsModel
internal import Foundation

/// What a store holds of us, as the last publish wrote it down: `techdocs-manifest.json` of a published site.
///
/// It is the site's own manifest with two columns more for each file, and what only a store needs beside it.
package struct PublishedManifest: Sendable, Hashable {
  package struct File: Sendable, Hashable {
    package let path: String
    /// Of the file on disk, 32 hexadecimal digits.
    package let digest: String
    /// Of the file on disk, in bytes.
    package let size: Int
    /// What the store answered to the upload; empty in a site's own manifest.
    package var etag = ""
    /// `ObjectHeaders.fingerprint`.
    package var headers = ""

    package init(path: String, digest: String, size: Int, etag: String = "", headers: String = "") {
      (self.path, self.digest, self.size) = (path, digest, size)
      (self.etag, self.headers) = (etag, headers)
    }
  }

  /// An object that no page refers to any more and that stays for readers who still hold an older page.
  package struct Kept: Sendable, Hashable {
    package let path: String
    /// How many publishes it has outlived.
    package let publishes: Int

    package init(path: String, publishes: Int) { (self.path, self.publishes) = (path, publishes) }
  }

  package var files: [File]
  package var kept: [Kept] = []
  /// Names the run that wrote this, and the ETag of the lock that it held and hereby releases.
  package var run = ""
  package var releasedLock = ""

  package init(files: [File]) { self.files = files }

  /// Sorted by path; the same bytes for the same values.
  package var json: [UInt8] {
    var text = HTMLBuffer(capacity: 128 * (files.count + 2))
    text.put("{\"version\":1,\"publish\":{\"run\":\(JSONText.quoted(run)),\"lock\":\(JSONText.quoted(releasedLock))},")
    text.put("\"kept\":[")
    for (index, one) in kept.sorted(by: { $0.path.isBefore($1.path) }).enumerated() {
      text.put((index == 0 ? "\n" : ",\n") + "[\(JSONText.quoted(one.path)),\(one.publishes)]")
    }
    text.put("],\"files\":[")
    for (index, file) in files.sorted(by: { $0.path.isBefore($1.path) }).enumerated() {
      text.put((index == 0 ? "\n" : ",\n") + "[\(JSONText.quoted(file.path)),\"\(file.digest)\",\(file.size)")
      text.put(",\(JSONText.quoted(file.etag)),\(JSONText.quoted(file.headers))]")
    }
    text.put("\n]}\n")
    return text.bytes
  }

  /// Reads a manifest of a store or of a site; nil for anything else.
  package init?(json: [UInt8]) {
    guard let read = try? JSONDecoder().decode(ManifestJSON.self, from: Data(json)), read.version == 1 else {
      return nil
    }
    files = read.files.map(\.file)
    kept = read.kept?.map(\.kept) ?? []
    run = read.publish?.run ?? ""
    releasedLock = read.publish?.lock ?? ""
  }
}

/// The shape of the manifest in JSON.
private struct ManifestJSON: Decodable {
  struct Publish: Decodable {
    let run: String?
    let lock: String?
  }

  struct FileRow: Decodable {
    let file: PublishedManifest.File

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      let (path, digest, size) = (
        try row.decode(String.self), try row.decode(String.self), try row.decode(Int.self)
      )
      let etag = row.isAtEnd ? "" : try row.decode(String.self)
      file = PublishedManifest.File(
        path: path, digest: digest, size: size, etag: etag, headers: row.isAtEnd ? "" : try row.decode(String.self))
    }
  }

  struct KeptRow: Decodable {
    let kept: PublishedManifest.Kept

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      kept = PublishedManifest.Kept(path: try row.decode(String.self), publishes: try row.decode(Int.self))
    }
  }

  let version: Int
  let publish: Publish?
  let kept: [KeptRow]?
  let files: [FileRow]
}
