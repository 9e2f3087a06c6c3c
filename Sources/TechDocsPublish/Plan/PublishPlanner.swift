internal import TechDocsModel

/// Which objects a publish removes.
package enum DeletePolicy: Sendable, Hashable {
  case nothing
  /// Those that an earlier publish wrote.
  case own
  /// Everything below the prefix that is not of the site.
  case everything
}

/// Compares a site with what a store holds. Modification times never count.
package struct PublishPlanner: Sendable {
  package let rules: HeaderRules
  package let deletePolicy: DeletePolicy
  package let limit: DeleteLimit
  /// Sends every file, whatever the store holds.
  package var sendsAll = false
  /// When a run that did not come to its end began to write; its uploads are taken over. Nil when there is none.
  package var interruptedSince: Timestamp?

  package init(rules: HeaderRules, deletePolicy: DeletePolicy = .own, limit: DeleteLimit = .standard) {
    self.rules = rules
    self.deletePolicy = deletePolicy
    self.limit = limit
  }

  /// How many publishes an asset outlives the last page that used it.
  static let grace = 1

  package func plan(_ site: LocalSite, published: PublishedManifest?, listing: StoreListing) throws(PublishFailure)
    -> PublishPlan
  {
    let entries = Dictionary((published?.files ?? []).map { ($0.path, $0) }) { first, _ in first }
    var uploads: [Upload] = [], unchanged: [PublishedManifest.File] = []
    for file in site.files {
      let headers = headers(file, entries[file.path], in: site.folder)
      if let entry = held(file, headers, entries[file.path], listing[file.path], in: site.folder) {
        unchanged.append(entry)
      } else {
        let isReplacement = listing[file.path] != nil
        let stage = Self.stage(file.path, isNew: !isReplacement)
        uploads.append(Upload(file: file, headers: headers, stage: stage, isReplacement: isReplacement))
      }
    }
    let (kept, deletes) = stale(site, published, listing, hasUploads: !uploads.isEmpty)
    let count = published?.files.count ?? 0
    try check(deletes.count, of: deletePolicy == .everything ? max(count, listing.count) : count)
    return PublishPlan(
      uploads: uploads, deletes: deletes, unchanged: unchanged, kept: kept, publishedCount: count)
  }

  /// The headers of a file. Whether it is stored compressed follows from its bytes, which an entry of the same bytes knows.
  private func headers(_ file: LocalFile, _ entry: PublishedManifest.File?, in folder: String) -> ObjectHeaders {
    let plain = rules.headers(file.path, digest: file.digest)
    guard rules.compresses, Compression.suits(file) else { return plain }
    var packed = plain
    packed.contentEncoding = "gzip"
    if entry?.digest == file.digest.description, entry?.headers == packed.fingerprint { return packed }
    let bytes = FileReader.bytes("\(folder)/\(file.path)")
    return bytes.flatMap(Compression.gzip) == nil ? plain : packed
  }

  /// What a store holds of a file once it is sent.
  private func stored(_ file: LocalFile, _ headers: ObjectHeaders, in folder: String) -> [UInt8]? {
    let bytes = FileReader.bytes("\(folder)/\(file.path)")
    return headers.contentEncoding == nil ? bytes : bytes.flatMap(Compression.gzip)
  }

  /// The manifest's entry for a file that the store holds already; nil when it must be sent.
  private func held(
    _ file: LocalFile, _ headers: ObjectHeaders, _ entry: PublishedManifest.File?, _ object: StoredObject?,
    in folder: String
  ) -> PublishedManifest.File? {
    guard !sendsAll, let object else { return nil }
    let isKnown = entry?.digest == file.digest.description && entry?.headers == headers.fingerprint
    if isKnown, object.etag == entry?.etag { return entry }
    // A killed run sent this file and no manifest says so, or the store lists another ETag than it gave for an upload
    // in parts: where the list names the MD5 of the bytes, that decides.
    let isRecent = interruptedSince.map { since in object.modified.map { $0 >= since } ?? false } ?? false
    guard isKnown || isRecent, headers.contentEncoding != nil || object.size == file.size,
      S3Verdict.isMD5(object.etag), let bytes = stored(file, headers, in: folder),
      Checksums.hex(Checksums.md5(bytes)) == object.etag
    else { return nil }
    return isKnown
      ? entry
      : PublishedManifest.File(
        path: file.path, digest: file.digest.description, size: file.size, etag: object.etag,
        headers: headers.fingerprint)
  }

  /// What the site no longer holds: objects that stay for a while, and those that go.
  private func stale(
    _ site: LocalSite, _ published: PublishedManifest?, _ listing: StoreListing, hasUploads: Bool
  ) -> (kept: [PublishedManifest.Kept], deletes: [String]) {
    let current = Set(site.files.map(\.path))
    let before = Dictionary((published?.kept ?? []).map { ($0.path, $0.publishes) }) { first, _ in first }
    let own = Set((published?.files ?? []).map(\.path) + before.keys)
    let foreign = deletePolicy == .everything ? listing.keys.filter { !PublisherFile.isOwn($0) } : []
    var kept: [PublishedManifest.Kept] = [], deletes: [String] = []
    for path in own.union(foreign).sorted(by: { $0.isBefore($1) }) where !current.contains(path) {
      guard listing[path] != nil else { continue }
      let publishes = before[path].map { $0 + (hasUploads ? 1 : 0) } ?? 1
      let mayStay = own.contains(path) && publishes <= Self.grace && !Self.isPage(path)
      if deletePolicy == .nothing || mayStay {
        kept.append(PublishedManifest.Kept(path: path, publishes: publishes))
      } else {
        deletes.append(path)
      }
    }
    return (kept, deletes)
  }

  private func check(_ deletes: Int, of published: Int) throws(PublishFailure) {
    let limit = limit.count(of: published)
    guard deletes > limit else { return }
    throw PublishFailure(
      "This publish would delete \(deletes) of \(published) objects, more than the \(limit) that it may",
      help: "look at it with --dry-run; when it is meant, pass --max-delete \(deletes)", kind: .usage)
  }

  /// A page, or its Markdown beside it.
  private static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") || path.hasSuffix(".md") }

  /// A search index is read from its root, so that comes after the shards that it names and the pages they name.
  static func stage(_ path: String, isNew: Bool) -> UploadStage {
    let entrances = ["index.html", "sitemap.xml", "sitemap.xml.gz", "techdocs_metadata.json", "search/root.bin"]
    if entrances.contains(path) { return .entrances }
    if isPage(path) { return isNew ? .newPages : .changedPages }
    return path.hasPrefix("search/") ? .changedPages : .assets
  }
}

/// Objects that a publisher keeps beside a site's own.
enum PublisherFile {
  static let manifest = SiteManifest.path.path
  static let lock = "techdocs-lock.json"
  /// Below it lies the publish before this one, when it is kept.
  static let previous = "techdocs-previous"

  static func isOwn(_ path: String) -> Bool {
    path == manifest || path == lock || path.hasPrefix(previous + "/")
  }
}
