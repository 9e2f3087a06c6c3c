import TechDocsModel

/// What a `mkdocs.yml` was read to, and everything that went into it.
struct ConfigReading: Sendable {
  /// A file that the configuration inherits from, as it was; nil where there was none.
  private struct Base: Sendable {
    let path: String
    let source: SourceText?
  }

  let config: Diagnosed<MkDocsConfig>
  private let source: SourceText
  private let isTrusted: Bool
  private let bases: [Base]

  init(_ source: SourceText, of repository: Repository) {
    var bases: [Base] = []
    config = MkDocsConfig.decoding(source, isTrusted: repository.isTrusted) { path in
      let base = Base(path: path, source: repository.tree.text(at: path))
      bases.append(base)
      return base.source
    }
    (self.source, self.bases, isTrusted) = (source, bases, repository.isTrusted)
  }

  /// Whether reading again would say the same.
  func isCurrent(_ source: SourceText, of repository: Repository) -> Bool {
    self.source == source && isTrusted == repository.isTrusted
      && bases.allSatisfy { repository.tree.text(at: $0.path) == $0.source }
  }
}
