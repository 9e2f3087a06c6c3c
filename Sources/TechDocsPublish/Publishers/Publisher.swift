/// A condition on what stands under a name before it is written.
package enum WriteCondition: Sendable, Hashable {
  case always
  case absent
  case matches(etag: String)
}

/// How a conditional write ended.
package enum WriteOutcome: Sendable, Hashable {
  case written(etag: String)
  /// Somebody else wrote there.
  case conditionFailed
  /// The store knows no conditions.
  case unsupported
}

/// A place that a site is published to. Paths are the site's own; the publisher knows where they lie.
package protocol Publisher {
  /// For messages, as the person wrote it.
  var name: String { get }
  /// Whether the store is known to keep to conditions, rather than to ignore them.
  var keepsConditions: Bool { get }
  /// The store's clock when it last answered; nil when it has none of its own.
  var clock: Timestamp? { get }

  /// Whether an upload can carry the name of the run that sends it.
  var namesRuns: Bool { get }

  mutating func list() throws(PublishFailure) -> StoreListing
  /// Nil when nothing is there.
  mutating func read(_ path: String) throws(PublishFailure) -> [UInt8]?
  /// Sends files of a folder, several at a time, in any order. `sent` is told of each, with its ETag, as it is done.
  /// The objects carry the name of `run`, where there is one and the store can.
  mutating func send(
    _ uploads: [Upload], from folder: String, naming run: PublishLock?, sent: (Upload, String) -> Void
  ) throws(PublishFailure)
  /// The run whose name an object carries; nil when it carries none.
  mutating func run(thatSent path: String) throws(PublishFailure) -> PublishLock?
  mutating func write(_ bytes: [UInt8], to path: String, _ condition: WriteCondition) throws(PublishFailure)
    -> WriteOutcome
  /// Removes objects; those that are gone already are no failure.
  mutating func remove(_ paths: [String]) throws(PublishFailure)
  /// Copies objects inside the store, with their headers.
  mutating func copy(_ pairs: [(from: String, to: String)]) throws(PublishFailure)
}

/// The headers of the objects that a publisher keeps for itself.
enum OwnObject {
  static let contentType = "application/json; charset=utf-8"
  static let cacheControl = "no-cache"
}
