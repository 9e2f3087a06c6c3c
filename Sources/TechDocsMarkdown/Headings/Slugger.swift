import Foundation

/// Anchors from heading text.
///
/// Source: Python-Markdown `extensions/toc.py`, `slugify` and `unique`: bookmarks depend on every byte of it.
package enum Slugger {
  /// NFKD to ASCII, lower case, everything but word characters, white space and dashes dropped, runs of those two
  /// one dash. Empty for a text without ASCII letters.
  package static func slug(of text: String, separator: UInt8 = UInt8(ascii: "-")) -> String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    // The Unicode tables are only asked when there is something to decompose.
    let ascii = isASCII ? Array(text.utf8) : text.decomposedStringWithCompatibilityMapping.utf8.filter { $0 < 0x80 }
    let kept = trimmed(ascii.filter { isWord($0) || isWhite($0) || $0 == UInt8(ascii: "-") })
    var slug: [UInt8] = []
    for byte in kept {
      if isWhite(byte) || byte == separator {
        if slug.last != separator { slug.append(separator) }
      } else {
        slug.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let start = bytes.firstIndex { !isWhite($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isWhite($0) }.map { $0 + 1 } ?? start
    return bytes[start..<end]
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0d).contains(byte) || (0x1c...0x1f).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// The ids of one page: a second heading of the same text gets `_1`, a third `_2`.
struct SlugRegister {
  private var taken: Set<String> = []
  /// The number that was last given out for a text, so that many equal headings cost no search.
  private var counts: [String: Int] = [:]

  /// Marks an id that the author gave.
  mutating func take(_ id: String) { taken.insert(id) }

  /// The slug, or the slug with the next free number. An empty one becomes `_1`.
  mutating func unique(_ slug: String) -> String {
    if !slug.isEmpty, taken.insert(slug).inserted { return slug }
    let (base, start) = numbered(slug)
    var number = max(counts[base] ?? 0, start) + 1
    while !taken.insert("\(base)_\(number)").inserted { number += 1 }
    counts[base] = number
    return "\(base)_\(number)"
  }

  /// `a_3` counts on from 3.
  private func numbered(_ slug: String) -> (base: String, number: Int) {
    guard let mark = slug.lastIndex(of: "_"), let number = Int(slug[slug.index(after: mark)...]), number >= 0,
      number < 1 << 30
    else { return (slug, 0) }
    return (String(slug[..<mark]), number)
  }
}
