/// What one composition may cost, so that a hostile one ends in a diagnostic rather than in an hour.
///
/// A unit is about one node touched or sixteen bytes made. A service of the size of a real one takes some thousands.
package struct Budget: Sendable {
  package static let standard = 1_000_000
  /// The longest text that a transform may make, in bytes.
  static let textLimit = 1 << 18

  private(set) var left: Int

  package init(_ units: Int = standard) { left = units }

  mutating func spend(_ units: Int) throws(CompositionError) {
    left -= units
    guard left >= 0 else { throw CompositionError("the pipeline does more work than is allowed and is not finished") }
  }

  /// Pays for a text; one past the limit is refused.
  mutating func spend(text: String) throws(CompositionError) {
    let count = text.utf8.count
    guard count <= Self.textLimit else {
      throw CompositionError("a text grows past \(Self.textLimit / 1024) kB")
    }
    try spend(1 + count / 16)
  }
}
