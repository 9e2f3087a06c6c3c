#if canImport(Glibc)
  import Dispatch
  import Glibc

  /// Watches folders and all folders below them with inotify.
  ///
  /// It says that something happened and when, not what: whoever rebuilds looks at the files anyway.
  package actor FolderWatcher {
    private let descriptor: CInt
    private let source: any DispatchSourceRead
    private var folders: [CInt: String] = [:]
    private var ignored: Set<String> = []
    private var lastChange = ContinuousClock.now

    /// Something happened since the last look. Ends when the watcher does.
    package nonisolated let changes: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    private static let interest = UInt32(
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_ATTRIB | IN_ONLYDIR)

    /// nil when the system has no watches to give.
    package init?() {
      descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
      let (events, sink) = AsyncStream<Reading>.makeStream()
      let file = descriptor
      source = DispatchSource.makeReadSource(fileDescriptor: file)
      source.setEventHandler { sink.yield(Reading(file)) }
      source.setCancelHandler {
        close(file)
        sink.finish()
      }
      source.activate()
      Task { [weak self] in
        for await events in events {
          guard let self else { return }
          await self.take(events)
        }
      }
    }

    /// When something last happened; what the system has not yet told of is read first.
    package func latestChange() -> ContinuousClock.Instant {
      take(Reading(descriptor))
      return lastChange
    }

    /// What changes in a folder, an absolute path, counts no more.
    package func ignore(_ folder: String) {
      ignored.insert(folder)
      for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
        inotify_rm_watch(descriptor, watch)
        folders[watch] = nil
      }
    }

    /// Gives the watches back.
    package func stop() {
      source.cancel()
      continuation.finish()
    }

    /// Watches a folder and what lies below; false when the system has no watches left.
    package func watch(_ folder: String) -> Bool {
      var waiting = [folder]
      while let next = waiting.popLast() {
        guard !ignored.contains(next) else { continue }
        let watch = inotify_add_watch(descriptor, next, Self.interest)
        if watch < 0 {
          if errno == ENOSPC || errno == ENOMEM { return false }
          continue
        }
        folders[watch] = next
        waiting += Self.subfolders(of: next)
      }
      return true
    }

    private func take(_ reading: Reading) {
      let counts = InotifyEvents(reading.bytes).filter { event in
        if event.isOverflow { return true }
        guard let folder = folders[event.watch], !event.name.hasPrefix(".") else { return false }
        if event.isWatchesEnd { folders[event.watch] = nil }
        let path = event.name.isEmpty ? folder : "\(folder)/\(event.name)"
        guard !ignored.contains(path) else { return false }
        if event.isNewFolder { _ = watch(path) }
        return true
      }
      guard !counts.isEmpty else { return }
      lastChange = max(lastChange, reading.time)
      continuation.yield()
    }

    /// What the system had to tell, and until when.
    private struct Reading: Sendable {
      let bytes: [UInt8]
      let time: ContinuousClock.Instant

      init(_ file: CInt) {
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
          count = max(0, read(file, buffer.baseAddress, buffer.count))
        }
        // A copy, so that what waits holds no more than it needs.
        self.bytes = Array(bytes[...])
        time = .now
      }
    }

    private static func subfolders(of folder: String) -> [String] {
      guard let stream = opendir(folder) else { return [] }
      defer { closedir(stream) }
      var found: [String] = []
      while let entry = readdir(stream) {
        guard Int(entry.pointee.d_type) == Int(DT_DIR) else { continue }
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { found.append("\(folder)/\(name)") }
      }
      return found
    }
  }
#endif
