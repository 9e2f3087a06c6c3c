package import Foundation

/// The folders that tests read from, found from where this file lies.
package enum ProjectFolder {
  /// The project's own folder.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The reference material beside the project; nil on machines that have none, where tests that need it are skipped.
  package static let shared: URL? = {
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()
}
