import Foundation
import TechDocsModel
import Testing

@testable import TechDocsServe

/// What the server answers, request by request.
@Suite struct DevServerTests {
  private static let page = "<!doctype html><body><p>Hi</p></body></html>"
  private static let server = DevServer(
    LiteralSource(files: [
      "index.html": page, "guide/index.html": page, "404.html": page, "a.txt": "0123456789", "empty.txt": "",
    ]),
    hosts: HostRule(), script: Array("export {};".utf8))

  private static func answer(_ target: String, _ method: String = "GET", headers: Headers = ["Host": "localhost"]) async
    -> Response
  { await server.respond(to: Request(method, target, headers: headers)) }

  private static func text(_ response: Response) -> String? {
    if case .bytes(let bytes) = response.body { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  @Test func aPageIsThePublishedOneWithOneScriptMore() async {
    let response = await Self.answer("/")
    let body = Self.text(response)
    let tag =
      "<script type=\"module\" data-entity-tag=\"\(Digest(of: Array(Self.page.utf8)))\" src=\"/__techdocs__/reload.js\"></script>"
    #expect(response.status == .ok)
    #expect(body == Self.page.replacingOccurrences(of: "</body>", with: tag + "</body>"))
    #expect(response.headers["Content-Type"] == "text/html; charset=utf-8")
  }

  @Test func otherFilesAreServedAsTheyAre() async {
    #expect(Self.text(await Self.answer("/a.txt")) == "0123456789")
    #expect(Self.text(await Self.answer("/empty.txt"))?.isEmpty == true)
  }

  @Test func aFolderWithoutASlashLeadsToTheOneWith() async {
    let response = await Self.answer("/guide?a=b")
    #expect(response.status == .found)
    #expect(response.headers["Location"] == "/guide/?a=b")
  }

  @Test(arguments: ["/nothing", "/../etc/passwd", "/%2e%2e/etc/passwd", "/a%00", "//etc/passwd"])
  func whatIsNotThereIsTheSitesOwn404(path: String) async {
    let response = await Self.answer(path)
    #expect(response.status == .notFound)
    #expect(Self.text(response)?.hasPrefix("<!doctype html>") == true)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])
  func onlyReadingIsAllowed(method: String) async {
    let response = await Self.answer("/", method)
    #expect(response.status == .methodNotAllowed)
    #expect(response.headers["Allow"] == "GET, HEAD")
  }

  @Test func foreignHostsAndOriginsAreRefused() async {
    let foreign = await Self.answer("/", headers: ["Host": "evil.example"])
    let none = await Self.answer("/", headers: [:])
    let cross = await Self.answer(
      "/__techdocs__/states", headers: ["Host": "localhost", "Origin": "https://evil.example"])
    #expect([foreign, none, cross].map(\.status) == [.forbidden, .forbidden, .forbidden])
  }

  @Test func aTagThatIsStillRightSavesTheBody() async {
    let tag = await Self.answer("/a.txt").headers["ETag"] ?? ""
    let response = await Self.answer("/a.txt", headers: ["Host": "localhost", "If-None-Match": "\"x\", W/\(tag)"])
    #expect(response.status == .notModified)
    #expect(Self.text(response)?.isEmpty == true)
    let changed = await Self.answer("/a.txt", headers: ["Host": "localhost", "If-None-Match": "\"x\""])
    #expect(changed.status == .ok)
  }

  @Test func aPartCanBeAskedFor() async {
    let response = await Self.answer("/a.txt", headers: ["Host": "localhost", "Range": "bytes=2-4"])
    #expect(response.status == .partialContent)
    #expect(response.headers["Content-Range"] == "bytes 2-4/10")
    #expect(Self.text(response) == "234")
    let beyond = await Self.answer("/a.txt", headers: ["Host": "localhost", "Range": "bytes=20-"])
    #expect(beyond.status == .rangeNotSatisfiable)
    #expect(beyond.headers["Content-Range"] == "bytes */10")
  }

  @Test func statesAreEvents() async {
    let response = await Self.answer("/__techdocs__/states")
    #expect(response.headers["Content-Type"] == "text/event-stream")
    guard case .stream(let events) = response.body else {
      Issue.record("no stream")
      return
    }
    let body = await events.reduce(into: "") { $0 += String(decoding: $1, as: UTF8.self) }
    #expect(body.contains("data: {\"round\":1,\"problems\":\"a \\\"problem\\\"\\n\"}\n\n"))
  }
}
