import TechDocsModel

/// What the attributes of one tag have come to.
struct AttributePass {
  let element: SanitizerPolicy.Element?
  let tag: HTMLTag
  /// By known attribute: whether it stood before. A browser takes the first of two.
  var seen: UInt64 = 0
  /// The same for those that no table has.
  var others: [Range<Int>] = []
  var hasTarget = false
  /// What its `rel` says; written last, since a target adds to it.
  var relation: HTMLTag.Attribute?
}

extension FinishingPass {
  /// Writes the attributes of a tag that may stay.
  mutating func attributes(_ pass: inout AttributePass) {
    var index = pass.tag.attributesStart, count = 0
    while count < HTMLTag.attributeLimit, let attribute = HTMLTag.attribute(text, &index) {
      count += 1
      put(attribute, &pass)
    }
  }

  private mutating func put(_ attribute: HTMLTag.Attribute, _ pass: inout AttributePass) {
    if isUnreadable(attribute) { words.excludesNext = true }
    let name = ShortName(text[attribute.name])
    if let known = policy.attribute(name, of: isTrusted ? nil : pass.element) {
      guard pass.seen >> UInt64(known.index) & 1 == 0 else { return }
      pass.seen |= 1 << UInt64(known.index)
      return putKnown(known, attribute, &pass)
    }
    guard isTrusted || isData(attribute.name) else { return complain(attribute.name, pass) }
    guard !pass.others.contains(where: { text[$0].elementsEqual(text[attribute.name]) }), isPlainName(attribute.name)
    else { return }
    pass.others.append(attribute.name)
    write(attribute.name, decoded(attribute.value))
  }

  /// Whether the element is no part of the page's readable text: line numbers, signs beside headings, ways back from
  /// notes, and what the author keeps from search.
  private func isUnreadable(_ attribute: HTMLTag.Attribute) -> Bool {
    guard isName(attribute.name, "class") else {
      return isName(attribute.name, "hidden") || isName(attribute.name, "data-search-exclude")
    }
    return isName(attribute.value, "headerlink") || isName(attribute.value, "linenos")
      || isName(attribute.value, "footnote-backref")
  }

  /// What is merely unknown goes in silence, what would have run does not.
  private mutating func complain(_ name: Range<Int>, _ pass: AttributePass) {
    guard name.count > 2, isName(name.prefix(2), "on") || isName(name, "srcdoc") || isName(name, "formaction") else {
      return
    }
    removed.append((line, "\(word(name))=… of <\(word(pass.tag.name))>"))
  }

  private func word(_ range: Range<Int>) -> String {
    String(decoding: text[range].prefix(40), as: UTF8.self).lowercased()
  }

  private func isData(_ name: Range<Int>) -> Bool {
    name.count > 5 && (isName(name.prefix(5), "data-") || isName(name.prefix(5), "aria-"))
  }

  /// Letters, digits, and what names of attributes are made of elsewhere.
  private func isPlainName(_ name: Range<Int>) -> Bool {
    text[name].allSatisfy { byte in
      HTMLTag.isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
        || "-_.:@".utf8.contains(byte)
    }
  }

  private mutating func putKnown(
    _ known: SanitizerPolicy.Attribute, _ attribute: HTMLTag.Attribute, _ pass: inout AttributePass
  ) {
    switch known.value {
    case .text:
      if isName(attribute.name, "markdown") && !text[attribute.value].elementsEqual("0".utf8) { return }
      putText(attribute)
    case .relation: pass.relation = attribute
    case .link, .media: putAddress(known, attribute, &pass)
    case .target:
      pass.hasTarget = true
      putText(attribute)
    case .style where !isTrusted: putStyle(attribute, pass)
    default: putChecked(known, attribute, pass)
    }
  }

  /// Writes `rel`: of an untrusted source the words that only tell search engines and readers something, and what keeps a new window from
  /// reaching back into this one.
  mutating func putRelation(_ pass: AttributePass) {
    guard pass.relation != nil || pass.hasTarget else { return }
    if isTrusted, !pass.hasTarget, let own = pass.relation { return putText(own) }
    let given = pass.relation.map { decoded($0.value).lowercased().split(separator: " ").map(String.init) } ?? []
    var words = pass.hasTarget ? ["noopener", "noreferrer"] : []
    for word in given where (isTrusted || Self.relations.contains(word)) && !words.contains(word) { words.append(word) }
    guard !words.isEmpty else { return }
    out.put(" rel=\"")
    out.putEscaped(words.joined(separator: " "))
    out.put("\"")
  }

  private static let relations: Set<String> = [
    "author", "bookmark", "external", "help", "license", "me", "next", "nofollow", "noopener", "noreferrer", "prev",
    "sponsored", "tag", "ugc",
  ]

  /// Copies a value that needs neither decoding nor escaping.
  private mutating func putText(_ attribute: HTMLTag.Attribute) {
    guard isVerbatim(attribute.value) else { return write(attribute.name, decoded(attribute.value)) }
    out.put(UInt8(ascii: " "))
    putName(attribute.name)
    out.put("=\"")
    out.put(UnsafeBufferPointer(rebasing: text[attribute.value]))
    out.put(UInt8(ascii: "\""))
  }

  /// Whether a browser reads a value as it stands, in double quotes too.
  private func isVerbatim(_ value: Range<Int>) -> Bool {
    text[value].allSatisfy {
      $0 > RendererMarks.last && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<")
        && $0 != UInt8(ascii: ">")
    }
  }

  private mutating func putChecked(
    _ known: SanitizerPolicy.Attribute, _ attribute: HTMLTag.Attribute, _ pass: AttributePass
  ) {
    let value = decoded(attribute.value)
    guard isTrusted || allows(known.value, value, pass) else { return drop(attribute, pass) }
    write(attribute.name, value)
    let isAnchor = known.value == .identifier || known.value == .name && isName(pass.tag.name, "a")
    if isAnchor { anchors.append(value) }
    if known.value == .identifier { words.nextID = value }
  }

  private func allows(_ kind: SanitizerPolicy.Value, _ value: String, _ pass: AttributePass) -> Bool {
    var value = value
    return value.withUTF8 { bytes in
      switch kind {
      case .identifier, .name: policy.allows(id: bytes[...])
      case .sourceSet: AddressPolicy.allowsSourceSet(bytes[...])
      case .inputType: true
      default: true
      }
    }
  }

  private mutating func putStyle(_ attribute: HTMLTag.Attribute, _ pass: AttributePass) {
    if let last = lastStyle, text[last].elementsEqual(text[attribute.value]) { return putText(attribute) }
    let style = StylePolicy.filtered(decoded(attribute.value))
    if style.isWhole, isVerbatim(attribute.value) { lastStyle = attribute.value }
    if let first = style.dropped.first {
      removed.append((line, "style=\"\(first.prefix(40)): …\" of <\(word(pass.tag.name))>"))
    }
    if !style.kept.isEmpty { write(attribute.name, style.kept) }
  }

  private mutating func drop(_ attribute: HTMLTag.Attribute, _ pass: AttributePass) {
    removed.append((line, "\(word(attribute.name))=… of <\(word(pass.tag.name))>"))
  }

  /// Writes an address, and notes where it stands.
  private mutating func putAddress(
    _ known: SanitizerPolicy.Attribute, _ attribute: HTMLTag.Attribute, _ pass: inout AttributePass
  ) {
    var range = attribute.value, markdownIndex: Int?
    if let first = text[range].first, first == RendererMarks.target {
      let (number, end) = Self.number(text, after: range.lowerBound)
      markdownIndex = number
      range = min(end, range.upperBound)..<range.upperBound
    }
    var value = decoded(range)
    let isAllowed = value.withUTF8 { bytes in
      known.value == .link ? AddressPolicy.allowsLink(bytes[...]) : AddressPolicy.allowsMedia(bytes[...])
    }
    guard isTrusted || isAllowed else { return drop(attribute, pass) }
    out.put(UInt8(ascii: " "))
    putName(attribute.name)
    out.put("=\"")
    let start = out.count
    out.putEscaped(value)
    if !isName(attribute.name, "cite") {
      let kind: LinkHole.Kind = known.value == .link ? .link : .image
      links.append(.init(kind: kind, target: value, hole: start..<out.count, markdownIndex: markdownIndex, line: line))
    }
    out.put(UInt8(ascii: "\""))
  }

  private mutating func write(_ name: Range<Int>, _ value: String) {
    out.put(UInt8(ascii: " "))
    putName(name)
    out.put("=\"")
    out.putEscaped(value)
    out.put(UInt8(ascii: "\""))
  }

  /// A value as a browser reads it, without the renderer's marks and other control characters.
  private func decoded(_ range: Range<Int>) -> String {
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    let value = CharacterReferences.decoded(bytes)
    guard bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "&") }) else { return value }
    return ControlCharacters.cleaned(value) ?? value
  }
}
