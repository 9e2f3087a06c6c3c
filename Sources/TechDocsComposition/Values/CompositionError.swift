/// Why a path, a patch or a step gave no value; the words are those of the function whose behaviour is copied.
package struct CompositionError: Error, Hashable, Sendable {
  package let message: String
  /// A missing field rather than a wrong one: an optional patch is then skipped.
  package let isNotFound: Bool
  /// Where in the Composition, when it is known better than by the step.
  package let origin: Origin

  package init(_ message: String, isNotFound: Bool = false, origin: Origin = .none) {
    self.message = message
    self.isNotFound = isNotFound
    self.origin = origin
  }

  static func notFound(_ message: String) -> CompositionError { CompositionError(message, isNotFound: true) }

  /// The same failure with words before it.
  func wrapped(_ prefix: String) -> CompositionError {
    CompositionError(prefix + message, isNotFound: isNotFound, origin: origin)
  }

  /// The same failure, no longer one that an optional patch may pass over.
  var final: CompositionError { CompositionError(message, origin: origin) }

  func located(_ origin: Origin) -> CompositionError {
    CompositionError(message, isNotFound: isNotFound, origin: self.origin == .none ? origin : self.origin)
  }
}
