#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsCatalog
import TechDocsMarkdown
package import TechDocsModel

/// Finds out what a folder is: a workspace with `techdocs.yml`, one repository, or a folder of checkouts.
package struct WorkspaceLoader: Sendable {
  /// The folder as the user named it.
  package let folder: String
  /// The `mkdocs.yml` of a single repository where one was named, relative to the folder.
  package let configFile: String?
  /// Whether a single repository is trusted; a workspace says so per source.
  package let isTrusted: Bool
  /// A folder of icons that the command line names; nil for the one of `techdocs.yml`.
  package var iconFolder: String?
  /// The name of the docs when the folder has no `mkdocs.yml` and is one repository all the same, as a Backstage's
  /// generator takes it; nil when such a folder holds many.
  package var defaultSiteName: String?
  /// The only catalog file to read, relative to the folder; nil for those of the repositories.
  package let catalogFile: String?

  package init(folder: String, configFile: String? = nil, isTrusted: Bool = false, catalogFile: String? = nil) {
    self.folder = folder
    self.configFile = configFile
    self.isTrusted = isTrusted
    self.catalogFile = catalogFile
  }

  /// The workspace and its settings. A configuration that `memo` knows as it is now is not read again.
  package func load(memo: BuildMemo = BuildMemo()) throws(OutputFailure) -> Diagnosed<
    (workspace: Workspace, settings: WorkspaceConfig)
  > {
    guard let root = FolderTree(folder, repository: "") else {
      throw OutputFailure("Folder '\(folder)' is not there", help: "name the folder of a repository or a workspace")
    }
    if let catalogFile { return Diagnosed((only(catalogFile, root), WorkspaceConfig())) }
    if configFile == nil, let source = root.text(at: "techdocs.yml") {
      let settings = WorkspaceConfig.decoding(source, knownRules: RuleBook.all.map(\.rule.name))
      let found = repositories(of: settings.value, root: root)
      return Diagnosed(
        (portal(settings.value, found.value, icons(settings.value, root)), settings.value),
        settings.diagnostics + found.diagnostics + folderDiagnostics(settings.value, root)
          + HelperPrograms(settings.value.helpers, folder: folder).diagnostics)
    }
    var settings = WorkspaceConfig()
    if try isSingle(root) { return Diagnosed((single(root), singleSettings(root, memo))) }
    settings.siteName = Files.resolved(folder)?.split(separator: "/").last.map(String.init) ?? settings.siteName
    // A catalog file without a `mkdocs.yml` beside it: one repository whose entities have docs in folders below it.
    if CatalogReader.names.contains(where: { root.text(at: $0) != nil }) {
      let repository = Repository(name: "", tree: root, isTrusted: isTrusted, title: settings.siteName)
      return Diagnosed((portal(settings, [repository]), settings))
    }
    let found = repositories(of: settings, root: root)
    return Diagnosed((portal(settings, found.value), settings), found.diagnostics)
  }

  private func only(_ catalogFile: String, _ root: FolderTree) -> Workspace {
    Workspace(
      name: "Catalog", repositories: [Repository(name: "", tree: root)], isPortal: false, catalogFile: catalogFile)
  }

  private func folderDiagnostics(_ settings: WorkspaceConfig, _ root: FolderTree) -> [Diagnostic] {
    [
      ("theme", settings.theme, settings.themeRange, "leave 'theme' out for the built-in one"),
      ("icons", settings.icons, settings.iconsRange, "name a folder of SVG files"),
    ].compactMap { key, folder, range, help in
      guard let folder, !root.hasFolder(folder) else { return nil }
      return .error("config-value", at: range, "'\(key)' names the folder '\(folder)', which is not there", help: help)
    }
  }

  /// The icons of the command line, or of `techdocs.yml`.
  private func icons(_ settings: WorkspaceConfig, _ root: FolderTree) -> IconSet? {
    if let iconFolder { return FolderTree(iconFolder, repository: "").map { IconSet([""], in: $0) } }
    return settings.icons.map { IconSet([$0], in: root) }
  }

  private func isSingle(_ root: FolderTree) throws(OutputFailure) -> Bool {
    guard let configFile else {
      return MkDocsFile.names.contains { root.has($0) } || defaultSiteName != nil && root.hasFolder("docs")
    }
    guard root.text(at: configFile) != nil else {
      throw OutputFailure("Configuration '\(configFile)' is not there, or lies outside '\(folder)'", isUsage: true)
    }
    return true
  }

  private func single(_ root: FolderTree) -> Workspace {
    let isConfigured = configFile != nil || MkDocsFile.names.contains { root.has($0) }
    let repository = Repository(
      name: "", tree: root, isTrusted: isTrusted, title: isConfigured ? nil : defaultSiteName)
    var workspace = Workspace(
      name: "Documentation", repositories: [repository], isPortal: false, configFile: configFile)
    workspace.icons = icons(WorkspaceConfig(), root)
    return workspace
  }

  /// What the `mkdocs.yml` of a single repository says about the whole build; its faults are told when it is loaded.
  private func singleSettings(_ root: FolderTree, _ memo: BuildMemo) -> WorkspaceConfig {
    var settings = WorkspaceConfig()
    let names = configFile.map { [$0] } ?? MkDocsFile.names
    guard let source = names.lazy.compactMap({ root.text(at: $0) }).first else { return settings }
    let repository = single(root).repositories.first
    let known = memo.config(of: "").flatMap { known in
      repository.flatMap { known.isCurrent(source, of: $0) ? known.config.value : nil }
    }
    let config = known ?? MkDocsConfig.decoding(source) { root.text(at: $0) }.value
    settings.strict = config.strict
    // A site is written inside the repository, or where the command line says.
    if !config.siteDir.hasPrefix("/"), let folder = RelativePath.resolving(config.siteDir), !folder.isEmpty {
      settings.siteDir = folder
    }
    return settings
  }

  private func portal(
    _ settings: WorkspaceConfig, _ repositories: [Repository], _ icons: IconSet? = nil
  ) -> Workspace {
    var workspace = Workspace(
      name: settings.siteName, siteURL: settings.siteURL, repositories: repositories, isPortal: true,
      platform: settings.platform)
    workspace.icons = icons
    workspace.helpers = HelperPrograms(settings.helpers, folder: folder).drawing
    workspace.pageDates = settings.pageDates
    workspace.annotationLinks = settings.annotationLinks
    workspace.search = settings.search
    return workspace
  }

  /// The folders that `sources` names, each once, in the order of the file and then by name.
  private func repositories(of settings: WorkspaceConfig, root: FolderTree) -> Diagnosed<[Repository]> {
    var result = Diagnosed<[Repository]>([]), taken: Set<String> = []
    for source in settings.sources {
      let folders = source.isPattern ? matches(source.path, root) : [source.path]
      let found = folders.filter { isRepository($0) && !taken.contains($0) }
      if found.isEmpty, settings.source != nil, folders.allSatisfy({ !taken.contains($0) }) {
        result.diagnostics.append(
          .error(
            "missing-source", at: source.range, "Source '\(source.path)' names no folder with documentation",
            help: "a source has a 'mkdocs.yml', a 'catalog-info.yaml' or a folder 'docs'"))
      }
      for folder in found {
        guard let tree = FolderTree("\(self.folder)/\(folder)", repository: folder) else { continue }
        taken.insert(folder)
        result.value.append(
          Repository(name: folder, tree: tree, isTrusted: source.trust == .full, title: source.name))
      }
    }
    return result
  }

  /// Folders that fit a pattern, sorted; only as deep as the pattern asks.
  private func matches(_ pattern: String, _ root: FolderTree) -> [String] {
    guard let glob = PathGlob(pattern) else { return [] }
    var found: [String] = [], waiting = [""]
    while let parent = waiting.popLast() {
      let depth = parent.split(separator: "/").count
      guard depth < min(glob.depth ?? 8, 8) else { continue }
      let names = (try? Files.names(in: parent.isEmpty ? folder : "\(folder)/\(parent)")) ?? []
      for name in names where name.isFolder && !name.name.hasPrefix(".") {
        let path = RelativePath.joining(parent, name.name)
        if glob.matches(path) { found.append(path) }
        waiting.append(path)
      }
    }
    return found.sorted { $0.isBefore($1) }
  }

  /// A folder with documentation that is not a built site.
  private func isRepository(_ path: String) -> Bool {
    let place = "\(folder)/\(path)"
    guard !Files.exists("\(place)/\(SiteManifest.path)") else { return false }
    return (MkDocsFile.names + ["catalog-info.yaml", "catalog-info.yml", "docs"]).contains {
      Files.exists("\(place)/\($0)")
    }
  }
}
