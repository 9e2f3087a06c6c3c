import Foundation
import TechDocsComposition
import TechDocsModel
import TestSupport
import Testing

/// Variants of the sample service through the sample platform.
@Suite struct RenderCaseTests {
  private static func rendering(_ text: String) throws -> Rendering {
    let composite = YAMLDocument.parseAll(SourceText("xr.yaml", text)).value
    return try Rendering(
      composite: composite, composition: [Fixtures.document("composition/composition.yaml")],
      definition: [Fixtures.document("composition/xrd.yaml")])
  }

  @Test func everyCaseGivesItsResources() throws {
    let cases = try Fixtures.lines("render-cases.jsonl")
    #expect(cases.count == 26)
    for node in cases {
      let name = Comment(rawValue: node["id"]?.string ?? "")
      let rendering = try Self.rendering(ManifestJSON.text(of: try Fixtures.unwrapped(node["xr"])))
      let expect = node["expect"] ?? .emptyMap
      if let errors = expect["errors"]?.list {
        #expect(rendering.faults.map(\.text) == errors.compactMap(\.string).map { $0.withFullTypeWord }, name)
        continue
      }
      #expect(rendering.faults.isEmpty, name)
      #expect(rendering.resources.map(\.resourceName) == expect["resources"]?.list?.compactMap(\.string), name)
      for resource in rendering.resources {
        let document = try Fixtures.unwrapped(expect["docs"]?[resource.resourceName])
        #expect(resource.node.hasSameValue(as: document), name)
      }
    }
  }

  /// Byte for byte: the order of keys and the style of the text too.
  @Test(arguments: [("user-service", "xr-user-service.yaml"), ("email-worker", "xr-minimal.yaml")])
  func theGoldenManifests(service: String, file: String) throws {
    let text = try String(contentsOf: Fixtures.spec.appendingPathComponent("composition/\(file)"), encoding: .utf8)
    let resources = try Self.rendering(text).resources
    let folder = Fixtures.spec.appendingPathComponent("golden/\(service)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count == resources.count)
    for (name, resource) in zip(names, resources) {
      let golden = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(ManifestYAML.text(of: resource.node) == golden, Comment(rawValue: name))
    }
  }
}

extension String {
  /// The cases were made with Python's names of types.
  fileprivate var withFullTypeWord: String { hasSuffix("found int") ? self + "eger" : self }
}
