#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Floats as Go writes them.
enum GoFloat {
  /// The shortest decimal digits that give the number back, without leading or trailing zeros, and the decimal exponent
  /// of the first.
  static func digits(_ number: Double) -> (digits: [UInt8], exponent: Int) {
    guard number != 0, number.isFinite else { return ([UInt8(ascii: "0")], 0) }
    var digits: [UInt8] = [], point: Int?, exponent = 0, isExponent = false, text = ""
    for byte in number.magnitude.description.utf8 {
      if isExponent {
        text.unicodeScalars.append(UnicodeScalar(byte))
      } else if byte == UInt8(ascii: "e") {
        isExponent = true
      } else if byte == UInt8(ascii: ".") {
        point = digits.count
      } else {
        digits.append(byte)
      }
    }
    exponent = (point ?? digits.count) - 1 + (Int(text) ?? 0)
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, exponent)
  }

  /// `strconv.FormatFloat(number, verb, -1, 64)`; `exponentFrom` is where `g` turns to an exponent (6 for `fmt`, 21 for
  /// JSON).
  static func shortest(_ number: Double, exponentFrom: Int = 21, upper: Bool = false, exponentBelow: Int = -4) -> String
  {
    if let special = special(number) { return special }
    let sign = number.sign == .minus ? "-" : ""
    if number == 0 { return sign + "0" }
    let (digits, exponent) = digits(number)
    guard exponent < exponentBelow || exponent >= max(exponentFrom, 1) else {
      return sign + fixed(digits, exponent)
    }
    var text = sign + String(UnicodeScalar(digits[0]))
    if digits.count > 1 { text += "." + String(decoding: digits[1...], as: UTF8.self) }
    let magnitude = String(exponent.magnitude)
    return text + (upper ? "E" : "e") + (exponent < 0 ? "-" : "+") + (magnitude.utf8.count < 2 ? "0" : "") + magnitude
  }

  /// `strconv.FormatFloat(number, 'f', -1, 64)`: never an exponent.
  static func plain(_ number: Double) -> String {
    if let special = special(number) { return special }
    let sign = number.sign == .minus ? "-" : ""
    if number == 0 { return sign + "0" }
    let (digits, exponent) = digits(number)
    return sign + fixed(digits, exponent)
  }

  /// With a precision: `verb` is one of `efgEFG`.
  static func precise(_ number: Double, verb: Character, precision: Int) -> String {
    if let special = special(number) { return special }
    let verb = verb == "F" ? "f" : verb
    var buffer = [CChar](repeating: 0, count: 400 + precision)
    let length = withVaList([CInt(precision), number]) { vsnprintf(&buffer, buffer.count, "%.*\(verb)", $0) }
    return String(decoding: buffer.prefix(Int(max(0, length))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func special(_ number: Double) -> String? {
    number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Inf" : "+Inf") : nil
  }

  private static func fixed(_ digits: [UInt8], _ exponent: Int) -> String {
    let zeros = { (count: Int) in [UInt8](repeating: UInt8(ascii: "0"), count: max(0, count)) }
    var text: [UInt8]
    if exponent < 0 {
      text = Array("0.".utf8) + zeros(-exponent - 1) + digits
    } else if digits.count <= exponent + 1 {
      text = digits + zeros(exponent + 1 - digits.count)
    } else {
      text = digits[...exponent] + [UInt8(ascii: ".")] + digits[(exponent + 1)...]
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension GoText {
  /// What `strconv.ParseFloat` takes for a number; nil for what it refuses and Swift does not.
  ///
  /// Source: Go's `strconv`, "atof": a hexadecimal number needs a binary exponent, `nan` has no sign and no payload.
  static func double(_ text: String) -> Double? {
    let lower = text.lowercased(),
      unsigned = lower.hasPrefix("+") || lower.hasPrefix("-") ? lower.dropFirst() : lower[...]
    if unsigned.hasPrefix("0x"), !unsigned.contains("p") { return nil }
    if unsigned.hasPrefix("nan"), lower != "nan" { return nil }
    return Double(text)
  }
}
