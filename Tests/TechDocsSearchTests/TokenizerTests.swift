import Foundation
import TestSupport
import Testing

@testable import TechDocsSearch

/// The tokenizer and the stemmer, held to the same lines as the browser's.
@Suite struct TokenizerTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let text: String
    /// Token and kind.
    let tokens: [[String]]
    var testDescription: String { id }
  }

  struct Stem: Decodable, Sendable, CustomTestStringConvertible {
    let word: String
    let stem: String
    var testDescription: String { word }
  }

  static let spec = ProjectFolder.root.appendingPathComponent("Tests/TechDocsSearchTests/Spec")
  static let cases: [Case] = lines("tokenizer.jsonl")
  static let stems: [Stem] = lines("stems.jsonl")

  static func lines<Line: Decodable>(_ name: String) -> [Line] {
    let text = (try? String(contentsOf: spec.appendingPathComponent(name), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  @Test func theSpecIsRead() {
    #expect(Self.cases.count >= 29)
    #expect(Self.stems.count >= 40)
  }

  @Test(arguments: cases) func textBecomesTokens(spec: Case) {
    #expect(
      TokenList.tokens(of: spec.text).map { "\($0.text) \($0.kind)" }.sorted()
        == spec.tokens.map { $0.joined(separator: " ") }.sorted())
  }

  @Test(arguments: stems) func endingsComeOff(spec: Stem) {
    #expect(String(decoding: Stemmer.stem(Array(spec.word.utf8)), as: UTF8.self) == spec.stem)
  }

  /// The browser's side of the same spec, where there is a Node to run it.
  @Test(.enabled(if: Node.isThere)) func theBrowserAgrees() throws {
    let script = ProjectFolder.root.appendingPathComponent("Tests/TechDocsSearchTests/tokens.mjs").path
    let theme = ProjectFolder.root.appendingPathComponent("site-theme/js/search").path
    #expect(try Node.run(script, theme, Self.spec.path) == "")
  }

  @Test func bytesThatAreNoTextAreSeparators() {
    #expect(TokenList.tokens(of: [0x61, 0xff, 0x62, 0xe6, 0x97, 0x63]).map(\.text) == ["a", "b", "c"])
  }

  @Test(.timeLimit(.minutes(1))) func longIdentifiersTakeLinearTime() {
    let text = Array(String(repeating: "a.B/c-", count: 50_000).utf8)
    #expect(TokenList.tokens(of: text).count > 150_000)
  }
}

/// All tokens of a text.
struct TokenList: TokenSink {
  private(set) var all: [(text: String, kind: TokenKind)] = []

  mutating func take(_ token: UnsafeBufferPointer<UInt8>, _ kind: TokenKind) {
    all.append((String(decoding: token, as: UTF8.self), kind))
  }

  static func tokens(of bytes: [UInt8]) -> [(text: String, kind: TokenKind)] {
    var list = TokenList(), tokenizer = Tokenizer()
    bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0, into: &list) }
    return list.all
  }

  static func tokens(of text: String) -> [(text: String, kind: TokenKind)] { tokens(of: Array(text.utf8)) }
}
