/// Why a publish cannot go on, in words for the person who runs it. Holds no secret.
package struct PublishFailure: Error, Sendable, Hashable {
  /// Which exit code the failure asks for.
  package enum Kind: Sendable, Hashable {
    /// A flag, an address or a configuration that cannot be (2).
    case usage
    /// A folder, a store or a network that is missing or refuses (3).
    case environment
    /// A signal (its number), which ends the process as the signal would.
    case interrupted(Int32)
  }

  /// What failed, and on what.
  package let message: String
  /// How to mend it.
  package let help: String?
  package let kind: Kind

  package init(_ message: String, help: String? = nil, kind: Kind = .environment) {
    self.message = message
    self.help = help
    self.kind = kind
  }
}
