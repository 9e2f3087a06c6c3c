import TechDocsModel

/// Relative links of a file that is spliced into a page of another folder, as they must read there.
struct IncludedLinks {
  private let prefix: String

  init(from folder: String, to includer: String) {
    let from = folder.split(separator: "/"), to = includer.split(separator: "/")
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: to.count - shared) + from[shared...].map(String.init)
    prefix = parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
  }

  /// The line with the targets of its links and link definitions rewritten. Linear.
  func rewritten(_ line: [UInt8]) -> [UInt8] {
    guard !prefix.isEmpty, line.contains(UInt8(ascii: "]")) else { return line }
    var text: [UInt8] = [], index = 0, isCode = false
    while index < line.count {
      let byte = line[index]
      text.append(byte)
      index += 1
      if byte == UInt8(ascii: "`") { isCode.toggle() }
      guard byte == UInt8(ascii: "]"), !isCode, index < line.count, let target = target(line, after: index) else {
        continue
      }
      text += line[index..<target]
      index = target
      if isRelative(line[target...]) { text += Array(prefix.utf8) }
    }
    return text
  }

  /// Where a target begins behind `](` or `]: `.
  private func target(_ line: [UInt8], after index: Int) -> Int? {
    var start = index + 1
    guard line[index] == UInt8(ascii: "(") || line[index] == UInt8(ascii: ":") else { return nil }
    while start < line.count, line[start] == 0x20 { start += 1 }
    if start < line.count, line[start] == UInt8(ascii: "<") { start += 1 }
    return start < line.count ? start : nil
  }

  private func isRelative(_ target: ArraySlice<UInt8>) -> Bool {
    guard let first = target.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "/") else { return false }
    let word = target.prefix { $0 > 0x20 && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: ">") }
    guard !word.isEmpty else { return false }
    let colon = word.firstIndex(of: UInt8(ascii: ":")) ?? word.endIndex
    return colon == word.endIndex || word[..<colon].contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
  }
}
