import TechDocsServe
import Testing

/// One range, as RFC 9110 reads it.
@Suite struct ByteRangeTests {
  @Test(arguments: [
    ("bytes=0-4", ByteRange.part(0..<5)), ("bytes=5-", .part(5..<10)), ("bytes=-3", .part(7..<10)),
    ("bytes=-99", .part(0..<10)), ("bytes=8-99", .part(8..<10)), ("bytes=9-9", .part(9..<10)),
    ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=4-2", .whole), ("bytes=a-b", .whole),
    ("bytes=0-1,4-5", .whole), ("items=0-1", .whole), ("bytes=-", .whole), ("bytes=99999999999999999999-", .whole),
  ])
  func reads(header: String, range: ByteRange) { #expect(ByteRange(header, size: 10) == range) }

  @Test func anEmptyFileHasNoPart() {
    #expect(ByteRange("bytes=0-0", size: 0) == .unsatisfiable)
    #expect(ByteRange(nil, size: 0) == .whole)
  }
}
