/// How large a picture is, in CSS pixels, so that a browser keeps its place free before it is there.
package struct ImageSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  /// Nil for what no browser would show at such a size.
  package init?(width: Int, height: Int) {
    guard (1...65_535).contains(width), (1...65_535).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// Reads the size from a file's header; nil for other kinds and for what is cut short.
  ///
  /// `read` gives up to `count` bytes from an offset, fewer at the end of the file. A header costs few reads.
  package init?(read: (_ offset: Int, _ count: Int) -> [UInt8]) {
    let head = read(0, 32)
    let size: ImageSize? =
      if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        Self.png(head)
      } else if head.starts(with: [0xFF, 0xD8]) {
        JPEGHeader(read: read).size
      } else if head.starts(with: "GIF8".utf8) {
        Self.gif(head)
      } else if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "WEBP".utf8) {
        Self.webp(head)
      } else {
        SVGHeader(read(0, 4096)).size
      }
    guard let size else { return nil }
    self = size
  }

  /// The size at which a picture is shown whose author gave one side, in pixels; nil where that is no number.
  package func fitted(width: String?, height: String?) -> ImageSize? {
    if let width {
      return Self.side(width).flatMap { ImageSize(width: $0, height: max(1, self.height * $0 / self.width)) }
    }
    if let height {
      return Self.side(height).flatMap { ImageSize(width: max(1, self.width * $0 / self.height), height: $0) }
    }
    return self
  }

  private static func side(_ text: String) -> Int? { Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil } }

  /// Source: PNG specification, `IHDR`.
  private static func png(_ head: [UInt8]) -> ImageSize? {
    guard head.count >= 24 else { return nil }
    return ImageSize(width: big(head, 16, bytes: 4), height: big(head, 20, bytes: 4))
  }

  /// Source: GIF89a, Logical Screen Descriptor.
  private static func gif(_ head: [UInt8]) -> ImageSize? {
    guard head.count >= 10 else { return nil }
    return ImageSize(width: little(head, 6, bytes: 2), height: little(head, 8, bytes: 2))
  }

  /// Source: RFC 9649, the chunks `VP8X`, `VP8L` and `VP8 `.
  private static func webp(_ head: [UInt8]) -> ImageSize? {
    guard head.count >= 30 else { return nil }
    let kind = head[12..<16]
    if kind.elementsEqual("VP8X".utf8) {
      return ImageSize(width: little(head, 24, bytes: 3) + 1, height: little(head, 27, bytes: 3) + 1)
    }
    if kind.elementsEqual("VP8L".utf8) {
      let bits = little(head, 21, bytes: 4)
      return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    guard kind.elementsEqual("VP8 ".utf8) else { return nil }
    return ImageSize(width: little(head, 26, bytes: 2) & 0x3FFF, height: little(head, 28, bytes: 2) & 0x3FFF)
  }

  static func big(_ bytes: [UInt8], _ start: Int, bytes count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }

  static func little(_ bytes: [UInt8], _ start: Int, bytes count: Int) -> Int {
    bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
