#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Dispatch
import TechDocsServe

/// What Ctrl-C and a polite kill do to a command that runs until then.
enum Interruption {
  /// Runs until a signal ends it, or a failure does.
  static func run(_ body: @Sendable @escaping () async throws -> Void) -> Never {
    endsTheProcess()
    SharedHeaps.begin()
    Task.detached {
      do { try await body() } catch { TechDocs.end(with: CommandFailure(wrapping: error)) }
    }
    dispatchMain()
  }

  /// Ends the process at once with the exit code that shells know. A preview holds nothing that needs putting away,
  /// and a half-written site is cleared by the next build.
  private static func endsTheProcess() {
    signal(SIGINT) { _ in _exit(130) }
    signal(SIGTERM) { _ in _exit(143) }
    // A reader of what it says that goes away is no reason to end.
    signal(SIGPIPE, SIG_IGN)
  }
}
