/// One verb with its flags, width and precision, applied to a value.
struct GoVerb {
  let verb: UnicodeScalar
  private let directive: GoFormat.Directive

  init(verb: UnicodeScalar, _ directive: GoFormat.Directive) {
    self.verb = verb
    self.directive = directive
  }

  func text(of node: FieldNode) -> String {
    if verb == "T" { return padded(GoText.type(of: node)) }
    if node.isNull { return verb == "v" ? padded("<nil>") : "%!\(verb)(<nil>)" }
    return inner(node)
  }

  /// Elements of lists and maps take the verb one by one.
  private func inner(_ node: FieldNode) -> String {
    switch node.value {
    case .null: return "<nil>"
    case .list(let items): return "[" + items.map(inner).joined(separator: " ") + "]"
    case .map(let fields):
      let pairs = fields.sorted.map { inner(FieldNode(.string($0.key))) + ":" + inner($0.node) }
      return "map[" + pairs.joined(separator: " ") + "]"
    case .bool(let bool): return verb == "t" || verb == "v" ? padded(bool ? "true" : "false") : bad(node)
    case .int(let int): return integer(int) ?? bad(node)
    case .double(let double): return float(double) ?? bad(node)
    case .string(let string): return string.isEmpty && verb == "x" ? padded("") : text(string) ?? bad(node)
    }
  }

  private func bad(_ node: FieldNode) -> String {
    "%!\(verb)(\(GoText.type(of: node))=\(GoVerb(verb: "v", directive).inner(node)))"
  }

  private func text(_ string: String) -> String? {
    let scalars = string.unicodeScalars
    let cut = directive.precision.map { String(String.UnicodeScalarView(scalars.prefix($0))) } ?? string
    switch verb {
    case "s": return padded(cut)
    case "v": return padded(directive.sharp ? GoText.quoted(cut) : cut)
    case "q": return padded(GoText.quoted(cut))
    case "x", "X":
      let bytes = directive.precision.map { Array(string.utf8.prefix($0)) } ?? Array(string.utf8)
      let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: verb == "X") }
      return padded(digits.joined(separator: directive.space ? " " : ""))
    default: return nil
    }
  }

  private func integer(_ int: Int64) -> String? {
    var digits: String
    switch verb {
    case "d", "v": digits = String(int.magnitude)
    case "x": digits = (directive.sharp ? "0x" : "") + String(int.magnitude, radix: 16)
    case "X": digits = (directive.sharp ? "0X" : "") + String(int.magnitude, radix: 16, uppercase: true)
    case "o": digits = (directive.sharp ? "0" : "") + String(int.magnitude, radix: 8)
    case "O": digits = "0o" + String(int.magnitude, radix: 8)
    case "b": digits = String(int.magnitude, radix: 2)
    case "c", "q", "U": return character(int)
    default: return nil
    }
    if let precision = directive.precision {
      digits = precision == 0 && int == 0 ? "" : leftPadded(digits, "0", precision)
    }
    let sign = int < 0 ? "-" : directive.plus ? "+" : directive.space ? " " : ""
    return padded(sign + digits, zeros: directive.precision == nil, isNumber: true)
  }

  private func character(_ int: Int64) -> String {
    let scalar = UInt32(exactly: int).flatMap(UnicodeScalar.init) ?? "\u{fffd}"
    if verb == "c" { return padded(String(scalar)) }
    if verb == "U" { return padded("U+" + leftPadded(String(scalar.value, radix: 16, uppercase: true), "0", 4)) }
    let quoted = GoText.quoted(String(scalar)).dropFirst().dropLast()
    return padded("'" + (scalar == "'" ? "\\'" : scalar == "\"" ? "\"" : quoted) + "'")
  }

  private func float(_ double: Double) -> String? {
    var text: String
    switch verb {
    case "v", "g", "G":
      if let precision = directive.precision {
        text = GoFloat.precise(double, verb: verb == "G" ? "G" : "g", precision: precision)
      } else {
        // Go: where the shortest form is asked for, the choice of an exponent is made as for precision 6.
        text = GoFloat.shortest(double, exponentFrom: 6, upper: verb == "G")
      }
    case "e", "E", "f", "F":
      text = GoFloat.precise(double, verb: Character(verb), precision: directive.precision ?? 6)
    default: return nil
    }
    let isSigned = text.hasPrefix("-") || text.hasPrefix("+")
    if directive.plus, !isSigned { text = "+" + text }
    if !directive.plus, text.hasPrefix("+"), text != "+Inf" { text.removeFirst() }
    if directive.space, !directive.plus, !isSigned { text = " " + text }
    return padded(text, isNumber: double.isFinite)
  }

  private func leftPadded(_ text: String, _ pad: Character, _ width: Int) -> String {
    String(repeating: pad, count: max(0, width - text.unicodeScalars.count)) + text
  }

  private func padded(_ text: String, zeros: Bool = true, isNumber: Bool = false) -> String {
    guard let width = directive.width, text.unicodeScalars.count < width else { return text }
    if directive.minus { return text + String(repeating: " ", count: width - text.unicodeScalars.count) }
    guard directive.zero, zeros else { return leftPadded(text, " ", width) }
    if isNumber, let first = text.first, first == "-" || first == "+" || first == " " {
      return String(first) + leftPadded(String(text.dropFirst()), "0", width - 1)
    }
    return leftPadded(text, "0", width)
  }
}
