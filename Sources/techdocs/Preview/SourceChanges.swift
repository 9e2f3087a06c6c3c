#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsServe

/// Says when sources have changed and come to rest.
struct SourceChanges: Sendable {
  /// The folders to watch.
  let folders: [String]
  /// Absolute paths whose changes do not count: what the build itself writes.
  var ignored: Set<String> = []
  /// Whether to look again and again instead of asking the system.
  var polls = false

  /// How long nothing must happen until a burst of saves counts as over: at first hardly longer than an editor takes for
  /// one save, then as long as the burst has lasted.
  private static let quiet = Duration.milliseconds(12)..<Duration.milliseconds(150)
  /// How long a burst may last.
  private static let patience = Duration.seconds(2)

  /// Calls `rebuild` after each burst of changes; returns when nothing can change any more.
  func forEach(_ rebuild: @Sendable () async -> Void) async throws {
    #if canImport(Glibc)
      if !polls, let watcher = FolderWatcher(ignoring: ignored) {
        var isWatched = true
        for folder in resolved { isWatched = await watcher.watch(folder) && isWatched }
        if isWatched { return try await follow(watcher, rebuild) }
        await watcher.stop()
        Output.note("note: the system has no more watches to give; looking at the files twice a second instead\n")
      }
    #endif
    for await _ in FolderPoll(resolved).changes { await rebuild() }
  }

  #if canImport(Glibc)
    private func follow(_ watcher: FolderWatcher, _ rebuild: @Sendable () async -> Void) async throws {
      var built: ContinuousClock.Instant?
      for await _ in watcher.changes {
        var last = await watcher.lastChange
        // Said of a change that the last build came after: it happened while that build waited for the burst's end.
        if let built, last <= built { continue }
        let clock = ContinuousClock(), first = clock.now
        while clock.now - first < Self.patience {
          last = await watcher.lastChange
          if clock.now - last >= min(max(last - first, Self.quiet.lowerBound), Self.quiet.upperBound) { break }
          try await Task.sleep(for: .milliseconds(3))
        }
        built = last
        await rebuild()
      }
    }
  #endif

  /// Absolute folders, links resolved, none below another.
  private var resolved: [String] {
    let real = Set(folders.compactMap { Self.resolved($0) }).sorted()
    return real.filter { path in !real.contains { path.hasPrefix($0 + "/") } }
  }

  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
