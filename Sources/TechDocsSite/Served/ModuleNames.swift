/// Short names for what a module declares at its top, which nothing outside can see.
///
/// Such a name means the same wherever it stands in the module, unless it is a property's; one that is a property's
/// anywhere is left as it is, and so is what the module exports.
struct ModuleNames {
  private let bytes: [UInt8]
  private let tokens: [Range<Int>]
  private var declared: [String] = []
  /// Names that are a property's, or exported.
  private var fixed: Set<String> = []
  private var uses: [String: Int] = [:]
  /// The brackets that are open: `{` of an object, `(`, `[`, `$` for a template's expression, `C` and `B` for the bodies of
  /// a class and of a function or a statement.
  private var open: [Character] = []
  private var isClass = false

  /// The module with short names; `tokens` are where its tokens stand, in order.
  static func shortened(_ bytes: [UInt8], tokens: [Range<Int>]) -> [UInt8] {
    var names = ModuleNames(bytes: bytes, tokens: tokens)
    for index in tokens.indices { names.read(index) }
    let short = names.short()
    var out: [UInt8] = [], from = 0
    for (index, token) in tokens.enumerated() {
      guard let name = names.name(index).flatMap({ short[$0] }) else { continue }
      out += bytes[from..<token.lowerBound]
      out += name.utf8
      from = token.upperBound
    }
    return out + bytes[from...]
  }

  private init(bytes: [UInt8], tokens: [Range<Int>]) { (self.bytes, self.tokens) = (bytes, tokens) }

  // MARK: - Tokens

  private func text(_ index: Int) -> String {
    tokens.indices.contains(index) ? String(decoding: bytes[tokens[index]], as: UTF8.self) : ""
  }

  /// The token if it is a name.
  private func name(_ index: Int) -> String? {
    let first = bytes[tokens[index].lowerBound]
    return ScriptBytes.isName(first) && !(0x30...0x39).contains(first) ? text(index) : nil
  }

  private mutating func read(_ index: Int) {
    guard let name = name(index) else { return bracket(text(index), after: text(index - 1)) }
    uses[name, default: 0] += 1
    if isProperty(index) {
      fixed.insert(name)
      return
    }
    if name == "class" { isClass = true }
    if ["const", "let", "class", "function"].contains(text(index - 1)), open.isEmpty {
      declared.append(name)
      if [text(index - 2), text(index - 3)].contains("export") { fixed.insert(name) }
    }
  }

  private mutating func bracket(_ token: String, after last: String) {
    if token.first == "}" || token == ")" || token == "]" { _ = open.popLast() }
    if token.hasSuffix("${") {
      open.append("$")
    } else if token == "{" {
      open.append(isClass ? "C" : [")", ">", "else", "try", "finally", "do"].contains(last) ? "B" : "{")
      isClass = false
    } else if token == "(" || token == "[" {
      open.append(token == "(" ? "(" : "[")
    }
  }

  /// Whether a name may be that of a property: behind a dot, before a colon, in an object, in a class.
  private func isProperty(_ index: Int) -> Bool {
    let before = text(index - 1), after = text(index + 1)
    if before == ".", text(index - 2) != "." { return true }
    if after == ":" || before == "as" { return true }
    switch open.last {
    case "C": return ["(", "=", ";", "}"].contains(after)
    case "{":
      if ["async", "get", "set", "static", "*"].contains(before) { return after == "(" }
      return ["{", ","].contains(before) && [",", "}", "=", "("].contains(after)
    default: return false
    }
  }

  // MARK: - Names

  private func short() -> [String: String] {
    if uses["eval"] != nil { return [:] }
    let long = Set(declared).subtracting(fixed).filter { $0.utf8.count > 2 }
    let gain = { (name: String) in uses[name, default: 0] * (name.utf8.count - 1) }
    let sorted = long.sorted { gain($0) == gain($1) ? $0 < $1 : gain($0) > gain($1) }
    return Dictionary(uniqueKeysWithValues: zip(sorted, Self.free(sorted.count, besides: uses)))
  }

  /// Words of two letters that mean something in a script.
  private static let reserved: Set<String> = ["as", "do", "if", "in", "is", "of"]

  private static func free(_ count: Int, besides uses: [String: Int]) -> [String] {
    let letters = Array("_$ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    let one = letters.map { String($0) }, two = letters.flatMap { first in letters.map { "\(first)\($0)" } }
    return Array((one + two).filter { uses[$0] == nil && !reserved.contains($0) }.prefix(count))
  }
}
