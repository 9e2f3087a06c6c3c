import TechDocsModel

extension FinishingPass {
  mutating func startTag(_ tag: HTMLTag) -> Int {
    let name = ShortName(text[tag.name])
    let element = policy.element(name)
    guard isTrusted || element != nil else { return leaveOut(name, tag) }
    if let element, !isTrusted, element == policy.input, !hasHarmlessType(tag) { return leaveOut(name, tag) }
    guard element?.isVoid ?? false || opens(tag, element) else { return tag.end }
    out.put(UInt8(ascii: "<"))
    putName(tag.name)
    var pass = AttributePass(element: element, tag: tag)
    let known = links.count
    attributes(&pass)
    if links.count > known, isName(tag.name, "img") {
      links[known].image = imageTag(tag, isMarkdown: links[known].markdownIndex != nil)
    }
    putRelation(pass)
    out.put(UInt8(ascii: ">"))
    words.begin(text[tag.name], name, depth: open.count, isVoid: element?.isVoid ?? false)
    return isTrusted && policy.opaque(name) != nil ? copyContent(of: name, tag) : tag.end
  }

  /// Notes an element as open; false when too many are.
  private mutating func opens(_ tag: HTMLTag, _ element: SanitizerPolicy.Element?) -> Bool {
    guard open.count < Self.depthLimit else {
      if tooDeep == nil { tooDeep = line }
      hidden += 1
      return false
    }
    open.append(OpenElement(name: tag.name, element: element))
    return true
  }

  /// Drops a tag, and with it the content where that is no text.
  private mutating func leaveOut(_ name: ShortName?, _ tag: HTMLTag) -> Int {
    removed.append((line, "<\(String(decoding: text[tag.name].prefix(40), as: UTF8.self).lowercased())>"))
    guard let number = policy.opaque(name) else { return tag.end }
    return ends.ofOpaque(number, tag.name, in: text, from: tag.end) ?? tag.end
  }

  /// Only boxes and radio buttons: nothing to type into.
  private func hasHarmlessType(_ tag: HTMLTag) -> Bool {
    var index = tag.attributesStart
    while let attribute = HTMLTag.attribute(text, &index) {
      guard isName(attribute.name, "type") else { continue }
      return isName(attribute.value, "checkbox") || isName(attribute.value, "radio")
    }
    return false
  }

  /// Whether a stretch of the text is this word, in any case.
  func isName(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for index in range where text[index] | 0x20 != word.utf8Start[index - range.lowerBound] { return false }
    return true
  }

  /// Copies the content of a trusted source's script or style as it is.
  private mutating func copyContent(of name: ShortName?, _ tag: HTMLTag) -> Int {
    let end = policy.opaque(name).flatMap { ends.ofOpaque($0, tag.name, in: text, from: tag.end) } ?? text.count
    var from = tag.end
    while let mark = text[from..<end].firstIndex(of: RendererMarks.line) {
      out.put(UnsafeBufferPointer(rebasing: text[from..<mark]))
      from = min(Self.number(text, after: mark).end, end)
    }
    out.put(UnsafeBufferPointer(rebasing: text[from..<end]))
    open.removeLast()
    return end
  }

  /// Closes down to the element that the tag names; a tag that names none that is open is dropped.
  mutating func endTag(_ tag: HTMLTag) -> Int {
    if hidden > 0 {
      hidden -= 1
      return tag.end
    }
    if let last = open.last, isSame(last.name, tag.name) {
      open.removeLast()
    } else {
      guard let depth = open.lastIndex(where: { isSame($0.name, tag.name) }) else { return tag.end }
      for element in open[(depth + 1)...].reversed() { closeImplied(element) }
      open.removeSubrange(depth...)
    }
    words.end(ShortName(text[tag.name]), depth: open.count)
    close(tag.name)
    return tag.end
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count && zip(text[one], text[other]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// Writes the end tag that the author left out, unless browsers do without.
  mutating func closeImplied(_ element: OpenElement) {
    guard let known = element.element, !known.hasOptionalEnd else { return }
    close(element.name)
  }

  private mutating func close(_ name: Range<Int>) {
    out.put("</")
    putName(name)
    out.put(UInt8(ascii: ">"))
  }

  /// Writes a name in lower case.
  func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  mutating func putName(_ range: Range<Int>) {
    out.reserve(range.count)
    for byte in text[range] { out.put(lowered(byte)) }
  }
}
