/// One code language: its names, and how it is read.
///
/// To add one: a file in `Languages/`, and a line in `Languages.swift`.
package struct Language: Sendable {
  /// As its makers write it.
  package let title: String
  /// The names that a fence may use, small letters; the first is the usual one.
  ///
  /// Source: the aliases of Pygments' lexers.
  package let names: [String]
  /// Makes tokens from where the scanner stands to its end. Linear, total on any bytes.
  let lex: @Sendable (inout CodeScanner) -> Void

  init(_ title: String, _ names: [String], lex: @escaping @Sendable (inout CodeScanner) -> Void) {
    self.title = title
    self.names = names
    self.lex = lex
  }
}
