/// Segments of many sources, read side by side in the order of their terms.
///
/// The postings of a term are put one behind the other and renumbered, not decoded: only the first page of each part
/// changes. Linear in bytes, with a heap of one cursor for each segment.
struct SegmentMerge {
  /// A segment and the number of its first page in the site.
  struct Input {
    let segment: IndexSegment
    let firstPage: Int
  }

  /// One term of the merged index.
  struct Term {
    var bytes: [UInt8] = []
    var sections = 0
    var postings: [UInt8] = []
  }

  /// In the order of their first pages.
  private let inputs: [Input]
  /// By input: the term that is next.
  private var next: [Int]
  /// Inputs whose next term is the least, on top.
  private var heap: [Int] = []

  init(_ inputs: [Input]) {
    self.inputs = inputs.sorted { $0.firstPage < $1.firstPage }
    next = Array(repeating: 0, count: inputs.count)
    for index in self.inputs.indices where !self.inputs[index].segment.terms.isEmpty { push(index) }
  }

  /// Hands over each term once, in the order of their bytes.
  mutating func run(_ body: (borrowing Term) throws -> Void) rethrows {
    var term = Term(), last = 0
    while let top = heap.first {
      let isNew = !isTerm(top, term.bytes)
      if isNew {
        if !term.bytes.isEmpty { try body(term) }
        term.bytes.removeAll(keepingCapacity: true)
        term.postings.removeAll(keepingCapacity: true)
        (term.sections, last) = (0, 0)
        term.bytes += inputs[top].segment.termBytes[inputs[top].segment.termRange(next[top])]
      }
      append(top, to: &term, last: &last)
      advance()
    }
    if !term.bytes.isEmpty { try body(term) }
  }

  private func append(_ index: Int, to term: inout Term, last: inout Int) {
    let input = inputs[index], entry = input.segment.terms[next[index]]
    var range = input.segment.postingsRange(next[index])
    var head = 0, shift = 0
    while let position = range.first {
      let byte = input.segment.postings[position]
      head |= Int(byte & 0x7f) << shift
      range.removeFirst()
      shift += 7
      if byte < 0x80 { break }
    }
    var rest = (input.firstPage + head >> 2 - last) << 2 | head & 3
    while rest > 0x7f {
      term.postings.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    term.postings.append(UInt8(rest))
    term.postings += input.segment.postings[range]
    term.sections += entry.sections
    last = input.firstPage + entry.lastPage
  }

  private func isTerm(_ index: Int, _ bytes: [UInt8]) -> Bool {
    inputs[index].segment.termBytes[inputs[index].segment.termRange(next[index])].elementsEqual(bytes)
  }

  // The heap: by term, then by page.

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    inputs[one].segment.termBytes.withUnsafeBufferPointer { left in
      inputs[other].segment.termBytes.withUnsafeBufferPointer { right in
        let a = left[inputs[one].segment.termRange(next[one])], b = right[inputs[other].segment.termRange(next[other])]
        if TermOrder.isBefore(a, b) { return true }
        return one < other && !TermOrder.isBefore(b, a)
      }
    }
  }

  private mutating func push(_ index: Int) {
    heap.append(index)
    var child = heap.count - 1
    while child > 0, isBefore(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Moves the top input on to its next term, or out.
  private mutating func advance() {
    let top = heap[0]
    next[top] += 1
    if next[top] == inputs[top].segment.terms.count {
      heap[0] = heap[heap.count - 1]
      heap.removeLast()
    }
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(heap[child], heap[least]) {
        least = child
      }
      guard least != parent else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
