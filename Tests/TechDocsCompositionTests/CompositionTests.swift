import TechDocsModel
import Testing

@testable import TechDocsComposition

/// What Compositions come to in cases that the tables of the function do not have.
@Suite struct CompositionTests {
  private static func documents(_ text: String, _ file: String = "composition.yaml") -> [YAMLNode] {
    YAMLDocument.parseAll(SourceText(file, text)).value
  }

  private static let thing = "apiVersion: a.example/v1\nkind: Thing\nmetadata: {name: thing, namespace: here}\n"

  private static func pipeline(_ steps: String) -> String {
    """
    apiVersion: apiextensions.crossplane.io/v1
    kind: Composition
    metadata: {name: things}
    spec:
      compositeTypeRef: {apiVersion: a.example/v1, kind: Thing}
      mode: Pipeline
      pipeline:
    \(steps)
    """
  }

  private static func rendering(_ composition: String, _ xr: String, _ definition: String = "") throws -> Rendering {
    try Rendering(
      composite: documents(xr, "xr.yaml"), composition: documents(composition),
      definition: documents(definition, "xrd.yaml"))
  }

  private static let legacyDefinition = """
    apiVersion: apiextensions.crossplane.io/v1
    kind: CompositeResourceDefinition
    metadata: {name: xthings.a.example}
    spec:
      group: a.example
      names: {kind: XThing, plural: xthings}
      claimNames: {kind: Thing, plural: things}
      versions:
        - name: v1
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec: {type: object, properties: {size: {type: integer, default: 2}}}
    """

  /// Go's `strconv.ParseFloat`, where it and Swift differ.
  @Test(
    arguments: [
      ("1e3", 1000.0), ("0x1p4", 16), (".5", 0.5), ("5.", 5), ("+7", 7), ("0x1f", nil), ("-0X1F", nil), ("1_000", nil),
      (" 1", nil), ("", nil), ("nan(1)", nil),
    ] as [(String, Double?)])
  func textsAreNumbersAsGoReadsThem(_ text: String, _ number: Double?) {
    #expect(GoText.double(text) == number)
  }

  @Test func anObjectIsShownAsWhatItWraps() throws {
    let composition = Self.pipeline(
      """
          - step: resources
            functionRef: {name: crossplane-contrib-function-patch-and-transform}
            input:
              resources:
                - name: config
                  base:
                    apiVersion: kubernetes.m.crossplane.io/v1alpha1
                    kind: Object
                    spec: {forProvider: {manifest: {apiVersion: v1, kind: ConfigMap, metadata: {name: inner}}}}
      """)
    let resource = try #require(try Self.rendering(composition, Self.thing).resources.first)
    #expect(resource.kind == "ConfigMap" && resource.name == "inner")
    #expect(resource.node["kind"]?.string == "Object")
  }

  @Test func anUnknownFunctionIsNamedAndTheRestGoesOn() throws {
    let composition = Self.pipeline(
      """
          - step: guess
            functionRef: {name: function-kcl}
          - step: resources
            functionRef: {name: function-patch-and-transform}
            input: {resources: [{name: one, base: {apiVersion: v1, kind: ConfigMap}}]}
      """)
    let rendering = try Self.rendering(composition, Self.thing)
    #expect(rendering.resources.map(\.resourceName) == ["one"])
    #expect(
      rendering.composition.diagnostics.map(\.message) == [
        "Step 'guess' uses 'function-kcl': what it adds or changes is not shown"
      ])
  }

  @Test func aChainNamesPatchInputAndTransforms() throws {
    let composition = Self.pipeline(
      """
          - step: resources
            functionRef: {name: function-patch-and-transform}
            input:
              resources:
                - name: one
                  base: {apiVersion: v1, kind: ConfigMap, spec: {size: 1}}
                  patches:
                    - fromFieldPath: spec.size
                      toFieldPath: spec.size
                      transforms:
                        - {type: math, math: {type: Multiply, multiply: 3}}
                        - {type: math, math: {type: ClampMax, clampMax: 5}}
      """)
    let definition = Self.legacyDefinition.replacing("XThing", with: "Thing").replacing(
      "claimNames: {kind: Thing, plural: things}", with: "scope: Namespaced")
    let rendering = try Self.rendering(composition, Self.thing + "spec: {}\n", definition)
    let resource = try #require(rendering.resources.first)
    let chain = try #require(rendering.provenance(of: resource, at: try FieldPath(parsing: "spec.size")))
    #expect(chain.value.int == 5)
    #expect(chain.inputs.map(\.path) == ["spec.size"])
    #expect(chain.inputs.first?.value?.int == 2)
    #expect(chain.inputs.first?.origin.kind == .schemaDefault)
    #expect(chain.inputs.first?.range?.path.path == "xrd.yaml")
    #expect(chain.steps.map(\.words) == ["×3", "at most 5"])
    #expect(chain.steps.map { $0.value?.int } == [6, 5])
    #expect(chain.replaced?.value.int == 1)
  }

  @Test func environmentConfigsAreReadByName() throws {
    let composition = Self.pipeline(
      """
          - step: environment
            functionRef: {name: function-environment-configs}
            input: {spec: {environmentConfigs: [{type: Reference, ref: {name: net}}]}}
          - step: resources
            functionRef: {name: function-patch-and-transform}
            input:
              resources:
                - name: one
                  base: {apiVersion: v1, kind: ConfigMap}
                  patches: [{type: FromEnvironmentFieldPath, fromFieldPath: vpc, toFieldPath: data.vpc}]
      """)
    let config = FieldNode(
      try Fixtures.unwrapped(Self.documents("metadata: {name: net}\ndata: {vpc: vpc-1}\n").first), as: .environment)
    let rendering = Rendering(
      try Fixtures.unwrapped(CompositeResource(try Fixtures.unwrapped(Self.documents(Self.thing).first))),
      try Fixtures.unwrapped(Composition(try Fixtures.unwrapped(Self.documents(composition).first))), nil,
      environmentConfigs: [config])
    #expect(rendering.resources.first?.node["data"]?["vpc"]?.string == "vpc-1")
  }

  @Test func secretsAreNamedAndTheirValuesHidden() throws {
    let node = try Fixtures.yaml(
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: s}
      data: {password: aHVudGVyMg==}
      """)
    #expect(SecretValues.hidden(in: node)["data"]?["password"]?.string == "(hidden)")
    let pod = try Fixtures.yaml(
      """
      spec:
        env: [{name: DB_PASSWORD, value: hunter2}, {name: PORT, value: "8080"}]
        adminPassword: hunter2
        passwordSecretRef: {name: a, key: b}
      """)
    let text = ManifestYAML.text(of: SecretValues.hidden(in: pod))
    #expect(!text.contains("hunter2"))
    #expect(text.contains("'8080'") && text.contains("key: b"))
  }

  /// As PyYAML and the API server read them back.
  @Test(arguments: [
    ("yes", "'yes'"), ("on", "'on'"), ("8080", "'8080'"), ("1e3", "'1e3'"), ("0x1f", "'0x1f'"), ("~", "'~'"),
    ("", "''"),
    ("a: b", "'a: b'"), ("a:b", "a:b"), ("a #b", "'a #b'"), ("- a", "'- a'"), ("-a", "-a"), ("*a", "'*a'"),
    ("2024-01-31", "'2024-01-31'"), ("1:30", "'1:30'"), ("it's", "it's"), ("'x", "'''x'"), ("a\nb", "\"a\\nb\""),
    ("große", "große"), ("a ", "'a '"), ("user-service", "user-service"), ("=", "'='"), ("null", "'null'"),
  ]) func textsAreQuotedWhereYAMLWouldReadThemOtherwise(text: String, written: String) {
    #expect(ManifestYAML.scalar(text) == written)
  }

  @Test func numbersAreReadAsTheServerReadsThem() throws {
    let node = try Fixtures.yaml(
      "{a: 3.0, b: 0777, c: 1e3, d: 1.5, e: \"3\", f: 0x10, g: yes, h: 12_000, i: 2024-01-31}")
    let values = node.map?.entries.map(\.node.value) ?? []
    #expect(
      values == [
        .int(3), .int(511), .int(1000), .double(1.5), .string("3"), .int(16), .bool(true), .int(12000),
        .string("2024-01-31"),
      ])
  }
}
