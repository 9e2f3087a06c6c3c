import TechDocsComposition
import TechDocsModel

/// The list of all services that use the platform, and of the kinds that it offers.
struct ExplainListWriter: ~Copyable {
  private let view: ExplainView
  private var html: CatalogHTML

  init(_ view: ExplainView) {
    self.view = view
    html = CatalogHTML(view.catalog, at: ExplainPaths.index)
  }

  consuming func page() -> PageView {
    html.raw("<h1>What the platform makes</h1>\n<p class=\"td-lead\">Each service, what becomes of it, and why.</p>\n")
    putServices()
    putKinds()
    var page = PageView(title: "What the platform makes", main: html.bytes)
    page.headings = html.headings
    return page
  }

  private mutating func putServices() {
    let services = view.platform.addressable
    html.heading(2, "Services", id: "services", count: services.count)
    html.tableHead("Service", "Namespace", "Kind", "Resources", "Findings")
    for service in services {
      html.raw("<tr><td>")
      html.link(PercentEncoding.path(ExplainPaths.service(service).url), service.name)
      html.raw("</td><td>")
      html.text(service.namespace)
      html.raw("</td><td>")
      html.text(service.written.kind)
      html.raw("</td><td>")
      html.text(service.rendering?.resources.count ?? 0)
      html.raw("</td><td>")
      html.text(Self.findings(service))
      html.raw("</td></tr>\n")
    }
    html.tableEnd()
  }

  private static func findings(_ service: PlatformService) -> String {
    let errors = service.diagnostics.count { $0.severity == .error }
    let warnings = service.diagnostics.count { $0.severity == .warning }
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { count, word in
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  private mutating func putKinds() {
    let definitions = view.platform.platform.definitions.filter { ExplainPaths.isAddressable($0.name) }
    guard !definitions.isEmpty else { return }
    html.heading(2, "Kinds", id: "kinds", count: definitions.count)
    html.raw("<ul>\n")
    for definition in definitions {
      html.raw("<li>")
      html.link(PercentEncoding.path(ExplainPaths.kind(definition).url), definition.kind)
      html.text(" · \(definition.group)")
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }
}
