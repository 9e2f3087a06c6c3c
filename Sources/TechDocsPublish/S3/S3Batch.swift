/// The state of some operations that run together: which wait, which run, how often each was tried.
struct S3Batch {
  struct Sent {
    let md5: String
    let bytes: Int
  }

  private let sizes: [Int]
  private var tried: [Int]
  private var fresh = 0
  private var waiting: [(tag: Int, from: ContinuousClock.Instant)] = []
  private var running: [Int: Sent] = [:]
  private var bytes = 0
  private var finished = 0

  init(_ operations: [S3Operation]) {
    sizes = operations.map(\.body.count)
    tried = Array(repeating: 0, count: operations.count)
  }

  var isDone: Bool { finished == sizes.count }

  /// The next operation that may begin now without holding more than so many bytes in memory; nil when none may.
  mutating func next(fitting most: Int) -> Int? {
    let now = ContinuousClock.now
    if let ready = waiting.firstIndex(where: { $0.from <= now && fits(sizes[$0.tag], most) }) {
      return waiting.remove(at: ready).tag
    }
    guard fresh < sizes.count, fits(sizes[fresh], most) else { return nil }
    fresh += 1
    return fresh - 1
  }

  private func fits(_ size: Int, _ most: Int) -> Bool { running.isEmpty || bytes + size <= most }

  mutating func begin(_ tag: Int, md5: String) {
    tried[tag] += 1
    bytes += sizes[tag]
    running[tag] = Sent(md5: md5, bytes: sizes[tag])
  }

  /// What was sent, now that its answer or failure has come.
  mutating func end(_ tag: Int) -> Sent {
    let sent = running.removeValue(forKey: tag) ?? Sent(md5: "", bytes: 0)
    bytes -= sent.bytes
    return sent
  }

  mutating func finish() { finished += 1 }

  mutating func postpone(_ tag: Int, by delay: Duration) { waiting.append((tag, .now + delay)) }

  func tries(_ tag: Int) -> Int { tried[tag] }

  /// Milliseconds to wait for the network before looking for operations that may begin.
  func patience(until pause: ContinuousClock.Instant) -> Int {
    let now = ContinuousClock.now
    let times = waiting.map(\.from) + (pause > now ? [pause] : [])
    guard let first = times.min() else { return 200 }
    let (seconds, attoseconds) = (first - now).components
    return max(1, min(200, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000) + 1))
  }
}
