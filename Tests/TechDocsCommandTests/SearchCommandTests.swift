import TestSupport
import Testing

/// `techdocs search`, as people and programs read it.
@Suite struct SearchCommandTests {
  private static func built() throws -> ScratchFolder {
    let folder = try ScratchFolder(ThemeSample.files)
    #expect(try Tool.run("build", "-q", in: folder).exitCode == 0)
    return folder
  }

  @Test func aFilterThatNamesNothingIsAWarning() throws {
    let folder = try Self.built()
    let run = try Tool.run("search", "macOS", "service:nope", "type:dosc", in: folder)
    #expect(run.exitCode == 0)
    #expect(run.output.hasSuffix("1 page\n") || run.output.hasSuffix(" pages\n"))
    #expect(
      run.errors
        == "warning: There is no 'service:nope'\nwarning: There is no 'type:dosc'; did you mean 'type:docs'?\n")
    #expect(try Tool.run("search", "macOS", in: folder).errors.isEmpty)
  }

  @Test func asAnOptionItLeavesNothing() throws {
    let folder = try Self.built()
    let run = try Tool.run("search", "macOS", "--type", "dosc", "--json", in: folder)
    #expect(run.exitCode == 0 && run.errors.contains("'type:dosc'; did you mean 'type:docs'?"))
    #expect(
      run.output.hasPrefix(
        "{\"query\":\"macOS\",\"total\":0,\"corrected\":[],\"unknown\":[[\"type:dosc\",\"type:docs\"]]"))
  }
}
