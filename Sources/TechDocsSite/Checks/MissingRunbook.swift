import TechDocsComposition
import TechDocsModel

/// Reports an alert that wakes somebody up and leads them nowhere.
///
/// Alerts are those that the platform makes of services; the address is `runbook_url`, as Alertmanager shows it.
struct MissingRunbook: Check {
  let about = RuleAbout(
    "missing-runbook", .warning, what: "An alert whose runbook is not there",
    why: "Whoever is woken up by it has nothing to go by.",
    mend: "Add the heading that the message names to the runbook, or mend the address in the Composition.")

  func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    let links = RunbookLinks(portal)
    return portal.portal.platform.services.flatMap { service in
      (service.rendering?.resources ?? []).flatMap { resource in
        resource.alerts.compactMap { diagnostic(for: $0, of: service, links.link(of: $0), in: portal) }
      }
    }
  }

  private func diagnostic(
    for alert: DerivedAlert, of service: PlatformService, _ link: RunbookLink, in portal: LinkedPortal
  ) -> Diagnostic? {
    let subject = "Alert '\(alert.name)' of '\(service.name)'"
    let (message, help): (String, String?)
    switch link {
    case .page, .outside: return nil
    case .none: (message, help) = ("\(subject) names no runbook", "set the annotation 'runbook_url' in the Composition")
    case .broken(let address):
      (message, help) = ("The runbook of \(subject.lowercasedFirst) is '\(address)', where no page is", nil)
    case .missingAnchor(let page, let anchor):
      let path = portal.portal.pages[page].source.path
      (message, help) = (
        "\(subject) leads to '\(path.name)', which has no heading '#\(anchor)'",
        NearMiss(of: anchor, among: portal.index.anchors(on: page)).suggestion
          ?? "add a heading with that id to '\(path)'"
      )
    }
    return .warning(
      about.rule, at: place(of: alert, of: service), message, help: help,
      notes: service.rendering.map { [.init("the address is made here", at: $0.composition.range(of: alert.origin))] }
        ?? [])
  }

  /// What the developer wrote to get the alert, else the whole resource.
  private func place(of alert: DerivedAlert, of service: PlatformService) -> SourceRange {
    guard let rendering = service.rendering, let site = alert.origin.site else { return service.written.range }
    let inputs = rendering.composition.sites[site].patch.fromPaths
    let origins = inputs.compactMap { text -> Origin? in
      guard text.hasPrefix("spec."), let path = try? FieldPath(parsing: text) else { return nil }
      return rendering.composed?.composite.find(path)?.origin
    }
    return origins.first { $0.kind == .input }.map { service.written.range(of: $0) } ?? service.written.range
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
