import TechDocsComposition
import TechDocsModel

extension ExplainPageWriter {
  /// The resources as a tree, with the reason for each; then those that this service does not get.
  mutating func putTree() {
    html.heading(2, "Resources", id: "resources", count: resources.count)
    if !resources.isEmpty {
      html.tableHead("Resource", "API", "From", "Why")
      html.raw("<tr><td>")
      html.text("\(service.written.kind) ")
      html.raw("<b>")
      html.text(service.name)
      html.raw("</b></td><td>")
      html.text(service.written.apiVersion)
      html.raw("</td><td>")
      html.text("\(service.written.path.name):\(service.written.range.start.line)")
      html.raw("</td><td>declared here</td></tr>\n")
      for (index, resource) in resources.enumerated() { putRow(resource, isLast: index == resources.count - 1) }
      html.tableEnd()
    }
    putLeftOut()
  }

  private mutating func putRow(_ resource: ComposedResource, isLast: Bool) {
    html.raw("<tr><td><span aria-hidden=\"true\">")
    html.text(isLast ? "└─ " : "├─ ")
    html.raw("</span>")
    html.text(view.platform.kindNames.name(of: resource) + " ")
    html.raw("<a href=\"#r-")
    html.text(PercentEncoding.path(resource.resourceName))
    html.raw("\">")
    html.text(resource.name)
    html.raw("</a></td><td>")
    html.text(resource.apiVersion)
    html.raw("</td><td>")
    putTemplatePlace(resource)
    html.raw("</td><td>")
    html.text(resource.why)
    html.raw("</td></tr>\n")
  }

  /// The template's line, as a link to it.
  private mutating func putTemplatePlace(_ resource: ComposedResource) {
    guard let rendering = service.rendering else { return }
    let range = rendering.composition.range(of: resource.origin)
    let label = "\(range.path.name):\(range.start.line)"
    if let notes = view.notes[rendering.composition.name] {
      html.link("\(notes.address)#L\(range.start.line)", label)
    } else {
      html.text(label)
    }
  }

  private mutating func putLeftOut() {
    let left = service.rendering?.composed?.leftOut ?? []
    guard !left.isEmpty else { return }
    html.raw("<p>Not made for this service:</p>\n<ul>\n")
    for resource in left {
      let group = resource.apiVersion.contains("/") ? String(resource.apiVersion.prefix { $0 != "/" }) : ""
      html.raw("<li>")
      html.text(resource.kind.isEmpty ? resource.name : view.platform.kindNames.name(group: group, kind: resource.kind))
      html.raw(" <small>")
      html.text(resource.why)
      html.raw("</small></li>\n")
    }
    html.raw("</ul>\n")
  }

  /// What the developer asked for, beside what becomes of it; defaults of the XRD are greyed.
  mutating func putInputs(_ inputs: InputRows) {
    guard !inputs.rows.isEmpty else { return }
    html.heading(2, "What was asked, and what it became", id: "asked")
    html.tableHead("Field", "Value", "Written", "Became")
    for (index, row) in inputs.rows.enumerated() {
      html.raw("<tr id=\"in-")
      html.text(index)
      html.raw("\"><td><code>")
      html.text(row.path)
      html.raw("</code></td><td>")
      html.text(ManifestYAML.plain(row.node))
      html.raw("</td><td>")
      putWritten(row)
      html.raw("</td><td>")
      putUses(row)
      html.raw("</td></tr>\n")
    }
    html.tableEnd()
  }

  private mutating func putWritten(_ row: InputRows.Row) {
    switch row.node.origin.kind {
    case .input: html.text(row.node.origin.place.map { "line \($0.line)" } ?? "")
    case .schemaDefault:
      let definition = service.rendering?.definition
      html.raw("<span class=\"td-unknown\">")
      if let definition, ExplainPaths.isAddressable(definition.name) {
        html.link(
          PercentEncoding.path(ExplainPaths.kind(definition).url) + "#" + KindPageWriter.anchor(row.path), "default")
      } else {
        html.raw("default")
      }
      html.raw("</span>")
    default: html.raw("by Crossplane")
    }
  }

  private mutating func putUses(_ row: InputRows.Row) {
    let decided = decisions(on: row.path)
    if row.useCount == 0, decided.isEmpty { return html.raw("<span class=\"td-unknown\">no value</span>") }
    for (index, use) in row.uses.enumerated() {
      if index > 0 { html.raw(", ") }
      html.raw("<a href=\"#v")
      html.text(use.value)
      html.raw("\">")
      html.text("\(resources[use.resource].resourceName) \(Self.tail(of: use.path))")
      html.raw("</a>")
    }
    if row.useCount > row.uses.count { html.text(" and \(row.useCount - row.uses.count) more") }
    if !decided.isEmpty {
      html.text((row.useCount > 0 ? "; " : "") + "decides on \(decided.joined(separator: ", "))")
    }
  }

  /// The resources whose filters ask for a field itself.
  private func decisions(on path: String) -> [String] {
    if path == "metadata.namespace" { return ["the namespace of all"] }
    let words = { (text: String) in text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") } }
    let asks = { (why: String) in words(why).contains { $0 == path } }
    return resources.filter { asks($0.why) }.map(\.resourceName)
      + (service.rendering?.composed?.leftOut ?? []).filter { asks($0.why) }.map(\.name)
  }

  /// The last two steps of a path, which tell it from its neighbours: `requests.cpu`, `ports[0].containerPort`.
  private static func tail(of path: String) -> String {
    guard let found = try? FieldPath(parsing: path) else { return path }
    var tail: [FieldPath.Segment] = [], names = 0
    for segment in found.segments.reversed() where names < 2 {
      tail.insert(segment, at: 0)
      if case .field = segment { names += 1 }
    }
    return tail.map(\.label).joined(separator: " ")
  }
}

extension FieldPath.Segment {
  fileprivate var label: String {
    switch self {
    case .field(let name): name
    case .index(let index): "\(index + 1)"
    }
  }
}
