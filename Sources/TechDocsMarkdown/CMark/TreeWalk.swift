import CCMarkGFM

/// A look at each node of a tree.
enum TreeWalk {
  /// Hands over the root and all below it in document order, a node before its children. Linear, without recursion.
  ///
  /// `body` may change what a node holds, but not where it stands.
  static func visit(_ root: CNode, _ body: (CNode) -> Void) {
    var node = root
    while true {
      body(node)
      if let child = node.pointee.first_child {
        node = child
        continue
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent { node = parent }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }
}
