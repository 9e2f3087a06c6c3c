/// Builds nodes from events, without recursion and within a budget.
struct YAMLComposer {
  /// The deepest nesting, and the most nodes of one file, that are read; each alias counts as all it stands for.
  static let depthLimit = 64
  static let nodeLimit = 100_000

  /// A node and what it costs.
  struct Sized {
    var node: YAMLNode
    var count = 1
    var height = 1
  }

  /// A sequence or mapping that is still open.
  private struct Frame {
    let event: YAMLEvents.Event
    let isMapping: Bool
    var items: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    var key: YAMLNode?
    /// The place in `entries` of each plain or quoted key.
    var places: [String: Int] = [:]
    var count = 1
    var height = 1
  }

  let places: YAMLPlaces
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a limit was hit; what was read of the document is worth nothing then.
  private(set) var isExhausted = false
  private var frames: [Frame] = []
  private var anchors: [String: Sized] = [:]
  /// What is left for this document and those after it.
  private var budget = nodeLimit
  private var root: Sized?

  init(places: YAMLPlaces) { self.places = places }

  /// Takes an event in; the document's node comes back at its end.
  mutating func take(_ event: YAMLEvents.Event) -> YAMLNode? {
    switch event.kind {
    case .documentStart: (root, anchors) = (nil, [:])
    case .documentEnd:
      budget -= root?.count ?? 1
      return root?.node
    case .streamEnd: break
    case .scalar(let text, let isPlain): attach(scalar(text, isPlain, event), anchor: event.anchor)
    case .alias: attach(alias(event), anchor: nil)
    case .sequenceStart, .mappingStart: open(event)
    case .end: close()
    }
    return nil
  }

  private mutating func scalar(_ text: String, _ isPlain: Bool, _ event: YAMLEvents.Event) -> Sized {
    let isText = event.tag == "!" || event.tag == Self.standard + "str"
    return Sized(
      node: YAMLNode(
        .scalar(text, isPlain: isPlain && !isText), range: places.range(event.start, event.end), tag: tag(event.tag)))
  }

  private mutating func alias(_ event: YAMLEvents.Event) -> Sized {
    let name = event.anchor ?? ""
    if let known = anchors[name] { return known }
    let range = places.range(event.start, event.end)
    diagnostics.append(
      .error(
        "yaml-syntax", at: range, "'*\(name)' names no anchor above it",
        help: NearMiss(of: name, among: anchors.keys.prefix(100).sorted()).suggestion
          ?? "put the text in quotes if it is no alias"))
    return Sized(node: YAMLNode(.scalar("", isPlain: true), range: range))
  }

  private mutating func open(_ event: YAMLEvents.Event) {
    guard frames.count < Self.depthLimit else { return exhaust(event, "nests deeper than \(Self.depthLimit) levels") }
    if case .mappingStart = event.kind {
      frames.append(Frame(event: event, isMapping: true))
    } else {
      frames.append(Frame(event: event, isMapping: false))
    }
  }

  private mutating func close() {
    guard let frame = frames.popLast() else { return }
    let value = frame.isMapping ? YAMLNode.Value.mapping(Self.merged(frame.entries)) : .sequence(frame.items)
    let range = places.range(frame.event.start, frame.event.start)
    attach(
      Sized(
        node: YAMLNode(value, range: range, tag: tag(frame.event.tag)), count: frame.count, height: frame.height + 1),
      anchor: frame.event.anchor)
  }

  /// Puts a finished node where it belongs.
  private mutating func attach(_ sized: Sized, anchor: String?) {
    if let anchor { anchors[anchor] = sized }
    guard var frame = frames.popLast() else {
      root = sized
      return
    }
    frame.count += sized.count
    frame.height = max(frame.height, sized.height)
    if !frame.isMapping {
      frame.items.append(sized.node)
    } else if let key = frame.key {
      add(key, sized.node, to: &frame)
      frame.key = nil
    } else {
      frame.key = sized.node
    }
    let event = frame.event
    frames.append(frame)
    if frame.count > budget { exhaust(event, "grows past \(Self.nodeLimit) nodes") }
    if frames.count + sized.height > Self.depthLimit + 1 {
      exhaust(event, "nests deeper than \(Self.depthLimit) levels")
    }
  }

  private mutating func add(_ key: YAMLNode, _ value: YAMLNode, to frame: inout Frame) {
    guard case .scalar(let name, _) = key.value, name != "<<" else {
      frame.entries.append(.init(key: key, value: value))
      return
    }
    guard let place = frame.places[name] else {
      frame.places[name] = frame.entries.count
      frame.entries.append(.init(key: key, value: value))
      return
    }
    // As PyYAML has it, so that a site looks as it did.
    let first = frame.entries[place].key
    frame.entries[place] = .init(key: key, value: value)
    diagnostics.append(
      .error(
        "duplicate-key", at: key.range, "Key '\(name)' stands twice in this mapping; this one counts",
        help: "keep one of them", notes: [.init("first defined here", at: first.range)]))
  }

  private mutating func exhaust(_ event: YAMLEvents.Event, _ fault: String) {
    guard !isExhausted else { return }
    isExhausted = true
    diagnostics.append(
      .error(
        "yaml-limit", at: places.range(event.start, event.start), "YAML \(fault) here and is not read",
        help: "write aliases out, or split the file"))
  }

  /// Takes the entries of `<<` in, where no key of the mapping's own stands against them.
  ///
  /// Source: YAML 1.1 merge keys; of several mappings the earlier one wins.
  private static func merged(_ entries: [YAMLNode.Entry]) -> [YAMLNode.Entry] {
    let isMerge = { (entry: YAMLNode.Entry) in entry.key.value == .scalar("<<", isPlain: true) }
    guard entries.contains(where: isMerge) else { return entries }
    var own = entries.filter { !isMerge($0) }
    var names = Set(own.compactMap(\.key.string))
    for entry in entries where isMerge(entry) {
      for inherited in (entry.value.sequence ?? [entry.value]).flatMap({ $0.mapping ?? [] }) {
        guard let name = inherited.key.string, names.insert(name).inserted else { continue }
        own.append(inherited)
      }
    }
    return own
  }

  private static let standard = "tag:yaml.org,2002:"

  /// An explicit tag; YAML's own types are implicit and give nil.
  private func tag(_ tag: String?) -> String? {
    guard let tag, tag != "!" else { return nil }
    return tag.hasPrefix(Self.standard) && !tag.hasPrefix(Self.standard + "python/") ? nil : tag
  }
}
