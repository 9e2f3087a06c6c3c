internal import TechDocsModel

/// What a store holds before a publish: its objects, what the last publish wrote down, who publishes there.
struct StoreState {
  let listing: StoreListing
  let published: PublishedManifest?
  /// Since when a run that did not come to its end has written; its uploads are taken over. Nil when the last run
  /// ended well.
  private(set) var interruptedSince: Timestamp?
  /// Whether that run left its lock behind.
  private(set) var hasLeftLock = false
  /// The run that is taken over.
  private var takenOver: PublishLock?

  /// Reads the list, then the manifest and the lock where the list names them.
  init(store: inout some Publisher, breaksLock: Bool, tell: (PublishEvent) -> Void) throws(PublishFailure) {
    listing = try store.list()
    if listing[PublisherFile.manifest] != nil, let bytes = try store.read(PublisherFile.manifest) {
      published = PublishedManifest(json: bytes)
      if published == nil { tell(.note("The manifest in the store is unreadable; every file is sent anew")) }
    } else {
      published = nil
    }
    let lock = try leftLock(in: &store)
    let left: LeftRun?
    if lock == nil, let published {
      let since = listing[PublisherFile.manifest]?.modified
      left = try LeftRun(uploadsIn: listing, since: since, besides: published.files, of: published.run, in: &store)
    } else {
      left = lock
    }
    guard let left else { return }
    hasLeftLock = lock != nil
    interruptedSince = left.since
    guard let holder = left.holder else { return }
    let age = left.touched.flatMap { last in store.clock.map { max(0, $0.seconds - last.seconds) } } ?? 0
    guard breaksLock || holder.isDead || age > PublishLock.lifetime else {
      throw PublishFailure(
        "'\(store.name)' is being published by \(holder.owner), since \(Self.words(age)) ago",
        help: "wait for it; if it was killed, pass --break-lock (a lock of \(PublishLock.lifetime / 60) minutes breaks "
          + "by itself)")
    }
    takenOver = holder
    tell(.note("Taking over the lock that \(holder.owner) left \(Self.words(age)) ago"))
  }

  /// The lock object, unless the manifest says that it is released.
  private func leftLock(in store: inout some Publisher) throws(PublishFailure) -> LeftRun? {
    guard let object = listing[PublisherFile.lock], object.etag != published?.releasedLock,
      let bytes = try store.read(PublisherFile.lock)
    else { return nil }
    let holder = PublishLock(json: bytes)
    // A store that answers with other ETags than it lists still holds the lock that the manifest names.
    if let holder, holder.run == published?.run, published?.releasedLock.isEmpty == false { return nil }
    return LeftRun(holder: holder, since: object.modified, touched: object.modified)
  }

  /// A run that has begun to write since this state was read, under no lock.
  func otherRun(besides manifest: PublishedManifest, on store: inout some Publisher) throws(PublishFailure)
    -> PublishLock?
  {
    guard store.namesRuns, let since = listing[PublisherFile.manifest]?.modified else { return nil }
    let known = manifest.files + (published?.files ?? [])
    let left = try LeftRun(uploadsIn: try store.list(), since: since, besides: known, of: manifest.run, in: &store)
    return left?.holder == takenOver ? nil : left?.holder
  }

  private static func words(_ seconds: Int) -> String { seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min" }
}

/// A run that has begun to write and of whose end the store says nothing.
struct LeftRun {
  /// Nil when the lock is unreadable.
  let holder: PublishLock?
  let since: Timestamp?
  /// When it last wrote, as far as the store tells.
  let touched: Timestamp?

  /// How many objects are asked for the run that sent them. Others may have been written by hand.
  private static let asked = 4

  init(holder: PublishLock?, since: Timestamp?, touched: Timestamp?) {
    (self.holder, self.since, self.touched) = (holder, since, touched)
  }

  /// A run that publishes under no lock shows in its uploads: they are not what the manifest says and came after it,
  /// and they carry the run's name. Nil when there is none.
  init?(
    uploadsIn listing: StoreListing, since: Timestamp?, besides known: [PublishedManifest.File], of ended: String,
    in store: inout some Publisher
  ) throws(PublishFailure) {
    guard store.namesRuns, let since else { return nil }
    let strays = Self.strays(in: listing, besides: known, since: since)
    for stray in strays.prefix(Self.asked) {
      guard let run = try store.run(thatSent: stray.path), run.run != ended else { continue }
      self.init(holder: run, since: since, touched: stray.object.modified)
      return
    }
    return nil
  }

  /// Objects that are not what a manifest says, the newest first. Those of a site below this one are not ours.
  private static func strays(
    in listing: StoreListing, besides known: [PublishedManifest.File], since: Timestamp
  ) -> [(path: String, object: StoredObject)] {
    let etags = Dictionary(known.map { ($0.path, [$0.etag]) }) { $0 + $1 }
    let late = listing.filter { path, object in
      guard let modified = object.modified, modified >= since else { return false }
      return etags[path]?.contains(object.etag) != true && !PublisherFile.isOwn(path)
    }
    guard !late.isEmpty else { return [] }
    let marks = ["/" + PublisherFile.manifest, "/" + PublisherFile.lock]
    let others = listing.keys.compactMap { path in
      marks.first(where: path.hasSuffix).map { String(path.dropLast($0.utf8.count)) + "/" }
    }
    return late.filter { path, _ in !others.contains(where: path.hasPrefix) }
      .map { (path: $0.key, object: $0.value) }
      .sorted { one, other in
        let (first, second) = (one.object.modified ?? since, other.object.modified ?? since)
        return first == second ? one.path.isBefore(other.path) : first > second
      }
  }
}
