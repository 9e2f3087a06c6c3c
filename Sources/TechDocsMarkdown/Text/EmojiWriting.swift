import TechDocsModel

extension TextWriter {
  /// Writes an emoji or an icon, after the text before it; nil for a name that is neither.
  ///
  /// Attributes in braces right behind it are its own. Source: `pymdownx.emoji`, with characters for images.
  mutating func shortcode(
    _ name: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ end: Int,
    after before: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer
  ) -> Int? {
    if let code = emoji.value(of: name) {
      html.putEscaped(before)
      let start = html.count
      let (list, after) = Self.attributes(text, at: end)
      if let list {
        html.put("<span")
        list.put(into: &html)
        html.put(">")
      }
      Self.putCodePoints(code, into: &html)
      if list != nil { html.put("</span>") }
      signs.append(start..<html.count)
      return after
    }
    let word = String(decoding: name, as: UTF8.self)
    let number = iconSets.isEmpty ? nil : icons.number(of: word, in: iconSets)
    guard number != nil || IconStandIns.isIcon(name) else { return nil }
    html.putEscaped(before)
    let start = html.count
    let (list, after) = Self.attributes(text, at: end)
    putIcon(word, number, list ?? AttributeList(), into: &html)
    signs.append(start..<html.count)
    return after
  }

  private mutating func putIcon(
    _ name: String, _ number: Int?, _ given: AttributeList, into html: inout HTMLBuffer
  ) {
    var list = given
    list.add(class: "twemoji")
    let sign = number == nil ? IconStandIns.sign(of: name) : nil
    if number == nil {
      icons.miss(name, line: line, standIn: sign)
      if !list.others.contains(where: { $0.key == "title" }) { list.set("title", name) }
    }
    html.put("<span")
    list.put(into: &html)
    html.put(">")
    if let number {
      html.put(RendererMarks.icon)
      html.put(number)
      html.put(RendererMarks.iconEnd)
    } else if let sign {
      html.put(sign)
    }
    html.put("</span>")
  }

  /// A list of attributes that begins at an offset, and the offset after it.
  private static func attributes(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (AttributeList?, end: Int) {
    guard start < text.count, text[start] == UInt8(ascii: "{"),
      let close = text[start...].prefix(500).firstIndex(of: UInt8(ascii: "}")),
      let list = AttributeList(Array(text[(start + 1)..<close])[...])
    else { return (nil, start) }
    return (list, close + 1)
  }

  /// `1f1e9-1f1ea` as characters.
  private static func putCodePoints(_ code: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    var value: UInt32 = 0
    func flush(_ html: inout HTMLBuffer) {
      if let scalar = Unicode.Scalar(value) { html.put(String(Character(scalar))) }
      value = 0
    }
    for byte in code {
      if byte == UInt8(ascii: "-") {
        flush(&html)
      } else {
        value = value << 4 | UInt32(byte <= 0x39 ? byte - 0x30 : byte - 0x61 + 10)
      }
    }
    flush(&html)
  }
}
