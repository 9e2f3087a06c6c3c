/// Words in order, each with how often it is met as a power of two: all bytes in one array, for there are many.
struct WordList {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private(set) var weights: [UInt8] = []

  var count: Int { ends.count }

  func word(_ index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

  mutating func append(_ word: some Sequence<UInt8>, weight: UInt8) {
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    weights.append(weight)
  }

  /// The same words spelt backwards, in the order of that.
  func reversed() -> WordList {
    var backward = WordList(), sorted = WordList()
    for index in 0..<count { backward.append(Self.reversed(word(index)), weight: weights[index]) }
    for number in backward.order() {
      sorted.append(backward.word(Int(number)), weight: backward.weights[Int(number)])
    }
    return sorted
  }

  private func order() -> [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      TermOrder.sorted(count) { UnsafeBufferPointer(rebasing: bytes[range($0)]) }
    }
  }

  /// Scalar by scalar.
  private static func reversed(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.contains(where: { $0 >= 0x80 }) else { return word.reversed() }
    var bytes: [UInt8] = []
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars.reversed() {
      UTF8Scalar.append(scalar.value, to: &bytes)
    }
    return bytes
  }
}

/// Shards of words without postings.
struct WordShards: ~Copyable {
  private let deflater = Deflater(level: 6)

  /// For each word what it does not share with the one before, and its weight.
  borrowing func family(of words: WordList) -> ShardWriter.Family {
    var family = ShardWriter.Family(), body = ByteWriter(), coding = FrontCoding(), count = 0
    func close() {
      var shard = ByteWriter()
      shard.putVarint(count)
      shard.put(body.bytes)
      family.files.append(deflater.compressed(shard.bytes))
      body.bytes.removeAll(keepingCapacity: true)
      (coding, count) = (FrontCoding(), 0)
    }
    for index in 0..<words.count {
      let word = words.word(index)
      if count > 0, ShardCutter.words.cuts(before: word, size: body.bytes.count) {
        close()
        family.separators.append(ShardCutter.separator(after: Array(words.word(index - 1)), before: Array(word)))
      }
      coding.put(word, into: &body)
      body.put(words.weights[index])
      count += 1
    }
    if count > 0 { close() }
    if words.count > 0 { family.separators.insert([], at: 0) }
    return family
  }
}
