/// Words and numbers.
extension GrammarLexer {
  mutating func word(_ scanner: inout CodeScanner) {
    let start = scanner.at
    var end = scanner.skip(wordPart, from: start + 1)
    if options.hasDashes { end = dashed(from: end, scanner) }
    if quoteFollows(start, end, scanner) { return prefixed(start, end, &scanner) }
    let known = isBehindDot && options.member != nil ? nil : words.find(scanner.code + start, end - start)
    if let known {
      scanner.take(known.kind, to: end)
      after(known: known)
    } else {
      let kind = nameKind(start, &end, scanner)
      scanner.take(kind, to: end)
      expectsValue = false
    }
    isBehindDot = false
  }

  private mutating func after(known: (kind: TokenKind, next: TokenKind)) {
    switch known.kind {
    case .k, .kd, .kn, .kr, .ow: expectsValue = true
    default: expectsValue = false
    }
    // `from a import b`: what follows the second word is no namespace.
    if known.next != .plain { pending = known.next == .nn && pending == .nn ? .plain : known.next }
  }

  /// What a word is that no table knows.
  private mutating func nameKind(_ start: Int, _ end: inout Int, _ scanner: borrowing CodeScanner) -> TokenKind {
    if pending == .nn {
      end = scanner.skip(wordPart.union(options.namespace), from: end)
      return .nn
    }
    if pending != .plain {
      let kind = pending
      pending = .plain
      return kind
    }
    if isBehindDot, let member = options.member, member != .n { return member }
    let next = scanner[end]
    if let call = options.call, next == UInt8(ascii: "(") { return call }
    if let macro = options.macro, next == UInt8(ascii: "!"), scanner[end + 1] != UInt8(ascii: "=") {
      end += 1
      return macro
    }
    if let label = options.label, isLabel(start, end, scanner) { return label }
    if let type = options.type, scanner.code[start] >= 0x41, scanner.code[start] <= 0x5A { return type }
    return options.name
  }

  private func isLabel(_ start: Int, _ end: Int, _ scanner: borrowing CodeScanner) -> Bool {
    let next = scanner[scanner.skipBlanks(from: end)]
    return (next == UInt8(ascii: ":") || next == UInt8(ascii: "=")) && scanner.isFirstOnLine(start)
  }

  /// Takes in `-` where a letter follows it.
  private func dashed(from end: Int, _ scanner: borrowing CodeScanner) -> Int {
    var end = end
    while scanner[end] == UInt8(ascii: "-"), ByteSet.letters.contains(scanner[end + 1]) {
      end = scanner.skip(wordPart, from: end + 1)
    }
    return end
  }

  /// `0x1F`, `1_000`, `2.5e-3f`: digits, and whatever letters hang on them.
  mutating func number(_ scanner: inout CodeScanner) {
    let start = scanner.at
    var kind = options.integer
    var end = start
    if scanner[start] == UInt8(ascii: "0"), let base = Self.base(scanner[start + 1]) {
      kind = base
      end = scanner.skip(.word, from: start + 2)
    } else {
      end = scanner.skip(Self.decimal, from: start)
      if scanner[end] == UInt8(ascii: "."), ByteSet.digits.contains(scanner[end + 1]) {
        kind = .mf
        end = scanner.skip(Self.decimal, from: end + 1)
      }
      if scanner[end] | 0x20 == UInt8(ascii: "e"), let exponent = Self.exponent(end, scanner) {
        kind = .mf
        end = exponent
      }
      end = scanner.skip(.word, from: end)
    }
    scanner.take(kind, to: max(end, start + 1))
    expectsValue = false
    isBehindDot = false
    pending = .plain
  }

  private static let decimal = ByteSet("0123456789_")

  private static func base(_ letter: UInt8) -> TokenKind? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): .mh
    case UInt8(ascii: "b"): .mb
    case UInt8(ascii: "o"): .mo
    default: nil
    }
  }

  /// Where an exponent ends; nil when none is there.
  private static func exponent(_ offset: Int, _ scanner: borrowing CodeScanner) -> Int? {
    var at = offset + 1
    if scanner[at] == UInt8(ascii: "+") || scanner[at] == UInt8(ascii: "-") { at += 1 }
    return ByteSet.digits.contains(scanner[at]) ? scanner.skip(.digits, from: at) : nil
  }
}
