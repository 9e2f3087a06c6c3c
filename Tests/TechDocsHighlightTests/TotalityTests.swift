import Foundation
import TechDocsHighlight
import TestSupport
import Testing

/// Whatever the bytes are, no language loses one, leaves a span open, or takes long.
@Suite struct TotalityTests {
  private static let names = allLanguages.map { $0.names[0] }

  private static func language(_ name: String) throws -> Language {
    try #require(Highlighter().language(named: name))
  }

  @Test(arguments: names) func randomBytesKeepTheirText(name: String) throws {
    var random = SeededBytes(seed: 7)
    for length in 0..<160 {
      let code = (0..<length).map { _ in random.next() }
      #expect(Highlighted(code, as: try Self.language(name)).text == code, "\(code)")
    }
  }

  /// Marks of all languages in any order reach more of a lexer than bytes do.
  @Test(arguments: names) func randomPiecesKeepTheirText(name: String) throws {
    var random = SeededBytes(seed: 11)
    for _ in 0..<200 {
      let code = (0..<40).flatMap { _ in Array(CodeSamples.pieces[Int(random.next()) % CodeSamples.pieces.count].utf8) }
      let text = Highlighted(code, as: try Self.language(name)).text
      #expect(text == code, "\(String(decoding: code, as: UTF8.self))")
    }
  }

  @Test(arguments: CodeSamples.all) func everyBeginningKeepsItsText(sample: CodeSamples.Sample) throws {
    let code = Array(sample.code.utf8), language = try Self.language(sample.language)
    for end in 0...code.count {
      let part = Array(code[..<end])
      #expect(Highlighted(part, as: language).text == part, "the first \(end) bytes")
    }
  }

  /// Seconds of this thread's own work, whatever else the machine does.
  private static func seconds(_ work: () -> Void) -> Double {
    var start = timespec(), end = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
    work()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
  }

  private static let openings = [
    "\"", "'", "`", "${", "{", "(", "[", "[[", "[=[", "/*", "<", "<!--", "<a ", "<script>", "<?php ", "{{", "{%", "\\",
    "\\(",
    "\n", " ", "/[", "<<A ", "<<A\n", "/ ", "- a\n", "[a:", "x = [", "r#\"", "```\n", "- ", "a: ", "|\n", "%w[", "a",
    "1 ", "# ",
    "\"${", "$(", "=begin ", "__END__ ",
  ]

  /// Each opening mark again and again: what never closes must not be looked for each time.
  @Test(.timeLimit(.minutes(1)), arguments: names) func timeGrowsWithTheCode(name: String) throws {
    let language = try Self.language(name)
    for piece in Self.openings {
      let small = Array(String(repeating: piece, count: 1_000 / piece.utf8.count + 1).utf8)
      let large = Array(String(repeating: piece, count: 8_000 / piece.utf8.count + 1).utf8)
      let one = Self.seconds { _ = Highlighted(small, as: language) }
      let many = Self.seconds { _ = Highlighted(large, as: language) }
      // Eight times the code; a square would be 64 times the time. The floor is for what a clock cannot see.
      #expect(many < one * 24 + 0.06, "\(piece): \(one) s for 1 kB, \(many) s for 8 kB")
    }
  }
}

/// Bytes that a seed decides.
struct SeededBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt8 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return UInt8(truncatingIfNeeded: state >> 24)
  }
}
