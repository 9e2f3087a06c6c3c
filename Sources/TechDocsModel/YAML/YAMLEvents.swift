import CYaml

/// libyaml's events for one text; the only file that calls into the C library that Yams carries.
///
/// Events rather than Yams' `compose`, because `compose` hashes every key: an alias that expands without end takes
/// without end when it stands as a key, and a key that stands twice loses the whole document (docs/decisions).
struct YAMLEvents: ~Copyable {
  enum Kind {
    case scalar(String, isPlain: Bool)
    case alias
    case sequenceStart, mappingStart
    /// The end of a sequence or mapping.
    case end
    case documentStart, documentEnd, streamEnd
  }

  struct Event {
    let kind: Kind
    /// The anchor that is set, or that an alias names.
    var anchor: String?
    var tag: String?
    /// Characters (not bytes) from the start of the text.
    let start: Int
    let end: Int
  }

  /// libyaml's complaint.
  struct Fault: Error {
    let problem: String
    /// Characters from the start of the text; bytes where the text is no UTF-8.
    let place: Int
    let isByte: Bool
  }

  /// The library keeps a pointer to the parser inside the parser, so it may not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  private let isReady: Bool

  /// `text` must not be empty, and must outlive the events.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1 && text.baseAddress != nil
    if isReady {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; after the end of the stream it is the end again.
  borrowing func next() throws(Fault) -> Event {
    var event = yaml_event_t()
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    let start = Int(event.start_mark.index), end = Int(event.end_mark.index)
    switch event.type {
    case YAML_STREAM_START_EVENT: return try next()
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, start: start, end: end)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, start: start, end: end)
    case YAML_ALIAS_EVENT:
      return Event(kind: .alias, anchor: Self.text(event.data.alias.anchor), start: start, end: end)
    case YAML_SCALAR_EVENT: return Self.scalar(event.data.scalar, start, end)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return Event(
        kind: .sequenceStart, anchor: Self.text(data.anchor), tag: Self.text(data.tag), start: start, end: end)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return Event(
        kind: .mappingStart, anchor: Self.text(data.anchor), tag: Self.text(data.tag), start: start, end: end)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return Event(kind: .end, start: start, end: end)
    default: return Event(kind: .streamEnd, start: start, end: end)
    }
  }

  private typealias ScalarData = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar

  private static func scalar(_ data: ScalarData, _ start: Int, _ end: Int) -> Event {
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let isBlock = data.style == YAML_LITERAL_SCALAR_STYLE || data.style == YAML_FOLDED_SCALAR_STYLE
    return Event(
      kind: .scalar(text, isPlain: data.style == YAML_PLAIN_SCALAR_STYLE), anchor: Self.text(data.anchor),
      tag: Self.text(data.tag), start: start, end: isBlock ? start + 1 : end)
  }

  private static func text(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  private var fault: Fault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
    if parser.pointee.error == YAML_READER_ERROR {
      return Fault(problem: problem, place: Int(parser.pointee.problem_offset), isByte: true)
    }
    return Fault(problem: problem, place: Int(parser.pointee.problem_mark.index), isByte: false)
  }
}
