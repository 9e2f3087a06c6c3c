import TechDocsModel
import Testing

/// Sizes from the headers of pictures, as they are and cut short.
@Suite struct ImageSizeTests {
  private static func size(_ bytes: [UInt8]) -> ImageSize? {
    ImageSize { offset, count in Array(bytes.dropFirst(offset).prefix(count)) }
  }

  private static func svg(_ attributes: String) -> ImageSize? {
    size(
      Array(
        "<?xml version=\"1.0\"?>\n<!-- <svg-like --><svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)><g/></svg>"
          .utf8))
  }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x80, 0, 0, 1, 0xE0]
  private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0, 0, 0]
  /// A comment, then the frame: 480 rows of 640 pixels.
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 0x61, 0x62, 0xFF, 0xC2, 0, 17, 8, 1, 0xE0, 2, 0x80, 3]
  /// The same with an orientation of 6: the camera was held upright.
  private static let turned: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE1, 0, 34] + Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 1, 0]
    + [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0] + [0xFF, 0xC0, 0, 17, 8, 1, 0xE0, 2, 0x80, 3]
  private static let webp: [UInt8] = Array("RIFF\0\0\0\0WEBP".utf8)

  @Test func everyKindTellsItsSize() {
    #expect(Self.size(Self.png) == ImageSize(width: 640, height: 480))
    #expect(Self.size(Self.gif) == ImageSize(width: 320, height: 240))
    #expect(Self.size(Self.jpeg) == ImageSize(width: 640, height: 480))
    #expect(Self.size(Self.turned) == ImageSize(width: 480, height: 640))
    let extended = Self.webp + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]
    #expect(Self.size(extended) == ImageSize(width: 640, height: 480))
    let lossless = Self.webp + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x77, 0, 0, 0, 0, 0, 0, 0]
    #expect(Self.size(lossless) == ImageSize(width: 640, height: 480))
    let lossy = Self.webp + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0xE0, 0x01]
    #expect(Self.size(lossy) == ImageSize(width: 640, height: 480))
  }

  @Test(arguments: [
    ("width=\"240\" height='60'", 240, 60), ("viewBox=\"0 0 240.4 60\"", 240, 60),
    ("width=\"100%\" viewBox=\"0,0,300,150\"", 300, 150), ("width=\"120px\" viewBox=\"0 0 240 60\"", 120, 30),
    ("width=\"1in\" height=\"72pt\"", 96, 96), ("stroke-width=\"3\" width=\"20\" height=\"10\"", 20, 10),
  ])
  func anSVGTellsItsSize(attributes: String, width: Int, height: Int) {
    #expect(Self.svg(attributes) == ImageSize(width: width, height: height))
  }

  @Test(arguments: [
    "", "width=\"10em\" height=\"4em\"", "viewBox=\"0 0 0 60\"", "width=\"1e999\" height=\"1\"", "width=5",
  ])
  func anSVGWithoutASizeHasNone(attributes: String) {
    #expect(Self.svg(attributes) == nil)
  }

  @Test func whatIsCutShortHasNoSize() {
    for whole in [Self.png, Self.gif.dropLast(3), Self.jpeg.dropLast(), Self.turned.dropLast()].map({ Array($0) }) {
      for length in 0..<whole.count { #expect(Self.size(Array(whole.prefix(length))) == nil) }
    }
    #expect(Self.size(Array(repeating: 0xFF, count: 1 << 20)) == nil)
  }

  @Test func oneGivenSideGivesTheOther() {
    let size = ImageSize(width: 640, height: 480)
    #expect(size?.fitted(width: nil, height: nil) == size)
    #expect(size?.fitted(width: "320", height: nil) == ImageSize(width: 320, height: 240))
    #expect(size?.fitted(width: nil, height: "48") == ImageSize(width: 64, height: 48))
    #expect(size?.fitted(width: "50%", height: nil) == nil)
    #expect(size?.fitted(width: "9223372036854775807", height: nil) == nil)
  }
}
