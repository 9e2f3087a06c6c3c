/// `fmt.Sprintf` for the values that stand in objects.
///
/// Source: Go's `fmt`: wrong verbs print `%!d(string=x)`, missing arguments `%!s(MISSING)`, spare ones
/// `%!(EXTRA string=x)`. Widths and precisions past 1,000,000 are refused as in Go; here already from 10,000, which no
/// name or label has.
struct GoFormat {
  static let widthLimit = 10_000

  /// What stands between `%` and the verb.
  struct Directive {
    var minus = false, plus = false, space = false, zero = false, sharp = false
    var width: Int?
    var precision: Int?
  }

  private let format: [UnicodeScalar]
  private let arguments: [FieldNode]
  private var index = 0
  private var argument = 0
  private var isReordered = false
  private var isBadIndex = false
  private var output = ""

  static func formatted(_ format: String, _ arguments: [FieldNode]) -> String {
    var printer = GoFormat(format: Array(format.unicodeScalars), arguments: arguments)
    printer.run()
    return printer.output
  }

  private init(format: [UnicodeScalar], arguments: [FieldNode]) {
    self.format = format
    self.arguments = arguments
  }

  private mutating func run() {
    while index < format.count {
      let scalar = format[index]
      index += 1
      if scalar == "%" { directive() } else { output.unicodeScalars.append(scalar) }
    }
    guard !isReordered, argument < arguments.count else { return }
    let extra = arguments[argument...].map { node in
      node.isNull ? "<nil>" : "\(GoText.type(of: node))=\(GoVerb(verb: "v", Directive()).text(of: node))"
    }
    output += "%!(EXTRA " + extra.joined(separator: ", ") + ")"
  }

  private mutating func directive() {
    var directive = Directive()
    flags(into: &directive)
    isBadIndex = false
    var hasIndex = argumentIndex()
    directive.width = number()
    if directive.width != nil, hasIndex { isBadIndex = true }
    if index < format.count, format[index] == "." {
      index += 1
      if hasIndex { isBadIndex = true }
      hasIndex = argumentIndex()
      directive.precision = number() ?? 0
    }
    if !hasIndex { hasIndex = argumentIndex() }
    guard index < format.count else {
      output += "%!(NOVERB)"
      return
    }
    let verb = format[index]
    index += 1
    output += text(verb, directive)
  }

  private mutating func text(_ verb: UnicodeScalar, _ directive: Directive) -> String {
    if verb == "%" { return "%" }
    if isBadIndex { return "%!\(verb)(BADINDEX)" }
    guard argument < arguments.count else { return "%!\(verb)(MISSING)" }
    argument += 1
    return GoVerb(verb: verb, directive).text(of: arguments[argument - 1])
  }

  private mutating func flags(into directive: inout Directive) {
    while index < format.count {
      switch format[index] {
      case "-": directive.minus = true
      case "+": directive.plus = true
      case " ": directive.space = true
      case "#": directive.sharp = true
      case "0": directive.zero = true
      default: return
      }
      index += 1
    }
  }

  private mutating func number() -> Int? {
    var number: Int?
    while index < format.count, format[index] >= "0", format[index] <= "9" {
      number = min(Self.widthLimit, (number ?? 0) * 10 + Int(format[index].value - 0x30))
      index += 1
    }
    return number
  }

  /// `[3]`: the argument to take next.
  private mutating func argumentIndex() -> Bool {
    guard index < format.count, format[index] == "[" else { return false }
    isReordered = true
    guard let close = format[index...].prefix(12).firstIndex(of: "]") else {
      isBadIndex = true
      index += 1
      return true
    }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: format[index + 1..<close])
    index = close + 1
    if let number = Int(digits), number >= 1, number <= arguments.count {
      argument = number - 1
    } else {
      isBadIndex = true
    }
    return true
  }
}
