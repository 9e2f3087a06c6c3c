import ArgumentParser
import TechDocsModel
import TechDocsSite

/// `techdocs generate`: one entity's docs for a Backstage, with the flags of techdocs-cli.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Generate one entity's docs for a Backstage, as techdocs-cli does.",
    discussion: """
      EXAMPLES
        techdocs generate
        techdocs generate --source-dir services/payments --output-dir out --etag $GITHUB_SHA

      Broken links are reported and do not fail the command, as MkDocs has it; pass --strict to let them.
      """)

  @Option(help: "The folder with the mkdocs.yml.")
  var sourceDir = "."

  @Option(help: "The folder to write.")
  var outputDir = "./site/"

  @Option(name: .customLong("techdocs-ref"), help: "Where the sources lie, as in 'url:https://github.com/org/repo'.")
  var reference: String?

  @Option(help: "An etag to be kept in techdocs_metadata.json.")
  var etag: String?

  @Option(help: "The name of the docs where no mkdocs.yml says it.")
  var siteName = "Documentation Site"

  @Flag(help: "Let findings fail the command.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Print notes too.")
  var verbose = false

  @OptionGroup(visibility: .hidden) var ignored: IgnoredGeneratorOptions

  func run() throws {
    var arguments = [sourceDir]
    if strict { arguments.append("--strict") }
    if verbose { arguments.append("--verbose") }
    let source = try SourceOptions.parse(arguments)
    let demands = BackstageDemands(reference: reference, defaultSiteName: siteName)
    var session = try Session(source, backstage: demands)
    let portal = session.link()
    guard portal.portal.docSites.count == 1 else {
      let help = "name a folder with a mkdocs.yml, or run 'techdocs build --layout backstage'"
      throw CommandFailure("'\(sourceDir)' does not hold the docs of one entity", help: help, exitCode: 2)
    }
    let folder: SiteFolder
    do { folder = try SiteFolder(outputDir, sources: sourceDir, force: false) } catch { throw CommandFailure(error) }
    do {
      let stamp = BuildStamp.of(sourceDir, etag: etag)
      let manifest = try session.write(portal, forBackstage: stamp, isFlat: true, to: folder)
      try folder.finish()
      session.summary = Summary(portal, manifest: manifest, folder: outputDir)
    } catch {
      folder.discard()
      throw CommandFailure(error)
    }
    do { try session.report() } catch let code as ExitCode where code == ExitCode(1) && !strict { return }
  }
}
