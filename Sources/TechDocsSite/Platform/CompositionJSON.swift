import TechDocsComposition
import TechDocsModel

/// A Composition's patches, to which the fields of its services point by number.
struct CompositionJSON {
  private let composition: Composition

  init(_ composition: Composition) { self.composition = composition }

  var bytes: [UInt8] {
    var json = HTMLBuffer()
    json.put("{\n  \"composition\": ")
    json.putJSON(composition.name)
    json.put(",\n  \"kind\": ")
    json.putJSON(composition.kind)
    json.put(",\n  \"source\": ")
    json.putJSON(place(composition.range))
    json.put(",\n  \"patches\": ")
    putPatches(into: &json)
    json.put("\n}\n")
    return json.bytes
  }

  private func place(_ range: SourceRange) -> String { "\(range.path.description):\(range.start.line)" }

  /// The list, indented for its place in an object.
  func putPatches(into json: inout HTMLBuffer) {
    json.put("[")
    for (id, site) in composition.sites.enumerated() {
      json.put(id == 0 ? "\n    " : ",\n    ")
      json.put("{\"id\": ")
      json.put(id)
      put("step", site.step, &json)
      put("resource", site.resource ?? "", &json)
      json.put(", \"number\": ")
      json.put(site.number)
      json.put(", \"reads\": [")
      for (index, path) in site.patch.fromPaths.enumerated() {
        if index > 0 { json.put(", ") }
        json.putJSON(path)
      }
      json.put("]")
      put("writes", site.patch.toPathText, &json)
      put("words", site.patch.words, &json)
      put("source", place(composition.range(of: site.patch.origin)), &json)
      json.put("}")
    }
    json.put(composition.sites.isEmpty ? "]" : "\n  ]")
  }

  private func put(_ key: StaticString, _ value: String, _ json: inout HTMLBuffer) {
    json.put(", \"")
    json.put(key)
    json.put("\": ")
    json.putJSON(value)
  }
}
