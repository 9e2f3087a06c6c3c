internal import TechDocsModel

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
}
