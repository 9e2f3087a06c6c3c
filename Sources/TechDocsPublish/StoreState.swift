internal import TechDocsModel

/// What a store holds before a publish: its objects, what the last publish wrote down, whose lock lies there.
struct StoreState {
  let listing: StoreListing
  let published: PublishedManifest?
  /// When a run that left its lock behind took it; its uploads are taken over. Nil when the last run ended well.
  private(set) var interruptedSince: Timestamp?

  /// Reads the list, then the manifest and the lock where the list names them.
  init(store: inout some Publisher, breaksLock: Bool, tell: (PublishEvent) -> Void) throws(PublishFailure) {
    listing = try store.list()
    if listing[PublisherFile.manifest] != nil, let bytes = try store.read(PublisherFile.manifest) {
      published = PublishedManifest(json: bytes)
      if published == nil { tell(.note("The manifest in the store is unreadable; every file is sent anew")) }
    } else {
      published = nil
    }
    guard let object = listing[PublisherFile.lock], object.etag != published?.releasedLock else { return }
    guard let bytes = try store.read(PublisherFile.lock) else { return }
    guard let holder = PublishLock(json: bytes) else {
      interruptedSince = object.modified
      return
    }
    // A store that answers with other ETags than it lists still holds the lock that the manifest names.
    if holder.run == published?.run, published?.releasedLock.isEmpty == false { return }
    let age = object.modified.flatMap { since in store.clock.map { max(0, $0.seconds - since.seconds) } } ?? 0
    guard breaksLock || holder.isDead || age > PublishLock.lifetime else {
      throw PublishFailure(
        "'\(store.name)' is being published by \(holder.owner), since \(Self.words(age)) ago",
        help: "wait for it; if it was killed, pass --break-lock (a lock of \(PublishLock.lifetime / 60) minutes breaks "
          + "by itself)")
    }
    tell(.note("Taking over the lock that \(holder.owner) left \(Self.words(age)) ago"))
    interruptedSince = object.modified
  }

  private static func words(_ seconds: Int) -> String { seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min" }
}

/// The lock, while this run holds it.
struct HeldLock {
  private let lock: PublishLock
  private(set) var etag: String
  private var renewed: ContinuousClock.Instant
  private let keepsConditions: Bool

  /// Takes the lock, if nobody else did since the list was made.
  ///
  /// A store that knows conditional writes decides. On others the lock is written and read back: of two runs that
  /// write at the same time, the one whose lock stays goes on.
  init(_ lock: PublishLock, on store: inout some Publisher, after state: StoreState) throws(PublishFailure) {
    self.lock = lock
    let condition = state.listing[PublisherFile.lock].map { WriteCondition.matches(etag: $0.etag) } ?? .absent
    var outcome = try store.write(lock.json, to: PublisherFile.lock, condition)
    keepsConditions = store.keepsConditions && outcome != .unsupported
    if outcome == .unsupported { outcome = try store.write(lock.json, to: PublisherFile.lock, .always) }
    if case .written(let etag) = outcome {
      self.etag = etag
    } else {
      etag = ""
    }
    renewed = .now
    if keepsConditions, !etag.isEmpty { return }
    // Also after a failed condition: an answer that was lost may have been ours.
    let found = try store.read(PublisherFile.lock).flatMap(PublishLock.init)
    guard found?.run == lock.run else {
      throw PublishFailure(
        "'\(store.name)' is being published by \(found?.owner ?? "somebody else"), who was a moment faster",
        help: "wait for it and publish again")
    }
    if etag.isEmpty { etag = Checksums.hex(Checksums.md5(lock.json)) }
  }

  /// Writes the lock again when it is some minutes old, so that a long publish is not taken for a dead one.
  mutating func renew(on store: inout some Publisher) throws(PublishFailure) {
    guard .now - renewed > .seconds(PublishLock.renewal) else { return }
    renewed = .now
    let condition = keepsConditions ? WriteCondition.matches(etag: etag) : .always
    if !keepsConditions {
      let found = try store.read(PublisherFile.lock).flatMap(PublishLock.init)
      guard found?.run == lock.run else { throw lost(to: found) }
    }
    guard case .written(let etag) = try store.write(lock.json, to: PublisherFile.lock, condition) else {
      throw lost(to: nil)
    }
    self.etag = etag
  }

  private func lost(to other: PublishLock?) -> PublishFailure {
    PublishFailure("The lock of this publish was taken over by \(other?.owner ?? "another run")", help: "publish again")
  }

  /// Lets go of the lock after an interruption, as far as the store lets us.
  func release(on store: inout some Publisher) {
    HeldSignals.clear()
    // The interruption is on its way up; a lock that stays is taken over by the next run on this machine.
    try? store.remove([PublisherFile.lock])
  }
}
