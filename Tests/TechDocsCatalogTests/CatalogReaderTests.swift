import TechDocsCatalog
import TechDocsModel
import TestSupport
import Testing

/// Locations, placeholders and relations over the files of one repository.
@Suite struct CatalogReaderTests {
  private static func component(_ name: String, _ more: String = "") -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: \(name)
    spec:
      type: service
      lifecycle: production
      owner: team-a
    \(more)
    """
  }

  private static func location(_ targets: String...) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Location
    metadata:
      name: all
    spec:
      targets: [\(targets.map { "'\($0)'" }.joined(separator: ", "))]
    """
  }

  private static func read(_ files: [String: String]) -> (refs: [String], diagnostics: [String]) {
    var reader = CatalogReader(tree: LiteralTree(files))
    let read = reader.files()
    return (
      read.value.flatMap { $0.documents.compactMap { $0.entity?.ref.description } },
      read.diagnostics.map { "\($0.rule): \($0.message)" }
    )
  }

  @Test func theRestOfADocumentWithoutANameIsCheckedToo() {
    let text = Self.component("[a]").replacing("  owner: team-a\n", with: "")
    let found = Self.read(["catalog-info.yaml": text])
    #expect(found.refs.isEmpty)
    #expect(found.diagnostics.contains { $0.contains("'metadata.name' must be a string") })
    #expect(found.diagnostics.contains { $0.contains("needs 'spec.owner'") })
  }

  @Test func aLocationBringsFilesByPathAndByPattern() {
    let found = Self.read([
      "catalog-info.yaml": Self.location("./a.yaml", "services/*/catalog-info.yaml"), "a.yaml": Self.component("a"),
      "services/b/catalog-info.yaml": Self.component("b"), "services/c/catalog-info.yaml": Self.component("c"),
      "services/c/other.yaml": Self.component("d"),
    ])
    #expect(
      found.refs == [
        "location:default/all", "component:default/a", "component:default/b", "component:default/c",
      ])
    #expect(found.diagnostics == [])
  }

  @Test func locationsInACircleEnd() {
    let found = Self.read([
      "catalog-info.yaml": Self.location("./catalog-info.yaml", "./b.yaml"),
      "b.yaml": Self.location("catalog-info.yaml"),
    ])
    #expect(found.refs == ["location:default/all", "location:default/all"])
  }

  @Test(arguments: ["./gone.yaml", "../outside.yaml", "/etc/passwd", "none/*.yaml", "https://example.com/x.yaml"])
  func aTargetThatIsNotThereIsReported(target: String) {
    let found = Self.read(["catalog-info.yaml": Self.location(target)])
    #expect(found.refs == ["location:default/all"])
    #expect(found.diagnostics.count == 1)
    #expect(found.diagnostics.allSatisfy { $0.hasPrefix("missing-location: '\(target)'") })
  }

  private static func api(_ definition: String) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: API
    metadata: {name: x}
    spec:
      type: openapi
      lifecycle: production
      owner: team-a
      definition: \(definition)
    """
  }

  @Test func aPlaceholderBecomesTheTextOfItsFile() {
    let tree = LiteralTree(["api/openapi.yaml": "openapi: 3.1.0\n"])
    let file = CatalogFile(SourceText("catalog-info.yaml", Self.api("{$text: ./api/openapi.yaml}")), tree: tree)
    let entity = file.documents.first?.entity
    #expect(entity?.spec?["definition"]?.string == "openapi: 3.1.0\n")
    #expect(entity?.definition?.text.path.path == "api/openapi.yaml")
    #expect(file.diagnostics == [])
  }

  @Test(arguments: ["{$text: ../secret}", "{$text: /etc/passwd}", "{$json: gone.json}", "{$yaml: two.yaml}"])
  func aPlaceholderThatCannotBeReadIsReportedOnce(placeholder: String) {
    let tree = LiteralTree(["two.yaml": "a: 1\n---\nb: 2\n"])
    let file = CatalogFile(SourceText("catalog-info.yaml", Self.api(placeholder)), tree: tree)
    #expect(file.diagnostics.map(\.rule) == ["missing-placeholder"])
    #expect(file.documents.first?.faults.map(\.code) == [.type])
  }

  @Test func otherKeysWithADollarAreLeftAlone() {
    let tree = LiteralTree(["a.json": "{\"b\": 1}"])
    let text = Self.component("x", "  schema: {$ref: '#/a'}\n  data: {$json: a.json}\n  both: {$text: a.json, b: 1}\n")
    let file = CatalogFile(SourceText("catalog-info.yaml", text), tree: tree)
    let spec = file.documents.first?.entity?.spec
    #expect(spec?["schema"]?["$ref"]?.string == "#/a")
    #expect(spec?["data"]?["b"]?.string == "1")
    #expect(spec?["both"]?["$text"]?.string == "a.json")
    #expect(file.diagnostics == [])
  }

  @Test func relationsGoBothWaysAndEachOnce() {
    let one = Self.component("a", "  dependsOn: [component:b]\n")
    let other = Self.component("b", "  dependencyOf: [component:a]\n")
    let file = CatalogFile(SourceText("catalog-info.yaml", one + "\n---\n" + other), tree: LiteralTree([:]))
    let catalog = Catalog.relating(file.documents.compactMap(\.entity))
    #expect(catalog.diagnostics == [])
    let ref = EntityRef(kind: "component", name: "a")
    #expect(catalog.value.relations(of: ref).map(\.kind) == [.ownedBy, .dependsOn])
    let group = EntityRef(kind: "group", name: "team-a")
    #expect(catalog.value.others(.ownerOf, of: group).map(\.name) == ["a", "b"])
  }

  @Test func namesThatDifferInCaseAreOneEntity() {
    let first = CatalogFile(SourceText("a.yaml", Self.component("Pay")), tree: LiteralTree([:]))
    let second = CatalogFile(SourceText("b.yaml", Self.component("pay")), tree: LiteralTree([:]))
    let catalog = Catalog.relating([first, second].flatMap { $0.documents.compactMap(\.entity) })
    #expect(catalog.value.entities.map(\.name) == ["Pay"])
    #expect(catalog.diagnostics.map(\.rule) == ["duplicate-entity"])
    #expect(catalog.diagnostics.first?.notes.first?.range?.path.path == "a.yaml")
  }

  @Test(arguments: ["../../x", "a/b", "..", "x y", "<script>", "a\u{202e}b", ""])
  func aHostileNameHasNoAddress(name: String) {
    let file = CatalogFile(SourceText("catalog-info.yaml", Self.component("\"\(name)\"")), tree: LiteralTree([:]))
    #expect(file.documents.first?.entity?.ref.isAddressable != true)
    #expect(file.diagnostics.map(\.rule) == ["entity-name"])
  }

  @Test func aMistypedNameGetsAHelpThatWouldPass() {
    let file = CatalogFile(SourceText("catalog-info.yaml", Self.component("Payments API")), tree: LiteralTree([:]))
    #expect(file.diagnostics.map(\.help) == ["try 'payments-api'"])
  }
}
