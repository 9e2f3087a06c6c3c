/// Segments of many sources, put together term by term.
///
/// Each distinct term gets a number, the segments' terms are grouped by it, and only the distinct ones are sorted: a
/// term of a segment costs one look-up. The postings of a term are put one behind the other and renumbered, not
/// decoded: only the first page of each part changes.
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
    var postings = ByteWriter()
    var lastPage = 0

    fileprivate mutating func begin(_ term: ArraySlice<UInt8>) {
      bytes.removeAll(keepingCapacity: true)
      postings.bytes.removeAll(keepingCapacity: true)
      (sections, lastPage) = (0, 0)
      bytes += term
    }
  }

  /// Where a term stands: an input, and the term's place in its segment.
  private struct Use {
    let input: UInt32
    let place: UInt32
  }

  /// In the order of their first pages.
  private let inputs: [Input]

  init(_ inputs: [Input]) { self.inputs = inputs.sorted { $0.firstPage < $1.firstPage } }

  /// Hands over each term once, in the order of their bytes.
  func run(_ body: (borrowing Term) throws -> Void) rethrows {
    var table = TermTable()
    let numbers = numbered(&table), (uses, starts) = grouped(numbers, count: table.count)
    var term = Term()
    for number in table.sorted() {
      term.begin(table.term(Int(number)))
      for use in uses[starts[Int(number)]..<starts[Int(number) + 1]] { append(use, to: &term) }
      try body(term)
    }
  }

  /// The number of each term of each segment, one behind the other.
  private func numbered(_ table: inout TermTable) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(inputs.reduce(0) { $0 + $1.segment.terms.count })
    for input in inputs {
      input.segment.termBytes.withUnsafeBufferPointer { bytes in
        for place in input.segment.terms.indices {
          numbers.append(table.number(of: UnsafeBufferPointer(rebasing: bytes[input.segment.termRange(place)])))
        }
      }
    }
    return numbers
  }

  /// The uses of each number, in the order of the inputs, and where each group begins.
  private func grouped(_ numbers: [UInt32], count: Int) -> (uses: [Use], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts, index = 0
    var uses = [Use](repeating: Use(input: 0, place: 0), count: numbers.count)
    for input in inputs.indices {
      for place in inputs[input].segment.terms.indices {
        let number = Int(numbers[index])
        uses[next[number]] = Use(input: UInt32(input), place: UInt32(place))
        next[number] += 1
        index += 1
      }
    }
    return (uses, starts)
  }

  private func append(_ use: Use, to term: inout Term) {
    let index = Int(use.input), place = Int(use.place), firstPage = inputs[index].firstPage
    let range = inputs[index].segment.postingsRange(place)
    inputs[index].segment.postings.withUnsafeBufferPointer { postings in
      var head = 0, shift = 0, start = range.lowerBound
      while start < range.upperBound {
        let byte = postings[start]
        head |= Int(byte & 0x7f) << shift
        (start, shift) = (start + 1, shift + 7)
        if byte < 0x80 { break }
      }
      term.postings.putVarint((firstPage + head >> 2 - term.lastPage) << 2 | head & 3)
      term.postings.put(UnsafeBufferPointer(rebasing: postings[start..<range.upperBound]))
    }
    term.sections += Int(inputs[index].segment.terms[place].sections)
    term.lastPage = firstPage + Int(inputs[index].segment.terms[place].lastPage)
  }
}
