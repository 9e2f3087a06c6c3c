#if canImport(Glibc)
  import CGNU
  import Glibc
#else
  import Darwin
#endif
import Dispatch

/// What Ctrl-C and a polite kill do to a command that runs until then.
enum Interruption {
  /// Runs until a signal ends it, or a failure does.
  static func run(_ body: @Sendable @escaping () async throws -> Void) -> Never {
    endsTheProcess()
    sharesMemory()
    Task.detached {
      do { try await body() } catch { TechDocs.end(with: CommandFailure(wrapping: error)) }
    }
    dispatchMain()
  }

  /// glibc gives each thread a heap of its own, up to eight for each core. Every build leaves what it remembers in the heaps
  /// of the threads that happened to make it, and the holes between grow for as long as the preview runs.
  private static func sharesMemory() {
    #if canImport(Glibc)
      _ = mallopt(TECHDOCS_ARENA_MAX, 2)
    #endif
  }

  /// Ends the process at once with the exit code that shells know. A preview holds nothing that needs putting away,
  /// and a half-written site is cleared by the next build.
  private static func endsTheProcess() {
    signal(SIGINT) { _ in _exit(130) }
    signal(SIGTERM) { _ in _exit(143) }
    // A browser that goes away in the middle of an answer is no reason to end.
    signal(SIGPIPE, SIG_IGN)
  }
}
