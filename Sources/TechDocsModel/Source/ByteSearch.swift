#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Searches by the C library, which looks at many bytes at once.
extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first such byte at or after `start`, before `end`; nil where there is none.
  @inline(__always)
  package func offset(of byte: UInt8, from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = Swift.min(end ?? count, count)
    guard let base = baseAddress, start >= 0, start < end else { return nil }
    return memchr(base + start, Int32(byte), end - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }

  /// Whether such a run of bytes stands in the text so many times. Its first byte should be a rare one.
  package func contains(run: StaticString, times: Int = 1) -> Bool {
    let length = run.utf8CodeUnitCount
    var start = 0, number = 0
    while let found = offset(of: run.utf8Start[0], from: start, to: count - length + 1) {
      if let base = baseAddress, memcmp(base + found, run.utf8Start, length) == 0 { number += 1 }
      if number == times { return true }
      start = found + 1
    }
    return false
  }

  /// How often a rare byte stands in the text.
  package func count(of byte: UInt8) -> Int {
    var number = 0, start = 0
    while let found = offset(of: byte, from: start) {
      number += 1
      start = found + 1
    }
    return number
  }
}
