internal import TechDocsModel

/// The publish before the current one, kept inside the store so that it can come back.
enum KeptPublish {
  /// The manifest that the kept objects belong to.
  static let manifest = PublisherFile.previous + "/" + PublisherFile.manifest

  static func path(_ path: String) -> String { PublisherFile.previous + "/files/" + path }

  /// Copies what the plan replaces or deletes aside, then the manifest that names it. Older kept objects go.
  static func keep(_ plan: PublishPlan, _ state: StoreState, on store: inout some Publisher) throws(PublishFailure) {
    guard let published = state.published else { return }
    let own = Set(published.files.map(\.path))
    let doomed = (plan.uploads.filter(\.isReplacement).map(\.file.path) + plan.deletes).filter(own.contains)
    // A run that was cut has kept these already, and may have replaced the originals since.
    guard state.interruptedSince == nil || state.listing[manifest] == nil else { return }
    try store.copy(doomed.map { ($0, path($0)) })
    _ = try store.write(published.json, to: manifest, .always)
    let current = Set(doomed.map(path) + [manifest])
    let old = state.listing.keys.filter { $0.hasPrefix(PublisherFile.previous + "/") && !current.contains($0) }
    if !old.isEmpty { try store.remove(old.sorted { $0.isBefore($1) }) }
  }
}

/// Brings back what the last publish replaced and deleted.
package struct Rollback {
  package let lock: PublishLock
  package var isDryRun = false
  package var breaksLock = false

  package init(lock: PublishLock) { self.lock = lock }

  /// The paths that come back, and those that go because the previous publish did not have them.
  package func run(on store: inout some Publisher, tell: (PublishEvent) -> Void) throws(PublishFailure)
    -> (restored: [String], removed: [String])
  {
    let state = try StoreState(store: &store, breaksLock: breaksLock || isDryRun, tell: tell)
    guard state.listing[KeptPublish.manifest] != nil, let bytes = try store.read(KeptPublish.manifest),
      var previous = PublishedManifest(json: bytes)
    else {
      throw PublishFailure(
        "'\(store.name)' keeps no previous publish",
        help: "publish with --keep-previous from now on; for now, publish an older build", kind: .usage)
    }
    let current = Set(previous.files.map(\.path))
    let restored = current.filter { state.listing[KeptPublish.path($0)] != nil }.sorted { $0.isBefore($1) }
    if let lost = current.first(where: { state.listing[$0] == nil && state.listing[KeptPublish.path($0)] == nil }) {
      throw PublishFailure(
        "'\(lost)' of the previous publish is gone from '\(store.name)'", help: "publish an older build")
    }
    let removed = (state.published?.files ?? []).map(\.path).filter { !current.contains($0) }
      .sorted { $0.isBefore($1) }
    guard !isDryRun else { return (restored, removed) }
    let held = try HeldLock(lock, on: &store, after: state)
    for stage in UploadStage.allCases {
      let some = restored.filter { PublishPlanner.stage($0, isNew: state.listing[$0] == nil) == stage }
      try store.copy(some.map { (KeptPublish.path($0), $0) })
    }
    // A copy may carry another ETag or time than the original did, so the store is asked.
    let listing = try store.list()
    previous.files = previous.files.map { file in
      var file = file
      file.etag = listing[file.path]?.etag ?? ""
      return file
    }
    previous.run = lock.run
    previous.releasedLock = removed.isEmpty ? held.etag : ""
    _ = try store.write(previous.json, to: PublisherFile.manifest, .always)
    try store.remove(restored.map(KeptPublish.path) + [KeptPublish.manifest])
    if !removed.isEmpty { try store.remove(removed + [PublisherFile.lock]) }
    return (restored, removed)
  }
}
