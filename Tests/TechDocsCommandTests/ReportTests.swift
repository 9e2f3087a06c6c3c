import Foundation
import TestSupport
import Testing

/// The forms of a report, and what the command line answers.
@Suite struct ReportTests {
  private func broken() throws -> ScratchFolder {
    try ScratchFolder(["mkdocs.yml": "site_name: S\n", "docs/index.md": "# S\n\n[x](gone.md)\n"])
  }

  @Test func jsonGoesToStandardOutput() throws {
    let run = try Tool.run("check", "--format", "json", in: try broken())
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let finding = (report?["diagnostics"] as? [[String: Any]])?.first
    #expect(run.exitCode == 1)
    #expect(report?["errors"] as? Int == 1)
    #expect(finding?["rule"] as? String == "broken-link")
    #expect(finding?["line"] as? Int == 3)
    #expect(finding?["column"] as? Int == 5)
  }

  @Test func sarifNamesTheRuleAndThePlace() throws {
    let run = try Tool.run("check", "--format", "sarif", in: try broken())
    let log = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let result = ((log?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])?.first
    #expect(log?["version"] as? String == "2.1.0")
    #expect(result?["ruleId"] as? String == "broken-link")
  }

  @Test func annotationsArePickedOnGitHub() throws {
    let run = try Tool.run("check", in: try broken(), environment: ["GITHUB_ACTIONS": "true"])
    #expect(
      run.output
        == "::error file=docs/index.md,line=3,endLine=3,col=5,endColumn=12,title=broken-link::'gone.md' leads to no page or file\n"
    )
  }

  @Test func colourIsForTerminals() throws {
    let folder = try broken()
    #expect(try !Tool.run("check", in: folder).errors.contains("\u{1b}["))
    #expect(try Tool.run("check", in: folder, environment: ["FORCE_COLOR": "1"]).errors.contains("\u{1b}["))
  }

  @Test func textOfARepositoryCannotDriveATerminal() throws {
    let folder = try ScratchFolder([
      "mkdocs.yml": "site_name: S\nnav: [\"go\\x07ne\\e[2J.md\"]\n",
      "docs/index.md": "# S\n\n\u{1b}[2J[x](go\u{7}ne.md)\n",
    ])
    let run = try Tool.run("check", "--strict", in: folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("missing-nav-entry") && run.errors.contains("control-character"))
    #expect(!run.errors.utf8.contains(0x1b))
    #expect(!run.errors.utf8.contains(0x07))
  }

  @Test func warningsFailOnlyStrictly() throws {
    let folder = try ScratchFolder(["mkdocs.yml": "site_name: S\nthem: x\n", "docs/index.md": "# S\n"])
    #expect(try Tool.run("check", in: folder).exitCode == 0)
    let strict = try Tool.run("check", "--strict", in: folder)
    #expect(strict.exitCode == 1)
    #expect(strict.errors.contains("did you mean 'theme'?"))
  }

  @Test func aMistypedCommandIsAnsweredWithANearMiss() throws {
    let run = try Tool.run("biuld", in: ProjectFolder.root)
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("Did you mean 'techdocs build'?"))
  }

  @Test func aMissingFolderIsAFailureOfItsOwn() throws {
    let run = try Tool.run("build", "no-such-folder", in: ProjectFolder.root)
    #expect(run.exitCode == 3)
    #expect(run.errors.hasPrefix("error: Folder 'no-such-folder' is not there"))
  }

  @Test func theVersionIsOneLine() throws {
    let run = try Tool.run("version", in: ProjectFolder.root)
    #expect(run.output.split(separator: ".").count == 3)
    #expect(run.exitCode == 0)
  }
}
