/// What a store lists of one object.
package struct StoredObject: Sendable, Hashable {
  package let size: Int
  /// Without quotes.
  package let etag: String
  package let modified: Timestamp?

  package init(size: Int, etag: String, modified: Timestamp? = nil) {
    self.size = size
    self.etag = etag
    self.modified = modified
  }
}

/// Objects by the site's path, those of the publisher's own among them.
package typealias StoreListing = [String: StoredObject]

/// When an upload happens. A stage begins when the one before it has ended, so that no page that can be reached
/// refers to something that is not there yet.
package enum UploadStage: Int, Sendable, Comparable, CaseIterable {
  /// Whatever a page may load or link to.
  case assets
  /// Pages at new addresses, which no page of the store refers to yet.
  case newPages
  /// Pages that are replaced, and search data.
  case changedPages
  /// Where readers and crawlers begin: the first page, the sitemap.
  case entrances

  package static func < (one: UploadStage, other: UploadStage) -> Bool { one.rawValue < other.rawValue }
}

/// One file to be sent.
package struct Upload: Sendable, Hashable {
  package let file: LocalFile
  package let headers: ObjectHeaders
  package let stage: UploadStage
  /// Whether an object stands under this name already.
  package let isReplacement: Bool
}

/// What a publish does: compared, decided, and not yet begun.
package struct PublishPlan: Sendable {
  package let uploads: [Upload]
  /// Objects to be removed after all uploads, sorted.
  package let deletes: [String]
  /// Entries of files that the store holds as they are.
  package let unchanged: [PublishedManifest.File]
  package let kept: [PublishedManifest.Kept]
  /// How many objects of ours the store held before.
  package let publishedCount: Int

  package var uploadBytes: Int { uploads.reduce(0) { $0 + $1.file.size } }

  package func uploads(in stage: UploadStage) -> [Upload] { uploads.filter { $0.stage == stage } }

  /// Whether the store would be left as it is.
  package var isEmpty: Bool { uploads.isEmpty && deletes.isEmpty }
}

/// How many objects a publish may remove before it refuses as probably mistaken.
package enum DeleteLimit: Sendable, Hashable {
  case count(Int)
  case percent(Int)
  /// 20 % or 256, whichever is less, but never less than 10.
  case standard

  /// Reads `300` or `50%`.
  package init?(_ text: String) {
    let number = Int(text.hasSuffix("%") ? String(text.dropLast()) : text)
    guard let number, number >= 0, !text.hasSuffix("%") || number <= 100 else { return nil }
    self = text.hasSuffix("%") ? .percent(number) : .count(number)
  }

  /// The number of objects, of so many that are published.
  package func count(of published: Int) -> Int {
    switch self {
    case .count(let count): count
    case .percent(let percent): published * percent / 100
    case .standard: max(10, min(256, published / 5))
    }
  }
}
