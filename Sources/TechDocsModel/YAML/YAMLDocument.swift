/// Reads YAML into nodes with positions. Nothing is executed, resolved or fetched; any text ends in a value.
///
/// Files past 1 MB, 64 levels or 100,000 nodes (aliases counted as what they stand for) are refused.
package enum YAMLDocument {
  /// The first document of a file; nil for an empty or unreadable one.
  package static func parse(_ source: SourceText) -> Diagnosed<YAMLNode?> {
    parse(0..<source.bytes.count, of: source)
  }

  /// The first document in a part of a file, as between the fences of a front matter; positions are those of the file.
  package static func parse(_ part: Range<Int>, of source: SourceText) -> Diagnosed<YAMLNode?> {
    parse(part, of: source, atMost: 1).map(\.first)
  }

  /// Every document of a file, up to the first fault. Empty documents are null nodes.
  package static func parseAll(_ source: SourceText) -> Diagnosed<[YAMLNode]> {
    parse(0..<source.bytes.count, of: source, atMost: .max)
  }

  private static func parse(_ part: Range<Int>, of source: SourceText, atMost limit: Int) -> Diagnosed<[YAMLNode]> {
    let part = part.clamped(to: 0..<source.bytes.count)
    guard part.count <= Limits.configurationBytes else {
      let fault = Diagnostic.error(
        "yaml-limit", at: SourceRange(source.path, line: 1), "YAML of more than 1 MB is not read",
        help: "split the file")
      return Diagnosed([], [fault])
    }
    var composer = YAMLComposer(places: YAMLPlaces(source, part: part))
    var documents: [YAMLNode] = [], faults: [Diagnostic] = []
    source.bytes[part].withUnsafeBufferPointer { bytes in
      do throws(YAMLEvents.Fault) {
        try read(bytes, atMost: limit, with: &composer) { documents.append($0) }
      } catch {
        faults.append(diagnostic(error, bytes, composer.places))
      }
    }
    return Diagnosed(documents, composer.diagnostics + faults)
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, atMost limit: Int, with composer: inout YAMLComposer,
    document: (YAMLNode) -> Void
  ) throws(YAMLEvents.Fault) {
    guard !bytes.isEmpty else { return }
    let events = YAMLEvents(bytes)
    var count = 0
    while count < limit, !composer.isExhausted {
      let event = try events.next()
      if case .streamEnd = event.kind { return }
      if let node = composer.take(event), !composer.isExhausted {
        document(node)
        count += 1
      }
    }
  }

  /// The parser's complaint at its place.
  private static func diagnostic(
    _ fault: YAMLEvents.Fault, _ bytes: UnsafeBufferPointer<UInt8>, _ places: YAMLPlaces
  ) -> Diagnostic {
    let offset = fault.isByte ? fault.place : places.offset(fault.place)
    let byte = offset >= 0 && offset < bytes.count ? bytes[offset] : 0
    return .error(
      "yaml-syntax", at: places.range(byte: offset), "YAML cannot be read here: \(fault.problem)",
      help: help(byte, isEncoding: fault.isByte))
  }

  private static func help(_ byte: UInt8, isEncoding: Bool) -> String {
    if isEncoding { return "save the file as UTF-8, without control characters" }
    switch byte {
    case UInt8(ascii: "\t"): return "indent with spaces, not tabs"
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"): return "put the text in quotes"
    default: return "check the indentation and quotes of this line and the one above"
    }
  }
}
