import TechDocsComposition
import TechDocsModel

/// What all pages about the platform read: made once a build.
struct ExplainView: Sendable {
  let portal: LinkedPortal
  let platform: LoadedPlatform
  let catalog: CatalogView
  let runbooks: RunbookLinks
  /// By `namespace/name`.
  let services: [String: PlatformService]
  /// By the Composition's name.
  let notes: [String: CompositionNotes]

  init(_ portal: LinkedPortal) {
    self.portal = portal
    platform = portal.portal.platform
    catalog = CatalogView(portal)
    runbooks = RunbookLinks(portal)
    services = Dictionary(platform.services.map { ("\($0.namespace)/\($0.name)", $0) }) { first, _ in first }
    notes = Dictionary(platform.platform.compositions.map { ($0.name, CompositionNotes($0)) }) { first, _ in first }
  }
}

/// What is said beside patched values, made once for all services of a Composition.
struct CompositionNotes: Sendable {
  struct Note: Sendable {
    /// The fields that the patch reads, escaped.
    let reads: [UInt8]
    /// What its transforms do, escaped; empty without any.
    let transforms: [UInt8]
    /// The fields that it reads, the most telling one first.
    let inputs: [String]
    /// The line of the patch in the Composition's file.
    let line: Int
    let number: Int
  }

  /// By site.
  let notes: [Note]
  /// The page of the Composition, from the site's root.
  let address: String

  init(_ composition: Composition) {
    address = PercentEncoding.path(ExplainPaths.composition(composition).url)
    notes = composition.sites.map { site in
      var words = site.patch.combinedFormat.map { ["in '\($0)'"] } ?? []
      if !site.patch.transformWords.isEmpty { words.append(site.patch.transformWords) }
      return Note(
        reads: Self.escaped(site.patch.fromPaths.joined(separator: " + ")),
        transforms: Self.escaped(words.joined(separator: ", ")),
        inputs: Self.ordered(site.patch.fromPaths),
        line: composition.range(of: site.patch.origin).start.line, number: site.number)
    }
  }

  /// Each field once; those of the spec say more than the name.
  private static func ordered(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    let once = paths.filter { seen.insert($0).inserted }
    return once.filter { $0.hasPrefix("spec.") } + once.filter { !$0.hasPrefix("spec.") }
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var html = HTMLBuffer(capacity: 64)
    html.putEscaped(text)
    return html.bytes
  }
}
