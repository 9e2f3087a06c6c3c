import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  /// Collects the page's abbreviations before anything is written: a definition may follow its uses.
  ///
  /// At most 200, so that each word of the page is compared with few.
  mutating func collectAbbreviations(of root: CNode) {
    var found: [(word: [UInt8], title: [UInt8])] = []
    TreeWalk.visit(root) { node in
      guard Abbreviation.isAbbreviation(node), let abbreviation = Abbreviation(node.pointee.content.bytes),
        found.count < 200
      else { return }
      let line = node.pointee.content.bytes
      let entry = (word: Array(line[abbreviation.word]), title: Array(line[abbreviation.title]))
      // Of two meanings the last counts, as in Python-Markdown.
      found.removeAll { $0.word == entry.word }
      found.append(entry)
    }
    text.abbreviations = found.sorted { $0.word.count > $1.word.count }
  }
}
