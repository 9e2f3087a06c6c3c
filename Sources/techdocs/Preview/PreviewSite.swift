import TechDocsModel
import TechDocsServe
import TechDocsSite

/// The last good build of a previewed site, rendered page by page as browsers ask, and who waits for the next.
actor PreviewSite: PreviewSource {
  private var contents: SiteContents?
  private var served: [SitePath: ServedFile] = [:]
  private var html = HTMLBuffer()
  private var state = PreviewState(round: 0, problems: "")
  private var readers: [Int: AsyncStream<PreviewState>.Continuation] = [:]
  private var readerCount = 0

  /// Takes a new build in; without `contents` the last good one stays, under the new problems.
  func show(_ contents: SiteContents?, problems: String) {
    if var contents {
      if let earlier = self.contents { contents.takeIndex(of: earlier) }
      self.contents = contents
      served = [:]
    }
    state = PreviewState(round: state.round + 1, problems: problems)
    for reader in readers.values { reader.yield(state) }
  }

  /// Whether there has been a build that can be shown.
  var isEmpty: Bool { contents == nil }

  func file(at path: SitePath) -> ServedFile? {
    if let known = served[path] { return known }
    guard let file = rendered(path) else { return nil }
    served[path] = file
    return file
  }

  func states() -> AsyncStream<PreviewState> {
    let (stream, continuation) = AsyncStream<PreviewState>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let reader = readerCount
    readerCount += 1
    readers[reader] = continuation
    continuation.onTermination = { [weak self] _ in Task { await self?.forget(reader) } }
    continuation.yield(state)
    return stream
  }

  private func forget(_ reader: Int) { readers[reader] = nil }

  private func rendered(_ path: SitePath) -> ServedFile? {
    guard (try? contents?.prepare(for: path)) != nil else { return nil }
    switch contents?.content(at: path, using: &html) {
    case .html: return Self.file(html.bytes)
    case .bytes(let bytes): return Self.file(bytes)
    case .file(let file): return Self.file(file)
    case nil: return nil
    }
  }

  private static func file(_ bytes: [UInt8]) -> ServedFile {
    ServedFile(body: .bytes(bytes), entityTag: "\"\(Digest(of: bytes))\"")
  }

  private static func file(_ file: TreeFile) -> ServedFile? {
    guard let location = file.location else { return nil }
    let stamp = "\(file.path) \(file.size) \(file.stamp?.changed ?? 0) \(file.stamp?.inode ?? 0)"
    return ServedFile(
      body: .file(location, size: file.size), entityTag: "\"\(Digest(of: Array(stamp.utf8)))\"")
  }
}
