#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Dispatch
import Synchronization

/// How many workers a build uses.
package struct Concurrency: Sendable {
  package let workers: Int

  /// - Parameter workers: At least 1; nil for one per core.
  package init(workers: Int? = nil) {
    self.workers = max(1, workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// Maps in parallel; results stand in input order whatever the thread count.
  ///
  /// The only place of the build that fans out. Each worker owns one scratch value (an output buffer, say) and takes
  /// the next chunk when it is free, so long and short pages balance.
  package func map<Element: Sendable, Scratch: ~Copyable, Result: Sendable>(
    _ elements: [Element], chunk: Int = 1, scratch: @Sendable () -> Scratch,
    _ transform: @Sendable (Element, inout Scratch) -> Result
  ) -> [Result] {
    let chunks = (elements.count + chunk - 1) / chunk
    let slots = Mutex<[[Result]]>(Array(repeating: [], count: chunks))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(workers, max(chunks, 1))) { _ in
      var own = scratch()
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < chunks {
        let results = elements[index * chunk..<min((index + 1) * chunk, elements.count)].map { transform($0, &own) }
        slots.withLock { $0[index] = results }
      }
    }
    return slots.withLock { $0.flatMap(\.self) }
  }
}
