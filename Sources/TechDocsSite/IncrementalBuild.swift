#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
package import TechDocsModel

/// Builds the same sources again and again, each time only what changed since the last.
///
/// The outcome of every round equals that of a build from nothing, byte for byte.
package struct IncrementalBuild: Sendable {
  /// One round: everything that is known of the site, ready to be rendered.
  package struct Round: Sendable {
    package let portal: LinkedPortal
    package let settings: WorkspaceConfig
    package let theme: Theme
    package let repositories: [Repository]
    package let diagnostics: [Diagnostic]
    package let timings: Timings

    /// Renders the whole site into `output`, and its manifest.
    package func write(to output: some SiteOutput, concurrency: Concurrency) throws -> SiteManifest {
      try SiteAssembly(portal: portal, theme: theme, concurrency: concurrency).write(to: output)
    }
  }

  private let loader: WorkspaceLoader
  private let concurrency: Concurrency
  private var memo = BuildMemo()

  package init(_ loader: WorkspaceLoader, concurrency: Concurrency = Concurrency()) {
    self.loader = loader
    self.concurrency = concurrency
  }

  /// Reads the sources as they are now. A failure leaves what is remembered as it was.
  package mutating func run() throws(OutputFailure) -> Round {
    let settled = Self.now - Self.granularity
    let loaded = try loader.load(memo: memo)
    let theme = Theme(loaded.value.settings, in: loader.folder)
    let build = Build(loaded.value.workspace, theme: theme, concurrency: concurrency)
    var timings = Timings()
    let linked = build.linked(timings: &timings, memo: memo)
    memo = BuildMemo(linked.value, settled: settled)
    return Round(
      portal: linked.value, settings: loaded.value.settings, theme: theme,
      repositories: loaded.value.workspace.repositories, diagnostics: loaded.diagnostics + linked.diagnostics,
      timings: timings)
  }

  /// Two changes nearer to each other than this may leave the same stamp, in nanoseconds.
  private static let granularity: Int64 = 100_000_000

  /// Nanoseconds since 1970, on the clock of the file system. It decides what is read again, never what is written.
  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

extension Theme {
  /// The built-in theme, or with the files of the folder that `theme` names in their place.
  package init(_ settings: WorkspaceConfig, in folder: String) {
    self = settings.theme.map { Theme(folder: RelativePath.joining(folder, $0)) } ?? Theme()
  }
}
