import TechDocsCatalog
import TechDocsModel

extension EntityPageWriter {
  /// An API's definition: its operations and types where it can be read, and its source.
  mutating func putDefinition() {
    guard let definition = entity.definition, let read = self.definition else { return }
    if let reference = read.value {
      putReference(reference)
    } else {
      html.heading(2, "Definition", id: "definition")
    }
    let grave = read.diagnostics.filter { $0.severity == .error }
    if !grave.isEmpty { putDefinitionFaults(grave) }
    putSource(definition.text, isOpen: read.value == nil)
  }

  private mutating func putDefinitionFaults(_ faults: [Diagnostic]) {
    html.raw("<div class=\"admonition failure\">\n<p class=\"admonition-title\">Wrong in the definition</p>\n<ul>\n")
    for fault in faults {
      html.raw("<li>")
      html.text(fault.message)
      html.raw(" ")
      if let range = fault.range { html.place(range) }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n</div>\n")
  }

  private mutating func putSource(_ source: SourceText, isOpen: Bool) {
    html.raw(isOpen ? "<details open>\n<summary>" : "<details>\n<summary>")
    html.text("Source: \(source.path.name)")
    html.raw("</summary>\n<pre><code>")
    html.text(source.text)
    html.raw("</code></pre>\n</details>\n")
  }

  private mutating func putReference(_ reference: APIReference) {
    html.heading(2, "Reference", id: "reference")
    html.raw("<p>")
    html.text(
      ([reference.format] + [reference.version.map { "version \($0)" }].compactMap(\.self)).joined(separator: ", "))
    html.text(reference.operationCount == 1 ? ", 1 operation" : ", \(reference.operationCount) operations")
    html.text(reference.types.count == 1 ? ", 1 type" : ", \(reference.types.count) types")
    html.raw("</p>\n")
    putWords(reference.description)
    if !reference.servers.isEmpty {
      html.raw("<ul>\n")
      for server in reference.servers.prefix(20) {
        html.raw("<li><code>")
        html.text(server)
        html.raw("</code></li>\n")
      }
      html.raw("</ul>\n")
    }
    let names = reference.types.reduce(into: Set<String>()) { $0.insert($1.name) }
    for group in reference.groups {
      html.heading(3, group.title, id: "group-\(AddressSlug.slug(of: group.title))", count: group.operations.count)
      putWords(group.description)
      for operation in group.operations { putOperation(operation, names) }
    }
    guard !reference.types.isEmpty else { return }
    html.heading(2, "Types", id: "types", count: reference.types.count)
    for type in reference.types { putType(type, names) }
  }

  private mutating func putOperation(_ operation: APIReference.Operation, _ names: Set<String>) {
    html.operationHeading(operation)
    putWords(operation.summary)
    if operation.description != operation.summary { putWords(operation.description) }
    if !operation.parameters.isEmpty { putFields(operation.parameters, title: "Parameter", names) }
    for body in operation.bodies { putBody(body, names) }
    if let command = operation.command { putExample("Call it", command) }
  }

  private mutating func putBody(_ body: APIReference.Body, _ names: Set<String>) {
    html.raw("<p><strong>")
    html.text(body.title)
    html.raw("</strong>")
    if let type = body.type {
      html.raw(" ")
      html.typeName(type, names)
    }
    if let mediaType = body.mediaType {
      html.raw(" <small>")
      html.text(mediaType)
      html.raw("</small>")
    }
    if let description = body.description {
      html.raw(" – ")
      html.words(description)
    }
    html.raw("</p>\n")
    if !body.fields.isEmpty { putFields(body.fields, title: "Field", names) }
    if let example = body.example { putExample("Example", example) }
  }

  private mutating func putExample(_ title: StaticString, _ text: String) {
    html.raw("<details>\n<summary>")
    html.raw(title)
    html.raw("</summary>\n<pre><code>")
    html.text(text)
    html.raw("</code></pre>\n</details>\n")
  }

  private mutating func putType(_ type: APIReference.NamedType, _ names: Set<String>) {
    html.heading(3, type.name, id: CatalogHTML.typeID(type.name))
    html.raw("<p><small>")
    html.text(type.kind)
    html.raw(type.isDeprecated ? " · deprecated</small></p>\n" : "</small></p>\n")
    putWords(type.description)
    if !type.fields.isEmpty { putFields(type.fields, title: type.kind == "enum" ? "Value" : "Field", names) }
  }

  /// A table of fields whose columns are those that any field fills.
  private mutating func putFields(_ fields: [APIReference.Field], title: String, _ names: Set<String>) {
    let hasType = fields.contains { $0.type != nil }, hasPlace = fields.contains { $0.place != nil }
    let hasMeaning = fields.contains { $0.description != nil || !$0.rules.isEmpty || $0.isDeprecated }
    html.raw("<table>\n<thead>\n<tr><th scope=\"col\">")
    html.text(title)
    html.raw("</th>")
    if hasPlace { html.raw("<th scope=\"col\">In</th>") }
    if hasType { html.raw("<th scope=\"col\">Type</th>") }
    if hasMeaning { html.raw("<th scope=\"col\">Meaning</th>") }
    html.raw("</tr>\n</thead>\n<tbody>\n")
    for field in fields {
      html.raw("<tr><td><code>")
      html.text(field.name)
      html.raw(field.isRequired ? "</code> <small>required</small></td>" : "</code></td>")
      if hasPlace { html.cell(field.place ?? "") }
      if hasType {
        html.raw("<td>")
        if let type = field.type { html.typeName(type, names) }
        html.raw("</td>")
      }
      if hasMeaning { putMeaning(field) }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n")
  }

  private mutating func putMeaning(_ field: APIReference.Field) {
    html.raw("<td>")
    if field.isDeprecated { html.raw("<strong>deprecated</strong> ") }
    if let description = field.description { html.words(description) }
    if !field.rules.isEmpty {
      html.raw(field.description == nil ? "<small>" : " <small>")
      html.text(field.rules.joined(separator: "; "))
      html.raw("</small>")
    }
    html.raw("</td>")
  }

  /// Paragraphs of plain text; an author's Markdown shows as it is written, code apart.
  private mutating func putWords(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for paragraph in lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }) {
      html.raw("<p>")
      html.words(paragraph.joined(separator: "\n"))
      html.raw("</p>\n")
    }
  }
}

extension CatalogHTML {
  /// The anchor of a type.
  static func typeID(_ name: String) -> String { "type-\(AddressSlug.slug(of: name))" }

  /// Text with what stands between backticks as code.
  mutating func words(_ text: String) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return self.text(text) }
    for (index, part) in parts.enumerated() {
      if index % 2 == 1 { raw("<code>") }
      self.text(String(part))
      if index % 2 == 1 { raw("</code>") }
    }
  }

  /// The name of a type, a link where this page describes it.
  mutating func typeName(_ type: APIReference.TypeName, _ names: Set<String>) {
    guard let reference = type.reference, names.contains(reference) else { return text(type.text) }
    raw("<a href=\"#")
    text(Self.typeID(reference))
    raw("\">")
    text(type.text)
    raw("</a>")
  }
}
