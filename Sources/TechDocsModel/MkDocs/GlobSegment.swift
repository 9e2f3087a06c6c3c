/// What stands between two slashes of a pattern.
enum GlobSegment: Hashable, Sendable {
  /// `**`: any number of path components.
  case anyDepth
  case name([Token])

  enum Token: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    /// `?`
    case anyScalar
    /// `*`
    case anyRun
    /// `[a-z]`, `[!a-z]`
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  /// Nil for a segment that Git discards too: a `[` without its end, or a range that runs backwards.
  init?(_ text: Substring) {
    if text == "**" {
      self = .anyDepth
      return
    }
    let scalars = Array(text.unicodeScalars)
    var tokens: [Token] = [], index = 0
    while index < scalars.count {
      guard let token = Self.token(in: scalars, at: &index) else { return nil }
      if token != .anyRun || tokens.last != .anyRun { tokens.append(token) }
    }
    self = .name(tokens)
  }

  private static func token(in scalars: [Unicode.Scalar], at index: inout Int) -> Token? {
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "*": return .anyRun
    case "?": return .anyScalar
    case "[": return set(in: scalars, at: &index)
    case "\\":
      guard index < scalars.count else { return nil }
      index += 1
      return .scalar(scalars[index - 1])
    default: return .scalar(scalar)
    }
  }

  /// The set after a `[`; a `]` that comes first is an ordinary member.
  private static func set(in scalars: [Unicode.Scalar], at index: inout Int) -> Token? {
    let isNegated = index < scalars.count && (scalars[index] == "!" || scalars[index] == "^")
    if isNegated { index += 1 }
    var ranges: [ClosedRange<Unicode.Scalar>] = [], isFirst = true
    while index < scalars.count {
      var low = scalars[index]
      index += 1
      if low == "]", !isFirst { return .set(ranges, isNegated: isNegated) }
      isFirst = false
      if low == "\\", index < scalars.count {
        low = scalars[index]
        index += 1
      }
      guard index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" else {
        ranges.append(low...low)
        continue
      }
      guard low <= scalars[index + 1] else { return nil }
      ranges.append(low...scalars[index + 1])
      index += 2
    }
    return nil
  }

  /// How many leading components of a path the segments cover at most; nil when they do not fit.
  ///
  /// All places where a match may stand move along together, so no pattern makes it try again from the start.
  static func longestMatch(of segments: [GlobSegment], in components: [[Unicode.Scalar]]) -> Int? {
    if segments.count == 2, segments[0] == .anyDepth, case .name(let tokens) = segments[1] {
      return components.lastIndex { matches(tokens, $0) }.map { $0 + 1 }
    }
    var places = [Bool](repeating: false, count: components.count + 1)
    places[0] = true
    for (number, segment) in segments.enumerated() {
      var next = [Bool](repeating: false, count: places.count)
      guard let first = places.firstIndex(of: true) else { return nil }
      switch segment {
      case .anyDepth:
        // What ends in `**` needs one component more: `docs/**` is what lies in docs, not docs itself.
        if number == segments.count - 1 { return first < components.count ? components.count : nil }
        for place in first..<next.count { next[place] = true }
      case .name(let tokens):
        for place in first..<components.count where places[place] && matches(tokens, components[place]) {
          next[place + 1] = true
        }
      }
      places = next
    }
    return places.lastIndex(of: true)
  }

  /// One wildcard that may grow at a time is enough: O(tokens × name).
  static func matches(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
    var token = 0, place = 0, afterRun = -1, retry = 0
    while place < name.count {
      if token < tokens.count, tokens[token] == .anyRun {
        (afterRun, retry) = (token + 1, place)
        token += 1
      } else if token < tokens.count, accepts(tokens[token], name[place]) {
        token += 1
        place += 1
      } else if afterRun >= 0 {
        retry += 1
        (token, place) = (afterRun, retry)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .anyRun }
  }

  private static func accepts(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .scalar(let wanted): wanted == scalar
    case .anyScalar: true
    case .anyRun: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }
}
