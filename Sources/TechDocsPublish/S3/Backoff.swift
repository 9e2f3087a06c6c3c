/// How long a failed request waits, and how many run at a time: learned from the store's answers, for all together.
struct Backoff {
  static let mostTries = 8
  private static let longest = 20.0
  private let mostAtOnce: Int
  /// How many requests may run now.
  private(set) var limit: Int
  /// No request begins before.
  private(set) var pause: ContinuousClock.Instant
  private var successes = 0

  init(jobs: Int) {
    (mostAtOnce, limit) = (jobs, jobs)
    pause = .now
  }

  /// Full jitter: anything from nothing to 0.1 s doubled with each try, 20 s at most; never less than asked for.
  ///
  /// - Parameters:
  ///   - tries: How many have failed, from 1.
  ///   - after: The seconds of the store's `Retry-After`.
  /// - Returns: How long to wait.
  static func delay(afterTries tries: Int, after: Int?) -> Duration {
    let most = min(longest, 0.1 * Double(1 << min(tries - 1, 20)))
    return .seconds(max(Double.random(in: 0...most), min(longest, Double(after ?? 0))))
  }

  mutating func noteSuccess() {
    successes += 1
    guard successes >= limit, limit < mostAtOnce else { return }
    successes = 0
    limit += 1
  }

  /// The store is overloaded: half as many requests from now on, and none for a moment.
  mutating func noteOverload(delay: Duration) {
    let now = ContinuousClock.now
    guard pause <= now else { return }
    limit = max(1, limit / 2)
    successes = 0
    pause = now + min(delay, .seconds(5))
  }
}
