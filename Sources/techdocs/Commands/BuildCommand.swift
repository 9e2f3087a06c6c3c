import ArgumentParser
import TechDocsModel
import TechDocsSite

/// `techdocs build`: everything from reading to swapping the new site in.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site.",
    discussion: """
      EXAMPLES
        techdocs build
        techdocs build services -o public --strict
        techdocs build -f mkdocs.techdocs.yml
        techdocs build --layout backstage -o storage
      """)

  @OptionGroup var source: SourceOptions

  @Option(
    name: [.customShort("o"), .customShort("d"), .customLong("output"), .customLong("site-dir")],
    help: "The folder to write (default: 'site_dir', else 'site').")
  var output: String?

  @Flag(help: "Replace the output folder even if no build made it.")
  var force = false

  @Flag(help: "Build again whenever a source changes, until Ctrl-C.")
  var watch = false

  @Flag(help: "Write the site even if errors put every source in doubt.")
  var keepGoing = false

  @Option(help: "How the folder is laid out: 'site', or 'backstage' for the storage of a Backstage.")
  var layout: BackstageOptions.Layout = .site

  func run() throws {
    if watch { WatchedBuild(options: source, output: output, force: force).runUntilInterrupted() }
    let isForBackstage = layout == .backstage
    var session = try Session(source, backstage: isForBackstage ? BackstageDemands() : nil)
    let portal = session.link()
    let verdict = session.verdict
    guard keepGoing || verdict.rules.isEmpty else {
      session.summary = Summary(portal, withheld: verdict, folder: output ?? session.defaultOutput)
      return try session.report()
    }
    let folder = try opened(output ?? session.defaultOutput)
    do {
      let manifest =
        isForBackstage
        ? try session.write(portal, forBackstage: BuildStamp.of(source.loader.folder), isFlat: false, to: folder)
        : try session.write(portal, to: folder)
      try folder.finish()
      session.summary = Summary(portal, manifest: manifest, folder: output ?? session.defaultOutput)
    } catch {
      folder.discard()
      throw CommandFailure(error)
    }
    try session.report()
  }

  private func opened(_ path: String) throws -> SiteFolder {
    do { return try SiteFolder(path, sources: source.loader.folder, force: force) } catch {
      throw CommandFailure(error)
    }
  }
}
