import TechDocsCatalog
import TechDocsMarkdown
import TechDocsModel

/// The HTML of one page of the catalog as it grows, with its headings.
///
/// Whatever comes from a repository passes `text`, which escapes it.
struct CatalogHTML: ~Copyable {
  let view: CatalogView
  /// The way to the site's root, as in `../../`.
  let root: String
  private(set) var headings: [Heading] = []
  private var html = HTMLBuffer()
  private var ids: Set<String> = []
  private var repeats: [String: Int] = [:]

  init(_ view: CatalogView, at path: SitePath) {
    self.view = view
    root = PageParts.root(of: path)
  }

  var bytes: [UInt8] { html.bytes }

  mutating func raw(_ text: StaticString) { html.put(text) }
  mutating func raw(_ bytes: [UInt8]) { html.put(bytes) }
  mutating func text(_ text: String) { html.putEscaped(text) }
  mutating func text(_ number: Int) { html.put(number) }

  /// A heading with an anchor; a second one of the same id gets a number.
  mutating func heading(_ level: Int, _ title: String, id: String, count: Int? = nil) {
    let id = openHeading(level, title, id: id)
    html.putEscaped(title)
    if let count {
      html.put(" <span class=\"td-count\">")
      html.put(count)
      html.put("</span>")
    }
    closeHeading(level, id)
  }

  /// The heading of an operation: its verb, then its path or name.
  mutating func operationHeading(_ operation: APIReference.Operation) {
    let id = openHeading(4, "\(operation.verb) \(operation.name)", id: operation.id)
    html.put("<span class=\"td-verb\">")
    html.putEscaped(operation.verb)
    html.put("</span> <code>")
    html.putEscaped(operation.name)
    html.put(operation.isDeprecated ? "</code> <small>deprecated</small>" : "</code>")
    closeHeading(4, id)
  }

  private mutating func openHeading(_ level: Int, _ title: String, id wanted: String) -> String {
    var id = wanted
    while !ids.insert(id).inserted {
      // Counting per id keeps a page of many equal headings linear.
      repeats[wanted, default: 1] += 1
      id = "\(wanted)_\(repeats[wanted] ?? 0)"
    }
    let nowhere = SourceRange(SourcePath(repository: "", path: ""), line: 1)
    headings.append(Heading(level: level, id: id, title: title, range: nowhere))
    html.put("<h")
    html.put(level)
    html.put(" id=\"")
    html.putEscaped(id)
    html.put("\">")
    return id
  }

  private mutating func closeHeading(_ level: Int, _ id: String) {
    html.put("<a class=\"headerlink\" href=\"#")
    html.putEscaped(PercentEncoding.path(id))
    html.put("\" aria-label=\"Link to this section\">¶</a></h")
    html.put(level)
    html.put(">\n")
  }

  /// A link to an address that is percent-encoded and counted from the site's root.
  mutating func link(_ address: String, _ label: String) {
    html.put("<a href=\"")
    html.put(root)
    html.putEscaped(address)
    html.put("\">")
    html.putEscaped(label)
    html.put("</a>")
  }

  /// A link to another host; only a harmless one becomes a link.
  mutating func outside(_ url: String, _ label: String) {
    guard LinkTarget.isHarmless(url), !url.hasPrefix("//"), LinkTarget.isExternal(url) else {
      return html.putEscaped(label)
    }
    html.put("<a href=\"")
    html.putEscaped(url)
    html.put("\" rel=\"noopener\">")
    html.putEscaped(label)
    html.put("</a>")
  }

  /// The name of an entity as a link to its page; greyed where nobody declares it.
  mutating func entity(_ ref: EntityRef) {
    if let address = view.addresses[ref] { return link(address, view.label(ref)) }
    html.put("<span class=\"td-unknown\">")
    html.putEscaped(view.label(ref))
    html.put("</span> <small>not in the catalog</small>")
  }

  /// Names with commas between them.
  mutating func entities(_ refs: [EntityRef]) {
    for (index, ref) in refs.enumerated() {
      if index > 0 { html.put(", ") }
      entity(ref)
    }
  }

  mutating func tags(_ tags: [String]) {
    for (index, tag) in tags.enumerated() {
      if index > 0 { html.put(" ") }
      html.put("<a class=\"md-tag\" href=\"")
      html.put(root)
      html.putEscaped(PercentEncoding.path(CatalogPaths.tag(tag).url))
      html.put("\">")
      html.putEscaped(tag)
      html.put("</a>")
    }
  }

  /// The form by which a script narrows the table after it: written here, so that nothing moves when the script comes.
  mutating func filter(by columns: [String]) {
    html.put("<form class=\"td-filter\" role=\"search\" aria-label=\"Filter\">\n")
    html.put("<label>Filter<input type=\"search\" name=\"filter\"></label>\n")
    for column in columns {
      html.put("<label>")
      html.putEscaped(column)
      html.put("<select name=\"")
      html.putEscaped(column.lowercased())
      html.put("\"><option value=\"\">all</option></select></label>\n")
    }
    html.put("</form>\n")
  }

  /// Text in which a reader sees where something stands: `repository/path:line`.
  mutating func place(_ range: SourceRange) {
    html.put("<code>")
    // A long path goes on in the next line after a slash.
    for (index, part) in range.path.description.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { html.put("/<wbr>") }
      html.putEscaped(String(part))
    }
    html.put(":")
    html.put(range.start.line)
    html.put("</code>")
  }
}
