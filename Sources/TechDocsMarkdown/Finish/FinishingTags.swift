import TechDocsModel

extension FinishingPass {
  mutating func startTag(_ name: String, _ tag: HTMLTag) -> Int {
    guard let rule = isTrusted ? policy.rule(for: name) ?? .keep : policy.rule(for: name) else {
      removed.append((line, "<\(name)>"))
      return policy.opaque.contains(name) ? endOfContent(of: name, from: tag.end) : tag.end
    }
    // A browser flattens what nests deeper; so does every stack.
    if rule != .void {
      if open.count >= 200 { return tag.end }
      open.append(name)
    }
    out.put(UInt8(ascii: "<"))
    out.put(name)
    var seen: Set<String> = []
    for attribute in tag.attributes { put(attribute, of: name, seen: &seen) }
    if name == "a", seen.contains("target") { out.put(" rel=\"noopener noreferrer\"") }
    out.put(UInt8(ascii: ">"))
    return isTrusted && policy.opaque.contains(name) ? copyContent(of: name, from: tag.end) : tag.end
  }

  /// Copies the content of a trusted source's script or style as it is.
  private mutating func copyContent(of name: String, from start: Int) -> Int {
    let end = endOfContent(of: name, from: start)
    out.put(UnsafeBufferPointer(rebasing: text[start..<end]))
    open.removeLast()
    return end
  }

  /// Closes down to the element that the tag names; a tag that names none that is open is dropped.
  mutating func endTag(_ name: String, _ tag: HTMLTag) -> Int {
    guard let depth = open.lastIndex(of: name) else { return tag.end }
    for element in open[(depth + 1)...].reversed() where policy.rule(for: element) == .keep { close(element) }
    open.removeSubrange(depth...)
    close(name)
    return tag.end
  }

  mutating func close(_ name: String) {
    out.put("</")
    out.put(name)
    out.put(UInt8(ascii: ">"))
  }

  private mutating func put(_ attribute: HTMLTag.Attribute, of element: String, seen: inout Set<String>) {
    let name = String(decoding: text[attribute.name], as: UTF8.self).lowercased()
    guard name != "markdown" || text[attribute.value].elementsEqual("0".utf8), seen.insert(name).inserted else {
      return
    }
    guard isTrusted || policy.allows(attribute: name) else {
      if name.hasPrefix("on") || name == "srcdoc" { removed.append((line, "\(name)=… of <\(element)>")) }
      return
    }
    var value = attribute.value, markdownIndex: Int?
    if let first = text[value].first, first == RendererMarks.target {
      let (number, end) = Self.number(text, after: value.lowerBound)
      markdownIndex = number
      value = end..<value.upperBound
    }
    let decoded = CharacterReferences.decoded(UnsafeBufferPointer(rebasing: text[value])).filter { $0 != "\u{5}" }
    guard isTrusted || allows(name, decoded, on: element) else {
      removed.append((line, "\(name)=… of <\(element)>"))
      return
    }
    write(name, decoded, of: element, markdownIndex: markdownIndex)
  }

  private func allows(_ name: String, _ value: String, on element: String) -> Bool {
    switch name {
    case "href": policy.allows(url: value, isImage: false)
    case "src", "poster", "cite": policy.allows(url: value, isImage: element == "img")
    case "srcset": !value.lowercased().contains("script:") && !value.lowercased().contains("data:")
    case "id": policy.allows(id: value)
    case "name": ["a", "input", "details"].contains(element) && policy.allows(id: value)
    case "style": policy.allows(style: value)
    case "type": element != "input" || ["checkbox", "radio"].contains(value.lowercased())
    case "rel": false
    default: true
    }
  }

  private mutating func write(_ name: String, _ value: String, of element: String, markdownIndex: Int?) {
    out.put(UInt8(ascii: " "))
    out.put(name)
    out.put("=\"")
    let start = out.count
    out.putEscaped(value)
    if let kind = Self.linkKind(name, of: element) {
      links.append(.init(kind: kind, target: value, hole: start..<out.count, markdownIndex: markdownIndex, line: line))
    }
    if name == "id" || name == "name" && element == "a" { anchors.append(value) }
    out.put(UInt8(ascii: "\""))
  }

  private static func linkKind(_ attribute: String, of element: String) -> LinkHole.Kind? {
    switch (attribute, element) {
    case ("href", "a"), ("href", "area"): .link
    case ("src", _), ("poster", _): .image
    default: nil
    }
  }
}
