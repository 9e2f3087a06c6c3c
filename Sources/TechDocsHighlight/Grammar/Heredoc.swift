/// A here-document: lines up to one that holds its word.
struct Heredoc {
  /// Where its word stands in the code.
  let word: Range<Int>
  var kind = TokenKind.sh

  /// Takes lines to the one that holds the word alone, or to the end. Linear: an unfinished one has all the rest.
  func body(_ scanner: inout CodeScanner) {
    var at = scanner.at
    while at < scanner.end {
      let end = scanner.lineEnd(from: at)
      let start = scanner.skipBlanks(from: at)
      if isWord(at: start, before: end, scanner) {
        scanner.take(kind, to: at)
        scanner.take(.plain, to: start)
        return scanner.take(.dl, to: start + word.count)
      }
      at = end + 1
    }
    scanner.take(kind, to: scanner.end)
  }

  private func isWord(at start: Int, before end: Int, _ scanner: borrowing CodeScanner) -> Bool {
    guard end - start >= word.count else { return false }
    for index in 0..<word.count where scanner.code[start + index] != scanner.code[word.lowerBound + index] {
      return false
    }
    return !ByteSet.word.contains(scanner[start + word.count])
  }
}
