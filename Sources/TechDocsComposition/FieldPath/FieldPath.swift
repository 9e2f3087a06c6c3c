/// A place in an object, as in `spec.containers[0].env[*].name`.
///
/// Source: crossplane-runtime's `fieldpath`: dots in brackets are plain, an unsigned 32-bit number in brackets is an
/// index, quotes are trimmed, `[*]` stands for every element or every key.
package struct FieldPath: Sendable, Hashable {
  package enum Segment: Sendable, Hashable {
    case field(String)
    case index(Int)
  }

  /// The largest index that may be written.
  static let indexLimit = 1024
  /// The most segments that a path may have; deeper ones are refused, so that objects stay shallow.
  static let segmentLimit = 128

  package let segments: [Segment]

  init(_ segments: [Segment]) { self.segments = segments }

  /// The path of its text.
  package init(parsing text: String) throws(CompositionError) {
    do throws(CompositionError) {
      segments = try FieldPathParser.segments(of: text)
    } catch {
      throw CompositionError("cannot parse path \"\(text)\": \(error.message)")
    }
  }

  /// Whether it stands for more than one place.
  var hasWildcard: Bool { segments.contains(.field("*")) }

  func prefix(_ count: Int) -> FieldPath { FieldPath(Array(segments.prefix(count))) }

  /// The first `count` segments.
  package func beginning(_ count: Int) -> FieldPath { prefix(count) }

  /// The other path inside what this one names.
  package func joined(_ other: FieldPath) -> FieldPath { FieldPath(segments + other.segments) }

  func appending(_ segment: Segment) -> FieldPath { FieldPath(segments + [segment]) }

  /// Whether a concrete path lies at or below this one, wildcards standing for anything.
  func covers(_ other: FieldPath) -> Bool {
    other.segments.count >= segments.count
      && zip(segments, other.segments).allSatisfy { $0 == $1 || $0 == .field("*") }
  }

  /// The text that gives this path again.
  package var text: String {
    var text = ""
    for segment in segments {
      switch segment {
      case .index(let index): text += "[\(index)]"
      case .field(let name):
        if name == "*" || name.utf8.contains(UInt8(ascii: ".")) {
          text += "[\(name)]"
        } else {
          text += text.isEmpty ? name : ".\(name)"
        }
      }
    }
    return text
  }
}
