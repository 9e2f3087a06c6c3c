import TechDocsModel
import TechDocsPublish
import Testing

/// Headers, stages, limits, addresses, settings: what a publish decides before it sends anything.
@Suite struct PlanTests {
  static let digest = Digest(of: Array("body{}".utf8))

  @Test func onlyANameWithTheContentsDigestIsImmutable() throws {
    let rules = try HeaderRules()
    let short = Self.digest.short
    #expect(rules.headers("assets/app.\(short).css", digest: Self.digest).cacheControl == HeaderRules.immutable)
    #expect(rules.headers("img/photo-20240115.png", digest: Self.digest).cacheControl == HeaderRules.revalidated)
    #expect(rules.headers("assets/app.0a1b2c3d.css", digest: Self.digest).cacheControl == HeaderRules.revalidated)
  }

  @Test func theLastRuleThatFitsCounts() throws {
    let rules = try HeaderRules(["max-age=60", "*.html=no-store", "/index.html=max-age=1"])
    func value(_ path: String) -> String { rules.headers(path, digest: Self.digest).cacheControl }
    #expect(value("a.png") == "max-age=60")
    #expect(value("a/index.html") == "no-store")
    #expect(value("index.html") == "max-age=1")
    #expect(value("app.\(Self.digest.short).css") == HeaderRules.immutable)
    #expect(throws: PublishFailure.self) { try HeaderRules(["x\ny"]) }
  }

  @Test(arguments: [("300", 300), ("50%", 500), ("0", 0)]) func deleteLimits(text: String, expected: Int) throws {
    #expect(try #require(DeleteLimit(text)).count(of: 1000) == expected)
  }

  @Test func theStandardLimitIsAFifthOr256() {
    #expect(DeleteLimit.standard.count(of: 5) == 10)
    #expect(DeleteLimit.standard.count(of: 100) == 20)
    #expect(DeleteLimit.standard.count(of: 10_000) == 256)
    #expect(DeleteLimit("many") == nil)
    #expect(DeleteLimit("120%") == nil)
  }

  @Test func aManifestSurvivesARoundTrip() throws {
    var manifest = PublishedManifest(files: [
      .init(path: "a\"ü/index.html", digest: "00", size: 1, etag: "e", headers: "h"),
      .init(path: "b", digest: "11", size: 2, etag: "f", headers: "i"),
    ])
    manifest.kept = [.init(path: "old.css", publishes: 1)]
    (manifest.run, manifest.releasedLock) = ("r", "l")
    #expect(PublishedManifest(json: manifest.json) == manifest)
  }

  @Test(arguments: ["", "[]", "{\"version\":2,\"files\":[]}", "{\"version\":1,\"files\":[[1]]}", "<html>"])
  func whatIsNoManifestIsNone(text: String) { #expect(PublishedManifest(json: Array(text.utf8)) == nil) }

  @Test func theSitesOwnManifestIsRead() {
    let own = SiteManifest([SiteEntry(path: SitePath("index.html"), digest: Self.digest, size: 6)])
    #expect(PublishedManifest(json: own.json)?.files.map(\.path) == ["index.html"])
  }

  @Test(arguments: [
    "gs://bucket", "azure://x", "docs-prod", "ftp://x/y", "https://x/y",
  ])
  func otherPlacesAreNamedAsSuch(text: String) { #expect(throws: PublishFailure.self) { try Destination(text) } }

  @Test func addressesOfAmazon() throws {
    let address = try S3Address(
      "s3://docs/a/b/", endpoint: nil, region: "eu-west-1", isPathStyle: nil, allowsPlainHTTP: false)
    #expect(address.key("index.html") == "a/b/index.html")
    #expect(address.path("a/b/c/d") == "c/d")
    #expect(address.path("a/bc") == nil)
    #expect(address.endpoint == "https://s3.eu-west-1.amazonaws.com")
    #expect(!address.isPathStyle)
    let dotted = try S3Address(
      "s3://docs.example.com", endpoint: nil, region: "us-east-1", isPathStyle: nil, allowsPlainHTTP: false)
    #expect(dotted.isPathStyle)
  }

  @Test(arguments: ["http://store.example.com", "ftp://x", "https://user@x", "https://x?y"])
  func endpointsThatAreRefused(endpoint: String) {
    #expect(throws: PublishFailure.self) {
      try S3Address("s3://docs", endpoint: endpoint, region: "r", isPathStyle: nil, allowsPlainHTTP: false)
    }
  }

  @Test(arguments: [
    "http://127.0.0.1:9000", "http://localhost:9000/", "http://[::1]:9000", "https://x", "x.example.com",
  ])
  func endpointsThatAreTaken(endpoint: String) throws {
    _ = try S3Address("s3://docs", endpoint: endpoint, region: "r", isPathStyle: nil, allowsPlainHTTP: false)
  }

  @Test(arguments: ["s3://", "s3:///x", "s3://a b", "s3://docs/../x", "s3://docs/./x"])
  func locationsThatNameNoBucket(location: String) {
    #expect(throws: PublishFailure.self) {
      try S3Address(location, endpoint: nil, region: "r", isPathStyle: nil, allowsPlainHTTP: false)
    }
  }

  @Test func entitiesAsTechdocsCLINamesThem() throws {
    let entity = try BackstageEntity("Default/Component/Payments-API")
    #expect(entity.path(isCaseSensitive: false) == "default/component/payments-api")
    #expect(entity.path(isCaseSensitive: true) == "Default/Component/Payments-API")
    for text in ["a/b", "a/b/c/d", "a//b", "../b/c", "a/b/ c"] {
      #expect(throws: PublishFailure.self) { try BackstageEntity(text) }
    }
  }

  @Test func aRunIsNamedInOneField() throws {
    let lock = PublishLock(environment: ["CI_JOB_URL": "https://ci.example.com/7?a=\u{E4} b\r\nX: y"])
    #expect(lock.field.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    #expect(PublishLock(field: lock.field) == lock)
    for text in ["", "a b c", "r x m o", "r 1 m o p"] { #expect(PublishLock(field: text) == nil) }
  }
}
