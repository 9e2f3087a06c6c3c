/// Which scalars above ASCII belong to words; `search-text.js` holds the same ranges.
enum WordScalars {
  /// Punctuation, symbols, emoji, private use and what else separates words: first and last of each range, ascending.
  private static let separators: [UInt32] = [
    0x80, 0xa9, 0xab, 0xb4, 0xb6, 0xb9, 0xbb, 0xbf, 0xd7, 0xd7, 0xf7, 0xf7, 0x60c, 0x60c, 0x61b, 0x61f, 0x964, 0x965,
    0x2000, 0x2bff, 0x2e00, 0x2e7f, 0x3000, 0x3004, 0x3008, 0x3020, 0x3030, 0x3030, 0x303d, 0x303f, 0x30fb, 0x30fb,
    0xd800, 0xf8ff, 0xfe00, 0xfe6f, 0xff00, 0xff0f, 0xff1a, 0xff20, 0xff3b, 0xff40, 0xff5b, 0xff65, 0xffe0, 0xffff,
    0x1f000, 0x1fbff, 0xe0000, 0x10ffff,
  ]

  /// Scripts written without spaces: Thai to Burmese, Khmer, kana, Han, Hangul.
  private static let unspaced: [UInt32] = [
    0xe00, 0xeff, 0x1000, 0x109f, 0x1780, 0x17ff, 0x3040, 0x30fa, 0x30fc, 0x30ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff,
    0xac00, 0xd7af, 0xf900, 0xfaff, 0x20000, 0x3ffff,
  ]

  static func isWord(_ scalar: UInt32) -> Bool { !holds(separators, scalar) || isUnspaced(scalar) }

  /// Whether words of the scalar's script are found by pairs of neighbours.
  static func isUnspaced(_ scalar: UInt32) -> Bool { scalar >= 0xe00 && holds(unspaced, scalar) }

  private static func holds(_ ranges: [UInt32], _ scalar: UInt32) -> Bool {
    var index = 0
    while index < ranges.count, ranges[index] <= scalar {
      if scalar <= ranges[index + 1] { return true }
      index += 2
    }
    return false
  }
}
