import TechDocsModel
import Testing

@Suite struct ByteSearchTests {
  @Test func findsBytesWithinBounds() {
    Array("a.b.c".utf8).withUnsafeBufferPointer { text in
      let dot = UInt8(ascii: ".")
      #expect(text.offset(of: dot) == 1)
      #expect(text.offset(of: dot, from: 2) == 3)
      #expect(text.offset(of: dot, from: 2, to: 3) == nil)
      #expect(text.offset(of: dot, from: 4) == nil)
      #expect(text.offset(of: dot, from: 9) == nil)
      #expect(text.offset(of: dot, to: 99) == 1)
    }
  }

  @Test(arguments: [("a8<-b", true), ("8<8<-", true), ("8<", false), ("", false), ("8 <-", false), ("88<-", true)])
  func findsRuns(text: String, isThere: Bool) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { $0.contains(run: "8<-") } == isThere)
  }

  @Test(arguments: [0, 1, 254, 255, 256, 511, 1_000]) func countsBytes(count: Int) {
    let text = Array(repeating: UInt8(ascii: "["), count: count) + Array("a]".utf8)
    #expect(text.withUnsafeBufferPointer { $0.count(of: UInt8(ascii: "[")) } == count)
  }
}
