package import TechDocsModel

/// Where a site's files go as they are made: a folder, or memory.
///
/// Called from several threads, each path once.
package protocol SiteOutput: Sendable {
  /// Takes one finished file.
  func put(_ path: SitePath, _ bytes: UnsafeBufferPointer<UInt8>) throws(OutputFailure) -> SiteEntry

  /// Takes one file from disk without reading it whole.
  func copy(_ file: TreeFile, to path: SitePath) throws(OutputFailure) -> SiteEntry
}

/// Why the site could not be written. What was there before is left as it was.
package struct OutputFailure: Error, Sendable, Hashable {
  /// What failed, and on what, in words for a person.
  package let message: String
  /// How to mend it.
  package let help: String?
  /// Whether the caller asked for something that cannot be (a usage error), not the disk.
  package let isUsage: Bool

  package init(_ message: String, help: String? = nil, isUsage: Bool = false) {
    self.message = message
    self.help = help
    self.isUsage = isUsage
  }
}

extension SiteOutput {
  /// Takes one finished file given as an array.
  package func put(_ path: SitePath, _ bytes: [UInt8]) throws(OutputFailure) -> SiteEntry {
    try bytes.withUnsafeBufferPointer { buffer throws(OutputFailure) in try put(path, buffer) }
  }
}
