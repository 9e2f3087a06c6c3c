import TechDocsModel

/// What `techdocs catalog check --json` prints: for each document its reference, its faults and its relations.
package struct CheckReport: Sendable {
  private let files: [CatalogFile]

  package init(_ files: [CatalogFile]) { self.files = files }

  /// Whether any document has a fault.
  package var hasFaults: Bool { files.contains { !$0.isWellFormed || $0.documents.contains { !$0.faults.isEmpty } } }

  /// One array; faults and relations sorted, relations of valid entities only.
  package var json: String {
    let lines = files.flatMap { file in
      file.isWellFormed
        ? file.documents.map(Self.line) : [#"{"ref": null, "errors": [["", "yaml"]], "relations": []}"#]
    }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private static func line(_ document: CheckedDocument) -> String {
    let errors = document.faults.sorted().map {
      "[\(JSONText.quoted($0.path)), \(JSONText.quoted($0.code.rawValue))]"
    }
    var relations = document.faults.isEmpty ? document.entity?.relations.sorted() ?? [] : []
    var seen: Set<[String]> = []
    relations = relations.filter { seen.insert([$0.from.description, $0.kind.rawValue, $0.to.description]).inserted }
    let pairs = relations.map {
      "[\(JSONText.quoted($0.from.description)), \(JSONText.quoted($0.kind.rawValue)), "
        + "\(JSONText.quoted($0.to.description))]"
    }
    let ref = document.entity.map { JSONText.quoted($0.ref.description) } ?? "null"
    return
      "{\"ref\": \(ref), \"errors\": [\(errors.joined(separator: ", "))], \"relations\": [\(pairs.joined(separator: ", "))]}"
  }
}
