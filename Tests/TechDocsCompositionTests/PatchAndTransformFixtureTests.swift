@testable import TechDocsComposition
import TechDocsModel
import Testing

/// The test tables of function-patch-and-transform and crossplane-runtime, where they lie beside the project.
@Suite struct PatchAndTransformFixtureTests {
  /// What a case came to.
  enum Outcome: Equatable {
    case value(Bool, String)
    case failure(String)
  }

  @Test func everyCaseOfTheTables() throws {
    guard let cases = try Fixtures.shared("pnt-fixtures.json") else { return }
    let failures = cases.compactMap { node -> String? in
      let name = node["id"]?.string ?? ""
      switch outcome(of: node) {
      case .value(let isRight, let got): return isRight ? nil : "\(name): got \(got)"
      case .failure(let message): return isExpected(message, node) ? nil : "\(name): failed with \(message)"
      }
    }
    #expect(failures == [])
    #expect(cases.count == 228)
  }

  /// Where a table gives the words, ours are the same; Go's plain `int`, which no object holds, is `int64` here.
  private func isExpected(_ message: String, _ node: FieldNode) -> Bool {
    guard let error = node["want"]?["error"] else { return false }
    guard let words = error.string, words != "*" else { return true }
    // One table writes an error with the error in it as a structure; its beginning is words.
    if words.contains("$elts") { return message.hasPrefix(words.prefix { $0 != ":" }) }
    return message.hasSuffix(words) || message.hasSuffix(words.replacing(" int ", with: " int64 "))
  }

  private func outcome(of node: FieldNode) -> Outcome {
    do throws(CompositionError) {
      return try FixtureRun(node: node).outcome()
    } catch {
      return .failure(error.message)
    }
  }
}

/// Runs one case by its group.
struct FixtureRun {
  let node: FieldNode

  private var want: FieldNode { node["want"]?.unfloated ?? .emptyMap }
  private var group: String { node["group"]?.string ?? "" }

  func outcome() throws(CompositionError) -> PatchAndTransformFixtureTests.Outcome {
    switch group {
    case "transform-chain":
      var budget = Budget()
      let chain = (node["transforms"]?.list ?? []).map { Transform($0) }
      return output(try chain.resolve(input, &budget))
    case "conversion-pair": return try conversion()
    case "patch-from", "patch-combine": return try patch()
    case "patchsets": return try patchSets()
    case "fieldpath-parse":
      let segments = try FieldPath.parsingBare(node["path"]?.string ?? "")
      return .value(segments == want["segments"]?.list?.map(\.segment), "\(segments)")
    case "fieldpath-get":
      let value = try data.value(at: try FieldPath(parsing: path))
      return .value(value.hasSameValue(as: want["value"] ?? FieldNode(.null)), "\(value.value)")
    case "fieldpath-set":
      var object = data
      try object.set(try FieldPath(parsing: path), to: node["value"]?.unfloated ?? FieldNode(.null))
      return .value(object.hasSameValue(as: want["object"] ?? .emptyMap), "\(object.value)")
    case "fieldpath-expand":
      var budget = Budget()
      let found = try data.expanding(try FieldPath(parsing: path), &budget).map(\.text).sorted()
      return .value(found == (want["expanded"]?.list ?? []).compactMap(\.string).sorted(), "\(found)")
    case "run-function": return try run()
    default: return group.hasPrefix("validate-") ? validation() : try transform()
    }
  }

  private var input: FieldNode { node["input"]?.unfloated ?? FieldNode(.null) }
  private var data: FieldNode { node["data"]?.unfloated ?? FieldNode(.null) }
  private var path: String { node["path"]?.string ?? "" }

  private func output(_ value: FieldNode) -> PatchAndTransformFixtureTests.Outcome {
    .value(
      want["error"] == nil && value.hasSameValue(as: want["output"] ?? FieldNode(.null))
        && value.isFloat == (want["output"]?.isFloat ?? false), "\(value.value)")
  }

  private func transform() throws(CompositionError) -> PatchAndTransformFixtureTests.Outcome {
    var budget = Budget()
    return output(try Transform(node["transform"]?.unfloated ?? .emptyMap).resolve(input, &budget))
  }

  private func conversion() throws(CompositionError) -> PatchAndTransformFixtureTests.Outcome {
    let isJSON = node["convert"]?["format"]?.string == "json"
    let source: FieldValue
    switch node["from"]?.string {
    case "int", "int64": source = .int(1)
    case "float64": source = .double(1)
    case "bool": source = .bool(true)
    default: source = .string(!isJSON ? "1" : node["convert"]?["toType"]?.string == "object" ? "{}" : "[]")
    }
    _ = try Transform.converting(node["convert"] ?? .emptyMap, FieldNode(source))
    return .value(want["ok"] != nil, "ok")
  }

  private func patch() throws(CompositionError) -> PatchAndTransformFixtureTests.Outcome {
    var target = node["to"] ?? .emptyMap, budget = Budget()
    try Patch(node["patch"] ?? .emptyMap).apply(
      from: node["from"] ?? .emptyMap, to: &target, site: .none, &budget)
    let expected = want["to"] ?? .emptyMap
    return .value(
      want["error"] == nil && target.withoutNulls.hasSameValue(as: expected.withoutNulls), "\(target.value)")
  }

  private func patchSets() throws(CompositionError) -> PatchAndTransformFixtureTests.Outcome {
    let sets = try PatchSets((node["patchSets"]?.list ?? []).map { PatchSets.Written($0) })
    var got: [[Patch]] = []
    for resource in node["resources"]?.list ?? [] {
      got.append(try sets.inlined((resource["patches"]?.list ?? []).map { Patch($0) }).map(\.patch))
    }
    let expected = (want["resources"]?.list ?? []).map { ($0["patches"]?.list ?? []).map { Patch($0) } }
    return .value(got == expected, "\(got)")
  }

  private func validation() -> PatchAndTransformFixtureTests.Outcome {
    let input = node["input"] ?? .emptyMap
    let fault: InputFault?
    switch group {
    case "validate-transform": fault = Transform(input).fault
    case "validate-patch": fault = Patch(input).fault
    case "validate-combine": fault = Patch.combinationFault(input)
    default: fault = ReadinessCheck(input).fault
    }
    let expected = want["error"].map { "\($0["type"]?.string ?? "") \($0["field"]?.string ?? "")" }
    return .value(fault.map { "\($0.kind.rawValue) \($0.field)" } == expected, "\(fault.map { "\($0)" } ?? "no fault")")
  }

  private func run() throws(CompositionError) -> PatchAndTransformFixtureTests.Outcome {
    let resources = { (part: FieldNode?) in
      (part?["resources"]?.map?.entries ?? []).map { ($0.key, $0.node["resource"] ?? .emptyMap) }
    }
    var state = PipelineState(
      composite: node["observed"]?["composite"] ?? .emptyMap,
      desiredComposite: node["desired"]?["composite"], environment: node["environment"] ?? .emptyMap,
      observed: Dictionary(resources(node["observed"])) { first, _ in first },
      desired: resources(node["desired"]).map {
        PipelineState.Desired(name: $0.0, node: $0.1, step: "before", origin: .none)
      })
    var fatal: String?
    do throws(CompositionError) {
      try state.runPatchAndTransform(node["input"] ?? .emptyMap)
    } catch {
      fatal = error.message
    }
    let got = state.remarks.map(\.message) + (fatal.map { [$0] } ?? [])
    let expected = (want["results"]?.list ?? []).compactMap { $0["message"]?.string }
    guard fatal == nil, got == expected else { return .value(got == expected, "\(got)") }
    // Connection details are not known before a resource exists.
    let wanted = resources(want["desired"]).filter { !$0.0.hasSuffix("connection-secret") }
    let isEqual =
      wanted.count == state.desired.count
      && wanted.allSatisfy { name, node in
        state.desired.contains { $0.name == name && $0.node.hasSameValue(as: node) }
      }
    return .value(isEqual && isEnvironmentRight(state), "\(state.desired.map(\.node.value))")
  }

  private func isEnvironmentRight(_ state: PipelineState) -> Bool {
    guard let environment = want["environment"], environment["$t"] == nil else { return true }
    return state.environment.hasSameValue(as: environment)
  }
}

extension FieldNode {
  fileprivate var segment: FieldPath.Segment {
    self["index"]?.int.map { .index(Int($0)) } ?? .field(map?["field"]?.string ?? "")
  }

  fileprivate var isFloat: Bool {
    if case .double = value { return true }
    return false
  }
}
