/// What begins with a mark.
extension GrammarLexer {
  /// Applies the first rule whose mark is here; false when none is.
  mutating func apply(_ byte: UInt8, _ scanner: inout CodeScanner) -> Bool {
    for index in 0..<rules.count {
      let rule = rules[index]
      guard rule.open.first == byte, rule.open.isAt(scanner.at, of: scanner) else { continue }
      if begin(rule, &scanner) { return true }
    }
    return false
  }

  private mutating func begin(_ rule: Rule, _ scanner: inout CodeScanner) -> Bool {
    let start = scanner.at
    switch rule.shape {
    case .line: scanner.take(rule.kind, to: scanner.lineEnd(from: start))
    case .block: block(rule, &scanner)
    case .string:
      var rule = rule
      if let doc = options.doc, rule.open.count == 3, scanner.isFirstOnLine(start) { rule.kind = doc }
      let name = options.namesAreQuoted ? pending : .plain
      if name != .plain { rule.kind = name }
      string(rule, from: start + rule.open.count, &scanner)
      if name == .nc { pending = .nv }
    case .hashed: return hashed(rule, &scanner)
    case .longBracket: return longBracket(rule, &scanner)
    case .sigil: return sigil(rule, &scanner)
    case .directive:
      guard scanner.isFirstOnLine(start) else { return false }
      directive(rule, &scanner)
    case .heredoc: return heredoc(rule, &scanner)
    case .regex: return regex(rule, &scanner)
    case .lifetime: lifetime(rule, &scanner)
    case .mark:
      scanner.take(rule.kind, count: rule.open.count)
      expectsValue = true
      isBehindDot = false
      pending = .plain
    }
    return true
  }

  private func block(_ rule: Rule, _ scanner: inout CodeScanner) {
    var at = scanner.at + rule.open.count, depth = 1
    while at < scanner.end {
      if rule.close.isAt(at, of: scanner) {
        at += rule.close.count
        depth -= 1
        if depth == 0 { return scanner.take(rule.kind, to: at) }
      } else if rule.nests, rule.open.isAt(at, of: scanner) {
        at += rule.open.count
        depth += 1
      } else {
        at += 1
      }
    }
    scanner.take(rule.kind, to: scanner.end)
  }

  private mutating func sigil(_ rule: Rule, _ scanner: inout CodeScanner) -> Bool {
    let start = scanner.at + rule.open.count
    guard ByteSet.word.contains(scanner[start]) else { return false }
    var end = scanner.skip(wordPart, from: start)
    if rule.kind == .nd {
      while scanner[end] == UInt8(ascii: "."), ByteSet.word.contains(scanner[end + 1]) {
        end = scanner.skip(wordPart, from: end + 1)
      }
    }
    scanner.take(rule.kind, to: end)
    expectsValue = false
    isBehindDot = false
    pending = .plain
    return true
  }

  private mutating func lifetime(_ rule: Rule, _ scanner: inout CodeScanner) {
    let start = scanner.at
    let isEscape = scanner[start + 1] == UInt8(ascii: "\\")
    let word = scanner.skip(.word, from: start + 1)
    let close = isEscape ? scanner.find(Self.quoteOrEnd, from: start + 3) : max(word, start + 2)
    let isCharacter = scanner[close] == UInt8(ascii: "'") && (isEscape || close - start <= 5)
    scanner.take(
      isCharacter ? .sc : word > start + 1 ? rule.kind : .p, to: isCharacter ? close + 1 : max(word, start + 1))
    expectsValue = false
    isBehindDot = false
    pending = .plain
  }

  private static let quoteOrEnd = ByteSet("'\n")

  private func directive(_ rule: Rule, _ scanner: inout CodeScanner) {
    var end = scanner.lineEnd(from: scanner.at)
    while end < scanner.end, scanner[end - 1] == UInt8(ascii: "\\") { end = scanner.lineEnd(from: end + 1) }
    scanner.take(rule.kind, to: end)
  }

  private mutating func heredoc(_ rule: Rule, _ scanner: inout CodeScanner) -> Bool {
    var at = scanner.at + rule.open.count
    if scanner[at] == UInt8(ascii: "-") || scanner[at] == UInt8(ascii: "~") { at += 1 }
    let quote = scanner[at] == UInt8(ascii: "'") || scanner[at] == UInt8(ascii: "\"") ? scanner[at] : 0
    if quote != 0 { at += 1 }
    let end = scanner.skip(.word, from: at)
    guard end > at, !ByteSet.digits.contains(scanner[at]) else { return false }
    heredoc = Heredoc(word: at..<end)
    scanner.take(.sh, to: quote != 0 && scanner[end] == quote ? end + 1 : end)
    expectsValue = false
    return true
  }

  private mutating func regex(_ rule: Rule, _ scanner: inout CodeScanner) -> Bool {
    guard expectsValue, scanner.at >= regexFreeUntil else { return false }
    var at = scanner.at + 1, isClass = false
    while at < scanner.end, scanner.code[at] != 0x0A {
      let byte = scanner.code[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\\"): if scanner[at] != 0x0A { at += 1 }
      case UInt8(ascii: "["): isClass = true
      case UInt8(ascii: "]"): isClass = false
      case UInt8(ascii: "/") where !isClass:
        scanner.take(rule.kind, to: scanner.skip(.letters, from: at))
        expectsValue = false
        pending = .plain
        return true
      default: break
      }
    }
    // One unfinished expression ends the search on its line: it must not be read again for every slash.
    regexFreeUntil = at
    return false
  }
}
