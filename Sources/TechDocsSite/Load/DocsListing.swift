import TechDocsModel

/// What the files of a doc site were sorted into, and the navigation made from them, with everything that went into it
/// besides the configuration.
struct DocsListing: Sendable {
  /// A file that the navigation was read from, as it was; nil where there was none.
  private struct Reading: Sendable {
    let path: String
    let source: SourceText?
  }

  let paths: [String]
  let names: DocFiles
  let nav: Diagnosed<Nav>
  private let readings: [Reading]

  /// Takes the navigation from what is `known`, which was made by the same configuration, if nothing about it changed.
  init(_ files: DocsFiles, config: MkDocsConfig, known: DocsListing?, read: @escaping (String) -> SourceText?) {
    (paths, names) = (files.paths, files.names)
    if let known, known.paths == files.paths, known.readings.allSatisfy({ read($0.path) == $0.source }) {
      (nav, readings) = (known.nav, known.readings)
      return
    }
    var readings: [Reading] = []
    nav = Nav.resolving(config, files: files.names) { path in
      let source = read(path)
      readings.append(Reading(path: path, source: source))
      return source
    }
    self.readings = readings
  }
}
