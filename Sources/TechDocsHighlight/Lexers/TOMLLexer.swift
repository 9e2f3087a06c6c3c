/// Reads TOML: keys before a sign, values behind it, tables in brackets.
struct TOMLLexer {
  /// Brackets that are open around a value, innermost in the lowest bit: 1 for a table.
  private var brackets: UInt64 = 0
  private var depth = 0
  private var isKey = true

  mutating func run(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let at = scanner.at, byte = scanner.code[at]
      switch byte {
      case 0x0A:
        scanner.take(.plain, count: 1)
        if depth == 0 { isKey = true }
      case 0x00...0x20: scanner.take(.plain, count: 1)
      case UInt8(ascii: "#"): scanner.take(.c1, to: scanner.lineEnd(from: at))
      case UInt8(ascii: "\""), UInt8(ascii: "'"): Self.string(byte, &scanner)
      case UInt8(ascii: "="):
        scanner.take(.o, count: 1)
        isKey = false
      case UInt8(ascii: "[") where isKey && depth == 0: header(&scanner)
      case UInt8(ascii: "["), UInt8(ascii: "{"): open(isTable: byte == UInt8(ascii: "{"), &scanner)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): close(&scanner)
      case UInt8(ascii: ","):
        scanner.take(.p, count: 1)
        isKey = depth > 0 && brackets & 1 == 1
      default: bare(&scanner)
      }
    }
  }

  private static let keyPart = ByteSet.letters.union(.digits).union(ByteSet("_-"))
  private static let valuePart = ByteSet.letters.union(.digits).union(ByteSet("_-+.:"))
  private static let headerEnd = ByteSet("]\"'#\n")

  private mutating func open(isTable: Bool, _ scanner: inout CodeScanner) {
    scanner.take(.p, count: 1)
    brackets = brackets << 1 | (isTable ? 1 : 0)
    depth += 1
    isKey = isTable
  }

  private mutating func close(_ scanner: inout CodeScanner) {
    scanner.take(.p, count: 1)
    brackets >>= 1
    depth = max(depth - 1, 0)
    isKey = false
  }

  private func header(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      scanner.take(.k, to: scanner.find(Self.headerEnd, from: scanner.at))
      switch scanner[scanner.at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): Self.string(scanner.code[scanner.at], &scanner)
      case UInt8(ascii: "]"): return scanner.take(.k, to: scanner.skip(ByteSet("]"), from: scanner.at))
      default: return
      }
    }
  }

  /// A key without quotes, a number, a date, a truth value.
  private func bare(_ scanner: inout CodeScanner) {
    let start = scanner.at
    if isKey {
      let end = scanner.skip(Self.keyPart, from: start)
      return scanner.take(
        end > start ? .n : scanner.code[start] == UInt8(ascii: ".") ? .p : .plain, to: max(end, start + 1))
    }
    var end = scanner.skip(Self.valuePart, from: start)
    guard end > start else { return scanner.take(.plain, count: 1) }
    if scanner.has("true", at: start) || scanner.has("false", at: start) { return scanner.take(.kc, to: end) }
    // A date may have a blank before its time.
    let isDate = end - start >= 8 && scanner[start + 4] == UInt8(ascii: "-") || scanner[start + 2] == UInt8(ascii: ":")
    if isDate {
      if end - start == 10, scanner[end] == 0x20, scanner[end + 3] == UInt8(ascii: ":") {
        end = scanner.skip(Self.valuePart, from: end + 1)
      }
      return scanner.take(.ld, to: end)
    }
    let isNumber = ByteSet.digits.contains(scanner.code[start]) || "+-".utf8.contains(scanner.code[start])
    scanner.take(!isNumber ? .plain : scanner.find(ByteSet(".e\n"), from: start) < end ? .mf : .mi, to: end)
  }

  private static func string(_ quote: UInt8, _ scanner: inout CodeScanner) {
    let kind: TokenKind = quote == UInt8(ascii: "\"") ? .s2 : .s1, start = scanner.at
    let isLong = scanner[start + 1] == quote && scanner[start + 2] == quote
    var at = start + (isLong ? 3 : 1)
    while at < scanner.end, isLong || scanner.code[at] != 0x0A {
      if scanner.code[at] == UInt8(ascii: "\\"), kind == .s2 {
        scanner.take(kind, to: at)
        scanner.take(.se, to: at + 2)
        at = scanner.at
      } else if scanner.code[at] == quote, !isLong || scanner[at + 1] == quote && scanner[at + 2] == quote {
        return scanner.take(kind, to: at + (isLong ? 3 : 1))
      } else {
        at += 1
      }
    }
    scanner.take(kind, to: at)
  }
}
