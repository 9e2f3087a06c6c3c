import Foundation

/// Finds functions and counts their lines by matching braces, outside strings and comments.
struct FunctionScanner {
  struct Function: Equatable {
    let name: String
    /// 1-based.
    let line: Int
    let length: Int
  }

  static func functions(in text: String) -> [Function] {
    var found: [Function] = [], open: [(name: String, line: Int, depth: Int)] = []
    var depth = 0, isMultiline = false
    for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let fences = raw.components(separatedBy: "\"\"\"").count - 1
      let wasMultiline = isMultiline
      if fences % 2 == 1 { isMultiline.toggle() }
      if wasMultiline { continue }
      let line = code(of: raw)
      if let name = name(in: line) { open.append((name, number + 1, depth)) }
      for character in line {
        if character == "{" { depth += 1 }
        guard character == "}" else { continue }
        depth -= 1
        if let last = open.last, last.depth == depth {
          found.append(Function(name: last.name, line: last.line, length: number + 2 - last.line))
          open.removeLast()
        }
      }
    }
    return found
  }

  /// The name of a function or initializer that begins on a line with its body.
  private static func name(in line: String) -> String? {
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    if let mark = words.firstIndex(of: "func"), mark + 1 < words.count { return String(words[mark + 1]) }
    return line.contains("init(") && line.hasSuffix("{") && !line.contains(".init(") ? "init" : nil
  }

  /// A line without string literals and comments.
  private static func code(of line: Substring) -> String {
    var result = "", isString = false, previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { isString.toggle() }
      if !isString, character == "/", previous == "/" { return String(result.dropLast()) }
      if !isString, character != "\"" { result.append(character) }
      previous = previous == "\\" && character == "\\" ? " " : character
    }
    return result
  }
}
