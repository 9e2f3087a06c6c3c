import TechDocsComposition
import Testing

/// What Go itself printed, merged and matched, where the results lie beside the project.
@Suite struct GoSemanticsTests {
  @Test func nearlyEveryCaseIsAsInGo() throws {
    guard let cases = try Fixtures.shared("go-semantics.json") else { return }
    let failures = cases.compactMap { node -> String? in
      let (want, input) = (node["want"]?.unfloated ?? .emptyMap, node["in"]?.unfloated ?? .emptyMap)
      let got = Self.run(node["op"]?.string ?? "", input)
      let isRight = want["error"] == nil ? got.map { $0.hasSameValue(as: want.answer) } ?? false : got == nil
      return isRight ? nil : "\(node["id"]?.string ?? ""): \(input.value) got \(got.map { "\($0.value)" } ?? "error")"
    }
    #expect(failures == [], "\(cases.count - failures.count) of \(cases.count)")
    #expect(Double(failures.count) <= 0.02 * Double(cases.count))
  }

  /// The answer; nil for an error.
  private static func run(_ operation: String, _ input: FieldNode) -> FieldNode? {
    switch operation {
    case "fmt":
      let arguments = input["args"]?.list ?? []
      return FieldNode(.string(Transform.formatted(input.map?["format"]?.string ?? "", arguments)))
    case "re":
      guard let pattern = try? RE2Pattern(input.map?["match"]?.string ?? ""),
        let groups = pattern.groups(in: input.map?["input"]?.string ?? "")
      else { return nil }
      let group = Int(input["group"]?.int ?? 0)
      return group < groups.count ? FieldNode(.string(groups[group].map(String.init) ?? "")) : nil
    default:
      var object = input["object"] ?? .emptyMap
      do {
        let option = try MergeOption.option(of: input["policy"]?.string)
        let path = try FieldPath(parsing: input["path"]?.string ?? "")
        try object.merge(path, input.map?["value"] ?? FieldNode(.null), option)
      } catch { return nil }
      return object
    }
  }
}

extension FieldNode {
  fileprivate var answer: FieldNode { map?["output"] ?? map?["object"] ?? FieldNode(.null) }
}
