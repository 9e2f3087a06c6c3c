/// Where a value comes from, in twelve bytes, so that every leaf of a thousand services can carry one.
///
/// `Provenance` turns it into words; what it needs besides (patches, files) stands once in the `Composition`.
package struct Origin: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    /// Nothing is known: made by a transform, or by growing a list.
    case none
    /// Written in the Composition's base; a line and a column of its file.
    case base
    /// Written by the developer in the composite resource; a line and a column of its file.
    case input
    /// A default of the XRD; a line and a column of its file.
    case schemaDefault
    /// Set by a patch; an index into `Composition.sites`.
    case patch
    /// Added by Crossplane to every composed resource.
    case crossplane
    /// From an EnvironmentConfig; a line and a column of its file.
    case environment
  }

  package let kind: Kind
  private let first: Int32
  private let second: Int32

  private init(_ kind: Kind, _ first: Int, _ second: Int = 0) {
    self.kind = kind
    self.first = Int32(clamping: first)
    self.second = Int32(clamping: second)
  }

  package static let none = Origin(.none, 0)
  package static let crossplane = Origin(.crossplane, 0)

  /// A place in a file; `kind` is `base`, `input`, `schemaDefault` or `environment`.
  static func place(_ kind: Kind, line: Int, column: Int) -> Origin { Origin(kind, line, column) }

  /// What the patch at `site` set.
  static func patch(_ site: Int) -> Origin { Origin(.patch, site) }

  /// The 1-based line and column; nil where no text was written.
  package var place: (line: Int, column: Int)? {
    switch kind {
    case .base, .input, .schemaDefault, .environment: (Int(first), Int(second))
    case .none, .patch, .crossplane: nil
    }
  }

  /// The index into `Composition.sites`; nil for anything but a patched value.
  package var site: Int? { kind == .patch ? Int(first) : nil }
}
