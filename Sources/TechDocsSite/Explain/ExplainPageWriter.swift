import TechDocsCatalog
import TechDocsComposition
import TechDocsMarkdown
import TechDocsModel

/// The page of one service: warnings first, then what becomes of it and why, then the manifests.
struct ExplainPageWriter: ~Copyable {
  let service: PlatformService
  let view: ExplainView
  let resources: [ComposedResource]
  var html: CatalogHTML

  init(_ service: PlatformService, _ view: ExplainView) {
    self.service = service
    self.view = view
    resources = service.rendering?.resources ?? []
    html = CatalogHTML(view.catalog, at: ExplainPaths.service(service))
  }

  consuming func page() -> PageView {
    let notes = service.rendering.flatMap { view.notes[$0.composition.name] }
    let composite = service.rendering?.composed?.composite ?? service.written.node
    var writer = ManifestHTML(rows: InputRows(composite, notes), notes: notes, root: html.root)
    var manifests: [[UInt8]] = []
    for (index, resource) in resources.enumerated() {
      writer.put(SecretValues.hidden(in: resource.shown), resource: index)
      manifests.append(writer.take())
    }
    putHead()
    putFindings()
    putTree()
    putInputs(writer.finished())
    putAlerts()
    putSecrets()
    putManifests(manifests)
    putFallback()
    putDifferences()
    putFoot()
    var page = PageView(title: "\(service.name) explained", main: html.bytes)
    page.description = "What the platform makes of \(service.written.kind) \(service.name), and why."
    page.breadcrumbs = [.init("Explain", ExplainPaths.index), .init(service.namespace)]
    page.headings = html.headings
    return page
  }

  private mutating func putHead() {
    html.raw("<header class=\"td-entity\">\n<p class=\"td-kind\">")
    html.text(service.written.kind)
    if let namespace = service.written.namespace {
      html.raw(" · namespace ")
      html.text(namespace)
    }
    html.raw("</p>\n<h1>")
    html.text(service.name)
    html.raw("</h1>\n<p class=\"td-lead\">")
    putSummary()
    html.raw("</p>\n<dl class=\"td-facts\">\n")
    putFacts()
    html.raw("</dl>\n</header>\n")
  }

  /// `1 ServiceDeployment → Composition servicedeployment (the XRD's default) → 12 resources`
  private mutating func putSummary() {
    html.raw("1 ")
    putKind()
    html.raw(" → ")
    guard let composition = service.rendering?.composition else { return html.raw("no Composition") }
    html.raw("Composition ")
    putComposition(composition)
    html.raw(" (")
    html.text(service.reason.words)
    html.raw(") → ")
    html.text(resources.count)
    html.raw(resources.count == 1 ? " resource" : " resources")
  }

  private mutating func putKind() {
    let definition = view.platform.platform.definition(
      apiVersion: service.written.apiVersion, kind: service.written.kind)
    guard let definition, ExplainPaths.isAddressable(definition.name) else { return html.text(service.written.kind) }
    html.link(PercentEncoding.path(ExplainPaths.kind(definition).url), service.written.kind)
  }

  mutating func putComposition(_ composition: Composition) {
    guard ExplainPaths.isAddressable(composition.name) else { return html.text(composition.name) }
    html.link(PercentEncoding.path(ExplainPaths.composition(composition).url), composition.name)
  }

  private mutating func putFacts() {
    if let entity = service.entity {
      html.raw("<div><dt>Entity</dt><dd>")
      html.entity(entity)
      html.raw("</dd></div>\n")
      let owners = view.catalog.catalog.others(.ownedBy, of: entity)
      if !owners.isEmpty {
        html.raw("<div><dt>Owner</dt><dd>")
        html.entities(owners)
        html.raw("</dd></div>\n")
      }
    }
    if let version = view.platform.version(of: service.rendering?.composition) {
      html.raw("<div><dt>Platform</dt><dd>")
      html.text(version)
      html.raw("</dd></div>\n")
    }
    html.raw("<div><dt>Declared in</dt><dd>")
    html.place(service.written.range)
    html.raw("</dd></div>\n")
  }

  private mutating func putFindings() {
    let unknown = service.rendering?.composition.unknownSteps ?? []
    let alerts = resources.flatMap(\.alerts).filter { view.runbooks.link(of: $0).isFaulty }
    guard !service.diagnostics.isEmpty || !unknown.isEmpty || !alerts.isEmpty else { return }
    let isError = service.diagnostics.contains { $0.severity == .error }
    html.raw(isError ? "<div class=\"admonition failure\">\n" : "<div class=\"admonition warning\">\n")
    html.raw("<p class=\"admonition-title\">Look at this first</p>\n<ul>\n")
    for finding in service.diagnostics {
      html.raw("<li>")
      html.text(finding.message)
      if let range = finding.range {
        html.raw(" ")
        html.place(range)
      }
      html.raw("</li>\n")
    }
    for step in unknown {
      html.raw("<li>Step ")
      html.text("'\(step.name)' uses \(step.function): what it adds or changes is not shown.")
      html.raw("</li>\n")
    }
    for alert in alerts {
      html.raw("<li>")
      html.text("Alert \(alert.name) has no runbook here.")
      html.raw("</li>\n")
    }
    html.raw("</ul>\n</div>\n")
  }

  private mutating func putFoot() {
    html.raw("<p class=\"td-declared\"><small>For programs: <a href=\"")
    html.text(html.root + PercentEncoding.path(ExplainPaths.json(service, "explain").url))
    html.raw("\">explain.json</a> · <a href=\"")
    html.text(html.root + PercentEncoding.path(ExplainPaths.json(service, "manifests").url))
    html.raw("\">manifests.json</a> · in a terminal: <code>techdocs explain ")
    html.text(service.name)
    html.raw("</code></small></p>\n")
  }
}

extension RunbookLink {
  /// Whether whoever is woken up has nothing to go by.
  var isFaulty: Bool {
    switch self {
    case .none, .broken, .missingAnchor: true
    case .page, .outside: false
    }
  }
}
