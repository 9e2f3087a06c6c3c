import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  /// Writes the content of a custom fence as it is, for a script or a program that knows what to do with it.
  mutating func customFence(
    _ fence: CustomFences.Fence, _ options: FenceOptions, _ code: UnsafeBufferPointer<UInt8>,
    _ node: CNode, into html: inout HTMLBuffer
  ) {
    let text = code.last == UInt8(ascii: "\n") ? UnsafeBufferPointer(rebasing: code.dropLast()) : code
    if fence.format == .formula { return displayMath(text, node, into: &html) }
    let subject = fence.className == "mermaid" ? .mermaid : DrawingHelpers.Subject(fence: options.language)
    if let subject, diagram(subject, text, node, into: &html) { return }
    html.put(fence.format == .code ? "<pre" : "<div")
    if let id = options.id {
      html.put(" id=\"")
      html.putEscaped(id)
      html.put("\"")
    }
    html.put(" class=\"")
    html.putEscaped(fence.className)
    for name in options.classes {
      html.put(" ")
      html.putEscaped(name)
    }
    html.put(fence.format == .code ? "\"><code>" : "\">")
    html.putEscaped(text)
    html.put(fence.format == .code ? "</code></pre>\n" : "</div>\n")
  }
}
