import Foundation
import TestSupport
import Testing

/// `techdocs explain` and `techdocs manifests` over the sample repositories.
@Suite struct ExplainCommandTests {
  private static let samples = ProjectFolder.root.appendingPathComponent("sample-repos")

  @Test func aServiceIsExplainedInTheOrderOfItsComposition() throws {
    let run = try Tool.run("explain", "user-service", in: Self.samples)
    #expect(run.exitCode == 0)
    try expectGolden(run.output, "Tests/TechDocsCommandTests/Golden/explain-user-service.txt")
  }

  @Test func theChainOfAValueIsPrinted() throws {
    let run = try Tool.run("explain", "user-service", "--why", "spec.maxReplicas", in: Self.samples)
    try expectGolden(run.output, "Tests/TechDocsCommandTests/Golden/why-max-replicas.txt")
  }

  @Test func aValueThatNobodySetsIsSaidToBeSo() throws {
    let path = "spec.template.spec.containers[0].resources.limits.cpu"
    let run = try Tool.run("explain", "user-service", "--why", path, in: Self.samples)
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix("\(path) is not set: neither a base nor a patch names it\n"))
    #expect(run.output.contains("resources.limits.memory = 512Mi"))
  }

  @Test func anUnknownServiceIsMetWithTheNearest() throws {
    let run = try Tool.run("explain", "usr-service", in: Self.samples)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("did you mean 'user-service'?"))
  }

  @Test func aServiceThatDoesNotFitEndsWithTwo() throws {
    let run = try Tool.run(
      "manifests", "announcements", in: Self.samples.appendingPathComponent("broken/invalid-composite"))
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("[invalid-composite]"))
  }

  @Test func aFailingCompositionEndsWithOne() throws {
    let folder = Self.samples.appendingPathComponent("broken/failing-composition")
    let run = try Tool.run("manifests", "announcements", in: folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("key 5Gi is not found in map [failing-composition]"))
  }

  @Test func manifestsOfAnotherToolStandInForAStepThatNobodyKnows() throws {
    let run = try Tool.run("explain", "legacy-billing", in: Self.samples)
    #expect(run.exitCode == 0)
    try expectGolden(run.output, "Tests/TechDocsCommandTests/Golden/explain-legacy-billing.txt")
    #expect(!run.errors.contains("unknown-function"))
    let manifests = try Tool.run("manifests", "legacy-billing", in: Self.samples)
    #expect(manifests.output.contains("ami: ami-0legacybilling942"))
  }

  /// What readers see of a service, with its reasons, and how another Composition would differ.
  @Test func thePagesOfServicesAreAsTheyWere() throws {
    let folder = try ScratchFolder([:])
    let run = try Tool.run("build", Self.samples.path, "-q", "-o", folder.location.path, in: ProjectFolder.root)
    #expect(run.exitCode == 0)
    for (service, name) in [
      ("user-service/user-service", "user-service"), ("billing/legacy-billing", "legacy-billing"),
    ] {
      let page = folder.text("explain/\(service)/index.html") ?? ""
      let start = page.firstRange(of: "<article")?.lowerBound ?? page.startIndex
      let end = page.firstRange(of: "</article>")?.upperBound ?? page.endIndex
      try expectGolden(
        String(page[start..<end]) + "\n", "Tests/TechDocsCommandTests/Golden/explain-page-\(name).html")
    }
    let page = folder.text("explain/user-service/user-service/index.html") ?? ""
    #expect(page.contains("<td>POSTGRESQL_14</td>") || page.contains("POSTGRES_14"))
  }

  @Test func jsonHasAnOriginForEveryField() throws {
    let run = try Tool.run("explain", "user-service", "--json", in: Self.samples)
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let resources = root?["resources"] as? [[String: Any]] ?? []
    #expect(resources.count == 12)
    let fields = resources.flatMap { $0["fields"] as? [[String: Any]] ?? [] }
    #expect(fields.count > 300)
    #expect(fields.allSatisfy { $0["origin"] is String && $0["origin"] as? String != "none" })
  }

  @Test func manifestsAreAnArrayOrAStream() throws {
    let yaml = try Tool.run("manifests", "orders-worker", "-o", "yaml", in: Self.samples)
    #expect(yaml.output.components(separatedBy: "---\n").count == 7)
    let json = try Tool.run("manifests", "orders-worker", "-o", "json", in: Self.samples)
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any])?.count == 6)
  }
}
