#if canImport(Glibc)
  import CGNU
#endif

/// The memory of a process that runs for long.
package enum SharedHeaps {
  /// Lets all threads share two heaps; to be called before there is a second thread.
  ///
  /// glibc gives each thread a heap of its own, up to eight for each core. Every build leaves what it remembers in the
  /// heaps of the threads that happened to make it, and the holes between grow for as long as builds go on.
  package static func begin() {
    #if canImport(Glibc)
      _ = mallopt(TECHDOCS_ARENA_MAX, 2)
    #endif
  }
}
