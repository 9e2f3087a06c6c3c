import Foundation
import TestSupport
import Testing

/// `techdocs build` as people run it: files, streams, exit codes.
@Suite struct BuildCommandTests {
  static let site = [
    "mkdocs.yml": "site_name: Shop\nsite_url: https://docs.example.com/shop\n",
    "docs/index.md": "# Shop\n\nSee [the guide](guide/setup.md#install).\n",
    "docs/guide/setup.md": "# Set-up\n\n## Install\n\nDone.\n",
    "docs/img/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  ]

  @Test func pagesLieWhereMkDocsPutsThem() throws {
    let folder = try ScratchFolder(Self.site)
    let run = try Tool.run("build", in: folder)
    #expect(run.exitCode == 0)
    let files = folder.files(below: "site").filter { !$0.hasPrefix("assets/") && !$0.hasPrefix("search/") }
    #expect(
      files.filter { !$0.hasSuffix("/") && $0.contains(".") } == [
        "404.html", "guide/setup/index.html", "guide/setup/index.md", "img/logo.svg", "index.html", "index.md",
        "llms.txt", "sitemap.xml", "techdocs-manifest.json",
      ])
    #expect(folder.text("site/index.html")?.contains("href=\"guide/setup/#install\"") == true)
    #expect(folder.text("site/sitemap.xml")?.contains("<loc>https://docs.example.com/shop/guide/setup/</loc>") == true)
  }

  @Test func withoutDirectoryURLsPagesAreFiles() throws {
    let folder = try ScratchFolder(
      Self.site.merging(["mkdocs.yml": "site_name: S\nuse_directory_urls: false\n"]) { $1 })
    #expect(try Tool.run("build", "-o", "out", in: folder).exitCode == 0)
    #expect(folder.text("out/index.html")?.contains("href=\"guide/setup.html#install\"") == true)
  }

  @Test func aBrokenLinkIsShownWithItsPlaceAndAHelp() throws {
    let folder = try ScratchFolder(Self.site)
    try folder.write("# Shop\n\nSee [x](guide/setup.md#instal).\n", to: "docs/index.md")
    let run = try Tool.run("build", "-o", "out", in: folder)
    #expect(run.exitCode == 1)
    #expect(run.output == "")
    #expect(
      run.errors.hasPrefix(
        """
        docs/index.md:3:9: error: 'guide/setup.md' has no heading '#instal' [missing-anchor]
          3 | See [x](guide/setup.md#instal).
            |         ^~~~~~~~~~~~~~~~~~~~~
          help: did you mean '#install'?

        """))
    #expect(folder.text("out/index.html") != nil)
  }

  @Test func unchangedFilesKeepTheirModificationTime() throws {
    let folder = try ScratchFolder(Self.site)
    _ = try Tool.run("build", in: folder)
    let page = folder.location.appendingPathComponent("site/guide/setup/index.html").path
    let past = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: page)
    try folder.write("# Shop\n\nChanged.\n", to: "docs/index.md")
    _ = try Tool.run("build", in: folder)
    let date = try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date
    #expect(date == past)
    #expect(folder.text("site/index.html")?.contains("Changed.") == true)
  }

  @Test func aFolderOfSomebodyElseIsNotReplaced() throws {
    let folder = try ScratchFolder(Self.site.merging(["mine/letter.txt": "Dear"]) { $1 })
    let run = try Tool.run("build", "-o", "mine", in: folder)
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("holds files that no build made"))
    #expect(folder.text("mine/letter.txt") == "Dear")
    #expect(try Tool.run("build", "-o", ".", "--force", in: folder).exitCode == 2)
  }

  @Test func oneBadSourceFailsAlone() throws {
    let folder = try ScratchFolder([
      "good/mkdocs.yml": "site_name: Good\n", "good/docs/index.md": "# Good\n",
      "bad/mkdocs.yml": "site_name: Bad\ndocs_dir: ../outside\n", "bad/docs/index.md": "# Bad\n",
    ])
    let run = try Tool.run("build", ".", "-o", "out", in: folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("bad/mkdocs.yml:2:11: error:"))
    #expect(folder.text("out/docs/default/component/good/index.html")?.contains("Good") == true)
  }

  @Test func aSourceInDoubtLeavesTheOldSiteAsItIs() throws {
    let folder = try ScratchFolder(Self.site)
    #expect(try Tool.run("build", "-o", "out", in: folder).exitCode == 0)
    try folder.write("site_name: [\n", to: "mkdocs.yml")
    try folder.write("# New\n", to: "docs/index.md")
    let run = try Tool.run("build", "-o", "out", in: folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("Nothing is written, 'out' stays as it was: 1 error"))
    #expect(folder.text("out/index.html")?.contains("Shop") == true)
    #expect(try Tool.run("build", "-o", "out", "--keep-going", in: folder).exitCode == 1)
    #expect(folder.text("out/index.html")?.contains("New") == true)
  }

  @Test func twoClaimsOnOneNameWriteNothingWhileNobodyElseIsSound() throws {
    let entity = """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: shop
        annotations: {backstage.io/techdocs-ref: 'dir:.'}
      spec: {type: service, lifecycle: production, owner: group:default/shop}
      """
    let folder = try ScratchFolder([
      "a/mkdocs.yml": "site_name: A\n", "a/docs/index.md": "# A\n", "a/catalog-info.yaml": entity,
      "b/mkdocs.yml": "site_name: B\n", "b/docs/index.md": "# B\n", "b/catalog-info.yaml": entity,
    ])
    #expect(try Tool.run("build", ".", "-o", "out", in: folder).exitCode == 1)
    #expect(folder.text("out/index.html") == nil)
    try folder.write("site_name: C\n", to: "c/mkdocs.yml")
    try folder.write("# C\n", to: "c/docs/index.md")
    #expect(try Tool.run("build", ".", "-o", "out", in: folder).exitCode == 1)
    #expect(folder.text("out/docs/default/component/c/index.html") != nil)
  }
}
