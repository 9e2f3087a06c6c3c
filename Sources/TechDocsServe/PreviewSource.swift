package import TechDocsModel

/// One file of a previewed site, as the last good build has it.
package struct ServedFile: Sendable {
  package enum Body: Sendable {
    case bytes([UInt8])
    /// A file on disk, read as it is sent, and its size in bytes.
    case file(String, size: Int)
  }

  package let body: Body
  /// What tells one state of the file from another; quoted, as HTTP has it.
  package let entityTag: String

  package init(body: Body, entityTag: String) {
    self.body = body
    self.entityTag = entityTag
  }

  /// In bytes.
  package var size: Int {
    switch body {
    case .bytes(let bytes): bytes.count
    case .file(_, let size): size
    }
  }
}

/// What browsers are told after each build.
package struct PreviewState: Sendable, Hashable {
  /// Counts the builds, from 1.
  package let round: Int
  /// What is wrong, for a person; empty when nothing is.
  package let problems: String

  package init(round: Int, problems: String) {
    self.round = round
    self.problems = problems
  }
}

/// Where a preview's bytes come from.
package protocol PreviewSource: Sendable {
  /// The file at an address; nil when there is none.
  func file(at path: SitePath) async -> ServedFile?

  /// The state now, and every later one; ends when the preview does.
  func states() async -> AsyncStream<PreviewState>
}
