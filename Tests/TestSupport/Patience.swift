/// How long a test looks for something: for a time, and never less than a number of looks.
///
/// Tests run beside each other on a few threads, so one that waits may not be asked for a minute on end. The time alone
/// would then be over after a look or two.
package struct Patience {
  private let end: ContinuousClock.Instant
  private var looks = 0

  package init(_ time: Duration) { end = ContinuousClock.now + time }

  /// Whether to look once more.
  package mutating func lasts() -> Bool {
    looks += 1
    return looks <= 100 || ContinuousClock.now < end
  }
}
