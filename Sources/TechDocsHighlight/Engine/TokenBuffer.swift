/// The tokens of one block of code: a growing run of kinds, each with the offset where it ends.
///
/// A token begins where the one before it ends, so whatever a lexer does, tokens never overlap and no byte is lost.
/// Raw memory for the reason that `HTMLBuffer` gives.
struct TokenBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt64>
  private var capacity: Int
  private(set) var count = 0
  /// The offset where the last token ends.
  private(set) var end = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Extends the last token, or adds one of another kind, up to an offset; one that lies behind is ignored.
  @inline(__always)
  mutating func add(_ kind: TokenKind, upTo offset: Int) {
    guard offset > end else { return }
    end = offset
    let token = UInt64(truncatingIfNeeded: offset) << 8 | UInt64(kind.rawValue)
    if count > 0, UInt8(truncatingIfNeeded: base[count - 1]) == kind.rawValue {
      base[count - 1] = token
      return
    }
    if count == capacity { grow() }
    base[count] = token
    count += 1
  }

  /// The raw kind and the end of a token.
  @inline(__always)
  subscript(index: Int) -> (kind: Int, end: Int) {
    (Int(base[index] & 0xFF), Int(base[index] >> 8))
  }

  private mutating func grow() {
    let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 2)
    memory.update(from: base, count: count)
    base.deallocate()
    base = memory
    capacity *= 2
  }
}
