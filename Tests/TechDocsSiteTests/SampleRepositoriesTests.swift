import Foundation
import TechDocsModel
import TechDocsSite
import TestSupport
import Testing

/// The sample repositories keep what their README promises.
@Suite struct SampleRepositoriesTests {
  private static let samples = ProjectFolder.root.appendingPathComponent("sample-repos")

  /// What `mkdocs.yml` of the oldest sample is meant to raise.
  @Test func onlyTheOddConfigurationIsRemarkedOn() throws {
    let findings = try Self.findings(in: Self.samples).map { "\($0.range?.path.description ?? ""): \($0.rule)" }
    #expect(
      findings == [
        "legacy-billing/mkdocs.yml: ignored-config-key", "legacy-billing/mkdocs.yml: unknown-plugin",
      ])
  }

  @Test func thePortalHasSixtyPagesFromSevenRepositories() throws {
    let portal = try Self.portal(in: Self.samples).value.portal
    let repositories = Set(portal.pages.map(\.source.path.repository))
    #expect(repositories.count >= 7)
    #expect(Set(portal.pages.map(\.source.path)).count >= 60)
  }

  @Test(arguments: try brokenSamples())
  func aBrokenSampleRaisesItsOwnRule(rule: String) throws {
    let folder = Self.samples.appendingPathComponent("broken/\(rule)")
    let raised = Set(try Self.findings(in: folder).map(\.rule.name))
    if Self.rulesToCome.contains(rule) {
      withKnownIssue("Nothing raises '\(rule)' yet", isIntermittent: true) { #expect(raised == [rule]) }
    } else {
      #expect(raised == [rule])
    }
  }

  /// Rules whose samples stand before what raises them; a name leaves this list when its rule works.
  private static let rulesToCome: Set<String> = []

  private static func brokenSamples() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: samples.appendingPathComponent("broken").path)
    return names.filter { !$0.hasSuffix(".md") && !$0.hasPrefix(".") }.sorted()
  }

  /// Sorted, as a report has them.
  private static func findings(in folder: URL) throws -> [Diagnostic] { try portal(in: folder).diagnostics.sorted() }

  private static func portal(in folder: URL) throws -> Diagnosed<LinkedPortal> {
    let loaded = try WorkspaceLoader(folder: folder.path).load()
    var timings = Timings(), diagnostics = loaded.diagnostics
    let linked = Build(loaded.value.workspace).linked(timings: &timings).collecting(into: &diagnostics)
    return Diagnosed(linked, diagnostics)
  }
}
