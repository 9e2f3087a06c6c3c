#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Time that this thread worked. A loaded machine makes a test wait, but it does not make it work more.
package enum CPUTime {
  /// CPU seconds of a call on the calling thread.
  package static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = now
    try body()
    return now - start
  }

  /// Whether a call for twice the input costs about twice the work: four times as much would be quadratic.
  ///
  /// Work that others do on the same core counts too, in bursts, so the two are measured anew while they do not fit, up
  /// to eight times. What is quadratic does not fit by chance.
  /// - Returns: the CPU seconds of both at the last try where none fitted, as text; `nil` where one did.
  package static func misfit(of small: () -> Void, _ large: () -> Void) -> String? {
    var last = ""
    for _ in 0..<8 {
      let one = seconds(small), two = seconds(large)
      if two <= 3 * one + 0.02 { return nil }
      last = "\(one) s, \(two) s"
    }
    return last
  }

  /// The CPU seconds that the calling thread has had until now.
  package static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
