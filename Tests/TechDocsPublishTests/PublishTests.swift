import Foundation
import TechDocsPublish
import TestSupport
import Testing

/// A whole publish to a folder: what travels, what stays, what is refused.
@Suite struct PublishTests {
  /// A site's folder, its marker included, and a place to publish it to.
  struct Place {
    let scratch: ScratchFolder
    var site: String { scratch.location.appendingPathComponent("site").path }
    var target: String { scratch.location.appendingPathComponent("target").path }

    init(_ files: [String: String]) throws {
      let marked = files.merging(["techdocs-manifest.json": "{\"version\":1,\"files\":[]}"]) { one, _ in one }
      scratch = try ScratchFolder(Dictionary(uniqueKeysWithValues: marked.map { ("site/" + $0, $1) }))
    }

    func publish(_ change: (inout Publish) -> Void = { _ in }) throws -> PublishPlan {
      var store = try FolderPublisher("file://\(target)")
      var publish = Publish(
        try LocalSite(site), planner: PublishPlanner(rules: try HeaderRules()), lock: PublishLock(environment: [:]))
      change(&publish)
      return try publish.run(on: &store) { _ in }
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: "\(site)/\(path)") }
    var published: [String] { scratch.files(below: "target").filter { $0.contains(".") } }
  }

  static let site = ["index.html": "<a href=a/>", "a/index.html": "A", "img/a.png": "png", ".git/config": "secret"]

  @Test func onlyWhatChangedTravels() throws {
    let place = try Place(Self.site)
    #expect(try place.publish().uploads.map(\.file.path) == ["a/index.html", "img/a.png", "index.html"])
    #expect(try place.publish().isEmpty)
    try place.scratch.write("B", to: "site/a/index.html")
    #expect(try place.publish().uploads.map(\.file.path) == ["a/index.html"])
    #expect(place.scratch.text("target/a/index.html") == "B")
    #expect(
      place.published == ["a/index.html", "img/a.png", "index.html", "techdocs-lock.json", "techdocs-manifest.json"])
  }

  @Test func whatSomebodyElseTouchedIsSentAgain() throws {
    let place = try Place(Self.site)
    _ = try place.publish()
    try place.scratch.write("scribble", to: "target/a/index.html")
    try FileManager.default.removeItem(atPath: place.target + "/img/a.png")
    #expect(try place.publish().uploads.map(\.file.path) == ["a/index.html", "img/a.png"])
  }

  @Test func assetsOutliveTheirPagesByOnePublish() throws {
    let place = try Place(Self.site)
    _ = try place.publish()
    try place.remove("img/a.png")
    try place.remove("a/index.html")
    #expect(try place.publish().deletes == ["a/index.html"])
    #expect(place.scratch.text("target/img/a.png") == "png")
    #expect(try place.publish().isEmpty)
    try place.scratch.write("new", to: "site/index.html")
    #expect(try place.publish().deletes == ["img/a.png"])
    #expect(place.published == ["index.html", "techdocs-manifest.json"])
  }

  @Test func aDryRunWritesNothing() throws {
    let place = try Place(Self.site)
    #expect(try place.publish { $0.isDryRun = true }.uploads.count == 3)
    #expect(place.published == [])
  }

  @Test func aSuddenLossIsRefused() throws {
    let many = Dictionary(uniqueKeysWithValues: (0..<40).map { ("p\($0)/index.html", "x") })
    let place = try Place(many.merging(["index.html": "x"]) { one, _ in one })
    _ = try place.publish()
    for page in 0..<40 { try place.remove("p\(page)/index.html") }
    #expect(throws: PublishFailure.self) { try place.publish() }
    #expect(place.published.count == 43)
    let planner = PublishPlanner(rules: try HeaderRules(), limit: .percent(100))
    #expect(try place.publish { $0.planner = planner }.deletes.count == 40)
  }

  @Test func aFolderWithoutASiteIsRefused() throws {
    let place = try Place(Self.site)
    try place.remove("techdocs-manifest.json")
    #expect(throws: PublishFailure.self) { try place.publish() }
    let listed = "{\"version\":1,\"files\":[[\"gone.html\",\"00\",1]]}"
    try place.scratch.write(listed, to: "site/techdocs-manifest.json")
    #expect(throws: PublishFailure.self) { try place.publish() }
  }

  @Test func aSecondPublisherIsTurnedAway() throws {
    let place = try Place(Self.site)
    _ = try place.publish()
    try place.scratch.write(
      "{\"run\":\"r\",\"owner\":\"https://ci.example.com/1\",\"pid\":1,\"machine\":\"another\"}",
      to: "target/techdocs-lock.json")
    do {
      _ = try place.publish()
      Issue.record("published under somebody else's lock")
    } catch let failure as PublishFailure {
      #expect(failure.message.contains("is being published by https://ci.example.com/1"))
    }
    #expect(try place.publish { $0.breaksLock = true }.uploads.isEmpty)
    #expect(try place.publish().isEmpty)
  }

  @Test func thePreviousPublishComesBack() throws {
    let place = try Place(Self.site)
    _ = try place.publish { $0.keepsPrevious = true }
    try place.scratch.write("worse", to: "site/index.html")
    try place.scratch.write("new", to: "site/new/index.html")
    _ = try place.publish { $0.keepsPrevious = true }
    var store = try FolderPublisher("file://\(place.target)")
    let done = try Rollback(lock: PublishLock(environment: [:])).run(on: &store) { _ in }
    #expect(done.restored == ["index.html"])
    #expect(done.removed == ["new/index.html"])
    #expect(place.scratch.text("target/index.html") == Self.site["index.html"])
    try place.scratch.write(Self.site["index.html"] ?? "", to: "site/index.html")
    try place.remove("new/index.html")
    #expect(try place.publish().isEmpty)
  }
}
