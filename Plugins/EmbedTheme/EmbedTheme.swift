import Foundation
import PackagePlugin

/// Puts the files of `site-theme/` into the tool, so that one binary holds all it needs.
@main
struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let theme = context.package.directoryURL.appending(path: "site-theme")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTheme.swift")
    let files = try Self.files(below: theme.path())
    return [
      .buildCommand(
        displayName: "Embedding site-theme", executable: try context.tool(named: "EmbedThemeTool").url,
        arguments: [theme.path(), output.path()], inputFiles: files.map { theme.appending(path: $0) },
        outputFiles: [output])
    ]
  }

  /// The paths of all files below a folder, for the build to watch.
  private static func files(below folder: String) throws -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    return walk.compactMap { $0 as? String }.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted()
  }
}
