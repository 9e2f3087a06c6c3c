import TechDocsComposition
import TechDocsModel

/// A manifest as YAML whose every value leads to where it comes from.
///
/// Values of the base link to their line in the Composition; patched ones to the field that they were made of, with a
/// comment that says how. Written by bytes: a thousand services have a million lines.
struct ManifestHTML: ~Copyable {
  private(set) var html = HTMLBuffer(capacity: 1 << 16)
  private(set) var rows: InputRows
  private let notes: CompositionNotes?
  /// The start of a link into the Composition's page, up to the line number.
  private let baseLink: String
  private var path: [UInt8] = []
  private var resource = 0
  private var valueCount = 0

  init(rows: consuming InputRows, notes: CompositionNotes?, root: String) {
    self.rows = rows
    self.notes = notes
    baseLink = notes.map { "<a href=\"\(root)\($0.address)#L" } ?? ""
  }

  /// The manifest of the next resource, as the content of a code block.
  mutating func put(_ node: FieldNode, resource: Int) {
    self.resource = resource
    path.removeAll(keepingCapacity: true)
    put(node, indent: 0, isInline: false)
  }

  /// The bytes of everything so far, and nothing is kept of them.
  mutating func take() -> [UInt8] {
    let bytes = html.bytes
    html.clear()
    return bytes
  }

  consuming func finished() -> InputRows { rows }

  /// As deep as the value, which is bounded.
  private mutating func put(_ node: FieldNode, indent: Int, isInline: Bool) {
    let mark = path.count
    switch node.value {
    case .map(let fields) where !fields.isEmpty:
      for (index, entry) in fields.entries.enumerated() {
        if index > 0 || !isInline { putSpaces(indent) }
        putScalar(entry.key)
        html.put(UInt8(ascii: ":"))
        path.appendFieldName(entry.key)
        putBelow(entry.node, indent: indent)
        path.removeSubrange(mark...)
      }
    case .list(let items) where !items.isEmpty:
      for (index, item) in items.enumerated() {
        if index > 0 || !isInline { putSpaces(indent) }
        html.put("- ")
        path.appendIndex(index)
        put(item, indent: indent + 2, isInline: true)
        path.removeSubrange(mark...)
      }
    default: putLeaf(node)
    }
  }

  private mutating func putBelow(_ node: FieldNode, indent: Int) {
    switch node.value {
    case .map(let fields) where !fields.isEmpty:
      html.put(UInt8(ascii: "\n"))
      put(node, indent: indent + 2, isInline: false)
    case .list(let items) where !items.isEmpty:
      html.put(UInt8(ascii: "\n"))
      put(node, indent: indent, isInline: false)
    default:
      html.put(UInt8(ascii: " "))
      putLeaf(node)
    }
  }

  private mutating func putLeaf(_ node: FieldNode) {
    switch node.origin.kind {
    case .base:
      if let place = node.origin.place, !baseLink.isEmpty {
        html.put(baseLink)
        html.put(place.line)
        html.put("\">")
        putScalar(node)
        html.put("</a>\n")
      } else {
        putScalar(node)
        html.put(UInt8(ascii: "\n"))
      }
    case .patch: putPatched(node)
    case .crossplane:
      putScalar(node)
      html.put("  <i># added by Crossplane</i>\n")
    default:
      putScalar(node)
      html.put(UInt8(ascii: "\n"))
    }
  }

  /// `<a href="#in-4" id="v7">9</a>  # spec.replicas, ×3, at most 30 · patch 6`
  private mutating func putPatched(_ node: FieldNode) {
    guard let site = node.origin.site, let note = notes?.notes[site] else { return putScalar(node) }
    let inputs = rows.rowsOfSite[site]
    valueCount += 1
    html.put("<a id=\"v")
    html.put(valueCount)
    if let row = inputs.first {
      html.put("\" href=\"#in-")
      html.put(row)
    }
    html.put("\">")
    putScalar(node)
    html.put("</a>  <i># ")
    html.put(note.reads)
    if !note.transforms.isEmpty {
      html.put(", ")
      html.put(note.transforms)
    }
    html.put(" · ")
    html.put(baseLink)
    html.put(note.line)
    html.put("\">patch ")
    html.put(note.number)
    html.put("</a></i>\n")
    let (resource, value, path) = (resource, valueCount, path)
    for row in inputs {
      rows.add(InputRows.Use(resource: resource, path: String(decoding: path, as: UTF8.self), value: value), to: row)
    }
  }

  private mutating func putScalar(_ node: FieldNode) {
    switch node.value {
    case .string(let text): putScalar(text)
    case .int(let int): html.put(Int(int))
    default: html.putEscaped(ManifestYAML.line(of: node))
    }
  }

  private mutating func putScalar(_ text: String) {
    html.putEscaped(ManifestYAML.isEvidentlyPlain(text) ? text : ManifestYAML.scalar(text))
  }

  private mutating func putSpaces(_ count: Int) {
    for _ in 0..<count { html.put(UInt8(ascii: " ")) }
  }
}
