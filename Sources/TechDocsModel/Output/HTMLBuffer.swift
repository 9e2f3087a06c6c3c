#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A growing run of output bytes that one worker owns, cleared and used again for each page.
///
/// Raw memory, because appending to `[UInt8]` costs 1.65 times as much and to `String` ten times
/// (docs/decisions holds the figures). Not copyable: a page's bytes have one owner.
package struct HTMLBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes written since the last `clear`.
  package private(set) var count = 0

  /// Whether control characters are marks for a later pass, so that `putEscaped` copies them.
  package var keepsMarks = false

  package init(capacity: Int = 16_384) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Forgets the content and keeps the memory.
  package mutating func clear() { count = 0 }

  /// Drops everything after the first `length` bytes.
  package mutating func truncate(to length: Int) { count = min(count, max(length, 0)) }

  /// The bytes written so far, as a copy.
  package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Reads the bytes in place; the pointer ends with the call.
  package borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// Makes room for `extra` bytes more.
  @inline(__always)
  package mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(by: extra) }
  }

  @inline(__always)
  package mutating func put(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  package mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  package mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    reserve(bytes.count)
    memcpy(base + count, source, bytes.count)
    count += bytes.count
  }

  package mutating func put(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  package mutating func put(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  /// Lets `body` write at most `limit` bytes where the next ones go; it returns how many it wrote.
  @inline(__always)
  package mutating func append(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(limit)
    count += body(base + count)
  }

  /// Off the hot path: names and numbers.
  package mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  package mutating func put(_ number: Int) { put(String(number)) }

  private mutating func grow(by extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memcpy(memory, base, count)
    base.deallocate()
    base = memory
    capacity = larger
  }
}
