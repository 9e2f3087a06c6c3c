/// Little pieces put one behind the other: the writing side of every file of the index.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func put(_ byte: UInt8) { bytes.append(byte) }

  mutating func put(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Seven bits a byte, least significant first, the top bit set on all but the last.
  @inline(__always)
  mutating func putVarint(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The length in bytes, then the text.
  mutating func putString(_ text: String) {
    putVarint(text.utf8.count)
    put(text.utf8)
  }

  mutating func putString(_ text: ArraySlice<UInt8>) {
    putVarint(text.count)
    bytes.append(contentsOf: text)
  }
}

/// A file of the index that ends too early, or says what cannot be.
struct IndexFault: Error {}

/// The reading side. Bounds are checked: a damaged file throws.
struct ByteReader {
  let bytes: [UInt8]
  private(set) var index = 0
  /// One past the last byte that belongs to the reader.
  let end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { index >= end }

  @inline(__always)
  mutating func byte() throws(IndexFault) -> UInt8 {
    guard index < end else { throw IndexFault() }
    index += 1
    return bytes[index - 1]
  }

  @inline(__always)
  mutating func varint() throws(IndexFault) -> Int {
    var number = 0, shift = 0
    while true {
      let byte = try byte()
      number |= Int(byte & 0x7f) << shift
      if byte < 0x80 { return number }
      shift += 7
      guard shift < 56 else { throw IndexFault() }
    }
  }

  mutating func take(_ count: Int) throws(IndexFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= end - index else { throw IndexFault() }
    index += count
    return bytes[index - count..<index]
  }

  mutating func string() throws(IndexFault) -> String {
    String(decoding: try take(try varint()), as: UTF8.self)
  }

  /// A count of things that take at least one byte each.
  mutating func count() throws(IndexFault) -> Int {
    let count = try varint()
    guard count <= end - index else { throw IndexFault() }
    return count
  }
}
