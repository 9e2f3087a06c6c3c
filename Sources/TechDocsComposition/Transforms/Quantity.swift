#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Kubernetes quantities, as in `500m` or `2Gi`.
enum Quantity {
  private static let suffixes: [String: (decimal: Int, binary: Int)] = [
    "n": (-9, 0), "u": (-6, 0), "m": (-3, 0), "": (0, 0), "k": (3, 0), "M": (6, 0), "G": (9, 0), "T": (12, 0),
    "P": (15, 0), "E": (18, 0), "Ki": (0, 10), "Mi": (0, 20), "Gi": (0, 30), "Ti": (0, 40), "Pi": (0, 50),
    "Ei": (0, 60),
  ]

  /// The number that a quantity stands for.
  static func value(of text: String) throws(CompositionError) -> Double {
    let bytes = Array(text.utf8)
    let signs = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? 1 : 0
    let end = bytes[signs...].firstIndex { !($0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".")) } ?? bytes.count
    let number = bytes[signs..<end]
    let suffix = String(decoding: bytes[end...], as: UTF8.self)
    let points = number.count { $0 == UInt8(ascii: ".") }
    guard points <= 1, number.count > points, number.count <= 64 else { throw fault }
    let digits = String(decoding: bytes[..<signs], as: UTF8.self) + "0" + String(decoding: number, as: UTF8.self) + "0"
    let mantissa = points == 0 ? String(digits.dropLast()) : digits
    if let known = suffixes[suffix] {
      guard let value = Double("\(mantissa)e\(known.decimal)") else { throw fault }
      return scalbn(value, CInt(known.binary))
    }
    guard let mark = suffix.first, mark == "e" || mark == "E", suffix.utf8.count < 8,
      let exponent = Int(suffix.dropFirst()), let value = Double("\(mantissa)e\(exponent)")
    else { throw fault }
    return value
  }

  private static var fault: CompositionError {
    CompositionError(
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")
  }
}
