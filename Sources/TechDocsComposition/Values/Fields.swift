import TechDocsModel

/// The fields of an object in the order in which they were written or patched in; keys are unique.
///
/// A plain array: objects of manifests have few keys, and order is what a reader sees.
package struct Fields: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package let key: String
    package var node: FieldNode
  }

  package private(set) var entries: [Entry]

  package init() { entries = [] }

  /// Entries whose keys are known to be unique.
  init(unique entries: [Entry]) { self.entries = entries }

  package var count: Int { entries.count }
  package var isEmpty: Bool { entries.isEmpty }

  /// O(keys).
  func index(of key: String) -> Int? { entries.firstIndex { $0.key == key } }

  /// The value at a key; nil when it is absent. O(keys).
  package subscript(key: String) -> FieldNode? {
    get { index(of: key).map { entries[$0].node } }
    set {
      guard let node = newValue else {
        entries.removeAll { $0.key == key }
        return
      }
      if let index = index(of: key) { entries[index].node = node } else { append(key, node) }
    }
  }

  /// Adds a key that is not there yet.
  mutating func append(_ key: String, _ node: FieldNode) { entries.append(Entry(key: key, node: node)) }

  /// Changes the node at an index in place, without a copy of what it holds.
  mutating func update<Failure: Error>(
    at index: Int, _ body: (inout FieldNode) throws(Failure) -> Void
  ) throws(Failure) {
    try body(&entries[index].node)
  }

  func mapValues(_ transform: (FieldNode) -> FieldNode) -> Fields {
    Fields(unique: entries.map { Entry(key: $0.key, node: transform($0.node)) })
  }

  /// Sorted by key, as Go prints and marshals maps.
  var sorted: [Entry] { entries.sorted { $0.key.isBefore($1.key) } }
}
