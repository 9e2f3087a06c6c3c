/// How much a term weighs in a section or page before saturation: BM25F's weighted, length-normalised frequency.
///
/// Average lengths are fixed, not counted, so that segments merge without a second look at any of them.
enum Impact {
  /// What each of the 32 levels of the index stands for, in thousandths: `60 × 1.2^level`.
  static let thousandths: [Int] = [
    60, 72, 86, 104, 124, 149, 179, 215, 258, 310, 372, 446, 535, 642, 770, 924, 1109, 1331, 1597, 1917, 2300, 2760,
    3312,
    3975, 4770, 5724, 6869, 8242, 9891, 11869, 14243, 17091,
  ]

  static let values = thousandths.map { Double($0) / 1000 }

  /// Finds the nearest level.
  struct Levels {
    /// Half-way between each level and the one above.
    private let bounds = (0..<31).map { (Impact.values[$0] + Impact.values[$0 + 1]) / 2 }

    /// 0 for anything smaller than the first.
    @inline(__always)
    func level(_ value: Double) -> UInt8 {
      var low = 0, high = bounds.count
      while low < high {
        let middle = (low + high) / 2
        if value > bounds[middle] { low = middle + 1 } else { high = middle }
      }
      return UInt8(truncatingIfNeeded: low)
    }
  }

  /// Frequencies count in halves: a part of a word is worth one, a word two.
  struct Field {
    let weight: Double
    /// How much length counts, 0 to 1.
    let slope: Double
    let averageLength: Double

    /// What half a word adds in a field of this length.
    func halfWord(length: Int) -> Double {
      weight / 2 / (1 - slope + slope * Double(length) / averageLength)
    }
  }

  static let title = Field(weight: 3, slope: 0.5, averageLength: 3.5)
  static let heading = Field(weight: 5, slope: 0.5, averageLength: 3.5)
  static let path = Field(weight: 1.5, slope: 0.3, averageLength: 6)
  static let body = Field(weight: 1, slope: 0.6, averageLength: 90)
}
