/// Every code language, in the order in which names are looked for.
package let allLanguages: [Language] = [
  .apache, .bash, .batch, .c, .clojure, .cmake, .console, .cpp, .crystal, .csharp, .css, .cue, .dart, .diff, .docker,
  .dot,
  .elixir, .go, .goTemplate, .graphql, .groovy, .haskell, .html, .htmlJinja, .http, .ini, .java, .javascript, .jinja,
  .json,
  .jsonnet, .julia, .kotlin, .lua, .make, .markdown, .nginx, .nix, .objectiveC, .ocaml, .output, .perl, .php, .plantuml,
  .powershell, .powershellSession, .promql, .properties, .protobuf, .python, .pythonConsole, .r, .rego,
  .restructuredText, .ruby, .rust, .scala,
  .scss, .solidity, .sql, .swift, .terraform, .tex, .text, .thrift, .toml, .typescript, .xml, .yaml, .yamlJinja, .zig,
]

/// Languages by their names.
enum Languages {
  static let byName = Dictionary(
    allLanguages.flatMap { language in language.names.map { ($0, language) } }, uniquingKeysWith: { first, _ in first })

  /// The language that goes by a name, in letters of either case; nil when none does.
  static func named(_ name: String) -> Language? { byName[name] ?? byName[name.lowercased()] }
}
