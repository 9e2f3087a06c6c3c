/// How a patched value meets the one that stands there.
///
/// Source: the function's `policy.toFieldPath`, and mergo, which it is handed to.
package struct MergeOption: Sendable, Hashable {
  /// What stands there stays, unless it is empty.
  let keepsExisting: Bool
  let appendsLists: Bool

  /// The option of a policy; nil for plain replacing.
  package static func option(of policy: String?) throws(CompositionError) -> MergeOption? {
    switch policy ?? "Replace" {
    case "Replace", "": nil
    case "MergeObjects", "MergeObject": MergeOption(keepsExisting: true, appendsLists: false)
    case "MergeObjectsAppendArrays": MergeOption(keepsExisting: true, appendsLists: true)
    case "ForceMergeObjects": MergeOption(keepsExisting: false, appendsLists: false)
    case "ForceMergeObjectsAppendArrays", "AppendArray": MergeOption(keepsExisting: false, appendsLists: true)
    default: throw CompositionError("invalid patch policy \(policy ?? "")")
    }
  }

  /// The value that stands at a place after `new` met `old`.
  func merged(_ new: FieldNode, into old: FieldNode?) throws(CompositionError) -> FieldNode {
    guard let old, !old.isNull, !new.isNull else { return new }
    if appendsLists, let existing = old.list, let added = new.list {
      // Values that are there already are dropped at the patched path itself, not deeper.
      return try join(old, FieldNode(.list(added.filter { item in !existing.contains { $0.hasSameValue(as: item) } })))
    }
    return try join(old, new)
  }

  /// Depth is that of the shallower value, and values are shallow.
  private func join(_ old: FieldNode, _ new: FieldNode) throws(CompositionError) -> FieldNode {
    switch (old.value, new.value) {
    case (.map(var fields), .map(let added)):
      for entry in added.entries {
        guard let place = fields.index(of: entry.key) else {
          fields.append(entry.key, entry.node)
          continue
        }
        let node = try join(fields.entries[place].node, entry.node)
        fields.update(at: place) { $0 = node }
      }
      return FieldNode(.map(fields), old.origin)
    case (.list(let items), .list(let added)) where appendsLists:
      return FieldNode(.list(items + added), old.origin)
    case (.map, .list) where appendsLists:
      throw CompositionError("failed to merge values: cannot append two slices with different type")
    default: return !keepsExisting || old.isEmptyForMerge ? new : old
    }
  }
}

extension FieldNode {
  /// Whether mergo takes the value for unset: null, "", false, 0, an empty list or map.
  fileprivate var isEmptyForMerge: Bool {
    switch value {
    case .null, .bool(false), .int(0), .string(""): true
    case .double(let double): double == 0
    case .list(let items): items.isEmpty
    case .map(let fields): fields.isEmpty
    default: false
    }
  }

  /// Puts a value at a path as a merge option says.
  package mutating func merge(_ path: FieldPath, _ new: FieldNode, _ option: MergeOption?) throws(CompositionError) {
    guard let option else { return try set(path, to: new) }
    var old: FieldNode?
    do throws(CompositionError) { old = try value(at: path) } catch { if !error.isNotFound { throw error } }
    try set(path, to: try option.merged(new, into: old))
  }
}
