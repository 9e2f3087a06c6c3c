import TechDocsCatalog
import TechDocsModel

extension EntityPageWriter {
  /// Links that the entity names itself, and those that its annotations stand for.
  mutating func putLinks(_ templates: [String: String]) {
    let known = WellKnownLink.all(of: entity, templates: templates)
    guard !known.isEmpty || !entity.links.isEmpty else { return }
    html.heading(2, "Links", id: "links")
    html.raw("<ul class=\"td-links\">\n")
    for link in entity.links {
      html.raw("<li>")
      html.outside(link.url, link.title ?? link.url)
      html.raw("</li>\n")
    }
    for link in known {
      html.raw("<li>")
      if let url = link.url {
        html.outside(url, link.title)
        html.raw(" <small>")
        html.text(link.value)
        html.raw("</small></li>\n")
      } else {
        html.text(link.title)
        html.raw(": <code>")
        html.text(link.value)
        html.raw("</code></li>\n")
      }
    }
    html.raw("</ul>\n")
  }

  /// What nothing else on the page shows: the `spec` of kinds that nobody knows, the steps of templates.
  mutating func putData() {
    switch entity.ref.kind {
    case "template": putTemplate()
    case "location": putTargets()
    case "component", "api", "resource", "system", "domain", "group", "user": break
    default: putSpec()
    }
  }

  private mutating func putSpec() {
    guard let spec = entity.spec, spec.mapping?.isEmpty == false else { return }
    html.heading(2, "Data", id: "data")
    html.raw("<pre><code>")
    var text = YAMLText()
    text.put(spec)
    html.text(text.text)
    html.raw("</code></pre>\n")
  }

  private mutating func putTargets() {
    let targets = [entity.spec?["target"]].compactMap(\.self) + (entity.spec?["targets"]?.sequence ?? [])
    guard !targets.isEmpty else { return }
    html.heading(2, "Targets", id: "targets", count: targets.count)
    html.raw("<ul>\n")
    for target in targets.compactMap(\.string) {
      html.raw("<li><code>")
      html.text(target)
      html.raw("</code></li>\n")
    }
    html.raw("</ul>\n")
  }

  /// The form and the steps of a software template.
  private mutating func putTemplate() {
    let pages = entity.spec?["parameters"].map { $0.sequence ?? [$0] } ?? []
    let fields = pages.flatMap { page in
      (page["properties"]?.mapping ?? []).map { (page: page, key: $0.key.string ?? "", field: $0.value) }
    }
    if !fields.isEmpty {
      html.heading(2, "Parameters", id: "parameters", count: fields.count)
      html.tableHead("Name", "Title", "Type", "Default", "Rule")
      for field in fields { putParameter(field.key, field.field, of: field.page) }
      html.tableEnd()
    }
    let steps = entity.spec?["steps"]?.sequence ?? []
    guard !steps.isEmpty else { return }
    html.heading(2, "Steps", id: "steps", count: steps.count)
    html.raw("<ol>\n")
    for step in steps {
      html.raw("<li>")
      html.text(step["name"]?.string ?? step["id"]?.string ?? "")
      html.raw(" <code>")
      html.text(step["action"]?.string ?? "")
      html.raw("</code></li>\n")
    }
    html.raw("</ol>\n")
  }

  private mutating func putParameter(_ key: String, _ field: YAMLNode, of page: YAMLNode) {
    let isRequired = page["required"]?.sequence?.contains { $0.string == key } ?? false
    var rules = isRequired ? ["required"] : []
    for name in ["pattern", "minimum", "maximum", "maxLength"] {
      if let value = field[name]?.string { rules.append("\(name) \(value)") }
    }
    if let choices = field["enum"]?.sequence {
      rules.append("one of " + choices.compactMap(\.string).joined(separator: ", "))
    }
    html.raw("<tr><td><code>")
    html.text(key)
    html.raw("</code></td>")
    let cells: [String?] = [
      field["title"]?.string, field["type"]?.string, field["default"]?.string, rules.joined(separator: ", "),
    ]
    for cell in cells {
      html.raw("<td>")
      html.text(cell ?? "")
      html.raw("</td>")
    }
    html.raw("</tr>\n")
  }
}
