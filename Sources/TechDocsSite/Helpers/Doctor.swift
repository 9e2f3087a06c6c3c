package import TechDocsModel

/// Looks for what a build can use beyond the tool itself.
package struct Doctor {
  /// One thing, whether it is there, and what it does or what is plainer without it.
  package struct Finding: Sendable, Hashable {
    package let name: String
    package let isFound: Bool
    package let text: String
  }

  private let folder: String

  package init(folder: String) { self.folder = folder }

  /// In a fixed order; those of the machine first.
  package func findings() throws(OutputFailure) -> [Finding] {
    let settings = try WorkspaceLoader(folder: folder).load().value.settings
    let programs = HelperPrograms(settings.helpers, folder: folder)
    return [
      program("git", "dates pages with 'page_dates'", "pages show no date"),
      program("dot", "lays out graphs of systems", "graphs are laid out in plain layers"),
      helper("mermaid", settings.helpers, programs, "Mermaid diagrams"),
      helper("graphviz", settings.helpers, programs, "graphs"),
      helper("plantuml", settings.helpers, programs, "PlantUML diagrams"),
      helper("math", settings.helpers, programs, "formulas"),
      Finding(
        name: "icons", isFound: settings.icons != nil,
        text: settings.icons.map { "folder '\($0)'" }
          ?? "':material-…:' shows a sign or its name; name a folder of SVG files in 'icons' of techdocs.yml"),
      cache,
    ]
  }

  private func program(_ name: String, _ use: String, _ loss: String) -> Finding {
    let isFound = Program(name) != nil
    return Finding(name: name, isFound: isFound, text: isFound ? use : "\(loss); install '\(name)'")
  }

  private func helper(
    _ key: String, _ config: HelperConfig, _ programs: HelperPrograms, _ what: String
  ) -> Finding {
    guard let command = config[key] else {
      return Finding(
        name: key, isFound: false,
        text: "\(what) are shown as text; name a program in 'helpers: \(key)' of techdocs.yml")
    }
    let isFound = programs.isFound(command)
    let text =
      isFound
      ? "'\(command.words.joined(separator: " "))' draws \(what)"
      : "'\(command.words[0])' is not on PATH; \(what) are shown as text"
    return Finding(name: key, isFound: isFound, text: text)
  }

  private var cache: Finding {
    let folder = DrawingCache.standardFolder
    return Finding(
      name: "cache", isFound: folder != nil,
      text: folder.map { "drawings are kept in '\($0)'" }
        ?? "drawings are made anew by each build; set HOME or XDG_CACHE_HOME")
  }
}
