/// A snippet's file and the part of it that is meant: `path`, `path:2:5`, `path:1:3,7:-1`, `path:section`.
struct SnippetReference {
  let path: String
  /// nil for the whole file or a range of lines.
  let section: String?
  /// 1-based, both ends in; nil ends are open, and negative ones count from the end of the file.
  private let ranges: [(first: Int?, last: Int?)]

  init(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    path = parts[0]
    let tail = parts.dropFirst()
    let spans = tail.joined(separator: ":").split(separator: ",", omittingEmptySubsequences: false).map {
      $0.split(separator: ":", omittingEmptySubsequences: false)
    }
    let areRanges = spans.prefix(100).allSatisfy { span in
      span.count <= 2 && span.allSatisfy { $0.isEmpty || Int($0) != nil }
    }
    ranges =
      tail.isEmpty || !areRanges
      ? [] : spans.prefix(100).map { (Int($0[0]), $0.count == 2 ? Int($0[1]) : nil) }
    section = tail.isEmpty || !ranges.isEmpty ? nil : tail.joined(separator: ":")
  }

  var isRemote: Bool { section?.hasPrefix("//") ?? false }

  /// A home folder, or another system's way to write paths.
  var isForeign: Bool { path.hasPrefix("~") || path.contains("\\") }

  /// The lines that are meant, without section marks; nil when the section is not there.
  func part(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).dropLast(bytes.last == 0x0a ? 1 : 0)
    if !ranges.isEmpty {
      return joined(ranges.flatMap { lines[Self.indices($0, of: lines.count, isEnded: bytes.last == 0x0a)] }[...])
    }
    guard let section else { return joined(lines.filter { Self.mark($0) == nil }[...]) }
    guard let start = lines.firstIndex(where: { Self.mark($0) == .start(section) }) else { return nil }
    let end = lines[start...].firstIndex { Self.mark($0) == .end(section) } ?? lines.endIndex
    return joined(lines[(start + 1)..<end].filter { Self.mark($0) == nil }[...])
  }

  /// Where a range lies among the lines. The end of a file that ends in a line end is an empty line of its own.
  private static func indices(_ range: (first: Int?, last: Int?), of count: Int, isEnded: Bool) -> Range<Int> {
    let total = count + (isEnded ? 1 : 0)
    var first = max(0, (range.first ?? 1) - 1), last = range.last ?? count
    if let negative = range.first, negative < 0 { first = max(0, negative < -total ? 0 : total + negative) }
    if let negative = range.last, negative < 0 { last = negative < -total ? 0 : total + 1 + negative }
    last = min(last, count)
    return first < last ? first..<last : 0..<0
  }

  private func joined(_ lines: ArraySlice<ArraySlice<UInt8>>) -> ArraySlice<UInt8> {
    lines.reduce(into: []) { text, line in
      text += line
      text.append(0x0a)
    }
  }

  private enum Mark: Equatable {
    case start(String)
    case end(String)
  }

  /// `--8<-- [start:name]` anywhere in a line.
  private static func mark(_ line: ArraySlice<UInt8>) -> Mark? {
    guard line.contains(UInt8(ascii: "[")), let cut = scissors(in: line) else { return nil }
    let rest = line[cut...]
    guard let open = rest.firstIndex(of: UInt8(ascii: "[")), let close = rest[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let text = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
    let words = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return nil }
    let name = words[1].filter { !$0.isWhitespace }
    return words[0] == "start" ? .start(name) : words[0] == "end" ? .end(name) : nil
  }

  /// Where a line goes on after `8<-`.
  private static func scissors(in line: ArraySlice<UInt8>) -> Int? {
    var rest = line
    while let eight = rest.firstIndex(of: UInt8(ascii: "8")) {
      rest = line[(eight + 1)...]
      if rest.starts(with: [UInt8(ascii: "<"), UInt8(ascii: "-")]) { return eight + 3 }
    }
    return nil
  }
}
