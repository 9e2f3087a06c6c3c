/// What a fuzzer hands over, and how a broken promise is told.
package enum FuzzedInput {
  package static func bytes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: data, count: size))
  }

  /// Ends the process, which the fuzzer takes for a finding, when a promise is broken.
  package static func expect(_ faults: [String]) {
    guard !faults.isEmpty else { return }
    print("BROKEN:", faults.joined(separator: "\nBROKEN: "))
    preconditionFailure("a promise is broken")
  }
}

/// The invariants of pages, under a name that can be reached from the fuzzers.
package func faults(ofPage markdown: [UInt8]) -> [String] { PageFaults.faults(of: markdown) }
