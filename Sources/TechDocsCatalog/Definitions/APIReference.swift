/// An API's definition as readers need it, whatever language it is written in.
package struct APIReference: Sendable, Hashable {
  /// Operations that belong together: those of a tag, a channel, a service, a root type.
  package struct Group: Sendable, Hashable {
    package let title: String
    package var description: String?
    package var operations: [Operation] = []
  }

  /// Something that a caller can do, or a message that is sent.
  package struct Operation: Sendable, Hashable {
    /// Unique among the operations: `post-charges`.
    package let id: String
    /// `GET`, `send`, `query`, `rpc`.
    package let verb: String
    /// The path, channel, field or method.
    package let name: String
    package var summary: String?
    package var description: String?
    package var isDeprecated = false
    package var parameters: [Field] = []
    package var bodies: [Body] = []
    /// A shell command that calls it.
    package var command: String?
  }

  /// What is sent or comes back.
  package struct Body: Sendable, Hashable {
    /// `Request`, `200`, `Message`.
    package let title: String
    package var description: String?
    package var mediaType: String?
    package var type: TypeName?
    package var fields: [Field] = []
    /// Finished JSON, for readers.
    package var example: String?
  }

  /// A type that has a name of its own.
  package struct NamedType: Sendable, Hashable {
    package let name: String
    /// `object`, `enum`, `input`, `message`.
    package let kind: String
    package var description: String?
    package var fields: [Field] = []
    package var isDeprecated = false
  }

  /// One field, parameter or value of an enumeration.
  package struct Field: Sendable, Hashable {
    /// Dotted where it lies in another one: `items[].price`.
    package let name: String
    package var type: TypeName?
    package var isRequired = false
    /// Where a parameter goes: `path`, `query`, `header`.
    package var place: String?
    package var description: String?
    /// `at least 1`, `one of EUR, CHF`.
    package var rules: [String] = []
    package var isDeprecated = false
  }

  /// The name of a type, as in `array of Item`.
  package struct TypeName: Sendable, Hashable {
    package let text: String
    /// The type of this definition that the text names; nil for built-in ones.
    package let reference: String?

    package init(_ text: String, reference: String? = nil) {
      self.text = text
      self.reference = reference
    }
  }

  package var format: String
  package var title: String?
  package var version: String?
  package var description: String?
  package var servers: [String] = []
  package var groups: [Group] = []
  package var types: [NamedType] = []

  package init(format: String) { self.format = format }

  /// How many operations all groups have.
  package var operationCount: Int { groups.reduce(0) { $0 + $1.operations.count } }
}
