import TechDocsModel

/// Characters that no page may hold: what stands for them where a numeric reference asks for one.
///
/// Source: HTML, "Numeric character reference end state": references to 128–159 mean windows-1252, which old pages were
/// written in; other controls are errors, and are dropped here as those of the source are.
enum ControlCharacters {
  /// What a browser and a validator read for the number of a reference; nil for a character that is dropped.
  static func readable(_ number: UInt32) -> UInt32? {
    switch number {
    case 0x09, 0x0a: number
    case 0x0d: 0x0a
    case 0x00, 0xd800...0xdfff, 0x110000...: 0xfffd
    case 0x01...0x1f, 0x7f: nil
    case 0x80...0x9f: windows1252[Int(number - 0x80)]
    default: number
    }
  }

  /// Whether a byte may begin a character that no page's source may hold: below space, but for tab and line end, DEL, and
  /// the byte before those of 128–159 (and of some letters).
  @inline(__always)
  static func mayBegin(with byte: UInt8) -> Bool { mark(of: byte) != 0 }

  /// 1 for such a byte, 0 for others. Without branches, so that the compiler takes many bytes at a time.
  @inline(__always)
  private static func mark(of byte: UInt8) -> UInt8 {
    let isLow: UInt8 = (byte < 0x09 ? 1 : 0) | (byte &- 0x0b < 0x15 ? 1 : 0)
    return isLow | (byte == 0x7f ? 1 : 0) | (byte == 0xc2 ? 1 : 0)
  }

  /// Whether there may be one. Without a way out, so that the compiler takes many bytes at a time.
  static func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in text { found |= mark(of: byte) }
    return found != 0
  }

  /// Where there may be one. Most pages that have such a byte have few of them, so stretches without any are passed over.
  static func places(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var places: [Int] = []
    for start in stride(from: 0, to: text.count, by: 512) {
      let stretch = start..<min(start + 512, text.count)
      guard mayStand(in: UnsafeBufferPointer(rebasing: text[stretch])) else { continue }
      for index in stretch where mayBegin(with: text[index]) { places.append(index) }
    }
    return places
  }

  private static let windows1252: [UInt32?] = [
    0x20ac, nil, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, nil, 0x017d,
    nil, nil, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, nil,
    0x017e, 0x0178,
  ]

  /// A decoded text with only characters that a page may hold; nil where it has no others.
  ///
  /// `kept` is a mark by which the passes over a page talk.
  static func cleaned(_ text: String, keeping kept: UInt8? = nil) -> String? {
    func isGood(_ scalar: Unicode.Scalar) -> Bool {
      readable(scalar.value) == scalar.value || kept.map { scalar.value == UInt32($0) } ?? false
    }
    guard !text.unicodeScalars.allSatisfy(isGood) else { return nil }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isGood(scalar) {
        clean.append(scalar)
      } else if let other = readable(scalar.value).flatMap(Unicode.Scalar.init) {
        clean.append(other)
      }
    }
    return String(clean)
  }

  /// The number that a reference at `&#` names, and the offset after it, as a browser reads it: of any length, with or
  /// without a `;`; nil where no digit follows.
  static func number(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (UInt32, end: Int)? {
    var index = start + 2, number: UInt32 = 0
    let isHex = index < text.count && text[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let first = index
    while index < text.count, let digit = digit(text[index], isHex) {
      number = min(number * (isHex ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    return (number, index < text.count && text[index] == UInt8(ascii: ";") ? index + 1 : index)
  }

  private static func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension GuardedText {
  /// Whether a numeric reference names a character that no page may hold.
  var hasControlReferences: Bool {
    withBytes { bytes in
      bytes.contains(run: "&#")
        && bytes.indices.dropLast(2).contains { index in
          guard bytes[index] == UInt8(ascii: "&"), bytes[index + 1] == UInt8(ascii: "#"),
            let (number, _) = ControlCharacters.number(bytes, at: index)
          else { return false }
          return ControlCharacters.readable(number) != number
        }
    }
  }
}
