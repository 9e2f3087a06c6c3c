/// The size of a JPEG, turned as its camera says.
///
/// Source: ITU T.81, B.2.2 (frame headers); Exif 2.3, tag 0x0112 (orientation).
struct JPEGHeader {
  private(set) var size: ImageSize?
  private var isTurned = false

  /// A file has few segments before its frame; one with more is no picture.
  private static let segmentLimit = 200

  init(read: (_ offset: Int, _ count: Int) -> [UInt8]) {
    var offset = 2
    for _ in 0..<Self.segmentLimit {
      let head = read(offset, 9)
      guard head.count >= 4, head[0] == 0xFF else { return }
      // Fill bytes may stand before a marker.
      if head[1] == 0xFF {
        offset += 1
        continue
      }
      if Self.isFrame(head[1]) {
        guard head.count == 9 else { return }
        let (height, width) = (ImageSize.big(head, 5, bytes: 2), ImageSize.big(head, 7, bytes: 2))
        size = isTurned ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
        return
      }
      if head[1] == 0xE1 { isTurned = Self.isTurned(read(offset + 4, 512)) }
      let length = ImageSize.big(head, 2, bytes: 2)
      guard length >= 2 else { return }
      offset += 2 + length
    }
  }

  /// The markers SOF0 to SOF15, without those of other tables.
  private static func isFrame(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
  }

  /// Whether an Exif segment says that width and height are to be swapped.
  private static func isTurned(_ exif: [UInt8]) -> Bool {
    guard exif.starts(with: "Exif\0\0".utf8), exif.count >= 16 else { return false }
    let isBig = exif[6] == UInt8(ascii: "M")
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start >= 0, start + count <= exif.count else { return nil }
      return isBig ? ImageSize.big(exif, start, bytes: count) : ImageSize.little(exif, start, bytes: count)
    }
    guard let directory = number(10, 4), directory < exif.count, let entries = number(6 + directory, 2) else {
      return false
    }
    for entry in 0..<min(entries, 64) {
      let start = 6 + directory + 2 + 12 * entry
      if number(start, 2) == 0x0112 { return number(start + 8, 2).map { (5...8).contains($0) } ?? false }
    }
    return false
  }
}
