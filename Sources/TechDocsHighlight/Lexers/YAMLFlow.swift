/// Quoted text, and what stands in brackets.
extension YAMLLexer {
  static func quoted(_ scanner: inout CodeScanner) {
    let quote = scanner.code[scanner.at], kind: TokenKind = quote == UInt8(ascii: "'") ? .s1 : .s2
    var at = scanner.at + 1
    while at < scanner.end {
      let byte = scanner.code[at]
      if byte == quote {
        guard quote == UInt8(ascii: "'"), scanner[at + 1] == quote else { return scanner.take(kind, to: at + 1) }
        at += 2
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        scanner.take(kind, to: at)
        scanner.take(.se, to: at + 2)
        at = scanner.at
      } else {
        at += 1
      }
    }
    scanner.take(kind, to: scanner.end)
  }

  /// Reads to the bracket that closes the outermost one.
  mutating func flow(_ scanner: inout CodeScanner) {
    repeat {
      let at = scanner.at
      switch scanner.code[at] {
      case 0x00...0x20: scanner.take(.plain, count: 1)
      case UInt8(ascii: "#") where scanner[at - 1] <= 0x20: scanner.take(.c1, to: scanner.lineEnd(from: at))
      case UInt8(ascii: "\""), UInt8(ascii: "'"): Self.quoted(&scanner)
      case UInt8(ascii: "["), UInt8(ascii: "{"): open(isMapping: scanner.code[at] == UInt8(ascii: "{"), &scanner)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): close(&scanner)
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"): scanner.take(.p, count: 1)
      case UInt8(ascii: "!"): scanner.take(.kt, to: scanner.skip(Self.flowTagPart, from: at + 1))
      case UInt8(ascii: "&"): scanner.take(.nl, to: scanner.skip(.word, from: at + 1))
      default: flowScalar(&scanner)
      }
    } while depth > 0 && !scanner.isAtEnd
  }

  private static let flowTagPart = ByteSet.word.union(ByteSet("#;/?:@&=+$.!~*'()<>%-"))
  private static let scalarEnd = ByteSet(",:?[]{}\n")

  private mutating func open(isMapping: Bool, _ scanner: inout CodeScanner) {
    scanner.take(.p, count: 1)
    brackets = brackets << 1 | (isMapping ? 1 : 0)
    depth += 1
  }

  private mutating func close(_ scanner: inout CodeScanner) {
    scanner.take(.p, count: 1)
    brackets >>= 1
    depth -= 1
  }

  /// A key in braces, or a value.
  private func flowScalar(_ scanner: inout CodeScanner) {
    let start = scanner.at
    var end = max(start + 1, scanner.find(Self.scalarEnd, from: start))
    // A colon inside a word belongs to it.
    while scanner[end] == UInt8(ascii: ":"), scanner[end + 1] > 0x20, !Self.scalarEnd.contains(scanner[end + 1]) {
      end = scanner.find(Self.scalarEnd, from: end + 1)
    }
    let isKey = brackets & 1 == 1 && scanner[end] == UInt8(ascii: ":")
    while end > start + 1, scanner.code[end - 1] <= 0x20 { end -= 1 }
    scanner.take(isKey ? .nt : .nv, to: end)
  }
}
