import TechDocsHighlight
import TechDocsModel

/// Code as a language's highlighter writes it.
struct Highlighted {
  let html: String
  let bytes: [UInt8]

  init(_ code: [UInt8], as language: Language) {
    var buffer = HTMLBuffer()
    code.withUnsafeBufferPointer { Highlighter().highlight($0, as: language, into: &buffer) }
    bytes = buffer.bytes
    html = String(decoding: bytes, as: UTF8.self)
  }

  /// The text without tags, references resolved; nil when a span is unbalanced, nested, or open at a line's end.
  var text: [UInt8]? {
    var text: [UInt8] = [], index = 0, isOpen = false
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: "</span>".utf8) {
        guard isOpen else { return nil }
        isOpen = false
        index += 7
      } else if rest.starts(with: "<span class=\"".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        guard !isOpen, end - index > 14 else { return nil }
        isOpen = true
        index = end + 1
      } else if let (byte, length) = Self.reference(rest) {
        text.append(byte)
        index += length
      } else {
        guard ![UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: ">")].contains(bytes[index]) else { return nil }
        if bytes[index] == 0x0A, isOpen { return nil }
        text.append(bytes[index])
        index += 1
      }
    }
    return isOpen ? nil : text
  }

  private static func reference(_ rest: ArraySlice<UInt8>) -> (UInt8, Int)? {
    for (name, byte) in [("&amp;", UInt8(ascii: "&")), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22)]
    where rest.starts(with: name.utf8) { return (byte, name.utf8.count) }
    return nil
  }
}
