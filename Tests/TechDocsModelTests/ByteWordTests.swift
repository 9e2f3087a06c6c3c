import Testing

@testable import TechDocsModel

/// Eight bytes at a time find what one at a time would.
@Suite struct ByteWordTests {
  /// Each byte in each place, between others that could mislead a subtraction that borrows.
  @Test(arguments: [0x00, 0x01, 0x20, 0x21, 0x3b, 0x3d, 0x7f, 0x80, 0xff] as [UInt8])
  func theFirstHitIsExact(other: UInt8) {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var bytes = [UInt8](repeating: other, count: 8)
        bytes[place] = byte
        bytes.withUnsafeBufferPointer { text in
          let word = ByteWord(text, at: 0)
          for wanted in [0x26, 0x3c, 0x7f, 0xc2, byte] as [UInt8] {
            let expected = bytes.firstIndex(of: wanted) ?? 8
            #expect(ByteWord.first(of: word.equal(to: wanted)) == expected)
          }
          let expected = bytes.firstIndex { $0 == 0x3c || $0 == 0x3e } ?? 8
          #expect(ByteWord.first(of: word.equal(to: 0x3e, orWithout: 2)) == expected)
          #expect(ByteWord.first(of: word.below(0x20)) == bytes.firstIndex { $0 < 0x20 } ?? 8)
        }
      }
    }
  }

  @Test func readsFromAnyOffset() {
    let bytes = Array("0123456<89abcdef".utf8)
    bytes.withUnsafeBufferPointer { text in
      for offset in 0...7 { #expect(ByteWord.first(of: ByteWord(text, at: offset).equal(to: 0x3c)) == 7 - offset) }
      #expect(ByteWord.first(of: ByteWord(text, at: 8).equal(to: 0x3c)) == 8)
    }
  }
}
