import TechDocsModel

/// Takes out of a drawing what a page may show: shapes, without scripts, styles, links and foreign content.
enum SVGCleaner {
  static let sizeLimit = 64 << 10
  private static let containers: Set<String> = ["svg", "g"]
  private static let shapes: Set<String> = ["path", "circle", "ellipse", "line", "polygon", "polyline", "rect"]
  private static let attributes: Set<String> = [
    "viewbox", "xmlns", "d", "fill", "fill-rule", "clip-rule", "fill-opacity", "stroke", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-opacity", "opacity",
    "transform", "points", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "x2", "y1", "y2", "width", "height",
  ]

  /// The drawing, always closed; nil for a file that is none. Linear, without recursion.
  static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBufferPointer { text in
      var html = HTMLBuffer(capacity: text.count + 32), open: [String] = [], index = 0
      while let start = text[index...].firstIndex(of: UInt8(ascii: "<")) {
        guard let tag = HTMLTag(text, at: start) else {
          index = start + 1
          continue
        }
        index = tag.end
        put(tag, text, &open, into: &html)
        if open.isEmpty, html.count > 0 { break }
      }
      for name in open.reversed() { html.put("</\(name)>") }
      return html.count > 0 ? html.bytes : nil
    }
  }

  private static func put(
    _ tag: HTMLTag, _ text: UnsafeBufferPointer<UInt8>, _ open: inout [String], into html: inout HTMLBuffer
  ) {
    let name = String(decoding: text[tag.name], as: UTF8.self).lowercased()
    if tag.isEnd {
      guard containers.contains(name), open.last == name else { return }
      open.removeLast()
      return html.put("</\(name)>")
    }
    // What stands outside the drawing, and other drawings inside it, is left out.
    guard open.isEmpty == (name == "svg"), containers.contains(name) || shapes.contains(name), open.count < 20 else {
      return
    }
    html.put("<\(name)")
    for attribute in tag.attributes(text) { put(attribute, text, into: &html) }
    let isClosed = text[tag.end - 2] == UInt8(ascii: "/")
    html.put(containers.contains(name) && !isClosed ? ">" : "/>")
    if containers.contains(name), !isClosed { open.append(name) }
  }

  private static func put(
    _ attribute: HTMLTag.Attribute, _ text: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer
  ) {
    let name = String(decoding: text[attribute.name], as: UTF8.self).lowercased()
    let value = text[attribute.value]
    // Values are numbers, colours and commands; `url(…)` would lead out of the drawing.
    let isPlain = value.allSatisfy {
      HTMLTag.isLetter($0) || (0x2b...0x39).contains($0) || " \n\t#%()".utf8.contains($0)
    }
    let isAddress = name == "xmlns" && value.elementsEqual("http://www.w3.org/2000/svg".utf8)
    guard attributes.contains(name), isAddress || isPlain && !Self.isReference(value) else { return }
    html.put(" \(name == "viewbox" ? "viewBox" : name)=\"")
    html.putEscaped(UnsafeBufferPointer(rebasing: value))
    html.put("\"")
  }

  private static func isReference(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    String(decoding: value, as: UTF8.self).lowercased().contains("url")
  }
}
