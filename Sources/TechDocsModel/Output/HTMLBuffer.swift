#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A growing run of output bytes that one worker owns, cleared and used again for each page.
///
/// Raw memory, because appending to `[UInt8]` costs 1.65 times as much and to `String` ten times
/// (docs/decisions holds the figures). Not copyable: a page's bytes have one owner.
///
/// Public, as few things here are, because the compiler opens up only such functions in other modules.
public struct HTMLBuffer: ~Copyable {
  // Other modules must see these to write a byte without a call.
  @usableFromInline
  var base: UnsafeMutablePointer<UInt8>
  @usableFromInline
  var capacity: Int
  @usableFromInline
  var used = 0

  /// Whether control characters are marks for a later pass, so that `putEscaped` copies them.
  package var keepsMarks = false

  /// Room for so many bytes, and more when it is needed.
  public init(capacity: Int = 16_384) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Bytes written since the last `clear`.
  @inlinable
  public var count: Int { used }

  /// Forgets the content and keeps the memory.
  package mutating func clear() { used = 0 }

  /// Drops everything after the first `length` bytes.
  package mutating func truncate(to length: Int) { used = min(used, max(length, 0)) }

  /// The bytes written so far, as a copy.
  package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: used)) }

  /// Reads the bytes in place; the pointer ends with the call.
  package borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(start: base, count: used))
  }

  /// Makes room for `extra` bytes more.
  @inlinable
  @inline(__always)
  public mutating func reserve(_ extra: Int) {
    if used + extra > capacity { grow(by: extra) }
  }

  /// Appends one byte.
  @inlinable
  @inline(__always)
  public mutating func put(_ byte: UInt8) {
    reserve(1)
    base[used] = byte
    used += 1
  }

  /// Appends a text that the program holds.
  @inlinable
  @inline(__always)
  public mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes, which must not be the buffer's own.
  @inlinable
  @inline(__always)
  public mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    reserve(bytes.count)
    (base + used).update(from: source, count: bytes.count)
    used += bytes.count
  }

  package mutating func put(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  package mutating func put(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  /// Lets `body` write at most `limit` bytes where the next ones go; it returns how many it wrote.
  @inlinable
  @inline(__always)
  public mutating func append(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(limit)
    used += body(base + used)
  }

  /// Off the hot path: names and numbers.
  package mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  package mutating func put(_ number: Int) { put(String(number)) }

  @usableFromInline
  mutating func grow(by extra: Int) {
    let larger = max(capacity * 2, used + extra)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memcpy(memory, base, used)
    base.deallocate()
    base = memory
    capacity = larger
  }
}
