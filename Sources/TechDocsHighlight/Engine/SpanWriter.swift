import TechDocsModel

/// Tokens to HTML: escaped text in `<span class="k">…</span>`.
///
/// A span never crosses a line end: it closes before and opens anew after, so that lines can be wrapped one by one.
struct SpanWriter {
  /// Open tags by kind, each in a slot of its own: its length, then its bytes.
  private static let openTags: [UInt8] = TokenKind.allCases.flatMap { kind in
    let tag = kind == .plain ? [] : Array("<span class=\"\(kind.className)\">".utf8)
    return [UInt8(tag.count)] + tag + [UInt8](repeating: 0, count: slot - 1 - tag.count)
  }
  private static let slot = 24
  /// What must be written as a reference, and what ends a line.
  private static let isSpecial: [Bool] = (0...255).map { "&<>\"\n".utf8.contains(UInt8($0)) }
  /// So much room is made at once: a long token is written in pieces of this size.
  private static let piece = 2_048

  private let code: UnsafePointer<UInt8>
  private let tags: UnsafePointer<UInt8>
  private let special: UnsafePointer<Bool>

  static func write(_ tokens: borrowing TokenBuffer, of code: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    guard let start = code.baseAddress else { return }
    openTags.withUnsafeBufferPointer { tags in
      isSpecial.withUnsafeBufferPointer { special in
        guard let tags = tags.baseAddress, let special = special.baseAddress else { return }
        let writer = SpanWriter(code: start, tags: tags, special: special)
        var from = 0
        for index in 0..<tokens.count {
          let token = tokens[index]
          let end = min(token.end, code.count)
          writer.put(from..<end, token.kind, into: &html)
          from = end
        }
        writer.put(from..<code.count, 0, into: &html)
      }
    }
  }

  /// Writes one token, line by line.
  @inline(__always)
  private func put(_ range: Range<Int>, _ kind: Int, into html: inout HTMLBuffer) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(range.upperBound, at + Self.piece)
      html.append(atMost: (end - at) * 6 + 64) { out in
        var out = out
        let start = out
        if kind != 0, code[at] != UInt8(ascii: "\n") { out = open(kind, out) }
        (at, out) = text(from: at, to: end, out)
        if kind != 0, out > start { out = close(out) }
        while at < end, code[at] == UInt8(ascii: "\n") {
          out.pointee = UInt8(ascii: "\n")
          out += 1
          at += 1
        }
        return out - start
      }
    }
  }

  @inline(__always)
  private func open(_ kind: Int, _ out: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let tag = tags + kind * Self.slot
    let length = Int(tag[0])
    UnsafeMutableRawPointer(out).copyMemory(from: tag + 1, byteCount: Self.slot - 1)
    return out + length
  }

  @inline(__always)
  private func close(_ out: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    // "</span>" and a zero that the next byte overwrites.
    UnsafeMutableRawPointer(out).storeBytes(of: UInt64(littleEndian: 0x00_3E6E_6170_732F_3C), as: UInt64.self)
    return out + 7
  }

  /// Writes up to the end of the line or the piece; returns where it stopped.
  @inline(__always)
  private func text(
    from start: Int, to end: Int, _ out: UnsafeMutablePointer<UInt8>
  ) -> (Int, UnsafeMutablePointer<UInt8>) {
    var at = start, out = out
    while at < end {
      let byte = code[at]
      if special[Int(byte)] {
        if byte == UInt8(ascii: "\n") { break }
        out = Self.reference(byte, out)
      } else {
        out.pointee = byte
        out += 1
      }
      at += 1
    }
    return (at, out)
  }

  private static func reference(_ byte: UInt8, _ out: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let text: StaticString =
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      default: "&quot;"
      }
    out.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return out + text.utf8CodeUnitCount
  }
}
