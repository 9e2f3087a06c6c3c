package import TechDocsCatalog
package import TechDocsComposition
package import TechDocsModel

/// What the platform offers, and every service of the workspace that uses it.
package struct LoadedPlatform: Sendable {
  package let platform: Platform
  /// Sorted by namespace and name; the first of each address counts.
  package let services: [PlatformService]
  package let kindNames: KindNames
  /// The files of Compositions, for showing their lines.
  package let sources: [SourcePath: SourceText]
  private let writtenVersion: String?

  package static let empty = LoadedPlatform(
    platform: Platform([]), services: [], kindNames: KindNames(), sources: [:], writtenVersion: nil)

  /// The platform's version: the workspace's word, else the label of a Composition; nil when nobody says.
  package func version(of composition: Composition?) -> String? {
    if let writtenVersion { return writtenVersion }
    return composition?.labels.sorted { $0.key.isBefore($1.key) }.first { $0.key.hasSuffix("/version") }?.value
  }

  /// The service of a name, or of `namespace/name`.
  package func service(named text: String) -> PlatformService? {
    services.first { $0.name == text || "\($0.namespace)/\($0.name)" == text }
  }

  /// Reads the platform's files and composes every service, several at once.
  package static func loading(
    _ workspace: Workspace, _ catalog: Catalog, concurrency: Concurrency
  ) -> Diagnosed<LoadedPlatform> {
    var diagnostics: [Diagnostic] = []
    let files = PlatformFiles(workspace: workspace)
    let documents = files.platform(concurrency: concurrency).collecting(into: &diagnostics)
    let platform = Platform(documents.map(\.node))
    guard !platform.isEmpty else { return Diagnosed(.empty, diagnostics) }
    let instances = files.instances(concurrency: concurrency).collecting(into: &diagnostics)
    let composing = ServiceComposing(platform: platform, files: files, catalog: catalog)
    let services = concurrency.map(instances, chunk: 8, scratch: { () }) { document, _ in
      composing.service(of: document)
    }
    let sorted = unique(services.compactMap(\.self))
    diagnostics += unfollowed(platform, sorted)
    diagnostics += sorted.flatMap(\.diagnostics)
    let loaded = LoadedPlatform(
      platform: platform, services: sorted, kindNames: KindNames(workspace.platform.kindNames),
      sources: sources(of: platform, in: workspace), writtenVersion: workspace.platform.version)
    return Diagnosed(loaded, diagnostics)
  }

  /// Steps that nobody can follow, of Compositions for which not every service has manifests of another tool.
  private static func unfollowed(_ platform: Platform, _ services: [PlatformService]) -> [Diagnostic] {
    let users = Dictionary(grouping: services) { $0.rendering?.composition.name }
    return platform.compositions.filter { users[$0.name]?.allSatisfy(\.isFallback) != true }.flatMap(\.diagnostics)
  }

  private static func sources(of platform: Platform, in workspace: Workspace) -> [SourcePath: SourceText] {
    let trees = Dictionary(workspace.repositories.map { ($0.name, $0.tree) }) { first, _ in first }
    return platform.compositions.reduce(into: [:]) { all, composition in
      all[composition.path] = trees[composition.path.repository]?.text(at: composition.path.path)
    }
  }

  private static func unique(_ services: [PlatformService]) -> [PlatformService] {
    let sorted = services.sorted { one, other in
      if one.namespace != other.namespace { return one.namespace.isBefore(other.namespace) }
      return one.name == other.name ? one.written.range < other.written.range : one.name.isBefore(other.name)
    }
    var seen: Set<String> = []
    return sorted.filter { seen.insert("\($0.namespace)/\($0.name)").inserted }
  }
}

/// Makes one service of one document.
struct ServiceComposing: Sendable {
  let platform: Platform
  let files: PlatformFiles
  let catalog: Catalog

  /// Nil for a document that is of no kind of the platform.
  func service(of document: PlatformFiles.Document) -> PlatformService? {
    guard let written = CompositeResource(document.node),
      let definition = platform.definition(apiVersion: written.apiVersion, kind: written.kind)
    else { return nil }
    let choice = platform.choice(for: written)
    let renderings = choice.compositions.map {
      Rendering(written, $0, definition, environmentConfigs: platform.environmentConfigs)
    }
    var diagnostics = renderings.first?.diagnostics ?? [missingComposition(written, choice.reason)]
    let entity = entity(of: written, repository: document.repository)
    if entity == nil, !catalog.entities.isEmpty { diagnostics.append(Self.withoutEntity(written)) }
    let isUnknown = !(renderings.first?.composition.unknownSteps.isEmpty ?? true)
    let fallback = isUnknown ? files.fallback(name: written.name, namespace: written.namespace ?? "") : nil
    diagnostics += fallback?.diagnostics ?? []
    return PlatformService(
      written: written, repository: document.repository, entity: entity, rendering: renderings.first,
      others: Array(renderings.dropFirst()), reason: choice.reason,
      fallback: (fallback?.value ?? []).map { FieldNode($0.node, as: .base) }.filter { $0["kind"] != nil },
      diagnostics: diagnostics)
  }

  private func missingComposition(_ written: CompositeResource, _ reason: CompositionReason) -> Diagnostic {
    let names = platform.compositions.filter { $0.kind == written.kind }.map { "'\($0.name)'" }
    return .error(
      "missing-composition", at: written.range,
      "\(written.kind) '\(written.name)' has no Composition: none is \(reason.words)",
      help: names.isEmpty
        ? "add one, or name its folder in 'platform: compositions'" : "there are \(names.joined(separator: ", "))")
  }

  private static func withoutEntity(_ written: CompositeResource) -> Diagnostic {
    .warning(
      "service-without-entity", at: written.range,
      "\(written.kind) '\(written.name)' belongs to no entity of the catalog",
      help: "name it in the annotation 'backstage.io/kubernetes-id' of its entity")
  }

  /// By annotation, else by name, else the component of the same repository: the only one, or one whose name begins the
  /// service's.
  private func entity(of written: CompositeResource, repository: Int) -> EntityRef? {
    let components = catalog.entities.filter { $0.ref.kind == "component" }
    if let named = components.first(where: { $0.annotation("backstage.io/kubernetes-id") == written.name }) {
      return named.ref
    }
    if let same = components.first(where: { $0.ref.name == written.name.lowercased() }) { return same.ref }
    let name = files.workspace.repositories[repository].name
    let neighbours = components.filter { $0.range.path.repository == name }
    if neighbours.count == 1 { return neighbours.first?.ref }
    return neighbours.filter { written.name.hasPrefix($0.ref.name + "-") }.max {
      $0.ref.name.count < $1.ref.name.count
    }?.ref
  }
}
