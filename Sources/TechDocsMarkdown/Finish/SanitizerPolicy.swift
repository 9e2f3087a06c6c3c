/// What a page of an untrusted source may hold. Everything that is not listed is dropped.
///
/// docs/reference/security.md tells authors the same.
struct SanitizerPolicy: Sendable {
  static let shared = SanitizerPolicy()

  /// An element that may stay, by its place in `elements`.
  struct Element: Sendable, Equatable {
    let index: UInt8
    /// Whether it has neither content nor end tag.
    let isVoid: Bool
    /// Whether a browser ends it by itself, so that no end tag is made up for it.
    let hasOptionalEnd: Bool
  }

  /// How an attribute's value is looked at.
  enum Value: Sendable {
    /// Any text.
    case text
    /// An address that may be followed, or loaded.
    case link, media
    case sourceSet, identifier, name, style, inputType, target
    /// What a link's target is to the page: some words of it.
    case relation
  }

  /// An attribute that is known, by its place in its table.
  struct Attribute: Sendable {
    let index: Int
    let value: Value
  }

  private let elements: NameTable
  private let voidCount: Int
  private let optionalCount: Int
  private let opaqueNames: NameTable
  private let attributes: NameTable
  private let values: [Value]
  /// By attribute: a bit for each element that has it.
  private let holders: [ElementSet]
  private let reservedIDs: NameTable

  private init() {
    let void = "br hr img input col source track wbr"
    let optional = "p li dt dd tr td th thead tbody tfoot"
    let kept = """
      a abbr address article aside audio b bdi bdo big blockquote caption center cite code colgroup data del details dfn \
      div dl em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup i ins kbd label main mark nav ol picture \
      pre q rp rt ruby s samp section small span strike strong sub summary sup table time tt u ul var video
      """
    elements = NameTable("\(void) \(optional) \(kept)")
    voidCount = void.split(separator: " ").count
    optionalCount = voidCount + optional.split(separator: " ").count
    opaqueNames = NameTable(
      """
      script style textarea title xmp noembed noframes noscript plaintext iframe template svg math select object embed \
      applet
      """)
    input = elements[ShortName("input")].map {
      Element(index: UInt8($0), isVoid: true, hasOptionalEnd: false)
    }
    span = elements[ShortName("span")].map { Element(index: UInt8($0), isVoid: false, hasOptionalEnd: false) }
    attributes = NameTable(AttributeRule.all.map(\.name).joined(separator: " "))
    values = AttributeRule.all.map(\.value)
    let table = elements
    holders = AttributeRule.all.map { ElementSet($0.elements, in: table) }
    // Ids of the page's frame. Any other id is harmless: only named forms, frames and images hide a document's own
    // properties, and `name` is not kept on those.
    reservedIDs = NameTable("__drawer __search __toc __palette __content __status __dialog __nav __header __footer")
  }

  func element(_ name: ShortName?) -> Element? {
    guard let name, let index = elements[name] else { return nil }
    return Element(
      index: UInt8(index), isVoid: index < voidCount,
      hasOptionalEnd: index >= voidCount && index < optionalCount)
  }

  /// The one element whose attributes decide whether it may stay.
  let input: Element?

  /// The one element that code is full of.
  let span: Element?

  /// The place among the elements whose content is no text, and which are dropped with it.
  func opaque(_ name: ShortName?) -> Int? { name.flatMap { opaqueNames[$0] } }

  /// nil for an attribute that the element may not have; `data-…` and `aria-…` are the caller's affair.
  func attribute(_ name: ShortName?, of element: Element?) -> Attribute? {
    guard let name, let index = attributes[name] else { return nil }
    if let element, !holders[index].contains(element) { return nil }
    return Attribute(index: index, value: values[index])
  }

  func allows(id: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { reservedIDs[id] == nil }
}

/// A set of elements of the policy.
struct ElementSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Names separated by spaces; `*` stands for all.
  init(_ names: String, in table: NameTable) {
    guard names != "*" else {
      (low, high) = (.max, .max)
      return
    }
    for name in names.split(separator: " ") {
      guard let index = table[ShortName(name)] else { continue }
      if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index - 64) }
    }
  }

  func contains(_ element: SanitizerPolicy.Element) -> Bool {
    element.index < 64 ? low >> UInt64(element.index) & 1 == 1 : high >> UInt64(element.index - 64) & 1 == 1
  }
}
