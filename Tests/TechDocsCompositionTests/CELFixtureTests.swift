@testable import TechDocsComposition
import Testing

/// The conformance cases of cel-spec, where they lie beside the project.
@Suite struct CELFixtureTests {
  /// The groups that filters and rules need.
  private static let core: Set<String> = ["basic", "logic", "fields", "comparisons", "lists", "macros", "string"]

  @Test func theCoreGroupsConform() throws {
    guard let cases = try Fixtures.shared("cel-fixtures.json") else { return }
    let wanted = cases.filter { Self.core.contains($0["file"]?.string ?? "") }
    let failures = wanted.filter { !Self.isRight($0) }.map {
      "\($0["id"]?.string ?? ""): \($0["expr"]?.string ?? "") got \(Self.result(of: $0))"
    }
    print("CEL core groups: \(wanted.count - failures.count) of \(wanted.count)")
    #expect(Double(failures.count) <= 0.01 * Double(wanted.count), "\(failures.joined(separator: "\n"))")
  }

  @Test func theOtherGroupsAreCounted() throws {
    guard let cases = try Fixtures.shared("cel-fixtures.json") else { return }
    let right = cases.filter(Self.isRight).count
    print("CEL all groups: \(right) of \(cases.count)")
    #expect(right >= 820)
  }

  private static func isRight(_ node: FieldNode) -> Bool {
    let want = node["want"] ?? .emptyMap
    switch result(of: node) {
    case .success(let value): return want["value"].map { Self.value($0) }.map { value.isSame(as: $0) } ?? false
    case .failure: return want["error"] != nil
    }
  }

  private static func result(of node: FieldNode) -> Result<CELValue, CompositionError> {
    let bindings = node["bindings"]?.map?.entries ?? []
    let variables = Dictionary(bindings.map { ($0.key, value($0.node)) }) { first, _ in first }
    var budget = Budget()
    do throws(CompositionError) {
      return .success(try CELProgram(node["expr"]?.string ?? "").evaluate(variables, &budget))
    } catch {
      return .failure(error)
    }
  }

  /// `{"int": 1}` as a value.
  private static func value(_ node: FieldNode) -> CELValue {
    guard let entry = node.map?.entries.first else { return .null }
    switch (entry.key, entry.node.value) {
    case ("bool", .bool(let bool)): return .bool(bool)
    case ("int", .int(let int)): return .int(int)
    case ("uint", .int(let int)): return .uint(UInt64(int))
    case ("uint", .double(let double)): return .uint(UInt64(exactly: double) ?? .max)
    case ("double", .string(let text)): return .double(Double(text) ?? .nan)
    case ("string", .string(let text)): return .string(text)
    case ("bytes", .string(let hex)): return .bytes(bytes(hex))
    case ("type", .string(let name)): return .type(name)
    case ("list", .list(let items)): return .list(items.map(value))
    case ("map", .list(let pairs)):
      return .map(
        CELMap(
          pairs.compactMap { pair in
            guard let parts = pair.list, parts.count == 2 else { return nil }
            return CELMap.Entry(key: value(parts[0]), value: value(parts[1]))
          }))
    default: return .null
    }
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }
}

extension CELValue {
  /// Equal, and of one type.
  fileprivate func isSame(as other: CELValue) -> Bool {
    if case .double(let mine) = self, case .double(let theirs) = other, mine.isNaN { return theirs.isNaN }
    return typeName == other.typeName && isEqual(to: other)
  }
}
