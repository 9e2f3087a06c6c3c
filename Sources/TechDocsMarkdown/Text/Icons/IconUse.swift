import TechDocsModel

/// The icons of one page: the drawings that it shows, and the names that had none.
struct IconUse: Sendable {
  /// A name without a drawing.
  struct Missing: Sendable {
    let name: String
    /// The parsed line.
    let line: Int
    /// What stands in its place; nil for nothing.
    let standIn: String?
  }

  private(set) var drawings: [[UInt8]] = []
  private(set) var missing: [Missing] = []
  private var places: [String: Int] = [:]

  /// The number of a drawing, which the finisher puts in; nil when no set has the icon.
  mutating func number(of name: String, in sets: [IconSet]) -> Int? {
    if let known = places[name] { return known }
    guard let drawing = sets.lazy.compactMap({ $0.svg(name) }).first else { return nil }
    places[name] = drawings.count
    drawings.append(drawing)
    return drawings.count - 1
  }

  /// The number of a drawing that was made for this page alone.
  mutating func add(_ drawing: [UInt8]) -> Int {
    drawings.append(drawing)
    return drawings.count - 1
  }

  mutating func miss(_ name: String, line: Int, standIn: String?) {
    guard !missing.contains(where: { $0.name == name }), missing.count < 200 else { return }
    missing.append(Missing(name: name, line: line, standIn: standIn))
  }

  /// One for each name that the sets do not have; a single one where there is no set.
  func diagnostics(_ sets: [IconSet], at range: (Int) -> SourceRange) -> [Diagnostic] {
    if sets.isEmpty {
      let bare = missing.filter { $0.standIn == nil }
      guard let first = bare.first else { return [] }
      let others = bare.count == 1 ? "" : ", and neither are \(bare.count - 1) others on this page"
      return [
        .warning(
          "unknown-icon", at: range(first.line),
          "Icon ':\(first.name):' is not shown\(others): no icons are configured",
          help: IconStandIns.suggestion(for: first.name)
            ?? "name a folder of SVG files in `icons:` of techdocs.yml, or write an emoji")
      ]
    }
    return missing.map { icon in
      .warning(
        "unknown-icon", at: range(icon.line), "No icon is called '\(icon.name)'",
        help: sets.lazy.compactMap { $0.suggestion(for: icon.name) }.first)
    }
  }
}
