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

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
