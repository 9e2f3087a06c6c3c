import ArgumentParser
import TechDocsModel
import TechDocsSite

/// What `build` and `check` read, and how they report.
struct SourceOptions: ParsableArguments {
  @Argument(help: "The folder of a repository, a workspace, or several checkouts.")
  var path = "."

  @Option(name: [.customShort("f"), .customLong("config-file")], help: "The mkdocs.yml of a single repository.")
  var configFile: String?

  @Flag(help: "Let warnings fail the command.")
  var strict = false

  @Option(help: "How many workers to use (default: one for each core).")
  var jobs: Int?

  @Option(help: "How to report: human, json, sarif or github (picked by itself on GitHub Actions).")
  var format: ReportFormat?

  @Option(help: "'full' lets a single repository's own scripts and raw HTML reach readers.")
  var trust: TrustLevel = .none

  @Option(help: "A folder of SVG files that pages show by name, as in ':material-check:'.")
  var icons: String?

  @Flag(name: .shortAndLong, help: "Print errors only, and no summary.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print notes too.")
  var verbose = false

  @Flag(help: "Print how long each stage took.")
  var timings = false

  mutating func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' needs a number of at least 1") }
  }

  /// The folder and file that the other commands of the pipeline read.
  var loader: WorkspaceLoader {
    var loader = placedLoader
    loader.iconFolder = icons
    return loader
  }

  private var placedLoader: WorkspaceLoader {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      let folder = RelativePath.folder(of: path)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return WorkspaceLoader(
        folder: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder, isTrusted: trust == .full,
        catalogFile: name)
    }
    // `-f other/mkdocs.yml` without a folder means that file's own folder, as in MkDocs.
    guard let configFile, path == "." && configFile.contains("/") || configFile.hasPrefix("/") else {
      return WorkspaceLoader(folder: path, configFile: configFile, isTrusted: trust == .full)
    }
    let folder = RelativePath.folder(of: configFile)
    let name = String(configFile.dropFirst(folder.count + 1))
    return WorkspaceLoader(folder: folder.isEmpty ? "/" : folder, configFile: name, isTrusted: trust == .full)
  }
}

extension ReportFormat: ExpressibleByArgument {}

/// Whether what a repository holds may reach the reader's browser as it is.
enum TrustLevel: String, ExpressibleByArgument {
  case none, full
}
