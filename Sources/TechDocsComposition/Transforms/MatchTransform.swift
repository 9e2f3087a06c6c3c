/// `match`: the result of the first pattern that fits.
struct MatchTransform: Sendable, Hashable {
  struct Pattern: Sendable, Hashable {
    /// As written; empty passes validation as `literal` and then fails, as in the function.
    let type: String
    let literal: String?
    let regexp: String?
    let compiled: Result<RE2Pattern, CompositionError>?
    let result: FieldNode

    init(_ node: FieldNode) {
      type = node["type"]?.string ?? ""
      literal = node["literal"]?.string
      regexp = node["regexp"]?.string
      compiled = regexp.map(RE2Pattern.compiling)
      result = node["result"]?.asRawJSON ?? FieldNode(.null, node.origin)
    }

    func matches(_ input: FieldNode) throws(CompositionError) -> Bool {
      switch type {
      case "literal":
        guard let literal else { throw CompositionError("literal is required by type literal") }
        return try text(input) == literal
      case "regexp":
        guard let compiled else { throw CompositionError("regexp is required by type regexp") }
        let pattern: RE2Pattern
        do throws(CompositionError) { pattern = try compiled.get() } catch {
          throw error.wrapped("cannot compile regexp: ")
        }
        return pattern.matches(try text(input))
      default: throw CompositionError("unsupported pattern type '\(type)'")
      }
    }

    private func text(_ input: FieldNode) throws(CompositionError) -> String {
      guard let text = input.string else {
        let type = input.isNull ? "null" : input.value.isInteger ? "int" : GoText.type(of: input)
        throw CompositionError("unsupported input type '\(type)'")
      }
      return text
    }
  }

  let patterns: [Pattern]
  let fallbackValue: FieldNode?
  let fallbackTo: String?

  init(_ node: FieldNode) {
    patterns = (node["patterns"]?.list ?? []).map(Pattern.init)
    fallbackValue = node["fallbackValue"]?.asRawJSON
    fallbackTo = node["fallbackTo"]?.string
  }

  func resolve(_ input: FieldNode) throws(CompositionError) -> FieldNode {
    for (index, pattern) in patterns.enumerated() {
      do throws(CompositionError) {
        if try pattern.matches(input) { return pattern.result }
      } catch {
        throw error.wrapped("cannot match pattern at index \(index): ")
      }
    }
    guard fallbackTo == "Input" else { return fallbackValue ?? FieldNode(.null) }
    guard fallbackValue == nil else {
      throw CompositionError("cannot set both a fallback value and the fallback to input flag")
    }
    return input
  }
}

extension FieldValue {
  fileprivate var isInteger: Bool {
    if case .int = self { return true }
    return false
  }
}

extension RE2Pattern {
  /// The compiled pattern, or why it does not compile.
  static func compiling(_ text: String) -> Result<RE2Pattern, CompositionError> {
    do throws(CompositionError) { return .success(try RE2Pattern(text)) } catch { return .failure(error) }
  }
}
