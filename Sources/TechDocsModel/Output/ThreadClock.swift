#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// CPU time of the thread that asks.
package enum ThreadClock {
  /// Nanoseconds since some moment; asking takes less than a microsecond.
  package static var now: UInt64 {
    var time = timespec()
    guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
