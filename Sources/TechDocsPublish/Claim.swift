internal import TechDocsModel

/// How a run keeps others away while it writes: by the lock object, or by its uploads alone.
///
/// Uploads name their run, so whoever looks sees it without an object of its own, which would cost a request. Of two
/// runs that begin in the same moment both would go on; so what could leave a reader before a hole takes the lock.
struct Claim {
  private let lock: PublishLock
  private var held: HeldLock?
  /// The lock in the store that is nobody's.
  private let idleLock: String
  private let manifest: WriteCondition

  init(
    _ lock: PublishLock, for plan: PublishPlan, keepsPrevious: Bool, _ state: StoreState, on store: inout some Publisher
  ) throws(PublishFailure) {
    self.lock = lock
    idleLock = state.hasLeftLock ? "" : state.listing[PublisherFile.lock]?.etag ?? ""
    let isShown = store.namesRuns && state.published != nil && !state.hasLeftLock
    // A file in parts shows only when its last part has arrived.
    let isHarmless = plan.deletes.isEmpty && !keepsPrevious && plan.uploads.allSatisfy { $0.file.size <= Self.largest }
    let knows = state.listing[PublisherFile.manifest].map { WriteCondition.matches(etag: $0.etag) }
    manifest = isShown && isHarmless && store.keepsConditions ? knows ?? .always : .always
    held = isShown && isHarmless ? nil : try HeldLock(lock, on: &store, after: state)
  }

  private static let largest = S3Publisher.largestWhole

  /// The run that uploads name.
  var run: PublishLock? { held == nil ? lock : nil }

  /// The ETag of the lock that a manifest declares released.
  var releasedLock: String { held?.etag ?? idleLock }

  mutating func renew(on store: inout some Publisher) throws(PublishFailure) { try held?.renew(on: &store) }

  /// Writes the manifest, unless somebody else did meanwhile and the store can tell.
  func write(_ text: PublishedManifest, on store: inout some Publisher) throws(PublishFailure) {
    switch try store.write(text.json, to: PublisherFile.manifest, manifest) {
    case .written: return
    case .unsupported: _ = try store.write(text.json, to: PublisherFile.manifest, .always)
    case .conditionFailed:
      // An answer that was lost may have been ours.
      let found = try store.read(PublisherFile.manifest).flatMap(PublishedManifest.init)
      guard found?.run == text.run else {
        throw PublishFailure(
          "'\(store.name)' was published by somebody else at the same time", help: "publish again")
      }
    }
  }

  /// Writes down what has arrived and lets go, after an interruption, as far as the store lets us.
  func release(_ sent: [PublishedManifest.File], after state: StoreState, on store: inout some Publisher) {
    HeldSignals.clear()
    var files = Dictionary((state.published?.files ?? []).map { ($0.path, $0) }) { first, _ in first }
    for file in sent { files[file.path] = file }
    var manifest = PublishedManifest(files: Array(files.values))
    manifest.kept = state.published?.kept ?? []
    (manifest.run, manifest.releasedLock) = (lock.run, held == nil ? idleLock : "")
    // The interruption is on its way up; a lock that stays is taken over by the next run on this machine.
    try? write(manifest, on: &store)
    if held != nil { try? store.remove([PublisherFile.lock]) }
  }
}
