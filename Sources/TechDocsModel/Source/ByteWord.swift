/// Eight bytes of a text at a time: which of them fulfil a condition, as a word with the high bit of each such byte set.
///
/// Of several hits the lowest is exact; above it there may be false ones, since a subtraction borrows. So a search that
/// goes on behind its first hit is right. Source: the `haszero` and `hasless` of Anderson's "Bit Twiddling Hacks".
public struct ByteWord {
  @usableFromInline
  let bytes: UInt64

  @inlinable
  static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable
  static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// The bytes at `offset`; eight must be there.
  @inlinable
  @inline(__always)
  public init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    assert(offset + 8 <= text.count)
    bytes = UInt64(
      littleEndian: UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
  }

  /// Bytes that are `byte`.
  @inlinable
  @inline(__always)
  public func equal(to byte: UInt8) -> UInt64 {
    let other = bytes ^ (Self.ones &* UInt64(byte))
    return (other &- Self.ones) & ~other & Self.highs
  }

  /// Bytes that are `byte` or what it is without a bit that it has.
  @inlinable
  @inline(__always)
  public func equal(to byte: UInt8, orWithout bit: UInt8) -> UInt64 {
    let other = (bytes | Self.ones &* UInt64(bit)) ^ (Self.ones &* UInt64(byte))
    return (other &- Self.ones) & ~other & Self.highs
  }

  /// Bytes below a limit of at most 128.
  @inlinable
  @inline(__always)
  public func below(_ limit: UInt8) -> UInt64 {
    (bytes &- Self.ones &* UInt64(limit)) & ~bytes & Self.highs
  }

  /// The place of the first of some hits, 8 for none.
  @inlinable
  @inline(__always)
  public static func first(of hits: UInt64) -> Int { hits.trailingZeroBitCount >> 3 }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place from `start` on where a byte may be a hit: `hits` tells it of the eight bytes at an offset, and looks at
  /// `reach` bytes. Near the end, where there are fewer, every place may be one.
  @inlinable
  @inline(__always)
  public func candidate(from start: Int, reach: Int = 8, _ hits: (Int) -> UInt64) -> Int {
    var index = start
    while index + reach <= count {
      let found = hits(index)
      index += ByteWord.first(of: found)
      if found != 0 { return index }
    }
    return index
  }
}
