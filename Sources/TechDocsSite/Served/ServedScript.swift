/// Scripts as readers get them: without comments, and without the space that nothing needs. Names stay as they are but for
/// those that a module keeps to itself.
///
/// A script is read token by token, so that texts, templates and expressions stay as they are. The end of a line stays
/// wherever a statement might end with it.
struct ServedScript {
  private enum Gap: Int { case none, space, line }

  private let bytes: [UInt8]
  private var at = 0
  private var out: [UInt8] = []
  /// Where each token stands in `out`.
  private var tokens: [Range<Int>] = []
  /// What stood between the last token and the next.
  private var gap = Gap.none
  /// For each template that is open, how many braces are open in its expression.
  private var templates: [Int] = []
  /// For each parenthesis that is open, whether a statement follows what it holds, as behind `if`.
  private var heads: [Bool] = []
  /// Whether the last parenthesis that was closed was one of those.
  private var isHead = false
  /// Whether something could be read in two ways that matter.
  private var isUnsure = false

  /// The script, slim; as it was but for whole lines where it cannot be read for sure.
  static func slimmed(_ bytes: [UInt8]) -> [UInt8] {
    read(bytes)?.out ?? ServedText.slimmed(bytes)
  }

  /// The same for a module, whose own names are short too.
  static func slimmedModule(_ bytes: [UInt8]) -> [UInt8] {
    guard let script = read(bytes) else { return ServedText.slimmed(bytes) }
    return ModuleNames.shortened(script.out, tokens: script.tokens)
  }

  /// nil for one that cannot be read for sure.
  private static func read(_ bytes: [UInt8]) -> ServedScript? {
    var script = ServedScript(bytes: bytes)
    script.out.reserveCapacity(bytes.count)
    while script.at < bytes.count, !script.isUnsure { script.step() }
    if !script.out.isEmpty { script.out.append(0x0a) }
    return script.isUnsure ? nil : script
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func step() {
    switch bytes[at] {
    case 0x20, 0x09, 0x0d: pass(1, .space)
    case 0x0a: pass(1, .line)
    case UInt8(ascii: "/"): slash()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): take(to: endOfText())
    case UInt8(ascii: "`"):
      templates.append(0)
      take(to: endOfTemplate())
    case UInt8(ascii: "}") where templates.last == 0: take(to: endOfTemplate())
    case UInt8(ascii: "("):
      heads.append(ScriptBytes.isHead(after: out))
      take(to: at + 1)
    case UInt8(ascii: ")"):
      isHead = heads.popLast() ?? false
      take(to: at + 1)
    case let byte: symbol(byte)
    }
  }

  /// A name, or one byte of what is none; braces are counted.
  private mutating func symbol(_ byte: UInt8) {
    var end = at + 1
    if ScriptBytes.isName(byte) { while end < bytes.count, ScriptBytes.isName(bytes[end]) { end += 1 } }
    if !templates.isEmpty, byte == UInt8(ascii: "{") { templates[templates.count - 1] += 1 }
    if byte == UInt8(ascii: "}") {
      if !templates.isEmpty { templates[templates.count - 1] -= 1 }
      if ScriptBytes.endsStatement(out), !isHead || out.suffix(2) != Array(");".utf8)[...] {
        out.removeLast()
        tokens.removeLast()
      }
    }
    take(to: end)
  }

  private mutating func pass(_ count: Int, _ seen: Gap) {
    at = min(at + count, bytes.count)
    if seen.rawValue > gap.rawValue { gap = seen }
  }

  private mutating func take(to end: Int) {
    let end = min(end, bytes.count)
    if let last = out.last, gap != .none {
      let next = bytes[at], after = at + 1 < bytes.count ? bytes[at + 1] : 0
      if gap == .line, ScriptBytes.mayEnd(last, before: next, after) {
        out.append(0x0a)
      } else if ScriptBytes.wouldJoin(last, next) {
        out.append(0x20)
      }
    }
    gap = .none
    tokens.append(out.count..<out.count + end - at)
    out += bytes[at..<end]
    at = end
  }

  // MARK: - What lasts longer than a byte

  private func endOfText() -> Int {
    var end = at + 1
    while end < bytes.count, bytes[end] != bytes[at] { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return end + 1
  }

  /// Behind the template's end, or behind the `${` of its next expression.
  private mutating func endOfTemplate() -> Int {
    var end = at + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "`") {
      if bytes[end...].starts(with: "${".utf8) { return end + 2 }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    templates.removeLast()
    return end + 1
  }

  /// A comment, a regular expression, or the sign that divides.
  private mutating func slash() {
    let rest = bytes[at...]
    if rest.starts(with: "//".utf8) { return pass((rest.firstIndex(of: 0x0a) ?? bytes.count) - at, .line) }
    if rest.starts(with: "/*".utf8) {
      let end = endOfComment()
      return pass(end - at, rest[..<end].contains(0x0a) ? .line : .space)
    }
    switch ScriptBytes.slash(after: out, isHead: isHead) {
    case .divides: take(to: at + 1)
    case .opens: take(to: endOfExpression())
    case .either:
      // Either way it ends with its line, unless a template or a comment goes on behind it.
      let line = rest.prefix { $0 != 0x0a }
      isUnsure =
        !templates.isEmpty || line.contains(UInt8(ascii: "`")) || line.firstRange(of: Array("/*".utf8)) != nil
      take(to: line.endIndex)
    }
  }

  private func endOfComment() -> Int {
    var end = at + 2
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") { return end + 2 }
      end += 1
    }
    return bytes.count
  }

  private func endOfExpression() -> Int {
    var end = at + 1, isInClass = false
    while end < bytes.count, bytes[end] != 0x0a {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass: return end + 1
      default: break
      }
      end += 1
    }
    return end
  }
}
