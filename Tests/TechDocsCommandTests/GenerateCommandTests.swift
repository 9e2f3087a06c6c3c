import Foundation
import TestSupport
import Testing

/// `techdocs generate` and `build --layout backstage`: what a Backstage finds in the folder.
@Suite struct GenerateCommandTests {
  static let site = [
    "mkdocs.yml":
      "site_name: Shop\nsite_description: All of it\nuse_directory_urls: false\nnav:\n- index.md\n- Guide:\n  - guide/set-up.md\n",
    "docs/index.md": "# Shop\n\nSee [the guide](guide/set-up.md#install) & <kbd>x</kbd>.\n",
    "docs/guide/set-up.md": "# Set-up\n\n## Install\n\nRun `a < b`.\n",
  ]
  static let time = ["SOURCE_DATE_EPOCH": "1700000000"]

  @Test func oneEntitysDocsLieAtTheRoot() throws {
    let folder = try ScratchFolder(Self.site)
    let run = try Tool.run(
      "generate", "--no-docker", "--techdocs-ref", "url:https://github.com/org/shop", "--etag", "abc", in: folder,
      environment: Self.time)
    #expect(run.exitCode == 0)
    let page = try #require(folder.text("site/guide/set-up/index.html"))
    #expect(page.contains("href=\"https://github.com/org/shop/edit/main/docs/guide/set-up.md\""))
    #expect(page.contains("<input class=\"md-nav__toggle md-toggle\" type=\"checkbox\" id=\"__nav_2\" checked>"))
    #expect(page.contains("href=\"../../assets/stylesheets/main."))
    #expect(!page.contains("<script"))
    let metadata = try #require(folder.text("site/techdocs_metadata.json"))
    #expect(
      metadata.hasPrefix(
        "{\"site_name\": \"Shop\", \"site_description\": \"All of it\", \"etag\": \"abc\", "
          + "\"build_timestamp\": 1700000000000, \"files\": [\"assets/stylesheets/main."))
    let index = try #require(folder.text("site/search/search_index.json"))
    #expect(
      index.contains(
        "{\"location\": \"guide/set-up/#install\", \"title\": \"Install\", \"text\": \"Run a &lt; b.\"}"))
  }

  @Test func aBrokenLinkFailsOnlyWhenAskedTo() throws {
    let folder = try ScratchFolder(Self.site.merging(["docs/index.md": "# Shop\n\n[x](gone.md)\n"]) { $1 })
    #expect(try Tool.run("generate", in: folder, environment: Self.time).exitCode == 0)
    #expect(try Tool.run("generate", "--strict", in: folder, environment: Self.time).exitCode == 1)
  }

  @Test func manyEntitiesLieBelowTheirPaths() throws {
    let folder = try ScratchFolder([
      "one/mkdocs.yml": "site_name: One\n", "one/docs/index.md": "# One\n\n[two](../../two/docs/index.md)\n",
      "two/mkdocs.yml": "site_name: Two\n", "two/docs/index.md": "# Two\n",
    ])
    let run = try Tool.run("build", "--layout", "backstage", "-o", "out", in: folder, environment: Self.time)
    #expect(run.exitCode == 0)
    #expect(folder.text("out/default/component/one/index.html")?.contains("href=\"../two/\"") == true)
    #expect(folder.text("out/default/component/two/techdocs_metadata.json") != nil)
  }

  @Test func aFolderWithoutDocsOfOneEntityIsRefused() throws {
    let folder = try ScratchFolder([
      "a/mkdocs.yml": "site_name: A\n", "a/docs/index.md": "#\n", "b/mkdocs.yml": "site_name: B\n",
      "b/docs/index.md": "#\n",
    ])
    #expect(try Tool.run("generate", in: folder, environment: Self.time).exitCode == 2)
  }

  @Test func publishSaysWhatItNeeds() throws {
    let folder = try ScratchFolder(["site/index.html": "x"])
    let nowhere = try Tool.run("publish", in: folder)
    #expect(nowhere.exitCode == 2)
    #expect(nowhere.errors.contains("There is no destination"))
    let google = try Tool.run("publish", "gs://docs", in: folder)
    #expect(google.exitCode == 2)
    #expect(google.errors.contains("rclone"))
    let unbuilt = try Tool.run("publish", "file://\(folder.location.path)/out", in: folder)
    #expect(unbuilt.exitCode == 3)
    #expect(unbuilt.errors.contains("holds no site that 'techdocs build' made"))
  }

  @Test func aBuiltSiteIsPublishedToAFolder() throws {
    let folder = try ScratchFolder(Self.site)
    #expect(try Tool.run("build", in: folder).exitCode == 0)
    let target = "file://\(folder.location.path)/out"
    #expect(try Tool.run("publish", target, in: folder).exitCode == 0)
    #expect(folder.text("out/index.html") == folder.text("site/index.html"))
    #expect(try Tool.run("publish", target, "--dry-run", in: folder).output == "")
  }
}
