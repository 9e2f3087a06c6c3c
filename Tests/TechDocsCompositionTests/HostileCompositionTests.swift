import TechDocsModel
import TestSupport
import Testing

@testable import TechDocsComposition

/// Compositions that were written to hold a build: each ends in a diagnostic, soon.
@Suite struct HostileCompositionTests {
  /// A pipeline of one patch and transform step over an XR with a text and a list.
  private static func failure(_ resources: String, filters: String = "", xr: String = "spec: {text: aaaa}") throws
    -> String?
  {
    let composition = """
      apiVersion: apiextensions.crossplane.io/v1
      kind: Composition
      metadata: {name: hostile}
      spec:
        compositeTypeRef: {apiVersion: a.example/v1, kind: Thing}
        mode: Pipeline
        pipeline:
          - step: resources
            functionRef: {name: function-patch-and-transform}
            input:
              resources:
      \(resources)
      \(filters)
      """
    let thing = "apiVersion: a.example/v1\nkind: Thing\nmetadata: {name: thing}\n\(xr)\n"
    let start = CPUTime.now
    let documents = YAMLDocument.parseAll(SourceText("composition.yaml", composition))
    if let fault = documents.diagnostics.first { return fault.message }
    let rendering = try Rendering(
      composite: YAMLDocument.parseAll(SourceText("xr.yaml", thing)).value, composition: documents.value, definition: []
    )
    // A debug build; a release build takes well below a second.
    #expect(CPUTime.now - start < 60)
    return rendering.composed?.failure?.error.message
  }

  /// A step that filters by one expression.
  private static func filter(_ expression: String) -> String {
    "    - step: filter\n      functionRef: {name: function-cel-filter}\n"
      + "      input: {filters: [{name: one, expression: '\(expression)'}]}"
  }

  private static func patched(_ patches: [String], base: String = "{}") -> String {
    let lines = patches.map { "            - \($0)" }.joined(separator: "\n")
    return "        - name: one\n          base: \(base)\n          patches:\n\(lines)"
  }

  @Test func anIndexOfABillionIsRefused() throws {
    let message = try Self.failure(Self.patched(["{fromFieldPath: spec.text, toFieldPath: 'a[1000000000]'}"]))
    #expect(message?.contains("index 1000000000 is greater than max allowed index 1024") == true)
  }

  @Test func listsInListsAreBounded() throws {
    let patches = (0..<60).flatMap { outer in
      (0..<60).map { "{fromFieldPath: spec.text, toFieldPath: 'a[\(outer + 900)][\($0 + 900)][1000]'}" }
    }
    let message = try Self.failure(Self.patched(patches))
    #expect(message == nil || message?.contains("more work than is allowed") == true)
  }

  @Test func aTextThatDoublesIsStopped() throws {
    let transforms = (0..<40).map { _ in "{type: string, string: {type: Replace, replace: {search: a, replace: aa}}}" }
    let patch = "{fromFieldPath: spec.text, toFieldPath: a, transforms: [\(transforms.joined(separator: ", "))]}"
    #expect(try Self.failure(Self.patched([patch]))?.contains("a text grows past 256 kB") == true)
  }

  @Test func aWideFormatIsCut() throws {
    let patch =
      "{fromFieldPath: spec.text, toFieldPath: a, transforms: [{type: string, string: {type: Format, fmt: '%999999999s'}}]}"
    #expect(try Self.failure(Self.patched([patch])) == nil)
  }

  @Test func aCatastrophicExpressionIsLinear() throws {
    let patch =
      "{fromFieldPath: spec.text, toFieldPath: a, transforms: [{type: string, string: {type: Regexp, regexp: {match: '^(a+)+$'}}}]}"
    let xr = "spec: {text: \(String(repeating: "a", count: 50_000))b}"
    #expect(try Self.failure(Self.patched([patch]), xr: xr)?.contains("had no matches for group 0") == true)
  }

  @Test func anExpressionThatNeedsTooMuchMemoryIsRefused() throws {
    let patch =
      "{fromFieldPath: spec.text, toFieldPath: a, transforms: [{type: string, string: {type: Regexp, regexp: {match: '((a{100}){100}){100}'}}}]}"
    #expect(try Self.failure(Self.patched([patch]))?.contains("invalid") == true)
  }

  @Test func deepExpressionsAreRefused() throws {
    for expression in [
      String(repeating: "(", count: 5_000) + "true" + String(repeating: ")", count: 5_000),
      "true" + String(repeating: " == true", count: 5_000), String(repeating: "!", count: 9_001) + "true",
      String(repeating: "[", count: 3_000), "a" + String(repeating: ".b", count: 5_000),
    ] {
      let filter = Self.filter(expression)
      let message = try Self.failure(Self.patched(["{fromFieldPath: spec.text, toFieldPath: a}"]), filters: filter)
      // Many negations are only counted; everything else is too deep or no expression.
      #expect(message != nil || expression.hasPrefix("!"))
    }
  }

  @Test func anExpensiveExpressionIsStopped() throws {
    let list = "[" + (0..<100).map(String.init).joined(separator: ",") + "]"
    let nested = "\(list).all(a, \(list).all(b, \(list).all(c, \(list).all(d, a + b + c + d >= 0))))"
    let filter = Self.filter(nested)
    let message = try Self.failure(Self.patched(["{fromFieldPath: spec.text, toFieldPath: a}"]), filters: filter)
    #expect(message?.contains("more work than is allowed") == true)
  }

  @Test func aliasesThatMultiplyAreRefused() throws {
    let bomb = (1..<12).map {
      "              a\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ",") + "]"
    }
    let base = "        - name: one\n          base:\n              a0: &a0 [x]\n" + bomb.joined(separator: "\n")
    #expect(try Self.failure(base)?.contains("grows past") == true)
  }

  @Test func manyMergesOfLongListsAreStopped() throws {
    let items = (0..<1_000).map { "{n: \($0)}" }.joined(separator: ", ")
    let patch =
      "{fromFieldPath: spec.items, toFieldPath: items, policy: {toFieldPath: ForceMergeObjectsAppendArrays}}"
    let message = try Self.failure(
      Self.patched(Array(repeating: patch, count: 200), base: "{items: [{n: -1}]}"),
      xr: "spec: {text: a, items: [\(items)]}")
    #expect(message?.contains("more work than is allowed") == true)
  }
}
