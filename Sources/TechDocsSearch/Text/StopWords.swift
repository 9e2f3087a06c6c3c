/// Words that a query leaves out unless it has no others. They are in the index.
enum StopWords {
  private static let words: Set<String> = Set(
    """
    a about an and any are as at be but by can could do does for from get has have how i if in into is it its me my no \
    not of on or our should so such that the their them then there these they this to us use used using want was we \
    were what when where which who why will with would you your find
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  static func contains(_ word: [UInt8]) -> Bool {
    word.count < 7 && words.contains(String(decoding: word, as: UTF8.self))
  }
}
