import SiteTheme
import TechDocsModel

/// The files of a trusted doc site's `theme.custom_dir`.
///
/// The folder is laid out like the built-in theme: what lies in `templates/`, `css/`, `js/` and `strings/` stands before
/// the theme's own; anything else is published as it is, as MkDocs does.
struct CustomTheme {
  let files: [ThemeFile]
  let assets: [DocsFiles.Entry]

  private static let folders: Set<Substring> = ["templates", "css", "js", "strings"]
  /// Jinja's and Python's files, which nothing here runs.
  private static let foreign: Set<String> = ["html", "xml", "j2", "jinja", "py", "pyc"]

  /// Nothing where there is no such folder, or the source is not trusted.
  static func reading(_ project: DocsProject) -> Diagnosed<CustomTheme> {
    let theme = project.config.theme
    guard project.repository.isTrusted, let written = theme.customDir, let range = theme.customDirRange else {
      return Diagnosed(CustomTheme(files: [], assets: []))
    }
    let folder = RelativePath.joining(project.folder, written)
    guard !written.isEmpty, project.repository.tree.hasFolder(folder) else {
      return Diagnosed(
        CustomTheme(files: [], assets: []),
        [.error("config-value", at: range, "'custom_dir' names no folder beside 'mkdocs.yml'", help: "make the folder")]
      )
    }
    var reader = Reader(project: project, folder: folder)
    let listed = project.repository.tree.files(under: folder)
    for file in listed.value { reader.take(file) }
    var diagnostics = listed.diagnostics
    if let name = reader.skipped.first {
      diagnostics.append(
        .warning(
          "ignored-config-key", at: range,
          "'\(name)' of 'custom_dir' has no effect: templates of MkDocs and code are not run",
          help: "write a Mustache template in its 'templates' folder, as the reference of the theme says"))
    }
    return Diagnosed(CustomTheme(files: reader.files, assets: reader.assets), diagnostics)
  }

  /// Sorts the folder's files by what becomes of them.
  private struct Reader {
    let project: DocsProject
    let folder: String
    var files: [ThemeFile] = []
    var assets: [DocsFiles.Entry] = []
    var skipped: [String] = []

    mutating func take(_ file: TreeFile) {
      guard let name = RelativePath.tail(of: file.path.path, below: folder) else { return }
      let parts = name.split(separator: "/")
      guard !parts.contains(where: { $0.hasPrefix(".") }) else { return }
      if parts.count > 1, CustomTheme.folders.contains(parts[0]) {
        guard let text = project.repository.tree.text(at: file.path.path, limit: Limits.markdownBytes) else { return }
        files.append(ThemeFile(path: name, bytes: text.bytes))
      } else if CustomTheme.foreign.contains(RelativePath.fileExtension(of: name)) {
        skipped.append(name)
      } else {
        assets.append(DocsFiles.Entry(file: file, docPath: name))
      }
    }
  }
}
