/// What can be told of a script from single bytes.
enum ScriptBytes {
  /// Letters, digits, `_`, `$`, escapes, and all that is not ASCII.
  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "\\"), 0x80...: true
    default: false
    }
  }

  /// Whether a statement might end between two tokens that a line's end parts; `after` is the byte behind `next`.
  static func mayEnd(_ last: UInt8, before next: UInt8, _ after: UInt8) -> Bool {
    if open.contains(last) { return false }
    return !closing.contains(next) || next == UInt8(ascii: ".") && isDigit(after)
  }

  /// No statement ends with one of these, or it has ended already.
  private static let open = Set(",;{([:?=&|<>*%^~!".utf8)
  /// No statement begins with one of these.
  private static let closing = Set(")]},;.?:=&|".utf8)

  /// Whether two tokens would be read as another without space between them.
  static func wouldJoin(_ last: UInt8, _ next: UInt8) -> Bool {
    if isName(last), isName(next) { return true }
    switch last {
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return next == last
    case UInt8(ascii: "/"): return next == last || next == UInt8(ascii: "*")
    case UInt8(ascii: "<"): return next == UInt8(ascii: "!")
    default: return isDigit(last) && next == UInt8(ascii: ".")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  enum Slash { case divides, opens, either }

  /// What a slash does behind what has been written: it divides values, and opens a regular expression where one is due.
  static func slash(after out: [UInt8], isHead: Bool) -> Slash {
    guard let last = out.last else { return .opens }
    if isName(last) { return words.contains(lastWord(out)) ? .opens : .divides }
    switch last {
    case UInt8(ascii: ")"): return isHead ? .opens : .divides
    case UInt8(ascii: "}"): return .either
    case UInt8(ascii: "+") where out.suffix(2) == [last, last], UInt8(ascii: "-") where out.suffix(2) == [last, last]:
      return .either
    default: return ends.contains(last) ? .divides : .opens
    }
  }

  /// What a value ends with, names and brackets that also end other things aside.
  private static let ends = Set("]'\"`/.".utf8)
  /// Words behind which a value is due.
  private static let words: Set = [
    "return", "typeof", "case", "in", "of", "void", "delete", "throw", "new", "else", "do", "await", "yield",
    "instanceof",
  ]

  /// The name that has just been written, with the point before it: that of a field is no keyword.
  private static func lastWord(_ out: [UInt8]) -> String {
    let name = out.reversed().prefix(12).prefix { isName($0) || $0 == UInt8(ascii: ".") }
    return String(decoding: name.reversed(), as: UTF8.self)
  }

  private static let heads: Set = ["if", "for", "while", "with"]

  /// Whether a parenthesis that opens here has a statement behind it.
  static func isHead(after out: [UInt8]) -> Bool { heads.contains(lastWord(out)) }

  /// Whether a semicolon was written that a closing brace makes needless. One that is a statement by itself is not.
  static func endsStatement(_ out: [UInt8]) -> Bool {
    guard out.last == UInt8(ascii: ";"), let last = out.dropLast().last else { return false }
    return !"{};:".utf8.contains(last) && lastWord(Array(out.suffix(8).dropLast())) != "else"
  }
}
