internal import TechDocsModel

/// What a publish tells as it goes.
package enum PublishEvent: Sendable {
  /// The plan is made; nothing is written yet.
  case planned(PublishPlan)
  /// A file has arrived: how many of how many, bytes so far.
  case sent(count: Int, of: Int, bytes: Int)
  case note(String)
}

/// One publish of a site to one place: compare, lock, send in stages, write the manifest, delete, release.
///
/// The order is the promise: whatever moment a run is killed at, no page that a reader can reach refers to an object
/// that is not there, and the next run sends what is missing and no more.
package struct Publish {
  package let site: LocalSite
  package var planner: PublishPlanner
  package let lock: PublishLock
  package var isDryRun = false
  /// Takes the lock whoever holds it.
  package var breaksLock = false
  /// Copies what is replaced or deleted aside first, so that `Rollback` can bring it back.
  package var keepsPrevious = false

  package init(_ site: LocalSite, planner: PublishPlanner, lock: PublishLock) {
    self.site = site
    self.planner = planner
    self.lock = lock
  }

  /// Uploads between two looks at the age of the lock.
  static let batch = 500

  package func run(on store: inout some Publisher, tell: (PublishEvent) -> Void) throws(PublishFailure) -> PublishPlan {
    let state = try StoreState(store: &store, breaksLock: breaksLock || isDryRun, tell: tell)
    var planner = planner
    planner.interruptedSince = state.interruptedSince
    let plan = try planner.plan(site, published: state.published, listing: state.listing)
    tell(.planned(plan))
    guard !isDryRun, !plan.isEmpty || needsManifest(plan, state) else { return plan }
    var claim = try Claim(lock, for: plan, keepsPrevious: keepsPrevious, state, on: &store)
    var sent: [PublishedManifest.File] = []
    do {
      if keepsPrevious { try KeptPublish.keep(plan, state, on: &store) }
      try send(plan, &sent, &claim, on: &store, tell: tell)
      try conclude(plan, sent, state, claim, on: &store, tell: tell)
    } catch {
      if case .interrupted = error.kind { claim.release(sent, after: state, on: &store) }
      throw error
    }
    return plan
  }

  /// Whether the store's manifest says something else than it should though no object differs.
  private func needsManifest(_ plan: PublishPlan, _ state: StoreState) -> Bool {
    guard let published = state.published else { return true }
    return Set(published.files) != Set(plan.unchanged) || state.interruptedSince != nil
  }

  private func send(
    _ plan: PublishPlan, _ sent: inout [PublishedManifest.File], _ claim: inout Claim, on store: inout some Publisher,
    tell: (PublishEvent) -> Void
  ) throws(PublishFailure) {
    var bytes = 0
    for stage in UploadStage.allCases {
      let uploads = plan.uploads(in: stage)
      for start in stride(from: 0, to: uploads.count, by: Self.batch) {
        try claim.renew(on: &store)
        let some = Array(uploads[start..<min(start + Self.batch, uploads.count)])
        try store.send(some, from: site.folder, naming: claim.run) { upload, etag in
          sent.append(Self.entry(upload, etag))
          bytes += upload.file.size
          tell(.sent(count: sent.count, of: plan.uploads.count, bytes: bytes))
        }
      }
    }
  }

  /// The manifest, then the deletes.
  private func conclude(
    _ plan: PublishPlan, _ sent: [PublishedManifest.File], _ state: StoreState, _ claim: Claim,
    on store: inout some Publisher, tell: (PublishEvent) -> Void
  ) throws(PublishFailure) {
    var manifest = PublishedManifest(files: plan.unchanged + sent)
    // Also what is deleted next, so that a run that is killed before leaves nothing that nobody remembers.
    manifest.kept = plan.kept
    manifest.kept += plan.deletes.map { PublishedManifest.Kept(path: $0, publishes: PublishPlanner.grace + 1) }
    manifest.run = lock.run
    // While there is something to delete, the lock stays; it goes with what is deleted.
    manifest.releasedLock = plan.deletes.isEmpty ? claim.releasedLock : ""
    try claim.write(manifest, on: &store)
    guard !plan.deletes.isEmpty else { return }
    if let other = try state.otherRun(besides: manifest, on: &store) {
      // It began before our lock stood there, and its pages may still need what we no longer do.
      tell(.note("\(other.owner) publishes at the same time; \(plan.deletes.count) deletes wait for the next publish"))
      return try store.remove([PublisherFile.lock])
    }
    try store.remove(plan.deletes + [PublisherFile.lock])
  }

  private static func entry(_ upload: Upload, _ etag: String) -> PublishedManifest.File {
    PublishedManifest.File(
      path: upload.file.path, digest: upload.file.digest.description, size: upload.file.size, etag: etag,
      headers: upload.headers.fingerprint)
  }
}
