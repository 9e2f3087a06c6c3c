package import TechDocsModel

/// Code to HTML: escaped text in `<span class="k">…</span>` with Pygments' short class names.
package struct Highlighter: Sendable {
  package init() {}

  /// The language that goes by a name, in letters of either case; nil when none does.
  package func language(named name: String) -> Language? { Languages.named(name) }

  /// A name of a language that is much like one that none goes by.
  package func nearMiss(of name: String) -> NearMiss { NearMiss(of: name, among: Languages.byName.keys) }

  /// Appends `code` as escaped HTML with classed spans.
  ///
  /// Linear in the code, total on any bytes; spans never cross a line end, so that lines can be wrapped one by one.
  package func highlight(_ code: UnsafeBufferPointer<UInt8>, as language: Language, into html: inout HTMLBuffer) {
    guard let start = code.baseAddress else { return }
    var scanner = CodeScanner(start, count: code.count)
    language.lex(&scanner)
    SpanWriter.write(scanner.tokens, of: code, into: &html)
  }
}
