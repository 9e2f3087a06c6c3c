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
      putAPI(service.written.apiVersion)
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
    html.text(isLast ? "└─\u{a0}" : "├─\u{a0}")
    html.raw("</span>")
    html.text(view.platform.kindNames.name(of: resource) + " ")
    html.raw("<a href=\"#r-")
    html.text(PercentEncoding.path(resource.resourceName))
    html.raw("\">")
    html.text(resource.name)
    html.raw("</a></td><td>")
    putAPI(resource.apiVersion)
    html.raw("</td><td>")
    putTemplatePlace(resource)
    html.raw("</td><td>")
    html.text(resource.why)
    html.raw("</td></tr>\n")
  }

  /// A group and a version, which may stand in two lines; a long group goes on after a dot.
  private mutating func putAPI(_ version: String) {
    let group = version.prefix { $0 != "/" }
    for (index, part) in group.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { html.raw(".<wbr>") }
      html.text(String(part))
    }
    guard group.count < version.count else { return }
    html.raw("/<wbr>")
    html.text(String(version.dropFirst(group.count + 1)))
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
    let decisions = decisions
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
      putUses(row, decisions)
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

  private mutating func putUses(_ row: InputRows.Row, _ decisions: [String: [String]]) {
    let decided = decisions[row.path] ?? []
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

  /// By field: the resources whose filters ask for the field itself.
  private var decisions: [String: [String]] {
    let asked = resources.filter { !$0.verdicts.isEmpty }.map { ($0.resourceName, $0.why) }
    let refused = (service.rendering?.composed?.leftOut ?? []).map { ($0.name, $0.why) }
    var decisions: [String: [String]] = ["metadata.namespace": ["the namespace of all"]]
    for (name, why) in asked + refused {
      let words = why.utf8.split { byte in
        !(byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte >= 0x2e && byte <= 0x39
          || byte == UInt8(ascii: "_"))
      }
      for word in Set(words.map { String($0) ?? "" }) where word.utf8.contains(UInt8(ascii: ".")) {
        decisions[word, default: []].append(name)
      }
    }
    return decisions
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
