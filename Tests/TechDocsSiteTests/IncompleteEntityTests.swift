import Testing

/// A catalog file that says too little for a Backstage does not hold up the docs.
@Suite struct IncompleteEntityTests {
  private func rules(_ spec: String) throws -> [String] {
    try RenderedSite([
      "mkdocs.yml": "site_name: Tracker\n", "docs/index.md": "# Home\n",
      "catalog-info.yaml":
        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: tracker}\nspec: {\(spec)}\n",
    ]).rules
  }

  @Test func aMissingFieldIsNoInvalidOne() throws {
    let rules = try rules("type: service, owner: team-a")
    #expect(rules.contains("incomplete-entity"))
    #expect(!rules.contains("invalid-entity"))
  }

  @Test func aFieldOfAnotherTypeStaysInvalid() throws {
    #expect(try rules("type: service, lifecycle: [], owner: team-a").contains("invalid-entity"))
  }
}
