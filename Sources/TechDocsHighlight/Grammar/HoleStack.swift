/// The strings whose holes are open, each with the brackets that are open inside.
///
/// Of fixed depth, so it costs nothing while no string has a hole; what nests deeper is read as text.
struct HoleStack {
  private struct Hole {
    var rule: UInt8 = 0, close: UInt8 = 0
    var depth: Int32 = 0
  }

  private var holes: (Hole, Hole, Hole, Hole, Hole, Hole) = (Hole(), Hole(), Hole(), Hole(), Hole(), Hole())
  private var top = Hole()
  private(set) var count = 0

  var isEmpty: Bool { @inline(__always) get { count == 0 } }
  var isFull: Bool { count == 6 }

  /// Opens a hole of the string that a rule began; `close` is the bracket that ends it.
  mutating func push(rule: Int, close: UInt8) {
    set(count, top)
    top = Hole(rule: UInt8(truncatingIfNeeded: rule), close: close)
    count += 1
  }

  /// Counts a bracket; true for the one that ends the innermost hole.
  mutating func closes(_ byte: UInt8) -> Bool {
    if byte == top.close {
      if top.depth == 0 { return true }
      top.depth -= 1
    } else if byte == (top.close == UInt8(ascii: "}") ? UInt8(ascii: "{") : UInt8(ascii: "(")) {
      top.depth += 1
    }
    return false
  }

  /// Leaves the innermost hole; returns its string's rule.
  mutating func pop() -> Int {
    let rule = Int(top.rule)
    count -= 1
    top = get(count)
    return rule
  }

  private mutating func set(_ index: Int, _ hole: Hole) {
    switch index {
    case 0: holes.0 = hole
    case 1: holes.1 = hole
    case 2: holes.2 = hole
    case 3: holes.3 = hole
    case 4: holes.4 = hole
    default: holes.5 = hole
    }
  }

  private func get(_ index: Int) -> Hole {
    switch index {
    case 0: holes.0
    case 1: holes.1
    case 2: holes.2
    case 3: holes.3
    case 4: holes.4
    default: holes.5
    }
  }
}
