/// The reference page of code languages, made from the list.
package enum LanguageReference {
  package static var page: String {
    """
    # Code languages

    The names that a fence may have, as in ` ```yaml `, or code in a line, as in `` `#!yaml a: 1` ``; in letters of either case. They are
    names that Pygments knows, and some that it lacks. The name stands in the block's class (`language-yaml`). Code is coloured while the site is built,
    under Pygments' class names, so style sheets made for Pygments or Material fit.

    A name that is not listed is reported as [`unknown-code-language`](rules.md), and its code is shown without colours.

    | language | names |
    | --- | --- |
    \(allLanguages.map(row).sorted().joined(separator: "\n"))

    This page is made from the list in the program.

    """
  }

  private static func row(_ language: Language) -> String {
    "| \(language.title) | \(language.names.map { "`\($0)`" }.joined(separator: ", ")) |"
  }
}
