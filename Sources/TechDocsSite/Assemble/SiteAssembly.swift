import TechDocsModel

/// Writes a whole site as it is rendered, so that no more than one page for each worker is in memory.
struct SiteAssembly: Sendable {
  let portal: LinkedPortal
  let theme: Theme
  let concurrency: Concurrency

  func write(to output: some SiteOutput) throws -> SiteManifest {
    var contents = try SiteContents(portal, theme: theme)
    try contents.prepare()
    let paths = contents.paths
    try (output as? SiteFolder)?.makeFolders(for: paths)
    let manifest = SiteManifest(try write(paths, of: contents, to: output) + writeIndex(of: contents, to: output))
    _ = try output.put(SiteManifest.path, manifest.json)
    return manifest
  }

  private func writeIndex(of contents: SiteContents, to output: some SiteOutput) throws -> [SiteEntry] {
    var entries: [SiteEntry] = []
    try contents.search(concurrency).write { path, bytes in
      try (output as? SiteFolder)?.makeFolders(for: [path])
      entries.append(try output.put(path, bytes))
    }
    return entries
  }

  private func write(
    _ paths: [SitePath], of contents: SiteContents, to output: some SiteOutput
  ) throws -> [SiteEntry] {
    let written = concurrency.map(paths, chunk: 8, scratch: { HTMLBuffer(capacity: 1 << 16) }) {
      path, html -> Result<SiteEntry, OutputFailure>? in
      contents.content(at: path, using: &html).map { content in
        switch content {
        case .html:
          html.withBytes { bytes in Result { () throws(OutputFailure) in try output.put(path, bytes) } }
        case .bytes(let bytes): Result { () throws(OutputFailure) in try output.put(path, bytes) }
        case .file(let file): Result { () throws(OutputFailure) in try output.copy(file, to: path) }
        }
      }
    }
    return try written.compactMap { try $0?.get() }
  }
}
