/// Strings: escapes, holes with code, prefixes, delimiters that count.
extension GrammarLexer {
  /// Reads a string's text from an offset behind its opening mark to its end, or to the next hole with code.
  mutating func string(_ rule: Rule, from offset: Int, _ scanner: inout CodeScanner) {
    expectsValue = false
    isBehindDot = false
    pending = .plain
    var at = offset
    let close = rule.close.first
    while at < scanner.end {
      let byte = scanner.code[at]
      if byte == close, rule.close.isAt(at, of: scanner) {
        let isDoubled = rule.escape == .doubled && rule.close.isAt(at + rule.close.count, of: scanner)
        at += rule.close.count
        if !isDoubled { return scanner.take(rule.kind, to: at) }
        at += rule.close.count
      } else if byte == 0x0A, !rule.isMultiline {
        return scanner.take(rule.kind, to: at)
      } else if rule.hole != .none, let hole = hole(at, rule, scanner) {
        scanner.take(rule.kind, to: at)
        if enter(hole, rule, &scanner) { return }
        at = scanner.at
      } else if byte == UInt8(ascii: "\\"), rule.escape == .backslash {
        at = escape(at, rule, &scanner)
      } else {
        at += isSkipping(byte, rule.escape) ? 2 : 1
      }
    }
    scanner.take(rule.kind, to: scanner.end)
  }

  @inline(__always)
  private func isSkipping(_ byte: UInt8, _ escape: Rule.Escape) -> Bool {
    byte == UInt8(ascii: "`") && escape == .backtick || byte == UInt8(ascii: "\\") && escape == .raw
  }

  /// Makes a token of an escape; returns where it ends.
  private func escape(_ at: Int, _ rule: Rule, _ scanner: inout CodeScanner) -> Int {
    scanner.take(rule.kind, to: at)
    var end = at + 2
    switch scanner[at + 1] {
    case UInt8(ascii: "x"): end = scanner.skip(.hexDigits, from: end, atMost: 2)
    case UInt8(ascii: "u") where scanner[end] == UInt8(ascii: "{"):
      end = scanner.skip(.hexDigits, from: end + 1, atMost: 8)
      if scanner[end] == UInt8(ascii: "}") { end += 1 }
    case UInt8(ascii: "u"): end = scanner.skip(.hexDigits, from: end, atMost: 4)
    case UInt8(ascii: "U"): end = scanner.skip(.hexDigits, from: end, atMost: 8)
    default: break
    }
    scanner.take(.se, to: end)
    return min(end, scanner.end)
  }

  /// A hole that begins here: how long its opening is, and the bracket that ends it; a name alone has no bracket.
  private func hole(_ at: Int, _ rule: Rule, _ scanner: borrowing CodeScanner) -> (length: Int, close: UInt8)? {
    let (byte, next) = (scanner.code[at], scanner[at + 1])
    let brace = UInt8(ascii: "{"), isStart = byte == UInt8(ascii: "$")
    switch rule.hole {
    case .none: return nil
    case .hashBrace: return byte == UInt8(ascii: "#") && next == brace ? (2, UInt8(ascii: "}")) : nil
    case .parenthesis: return byte == UInt8(ascii: "\\") && next == UInt8(ascii: "(") ? (2, UInt8(ascii: ")")) : nil
    case .brace: return byte == brace && next != brace && scanner[at - 1] != brace ? (1, UInt8(ascii: "}")) : nil
    case .php where byte == brace && next == UInt8(ascii: "$"): return (1, UInt8(ascii: "}"))
    case .dollarBrace: return isStart && next == brace ? (2, UInt8(ascii: "}")) : nil
    case .dollarParenthesis where isStart && next == UInt8(ascii: "("): return (2, UInt8(ascii: ")"))
    case .dollar, .php, .dollarParenthesis:
      if isStart, next == brace { return (2, UInt8(ascii: "}")) }
      guard isStart, ByteSet.letters.contains(next) || next == UInt8(ascii: "_") else { return nil }
      return (scanner.skip(.word, from: at + 1) - at, 0)
    }
  }

  /// Leaves the string for the code in its hole; false when there is no code to read, and the string goes on.
  private mutating func enter(
    _ hole: (length: Int, close: UInt8), _ rule: Rule, _ scanner: inout CodeScanner
  ) -> Bool {
    guard hole.close != 0, !holes.isFull, let index = index(of: rule) else {
      scanner.take(.si, count: hole.length)
      return false
    }
    scanner.take(.si, count: hole.length)
    holes.push(rule: index, close: hole.close)
    expectsValue = true
    return true
  }

  /// The place of the rule that reads a string like this one to its end.
  private func index(of rule: Rule) -> Int? {
    rules.indices.first { index in
      let other = rules[index]
      return other.shape == .string && other.close.isSame(as: rule.close) && other.hole == rule.hole
        && other.escape == rule.escape
    }
  }

  func quoteFollows(_ start: Int, _ end: Int, _ scanner: borrowing CodeScanner) -> Bool {
    let next = scanner[end]
    guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "'"), end - start <= 3 else { return false }
    for at in start..<end where !options.prefix.contains(scanner.code[at]) { return false }
    return true
  }

  /// A string with letters before its quote: `r"…"`, `f"…"`.
  mutating func prefixed(_ start: Int, _ end: Int, _ scanner: inout CodeScanner) {
    scanner.take(.sa, to: end)
    var isRaw = false, hasHoles = false
    for at in start..<end {
      isRaw = isRaw || options.rawPrefix.contains(scanner.code[at])
      hasHoles = hasHoles || options.holePrefix.contains(scanner.code[at])
    }
    for rule in rules where rule.shape == .string && rule.open.isAt(end, of: scanner) {
      guard (rule.escape == .raw) == isRaw, (rule.hole != .none) == hasHoles else { continue }
      return string(rule, from: end + rule.open.count, &scanner)
    }
  }

  /// `r#"…"#`, `#"…"#`, `"…"` with any count of `#`.
  mutating func hashed(_ rule: Rule, _ scanner: inout CodeScanner) -> Bool {
    var at = scanner.at + rule.open.count
    // The mark may end in the first '#'.
    var hashes = scanner[at - 1] == UInt8(ascii: "#") ? 1 : 0
    while scanner[at] == UInt8(ascii: "#") { (at, hashes) = (at + 1, hashes + 1) }
    guard scanner[at] == UInt8(ascii: "\"") else { return false }
    at += 1
    while at < scanner.end {
      guard scanner.code[at] == UInt8(ascii: "\"") else {
        at += 1
        continue
      }
      let tail = scanner.skip(ByteSet("#"), from: at + 1)
      if tail - at - 1 >= hashes {
        at += 1 + hashes
        break
      }
      at = tail
    }
    scanner.take(rule.kind, to: at)
    expectsValue = false
    return true
  }

  /// `[[…]]`, `[==[…]==]`, and comments that begin with `--` before one.
  mutating func longBracket(_ rule: Rule, _ scanner: inout CodeScanner) -> Bool {
    var at = scanner.at + rule.open.count
    let signs = scanner.skip(ByteSet("="), from: at) - at
    at += signs
    guard scanner[at] == UInt8(ascii: "[") else { return false }
    while at < scanner.end {
      at += 1
      guard scanner[at] == UInt8(ascii: "]") else { continue }
      let tail = scanner.skip(ByteSet("="), from: at + 1)
      if tail - at - 1 == signs, scanner[tail] == UInt8(ascii: "]") {
        scanner.take(rule.kind, to: tail + 1)
        return true
      }
    }
    scanner.take(rule.kind, to: scanner.end)
    return true
  }
}
