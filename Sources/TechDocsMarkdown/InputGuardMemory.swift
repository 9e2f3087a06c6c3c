import TechDocsModel

extension InputGuard {
  /// Blocks between slashes inside each other: every later line walks through all of them.
  mutating func limitSlashes(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ number: Int) {
    guard text[line].starts(with: "///".utf8) else { return }
    let rest = text[line].drop { $0 == UInt8(ascii: "/") }
    guard rest.contains(where: { !Self.isWhite($0) }) else {
      slashDepth = max(0, slashDepth - 1)
      return
    }
    slashDepth += 1
    guard slashDepth > Limit.nesting else { return }
    slashDepth -= 1
    defuse(line.lowerBound, number, "blocks nested too deeply")
  }

  /// Cuts a page whose parts would take more memory than a build can give to one page.
  ///
  /// Below the smallest size that can come so far nothing is counted: no part takes more than an address of mail.
  mutating func limitMemory(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count > 200_000 else { return }
    let costs = PartCosts.table
    var total = text.count * 4, line = 1, lineStart = 0
    for index in text.indices {
      total += Int(costs[Int(text[index])])
      guard text[index] == UInt8(ascii: "\n") else { continue }
      if total > Limit.memory { return setCut((lineStart, line)) }
      line += 1
      lineStart = index + 1
    }
    if total > Limit.memory { setCut((lineStart, line)) }
  }
}

/// What a byte may cost, by what it may begin: a node of the tree, with what becomes of it. Measured.
private enum PartCosts {
  static let table: [UInt16] = {
    var costs = [UInt16](repeating: 0, count: 256)
    for byte in "\n*_[]!<&:^~=|$`{#\\".utf8 { costs[Int(byte)] = 350 }
    costs[Int(UInt8(ascii: "@"))] = 6_000
    return costs
  }()
}
