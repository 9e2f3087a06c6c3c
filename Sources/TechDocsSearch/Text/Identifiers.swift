/// Words that are joined, and the humps of a word.
extension Tokenizer {
  /// Reads words joined by `_ . / : -` from `start`; the offset after them.
  mutating func identifier(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ sink: inout some TokenSink) -> Int {
    chain.removeAll(keepingCapacity: true)
    (chainScalars, words, slash, dot) = (0, 0, (0, 0, 0), (0, 0, 0))
    if let end = symbolicName(text, start) {
      takeSymbolicName(text, start, end, &sink)
      return end
    }
    var index = start
    while true {
      index = word(text, index, &sink)
      var next = index
      while next < text.count, Self.isJoiner(text[next]) { next += 1 }
      guard next > index, next < text.count, case .word = Self.kind(text, next) else { break }
      join(text, index..<next, &sink)
      index = next
    }
    if dot.start != slash.start { closeDot(&sink) }
    if slash.start != 0 { closeSlash(&sink) }
    if words > 1 { takeWhole(from: 0, scalars: chainScalars, &sink) }
    if Self.isFlag(text, start) {
      chain.insert(contentsOf: "--".utf8, at: 0)
      takeWhole(from: 0, scalars: chainScalars, &sink)
    }
    return index
  }

  /// Whether two dashes of their own stand before, as in `--dry-run`.
  private static func isFlag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start > 1, text[start - 1] == UInt8(ascii: "-"), text[start - 2] == UInt8(ascii: "-") else { return false }
    return start == 2 || text[start - 3] != UInt8(ascii: "-") && !isAlphanumeric(text[start - 3])
  }

  /// The end of a name such as `C++` or `F#`; nil for anything else.
  private func symbolicName(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start + 1 < text.count, text[start] < 0x80, text[start] >= 0x41 else { return nil }
    let isSharp = text[start + 1] == UInt8(ascii: "#")
    let isPlus =
      start + 2 < text.count && text[start + 1] == UInt8(ascii: "+") && text[start + 2] == UInt8(ascii: "+")
    guard isSharp || isPlus else { return nil }
    let end = start + (isSharp ? 2 : 3)
    if end < text.count, case .word = Self.kind(text, end) { return nil }
    return end
  }

  private mutating func takeSymbolicName(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ sink: inout some TokenSink
  ) {
    chain.append(text[start] | 0x20)
    chain += text[start + 1..<end]
    chain.withUnsafeBufferPointer {
      sink.take(UnsafeBufferPointer(rebasing: $0[..<1]), .word)
      sink.take($0, .whole)
    }
  }

  private mutating func join(_ text: UnsafeBufferPointer<UInt8>, _ joiners: Range<Int>, _ sink: inout some TokenSink) {
    let endsSlash = text[joiners].contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
    let endsDot = endsSlash || text[joiners].contains(UInt8(ascii: "."))
    if endsDot, !endsSlash || dot.start != slash.start { closeDot(&sink) }
    if endsSlash { closeSlash(&sink) }
    chain += text[joiners]
    chainScalars += joiners.count
    if endsDot { dot = (chain.count, chainScalars, 0) }
    if endsSlash { slash = (chain.count, chainScalars, 0) }
  }

  private mutating func closeDot(_ sink: inout some TokenSink) {
    if dot.words > 1 { takeWhole(from: dot.start, scalars: chainScalars - dot.scalars, &sink) }
  }

  private mutating func closeSlash(_ sink: inout some TokenSink) {
    if slash.words > 1 { takeWhole(from: slash.start, scalars: chainScalars - slash.scalars, &sink) }
  }

  private mutating func takeWhole(from start: Int, scalars: Int, _ sink: inout some TokenSink) {
    guard scalars <= Self.longest else { return }
    chain.withUnsafeBufferPointer { sink.take(UnsafeBufferPointer(rebasing: $0[start...]), .whole) }
  }

  static func isJoiner(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// Reads one word and hands it over, with its humps; the offset after it.
  private mutating func word(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ sink: inout some TokenSink) -> Int {
    let from = chain.count
    var index = start, scalars = 0, capitals = 0, isPlain = true
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        guard Self.isAlphanumeric(byte) else { break }
        let isCapital = Self.isCapital(byte)
        if isCapital, index > start { capitals += 1 }
        chain.append(isCapital ? byte | 0x20 : byte)
        (index, scalars) = (index + 1, scalars + 1)
      } else {
        guard case .word = Self.kind(text, index), let (scalar, end) = UTF8Scalar.decode(text, at: index) else { break }
        (index, isPlain) = (end, false)
        scalars += folding.append(scalar, to: &chain)
      }
    }
    chainScalars += scalars
    (words, slash.words, dot.words) = (words + 1, slash.words + 1, dot.words + 1)
    guard scalars <= Self.longest, scalars > 0 else { return index }
    chain.withUnsafeBufferPointer { sink.take(UnsafeBufferPointer(rebasing: $0[from...]), .word) }
    if capitals > 0, isPlain { humps(text, start..<index, capitals: capitals, &sink) }
    return index
  }

  static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }

  /// `HTTPServerPort2` → `http`, `server`, `port`: only what has two letters or digits and is not the whole word. The
  /// plural of an abbreviation, `APIs`, has none.
  private func humps(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, capitals: Int, _ sink: inout some TokenSink
  ) {
    let isPlural = text[range.upperBound - 1] == UInt8(ascii: "s") && capitals == range.count - 2
    if isPlural, Self.isCapital(text[range.lowerBound]) { return }
    var index = range.lowerBound
    while index < range.upperBound {
      let end = humpEnd(text, index, range.upperBound)
      if end - index > 1, end - index < range.count { takeHump(text, index..<end, &sink) }
      index = end
    }
  }

  /// Capitals up to the one that begins the next hump; a capital and small letters; digits.
  private func humpEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    func run(_ from: Int, _ isIn: (UInt8) -> Bool) -> Int {
      var index = from
      while index < limit, isIn(text[index]) { index += 1 }
      return index
    }
    let capitals = run(start, Self.isCapital)
    let small = run(capitals) { $0 >= 0x61 }
    if capitals - start > 1 { return small > capitals ? capitals - 1 : capitals }
    if small > start { return small }
    return run(start) { $0 < 0x41 }
  }

  private func takeHump(_ text: UnsafeBufferPointer<UInt8>, _ hump: Range<Int>, _ sink: inout some TokenSink) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: hump.count) { folded in
      for (offset, index) in hump.enumerated() {
        folded[offset] = Self.isCapital(text[index]) ? text[index] | 0x20 : text[index]
      }
      sink.take(UnsafeBufferPointer(folded), .part)
    }
  }
}
