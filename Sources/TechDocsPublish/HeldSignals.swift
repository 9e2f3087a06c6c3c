#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// SIGINT and SIGTERM during a publish: held back, looked at between requests, so that the lock is released first.
package enum HeldSignals {
  private static let signals = [SIGINT, SIGTERM]

  /// From here on the two signals wait until somebody looks.
  package static func hold() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Throws when one of them has come.
  static func check() throws(PublishFailure) {
    var pending = sigset_t()
    guard sigpending(&pending) == 0, let signal = signals.first(where: { sigismember(&pending, $0) == 1 }) else {
      return
    }
    throw PublishFailure("Interrupted; the next publish takes up where this one ended", kind: .interrupted(signal))
  }

  /// Forgets one that has come, so that cleaning up can talk to the store.
  static func clear() {
    var pending = sigset_t()
    guard sigpending(&pending) == 0 else { return }
    for signal in signals where sigismember(&pending, signal) == 1 {
      var one = sigset_t(), received: CInt = 0
      sigemptyset(&one)
      sigaddset(&one, signal)
      sigwait(&one, &received)
    }
  }
}
