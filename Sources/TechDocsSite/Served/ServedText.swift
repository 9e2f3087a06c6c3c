/// Style sheets and scripts as readers get them: without indentation, blank lines and lines that are a comment alone.
///
/// Only whole lines are looked at, so nothing inside a text or an expression changes. A text over several lines would
/// lose its indentation.
enum ServedText {
  static func slimmed(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isComment = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = trimmed(line)
      if isComment {
        isComment = !text.ends(with: "*/")
      } else if text.starts(with: "/*".utf8), !text.ends(with: "*/") {
        // What follows a comment on its last line is code.
        isComment = !text.contains("*/")
        if !isComment { out += text + [UInt8(ascii: "\n")] }
      } else if !text.isEmpty, !text.starts(with: "/*".utf8), !text.starts(with: "//".utf8) {
        out += text + [UInt8(ascii: "\n")]
      }
    }
    return out
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = line.drop { isSpace($0) }
    guard let end = start.lastIndex(where: { !isSpace($0) }) else { return [] }
    return start[...end]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }

  fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
