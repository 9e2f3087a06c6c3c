import TechDocsComposition
import TechDocsModel

/// The reference of a kind that the platform offers: each field with type, default, rule and anchor, as a tree.
struct KindPageWriter: ~Copyable {
  private let definition: CompositeResourceDefinition
  private let view: ExplainView
  private var html: CatalogHTML
  /// Fields of one page; a hostile schema could have a hundred thousand.
  private var left = 5_000

  init(_ definition: CompositeResourceDefinition, _ view: ExplainView, at path: SitePath) {
    self.definition = definition
    self.view = view
    html = CatalogHTML(view.catalog, at: path)
  }

  /// The anchor of a field: its path without indexes.
  static func anchor(_ path: String) -> String {
    var anchor: [UInt8] = [], isIndex = false
    for byte in path.utf8 {
      if byte == UInt8(ascii: "[") { isIndex = true }
      if !isIndex { anchor.append(byte) }
      if byte == UInt8(ascii: "]") { isIndex = false }
    }
    return PercentEncoding.path(String(decoding: anchor, as: UTF8.self))
  }

  consuming func page() -> PageView {
    html.raw("<header class=\"td-entity\">\n<p class=\"td-kind\">")
    html.text("\(definition.scope) · \(definition.group)")
    html.raw("</p>\n<h1>")
    html.text(definition.kind)
    html.raw("</h1>\n")
    if let text = definition.versions.first?.writtenSchema.description {
      html.raw("<p class=\"td-lead\">")
      html.text(text)
      html.raw("</p>\n")
    }
    html.raw("<dl class=\"td-facts\">\n<div><dt>Declared in</dt><dd>")
    html.place(definition.range)
    html.raw("</dd></div>\n</dl>\n</header>\n")
    for version in definition.versions where version.isServed { putVersion(version) }
    putServices()
    var page = PageView(title: definition.kind, main: html.bytes)
    page.description = "Every field of \(definition.kind)."
    page.breadcrumbs = [.init("Explain", ExplainPaths.index)]
    page.headings = html.headings
    return page
  }

  private mutating func putVersion(_ version: CompositeResourceDefinition.Version) {
    html.heading(2, "\(definition.group)/\(version.name)", id: version.name)
    html.raw("<ul>\n")
    for property in version.writtenSchema.properties {
      let isRequired = version.writtenSchema.required.contains(property.name)
      put(
        property, path: property.name, isRequired: isRequired, isFirst: version.name == definition.versions.first?.name)
    }
    html.raw("</ul>\n")
  }

  /// As deep as the schema, which is bounded by its file.
  private mutating func put(_ property: Schema.Property, path: String, isRequired: Bool, isFirst: Bool) {
    left -= 1
    guard left > 0 else { return }
    let schema = property.schema
    html.raw("<li")
    if isFirst {
      html.raw(" id=\"")
      html.text(path)
      html.raw("\"")
    }
    html.raw("><code>")
    html.text(property.name)
    html.raw("</code> ")
    html.text(Self.facts(of: schema, isRequired: isRequired))
    if let text = schema.description {
      html.raw("<br><small>")
      html.text(text)
      html.raw("</small>")
    }
    let inner = schema.items.first ?? schema
    if !inner.properties.isEmpty {
      html.raw("\n<ul>\n")
      for child in inner.properties {
        put(child, path: "\(path).\(child.name)", isRequired: inner.required.contains(child.name), isFirst: isFirst)
      }
      html.raw("</ul>\n")
    }
    html.raw("</li>\n")
  }

  /// `string, required, one of postgresql, mysql`
  private static func facts(of schema: Schema, isRequired: Bool) -> String {
    let type = schema.type ?? (schema.isIntOrString ? "integer or string" : "anything")
    var facts = [schema.items.first.map { "list of \($0.type ?? "anything")" } ?? type]
    if isRequired { facts.append("required") }
    if let value = schema.defaultValue, value.map == nil { facts.append("default \(ManifestYAML.line(of: value))") }
    if !schema.options.isEmpty {
      facts.append("one of " + schema.options.map(ManifestYAML.plain).joined(separator: ", "))
    }
    if let pattern = schema.pattern { facts.append("like \(pattern)") }
    let limits = schema.limits
    for (word, number) in [("at least", limits.minimum), ("at most", limits.maximum)] {
      if let number { facts.append("\(word) \(ManifestYAML.line(of: FieldNode(.double(number))))") }
    }
    for (word, count, unit) in [
      ("at least", limits.minLength, "characters"), ("at most", limits.maxLength, "characters"),
      ("at least", limits.minItems, "items"), ("at most", limits.maxItems, "items"),
    ] {
      if let count { facts.append("\(word) \(count) \(unit)") }
    }
    facts += schema.rules.map { $0.message ?? $0.text }
    return facts.joined(separator: ", ")
  }

  private mutating func putServices() {
    let services = view.platform.addressable.filter {
      definition.matches(apiVersion: $0.written.apiVersion, kind: $0.written.kind)
    }
    guard !services.isEmpty else { return }
    html.heading(2, "Services of this kind", id: "services", count: services.count)
    html.raw("<ul class=\"td-ways\">\n")
    for service in services {
      html.raw("<li>")
      html.link(PercentEncoding.path(ExplainPaths.service(service).url), service.name)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }
}
