/// The size of an SVG: `width` and `height` of its root element, or else those of its `viewBox`.
///
/// Source: SVG 2, 8.2 and 8.6. A size in percent or in units of the font says nothing before layout.
struct SVGHeader {
  let size: ImageSize?

  init(_ start: [UInt8]) {
    size = Self.rootTag(start).flatMap(Self.size)
  }

  /// The attributes of the first `<svg`; nil when it does not begin or end here.
  private static func rootTag(_ text: [UInt8]) -> ArraySlice<UInt8>? {
    var from = 0
    while let name = text[from...].firstRange(of: Array("<svg".utf8)) {
      from = name.upperBound
      let rest = text[from...]
      // `<svg-like` is no root.
      guard let next = rest.first, next <= UInt8(ascii: " ") else { continue }
      return rest.firstIndex(of: UInt8(ascii: ">")).map { rest[..<$0] }
    }
    return nil
  }

  private static func size(_ tag: ArraySlice<UInt8>) -> ImageSize? {
    let box = attribute("viewBox", tag).map { $0.split { $0 == " " || $0 == "," || $0 == "\n" }.map { Double($0) } }
    let boxed = box.flatMap { $0.count == 4 ? ($0[2], $0[3]) : nil }
    let width = attribute("width", tag).flatMap(length), height = attribute("height", tag).flatMap(length)
    if let width, let height { return rounded(width, height) }
    guard let (boxWidth, boxHeight) = boxed, let boxWidth, let boxHeight, boxWidth > 0, boxHeight > 0 else {
      return nil
    }
    if let width { return rounded(width, width * boxHeight / boxWidth) }
    if let height { return rounded(height * boxWidth / boxHeight, height) }
    return rounded(boxWidth, boxHeight)
  }

  private static func rounded(_ width: Double, _ height: Double) -> ImageSize? {
    guard width.isFinite, height.isFinite, (0.5...65_535).contains(width), (0.5...65_535).contains(height) else {
      return nil
    }
    return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  /// CSS pixels of a length with an absolute unit.
  private static func length(_ text: String) -> Double? {
    let units: [(name: String, pixels: Double)] = [
      ("px", 1), ("pt", 4.0 / 3), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 96 / 25.4),
    ]
    for unit in units where text.hasSuffix(unit.name) { return Double(text.dropLast(2)).map { $0 * unit.pixels } }
    return Double(text)
  }

  /// The value of an attribute, which stands after a space.
  private static func attribute(_ name: String, _ tag: ArraySlice<UInt8>) -> String? {
    let wanted = Array(name.utf8)
    var from = tag.startIndex
    while let found = tag[from...].firstRange(of: wanted) {
      from = found.upperBound
      let before = found.lowerBound > tag.startIndex ? tag[found.lowerBound - 1] : 0
      let rest = tag[found.upperBound...].drop { $0 == UInt8(ascii: " ") }
      guard before <= UInt8(ascii: " "), rest.first == UInt8(ascii: "=") else { continue }
      let value = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      guard let end = value.dropFirst().firstIndex(of: quote) else { return nil }
      return String(decoding: value[(value.startIndex + 1)..<end], as: UTF8.self)
    }
    return nil
  }
}
