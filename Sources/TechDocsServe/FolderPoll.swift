import TechDocsModel

/// Looks at folders again and again, where the system cannot say that something happened.
package struct FolderPoll: Sendable {
  private let folders: [String]
  private let interval: Duration

  package init(_ folders: [String], interval: Duration = .milliseconds(500)) {
    self.folders = folders
    self.interval = interval
  }

  /// Something changed since the last look. Ends when its reader does.
  package var changes: AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let task = Task {
        var known = state
        while !Task.isCancelled {
          try await Task.sleep(for: interval)
          let now = state
          if now != known { continuation.yield() }
          known = now
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  /// Every file with its stamp.
  private var state: [[TreeFile]] {
    folders.map { FolderTree($0, repository: $0)?.files(under: "").value ?? [] }
  }
}
