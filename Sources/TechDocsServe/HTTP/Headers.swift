/// The fields of a head, in their order; names compare without case.
struct Headers: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private(set) var fields: [Field] = []

  struct Field: Sendable, Hashable {
    let name: String
    var value: String
  }

  init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// The first value of a name; nil when there is none. To set it replaces that one, or adds a field.
  subscript(name: String) -> String? {
    get { index(of: name).map { fields[$0].value } }
    set {
      guard let newValue else { return fields.removeAll { Self.isSame($0.name, name) } }
      if let index = index(of: name) { fields[index].value = newValue } else { add(name, newValue) }
    }
  }

  mutating func add(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }

  /// How many fields have a name.
  func count(of name: String) -> Int { fields.count { Self.isSame($0.name, name) } }

  private func index(of name: String) -> Int? { fields.firstIndex { Self.isSame($0.name, name) } }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && one.lowercased() == other.lowercased()
  }
}
