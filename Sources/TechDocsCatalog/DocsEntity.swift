package import TechDocsModel

/// What a doc site needs to know of an entity: its name, and where its docs lie.
package struct DocsEntity: Sendable, Hashable {
  package let ref: EntityRef
  package let title: String?
  package let description: String?
  /// The folder that `backstage.io/techdocs-ref: dir:…` names, relative to the catalog file's; nil without docs of
  /// its own in this repository.
  package let docsFolder: String?
  /// The place of `metadata.name`.
  package let range: SourceRange
}

extension DocsEntity {
  /// Reads the entities of a catalog file; documents that name none are reported and skipped.
  ///
  /// Source: Backstage's entity envelope, and the annotation as TechDocs reads it.
  package static func decodingAll(_ source: SourceText) -> Diagnosed<[DocsEntity]> {
    let documents = YAMLDocument.parseAll(source)
    var result = Diagnosed<[DocsEntity]>([], documents.diagnostics)
    for document in documents.value where !document.isNull {
      switch decoding(document) {
      case .success(let entity): result.value.append(entity)
      case .failure(let fault): result.diagnostics.append(fault.diagnostic)
      }
    }
    return result
  }

  private struct Fault: Error { let diagnostic: Diagnostic }

  private static func decoding(_ document: YAMLNode) -> Result<DocsEntity, Fault> {
    guard let kind = document["kind"]?.string, isName(kind) else {
      return .failure(fault(document, "An entity needs a 'kind', as in `kind: Component`"))
    }
    guard let metadata = document["metadata"], let name = metadata["name"], let text = name.string, isName(text) else {
      let at = document["metadata"]?["name"] ?? document["metadata"] ?? document
      return .failure(
        fault(at, "'\(kind)' needs a 'metadata.name' of letters, digits, '-', '_' and '.', at most 63"))
    }
    let namespace = metadata["namespace"]?.string ?? "default"
    guard isName(namespace) else { return .failure(fault(metadata, "'\(namespace)' is no name for a namespace")) }
    let annotation = metadata["annotations"]?["backstage.io/techdocs-ref"]?.string
    return .success(
      DocsEntity(
        ref: EntityRef(kind: kind, namespace: namespace, name: text), title: metadata["title"]?.string,
        description: metadata["description"]?.string,
        docsFolder: annotation.flatMap { $0.hasPrefix("dir:") ? String($0.dropFirst(4)) : nil }, range: name.range))
  }

  private static func fault(_ node: YAMLNode, _ message: String) -> Fault {
    Fault(diagnostic: .error("invalid-entity", at: node.range, message))
  }

  /// Source: Backstage `KubernetesValidatorFunctions.isValidObjectName`.
  private static func isName(_ text: String) -> Bool {
    func isAlphanumeric(_ byte: UInt8?) -> Bool {
      guard let byte else { return false }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        return true
      default: return false
      }
    }
    let bytes = text.utf8
    return bytes.count <= 63 && isAlphanumeric(bytes.first) && isAlphanumeric(bytes.last)
      && bytes.allSatisfy { isAlphanumeric($0) || "-_.".utf8.contains($0) }
  }
}
