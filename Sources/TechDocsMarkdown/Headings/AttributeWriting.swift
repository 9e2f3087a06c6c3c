import TechDocsModel

extension AttributeList {
  /// Appends ` class="…" id="…" key="value"`.
  func put(into html: inout HTMLBuffer) {
    if !classes.isEmpty {
      html.put(" class=\"")
      html.putEscaped(classes.joined(separator: " "))
      html.put("\"")
    }
    if let id {
      html.put(" id=\"")
      html.putEscaped(id)
      html.put("\"")
    }
    for (key, value) in others {
      html.put(" ")
      html.putEscaped(key)
      html.put("=\"")
      html.putEscaped(value)
      html.put("\"")
    }
  }
}
