import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  /// Marks the ids that the page's authors gave anywhere: a heading above them must not get the same one.
  mutating func takeGivenIDs(of root: CNode) {
    TreeWalk.visit(root) { node in
      if UInt32(node.pointee.type) == CMARK_NODE_TEXT.rawValue { takeGivenIDs(in: node.pointee.as.literal.bytes) }
    }
  }

  private mutating func takeGivenIDs(in text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while let open = text[index...].firstIndex(of: UInt8(ascii: "{")) {
      let inner = text[(open + 1)...].prefix { $0 != UInt8(ascii: "}") }
      if inner.endIndex < text.count, inner.contains(UInt8(ascii: "#")), let id = AttributeList(Array(inner)[...])?.id {
        slugs.take(id)
      }
      index = max(inner.endIndex, open + 1)
    }
  }
}

extension GuardedText {
  /// Whether a list of attributes may give an id.
  var hasGivenIDs: Bool {
    withBytes { bytes in
      var start = 0
      while let open = bytes.offset(of: UInt8(ascii: "{"), from: start) {
        let end = bytes[(open + 1)...].firstIndex { Self.endsList($0) } ?? bytes.count
        if end < bytes.count, bytes[end] == UInt8(ascii: "#") { return true }
        start = end
      }
      return false
    }
  }

  /// Whether a byte ends the search for an id in a list of attributes: with one, or without.
  private static func endsList(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\n")
  }
}
