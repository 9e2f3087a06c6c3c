/// One value in which two Compositions differ.
package struct RenderingDifference: Sendable, Hashable {
  /// The resource's name in the Compositions.
  package let resource: String
  /// Empty for a resource that only one of the two makes.
  package let path: String
  /// Nil where it is not set.
  package let mine: String?
  package let theirs: String?

  /// All differences, in the order of the first Composition, then of the second.
  package static func all(between mine: Rendering, and other: Rendering) -> [RenderingDifference] {
    let theirs = Dictionary(other.resources.map { ($0.resourceName, $0) }) { first, _ in first }
    var differences: [RenderingDifference] = []
    for resource in mine.resources {
      guard let twin = theirs[resource.resourceName] else {
        differences.append(whole(resource, isMine: true))
        continue
      }
      differences += fields(resource, twin)
    }
    let names = Set(mine.resources.map(\.resourceName))
    return differences + other.resources.filter { !names.contains($0.resourceName) }.map { whole($0, isMine: false) }
  }

  private static func whole(_ resource: ComposedResource, isMine: Bool) -> RenderingDifference {
    let text = "\(resource.kind) \(resource.name)"
    return RenderingDifference(
      resource: resource.resourceName, path: "", mine: isMine ? text : nil, theirs: isMine ? nil : text)
  }

  private static func fields(_ mine: ComposedResource, _ theirs: ComposedResource) -> [RenderingDifference] {
    let values = { (resource: ComposedResource) in
      SecretValues.hidden(in: resource.shown).leaves.map { ($0.path.text, ManifestYAML.line(of: $0.node)) }
    }
    let (first, second) = (values(mine), values(theirs))
    let others = Dictionary(second) { first, _ in first }
    let own = Set(first.map(\.0))
    let changed = first.compactMap { path, value -> RenderingDifference? in
      others[path] == value
        ? nil
        : RenderingDifference(
          resource: mine.resourceName, path: path, mine: value, theirs: others[path])
    }
    let added = second.filter { !own.contains($0.0) }.map {
      RenderingDifference(resource: mine.resourceName, path: $0.0, mine: nil, theirs: $0.1)
    }
    return changed + added
  }
}
