package import TechDocsModel

/// Code to HTML: escaped text in `<span class="k">…</span>` with Pygments' short class names.
package struct Highlighter: Sendable {
  package init() {}

  /// Whether a fence's language name, or an alias of it as Pygments knows them, has a lexer.
  package func knows(_ language: String) -> Bool { false }

  /// Appends `code` as escaped HTML with classed spans; plain escaped text when the language is unknown.
  ///
  /// Linear in the code, total on any bytes; spans never cross a line end, so that lines can be wrapped one by one.
  package func highlight(
    _ code: UnsafeBufferPointer<UInt8>, as language: String, into html: inout HTMLBuffer
  ) {
    html.putEscaped(code)
  }
}
