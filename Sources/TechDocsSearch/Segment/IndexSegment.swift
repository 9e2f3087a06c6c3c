/// The index of a run of neighbouring pages of one source: what a worker makes, a file can hold, and a merge reads.
///
/// Pages are numbered from 0.
package struct IndexSegment: Sendable {
  /// One term: `postings[start..<end]`, the number of sections that hold it, and its last page.
  struct Term: Sendable {
    var termEnd: UInt32
    var postingsEnd: UInt32
    var sections: UInt32
    var lastPage: UInt16
  }

  var pages = 0
  var sections = 0
  /// The terms one behind the other, in the order of their bytes.
  var termBytes: [UInt8] = []
  var postings: [UInt8] = []
  var terms: [Term] = []
  /// Compressed texts, and the page and section with which each begins.
  var blocks: [[UInt8]] = []
  var blockStarts: [BlockStart] = []
  /// The address and title of each page, compressed.
  var card: [UInt8] = []
  var boosts: [Boost] = []
  var tags: [Tag] = []

  struct BlockStart: Sendable, Hashable {
    var page: Int
    var section: Int
  }

  struct Boost: Sendable, Hashable {
    var page: Int
    /// In sixteenths, 1 to 240.
    var sixteenths: Int
  }

  struct Tag: Sendable, Hashable {
    var name: String
    /// Ascending.
    var pages: [Int]
  }

  func termRange(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(terms[index - 1].termEnd))..<Int(terms[index].termEnd)
  }

  func postingsRange(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(terms[index - 1].postingsEnd))..<Int(terms[index].postingsEnd)
  }
}
