import Foundation
import TestSupport
import Testing

/// `techdocs render` as people run it.
@Suite struct RenderCommandTests {
  private static let spec = ProjectFolder.root.appendingPathComponent(
    "Tests/TechDocsCompositionTests/Spec/composition")

  private func render(_ file: String, as format: String = "yaml") throws -> Tool.Run {
    try Tool.run(
      "render", "--xr", file, "--composition", "composition.yaml", "--xrd", "xrd.yaml", "-o", format, in: Self.spec)
  }

  @Test func jsonIsAnArrayInTheOrderOfTheComposition() throws {
    let run = try render("xr-minimal.yaml", as: "json")
    let manifests = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    let kinds = manifests?.compactMap { $0["kind"] as? String }
    #expect(
      kinds == [
        "Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget", "ServiceMonitor", "NetworkPolicy",
      ])
    #expect(run.exitCode == 0)
  }

  @Test func aResourceThatDoesNotFitIsRefusedAtItsLine() throws {
    let folder = try ScratchFolder([
      "xr.yaml": """
      apiVersion: platform.ourcompany.com/v1alpha1
      kind: ServiceDeployment
      metadata: {name: a}
      spec:
        image: a:1
        replicas: 12
      """,
      "composition.yaml": String(contentsOf: Self.spec.appendingPathComponent("composition.yaml"), encoding: .utf8),
      "xrd.yaml": String(contentsOf: Self.spec.appendingPathComponent("xrd.yaml"), encoding: .utf8),
    ])
    let run = try Tool.run(
      "render", "--xr", "xr.yaml", "--composition", "composition.yaml", "--xrd", "xrd.yaml", in: folder)
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("xr.yaml:6:13: error: .spec.replicas: more than 10 [invalid-composite]\n"))
  }

  @Test func aMissingFileIsNamed() throws {
    let run = try render("nowhere.yaml")
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("'nowhere.yaml' cannot be read: it is not there"))
  }
}
