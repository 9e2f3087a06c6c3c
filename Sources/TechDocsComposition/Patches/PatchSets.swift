/// Named lists of patches that templates share.
package struct PatchSets: Sendable {
  package struct Written: Sendable {
    let name: String
    let patches: [Patch]
    let origin: Origin

    package init(_ node: FieldNode, isNative: Bool = false) {
      name = node["name"]?.string ?? ""
      patches = (node["patches"]?.list ?? []).map { Patch($0, isNative: isNative) }
      origin = node.origin
    }
  }

  private let sets: [String: [Patch]]
  /// What one template may grow to, so that sets in sets of patches stay small.
  private static let limit = 10_000

  /// Fails where a set holds a reference to a set.
  package init(_ written: [Written]) throws(CompositionError) {
    for set in written {
      if let patch = set.patches.first(where: { $0.kind == .patchSet }) {
        throw CompositionError("a patch in a PatchSet cannot be of type PatchSet", origin: patch.origin)
      }
    }
    sets = Dictionary(written.map { ($0.name, $0.patches) }) { _, last in last }
  }

  /// The patches with each reference replaced by its set, and the name of that set.
  package func inlined(_ patches: [Patch]) throws(CompositionError) -> [(patch: Patch, set: String?)] {
    var inlined: [(patch: Patch, set: String?)] = []
    for patch in patches {
      guard patch.kind == .patchSet else {
        inlined.append((patch, nil))
        continue
      }
      guard let name = patch.patchSetName else {
        throw CompositionError("PatchSetName is required by type PatchSet", origin: patch.origin)
      }
      guard let set = sets[name] else {
        throw CompositionError("cannot find PatchSet by name \(name)", origin: patch.origin)
      }
      inlined += set.map { ($0, name) }
      guard inlined.count <= Self.limit else {
        throw CompositionError("a resource has more than \(Self.limit) patches", origin: patch.origin)
      }
    }
    return inlined
  }
}
