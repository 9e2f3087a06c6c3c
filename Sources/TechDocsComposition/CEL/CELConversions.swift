/// Conversions between the types of the language.
enum CELConversions {
  private static let range = CompositionError("type conversion error: value out of range")

  static func int(_ value: CELValue) throws(CompositionError) -> CELValue {
    switch value {
    case .int: return value
    case .uint(let uint):
      guard let int = Int64(exactly: uint) else { throw range }
      return .int(int)
    case .double(let double):
      guard double > -9_223_372_036_854_775_808, double < 9_223_372_036_854_775_807,
        let int = Int64(exactly: double.rounded(.towardZero))
      else { throw range }
      return .int(int)
    case .string(let text):
      guard let int = Int64(text) else { throw CompositionError("type conversion error from 'string' to 'int'") }
      return .int(int)
    default: throw CELOperations.noOverload
    }
  }

  static func uint(_ value: CELValue) throws(CompositionError) -> CELValue {
    switch value {
    case .uint: return value
    case .int(let int):
      guard let uint = UInt64(exactly: int) else { throw range }
      return .uint(uint)
    case .double(let double):
      guard double >= 0, double < 18_446_744_073_709_551_615, let uint = UInt64(exactly: double.rounded(.towardZero))
      else {
        throw range
      }
      return .uint(uint)
    case .string(let text):
      guard let uint = UInt64(text) else { throw CompositionError("type conversion error from 'string' to 'uint'") }
      return .uint(uint)
    default: throw CELOperations.noOverload
    }
  }

  static func double(_ value: CELValue) throws(CompositionError) -> CELValue {
    switch value {
    case .double: return value
    case .int(let int): return .double(Double(int))
    case .uint(let uint): return .double(Double(uint))
    case .string(let text):
      guard let double = GoText.double(text) else {
        throw CompositionError("type conversion error from 'string' to 'double'")
      }
      return .double(double)
    default: throw CELOperations.noOverload
    }
  }

  static func string(_ value: CELValue) throws(CompositionError) -> CELValue {
    switch value {
    case .string: return value
    case .bool(let bool): return .string(bool ? "true" : "false")
    case .int(let int): return .string(String(int))
    case .uint(let uint): return .string(String(uint))
    case .double(let double): return .string(GoFloat.shortest(double, exponentFrom: 21))
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw CompositionError("invalid UTF-8 in bytes")
      }
      return .string(text)
    default: throw CELOperations.noOverload
    }
  }

  static func bytes(_ value: CELValue) throws(CompositionError) -> CELValue {
    switch value {
    case .bytes: return value
    case .string(let text): return .bytes(Array(text.utf8))
    default: throw CELOperations.noOverload
    }
  }

  static func bool(_ value: CELValue) throws(CompositionError) -> CELValue {
    switch value {
    case .bool: return value
    case .string(let text):
      switch text {
      case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
      case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
      default: throw CompositionError("type conversion error from 'string' to 'bool'")
      }
    default: throw CELOperations.noOverload
    }
  }
}
