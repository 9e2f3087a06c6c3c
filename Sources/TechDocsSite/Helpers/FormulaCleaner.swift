/// Takes the MathML out of what a helper wrote, by an allow-list of elements and attributes.
///
/// TeX comes from authors, and a program that typesets it may be talked into links and styles: neither is kept.
enum FormulaCleaner {
  private static let elements: Set<String> = [
    "math", "semantics", "mrow", "mi", "mo", "mn", "mtext", "ms", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup",
    "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "mtable", "mtr", "mtd", "mstyle",
    "mpadded", "mphantom", "menclose",
  ]
  /// Left out with their content: the source again, which readers would see or hear twice.
  private static let opaque: Set<String> = ["annotation", "annotation-xml", "script", "style"]
  private static let attributes: Set<String> = [
    "display", "mathvariant", "stretchy", "fence", "separator", "form", "lspace", "rspace", "minsize", "maxsize",
    "width", "height", "depth", "voffset", "linethickness", "columnalign", "rowspacing", "columnspacing", "columnlines",
    "rowlines", "scriptlevel", "displaystyle", "accent", "accentunder", "symmetric", "largeop", "movablelimits",
    "notation", "rowspan", "columnspan", "mathsize", "xmlns",
  ]

  /// One `math` element; nil when there is none, or it is not well-formed.
  static func markup(_ output: [UInt8]) -> [UInt8]? {
    output.withUnsafeBufferPointer { text in
      var reader = XMLReader(text), out: [UInt8] = [], open: [String] = [], dropped = 0
      while let piece = reader.next() {
        switch piece {
        case .text(let range) where dropped == 0 && !open.isEmpty: out += text[range]
        case .tag(let tag):
          let name = String(decoding: text[tag.name], as: UTF8.self)
          if opaque.contains(name) {
            if !tag.isEmpty { dropped = max(0, dropped + (tag.isEnd ? -1 : 1)) }
          } else if dropped == 0, elements.contains(name), name == "math" || !open.isEmpty {
            guard take(tag, name, text, &open, &out) else { return nil }
          }
        default: break
        }
      }
      return reader.isBroken || out.isEmpty || !open.isEmpty ? nil : out
    }
  }

  private static func take(
    _ tag: XMLTag, _ name: String, _ text: UnsafeBufferPointer<UInt8>, _ open: inout [String], _ out: inout [UInt8]
  ) -> Bool {
    if tag.isEnd {
      guard open.popLast() == name else { return false }
      out += Array("</\(name)>".utf8)
      return true
    }
    out += Array("<\(name)".utf8)
    for attribute in tag.attributes where isKept(text[attribute.name], text[attribute.value]) {
      out += Array(" ".utf8) + text[attribute.name] + Array("=\"".utf8) + text[attribute.value] + Array("\"".utf8)
    }
    // HTML knows no empty element here: both tags are written.
    out += Array((tag.isEmpty ? "></\(name)>" : ">").utf8)
    if !tag.isEmpty { open.append(name) }
    return open.count < 200
  }

  private static func isKept(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ value: Slice<UnsafeBufferPointer<UInt8>>)
    -> Bool
  {
    attributes.contains(String(decoding: name, as: UTF8.self)) && !value.contains { "\"<>&'".utf8.contains($0) }
  }
}
