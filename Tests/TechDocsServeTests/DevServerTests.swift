import FlyingFox
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

  private static func answer(
    _ path: String, _ method: HTTPMethod = .GET, headers: HTTPHeaders = [.host: "localhost"]
  ) async -> HTTPResponse {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let target = HTTPRequest.Target(path: parts.first ?? "", query: parts.count > 1 ? parts[1] : "")
    return await server.respond(
      to: HTTPRequest(method: method, version: .http11, target: target, headers: headers, body: HTTPBodySequence()))
  }

  @Test func aPageIsThePublishedOneWithOneScriptMore() async throws {
    let response = await Self.answer("/")
    let body = String(decoding: try await response.bodyData, as: UTF8.self)
    let tag =
      "<script type=\"module\" data-entity-tag=\"\(Digest(of: Array(Self.page.utf8)))\" src=\"/__techdocs__/reload.js\"></script>"
    #expect(response.statusCode == .ok)
    #expect(body == Self.page.replacingOccurrences(of: "</body>", with: tag + "</body>"))
    #expect(response.headers[.contentType] == "text/html; charset=utf-8")
  }

  @Test func otherFilesAreServedAsTheyAre() async throws {
    #expect(try await Self.answer("/a.txt").bodyData == Data("0123456789".utf8))
    #expect(try await Self.answer("/empty.txt").bodyData == Data())
  }

  @Test func aFolderWithoutASlashLeadsToTheOneWith() async {
    let response = await Self.answer("/guide?a=b")
    #expect(response.statusCode == .found)
    #expect(response.headers[.location] == "/guide/?a=b")
  }

  @Test(arguments: ["/nothing", "/../etc/passwd", "/%2e%2e/etc/passwd", "/a%00", "//etc/passwd"])
  func whatIsNotThereIsTheSitesOwn404(path: String) async throws {
    let response = await Self.answer(path)
    #expect(response.statusCode == .notFound)
    #expect(String(decoding: try await response.bodyData, as: UTF8.self).hasPrefix("<!doctype html>"))
  }

  @Test(arguments: [
    HTTPMethod.POST, HTTPMethod("PUT"), HTTPMethod("DELETE"), HTTPMethod("OPTIONS"), HTTPMethod("TRACE"),
  ])
  func onlyReadingIsAllowed(method: HTTPMethod) async {
    let response = await Self.answer("/", method)
    #expect(response.statusCode == .methodNotAllowed)
    #expect(response.headers[HTTPHeader("Allow")] == "GET, HEAD")
  }

  @Test func foreignHostsAndOriginsAreRefused() async {
    let foreign = await Self.answer("/", headers: [.host: "evil.example"])
    let none = await Self.answer("/", headers: [:])
    let cross = await Self.answer(
      "/__techdocs__/states", headers: [.host: "localhost", HTTPHeader("Origin"): "https://evil.example"])
    #expect([foreign, none, cross].map(\.statusCode) == [.forbidden, .forbidden, .forbidden])
  }

  @Test func aHeadHasTheLengthAndNoBody() async throws {
    let response = await Self.answer("/a.txt", .HEAD)
    #expect(response.headers[.contentLength] == "10")
    #expect(try await response.bodyData.isEmpty)
  }

  @Test func aTagThatIsStillRightSavesTheBody() async throws {
    let tag = await Self.answer("/a.txt").headers[.eTag] ?? ""
    let response = await Self.answer("/a.txt", headers: [.host: "localhost", .ifNoneMatch: "\"x\", W/\(tag)"])
    #expect(response.statusCode == .notModified)
    #expect(try await response.bodyData.isEmpty)
    let changed = await Self.answer("/a.txt", headers: [.host: "localhost", .ifNoneMatch: "\"x\""])
    #expect(changed.statusCode == .ok)
  }

  @Test func aPartCanBeAskedFor() async throws {
    let response = await Self.answer("/a.txt", headers: [.host: "localhost", .range: "bytes=2-4"])
    #expect(response.statusCode == .partialContent)
    #expect(response.headers[.contentRange] == "bytes 2-4/10")
    #expect(try await response.bodyData == Data("234".utf8))
    let beyond = await Self.answer("/a.txt", headers: [.host: "localhost", .range: "bytes=20-"])
    #expect(beyond.statusCode == .rangeNotSatisfiable)
    #expect(beyond.headers[.contentRange] == "bytes */10")
  }

  @Test func statesAreEvents() async throws {
    let response = await Self.answer("/__techdocs__/states")
    #expect(response.headers[.contentType] == "text/event-stream")
    let body = String(decoding: try await response.bodyData, as: UTF8.self)
    #expect(body.contains("data: {\"round\":1,\"problems\":\"a \\\"problem\\\"\\n\"}\n\n"))
  }
}
