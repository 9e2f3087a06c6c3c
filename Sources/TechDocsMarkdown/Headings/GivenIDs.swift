import CCMarkGFM

extension HTMLRenderer {
  /// Marks the ids that the page's authors gave anywhere: a heading above them must not get the same one.
  mutating func takeGivenIDs(of root: CNode) {
    var node = root
    while true {
      if UInt32(node.pointee.type) == CMARK_NODE_TEXT.rawValue { takeGivenIDs(in: node.pointee.as.literal.bytes) }
      if let child = node.pointee.first_child {
        node = child
        continue
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent { node = parent }
      guard node != root, let next = node.pointee.next else { return }
      node = next
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
      var isOpen = false
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "{"): isOpen = true
        case UInt8(ascii: "#") where isOpen: return true
        case UInt8(ascii: "}"), UInt8(ascii: "\n"): isOpen = false
        default: break
        }
      }
      return false
    }
  }
}
