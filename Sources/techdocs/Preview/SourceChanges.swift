#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsServe

/// Says when sources have changed and come to rest.
///
/// It begins to watch before the first build reads anything, so that no save between is missed.
actor SourceChanges {
  private var watched: [String] = []
  private let poll = FolderPoll()
  #if canImport(Glibc)
    private var watcher: FolderWatcher?
  #endif

  /// How long nothing must happen until a burst of saves counts as over: at first hardly longer than an editor takes for
  /// one save, then as long as the burst has lasted.
  private static let quiet = Duration.milliseconds(8)..<Duration.milliseconds(150)
  /// How long a burst may last.
  private static let patience = Duration.seconds(2)

  private static let lack =
    "note: the system has no more watches to give; looking at the files twice a second instead\n"

  /// `polls`: whether to look again and again instead of asking the system.
  init(polls: Bool = false) {
    #if canImport(Glibc)
      watcher = polls ? nil : FolderWatcher()
      if watcher == nil && !polls { Output.note(Self.lack) }
    #endif
  }

  /// Watches folders and all below them.
  ///
  /// - Returns: Whether one was not watched before: what changed in it until now, nobody has heard of.
  func watch(_ folders: [String]) async -> Bool {
    let real = Set(folders.compactMap { Self.resolved($0) }).sorted()
    var isNew = false
    for folder in real where !watched.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") }) {
      watched.append(folder)
      await begin(folder)
      isNew = true
    }
    return isNew
  }

  /// What changes in a folder, an absolute path, counts no more: the build itself writes it.
  func ignore(_ folder: String) async {
    #if canImport(Glibc)
      await watcher?.ignore(folder)
    #endif
    await poll.ignore(folder)
  }

  /// Calls `rebuild` after each burst of changes; returns when nothing can change any more.
  func forEach(_ rebuild: @Sendable () async -> Void) async throws {
    #if canImport(Glibc)
      // It ends when the system runs out of watches.
      if let watcher { try await Self.follow(watcher, rebuild) }
    #endif
    while true {
      try await Task.sleep(for: .milliseconds(500))
      if await poll.hasChanged() { await rebuild() }
    }
  }

  private func begin(_ folder: String) async {
    #if canImport(Glibc)
      if let watcher {
        if await watcher.watch(folder) { return }
        await watcher.stop()
        self.watcher = nil
        Output.note(Self.lack)
        for folder in watched.dropLast() { await poll.watch(folder) }
      }
    #endif
    await poll.watch(folder)
  }

  #if canImport(Glibc)
    private static func follow(_ watcher: FolderWatcher, _ rebuild: @Sendable () async -> Void) async throws {
      let clock = ContinuousClock()
      var built: ContinuousClock.Instant?
      for await _ in watcher.changes {
        // Said of a change that the last build came after: it happened while that build waited for the burst's end.
        if let built, await watcher.latestChange() <= built { continue }
        let first = clock.now
        while clock.now - first < patience {
          let last = await watcher.latestChange()
          let rest = min(max(last - first, quiet.lowerBound), quiet.upperBound) - (clock.now - last)
          if rest <= .zero { break }
          try await Task.sleep(for: rest)
        }
        built = clock.now
        await rebuild()
      }
    }
  #endif

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
