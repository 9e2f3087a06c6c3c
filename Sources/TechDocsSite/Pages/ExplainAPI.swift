import TechDocsComposition
import TechDocsModel

/// What becomes of each service, as JSON files.
struct ExplainAPI: PageKind {
  let name = "explain-api"

  func planned(in portal: Portal) -> [PlannedPage] {
    guard portal.isWorkspace else { return [] }
    let services = portal.platform.addressable.flatMap { service in
      ["explain", "manifests"].map { file in
        planned(ExplainPaths.json(service, file), "\(file) \(service.namespace)/\(service.name)")
      }
    }
    let used = portal.platform.platform.compositions.filter { ExplainPaths.isAddressable($0.name) }
    return services + used.map { planned(ExplainPaths.compositionJSON($0), "composition \($0.name)") }
  }

  private func planned(_ path: SitePath, _ key: String) -> PlannedPage {
    PlannedPage(kind: name, path: path, title: path.path, format: .file, key: key)
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    let platform = portal.portal.platform
    let services = Dictionary(platform.services.map { ("\($0.namespace)/\($0.name)", $0) }) { first, _ in first }
    return Renderer(platform: platform, services: services)
  }

  private struct Renderer: PlannedPageRenderer {
    let platform: LoadedPlatform
    let services: [String: PlatformService]

    func view(of page: PlannedPage) -> PageView {
      let parts = page.key.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return PageView(title: page.title, main: []) }
      if parts[0] == "composition" {
        let composition = platform.platform.compositions.first { $0.name == parts[1] }
        return PageView(title: page.title, main: composition.map { CompositionJSON($0).bytes } ?? [])
      }
      guard let service = services[parts[1]] else { return PageView(title: page.title, main: []) }
      let patches = service.rendering.map { "../../../compositions/\($0.composition.name).json" }
      let json = ExplainJSON(service, platform, patchesFile: patches)
      return PageView(title: page.title, main: parts[0] == "explain" ? json.bytes() : json.manifests())
    }
  }
}
