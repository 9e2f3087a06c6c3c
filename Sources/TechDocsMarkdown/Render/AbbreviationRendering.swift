import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  /// Collects the page's abbreviations before anything is written: a definition may follow its uses.
  ///
  /// At most 200, so that each word of the page is compared with few.
  mutating func collectAbbreviations(of root: CNode) {
    var found: [(word: [UInt8], title: [UInt8])] = [], node = root
    while true {
      if Abbreviation.isAbbreviation(node), let abbreviation = Abbreviation(node.pointee.content.bytes),
        found.count < 200
      {
        let line = node.pointee.content.bytes
        let entry = (word: Array(line[abbreviation.word]), title: Array(line[abbreviation.title]))
        // Of two meanings the last counts, as in Python-Markdown.
        found.removeAll { $0.word == entry.word }
        found.append(entry)
      }
      if let child = node.pointee.first_child {
        node = child
        continue
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent { node = parent }
      guard node != root, let next = node.pointee.next else { break }
      node = next
    }
    text.abbreviations = found.sorted { $0.word.count > $1.word.count }
  }
}
