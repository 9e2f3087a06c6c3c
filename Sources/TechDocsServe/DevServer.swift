#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import FlyingFox
import FlyingSocks
import Foundation
import TechDocsModel

/// Serves a preview to browsers on this machine.
///
/// Pages are answered as they will be published, with one script more that reloads them.
package struct DevServer: Sendable {
  private let source: any PreviewSource
  private let hosts: HostRule
  private let script: [UInt8]

  /// Where the server's own files lie; no site has a folder of this name.
  static let folder = "/__techdocs__/"

  /// `script` is the module that reloads pages.
  package init(_ source: any PreviewSource, hosts: HostRule, script: [UInt8]) {
    self.source = source
    self.hosts = hosts
    self.script = script
  }

  /// Somebody else listens on the port.
  package struct PortTaken: Error {}

  /// Serves on `host` and `port` until the task is cancelled; `onListening` is called once. Throws `PortTaken`.
  package func run(host: String, port: UInt16, onListening: @Sendable @escaping () -> Void) async throws {
    let handler = ClosureHTTPHandler { await respond(to: $0) }
    let isV6 = host.contains(":")
    let server =
      isV6
      ? try HTTPServer(address: .inet6(ip6: host, port: port), logger: .disabled, handler: handler)
      : try HTTPServer(address: .inet(ip4: host, port: port), logger: .disabled, handler: handler)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do { try await server.run() } catch SocketError.failed(_, EADDRINUSE, _) { throw PortTaken() }
      }
      group.addTask {
        // The wait has an end of its own, which a busy machine may reach first.
        while await !server.isListening {
          try Task.checkCancellation()
          try? await server.waitUntilListening()
        }
        onListening()
      }
      // The first failure ends both; `waitForAll` would wait for the other.
      while try await group.next() != nil {}
    }
  }

  func respond(to request: HTTPRequest) async -> HTTPResponse {
    let host = request.headers[.host], origin = request.headers[HTTPHeader("Origin")]
    guard hosts.allows(host: host), hosts.allows(origin: origin) else {
      return Self.refusal(.forbidden, "This preview answers for this machine only; '--allow-host' names others.")
    }
    guard request.method == .GET || request.method == .HEAD else {
      var response = Self.refusal(.methodNotAllowed, "A preview is for reading.")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
    let target = request.target.path()
    if target.hasPrefix(Self.folder) { return ownFile(target, request) }
    switch RequestPath(target) {
    case .refused: return await notFound(request)
    case .file(let path): return await page(path, request)
    }
  }

  private func page(_ path: SitePath, _ request: HTTPRequest) async -> HTTPResponse {
    if let file = await source.file(at: path) {
      return FileResponse(file: reloading(file, path), path: path).response(to: request)
    }
    let index = SitePath(path.path + "/index.html")
    guard await source.file(at: index) != nil else { return await notFound(request) }
    // Links of the page are relative to its folder, so the address must end like one.
    let query = request.target.query()
    let location = PercentEncoding.path("/" + path.path + "/") + (query.isEmpty ? "" : "?" + query)
    return HTTPResponse(statusCode: .found, headers: [.location: location])
  }

  private func notFound(_ request: HTTPRequest) async -> HTTPResponse {
    let path = SitePath("404.html")
    guard let file = await source.file(at: path) else { return Self.refusal(.notFound, "There is no such page.") }
    return FileResponse(file: reloading(file, path), path: path, status: .notFound).response(to: request)
  }

  private func ownFile(_ target: String, _ request: HTTPRequest) -> HTTPResponse {
    switch target.dropFirst(Self.folder.count) {
    case "reload.js":
      let file = ServedFile(body: .bytes(script), entityTag: "\"\(Digest(of: script))\"")
      return FileResponse(file: file, path: SitePath("reload.js")).response(to: request)
    case "states":
      let headers: HTTPHeaders = [.contentType: "text/event-stream", .cacheControl: "no-store"]
      guard request.method == .GET else { return HTTPResponse(statusCode: .ok, headers: headers) }
      return HTTPResponse(statusCode: .ok, headers: headers, body: HTTPBodySequence(from: StateStream(source)))
    default: return Self.refusal(.notFound, "There is no such file.")
    }
  }

  /// The page with the reloading script before the end of its body; other files as they are.
  private func reloading(_ file: ServedFile, _ path: SitePath) -> ServedFile {
    guard path.path.hasSuffix(".html"), case .bytes(var bytes) = file.body else { return file }
    let end = Array("</body>".utf8)
    guard let place = bytes.lastRange(of: end) else { return file }
    bytes.insert(contentsOf: Self.reloadTag(file.entityTag), at: place)
    return ServedFile(body: .bytes(bytes), entityTag: file.entityTag)
  }

  /// `entityTag` is quoted as HTTP has it; its own quotes would end the attribute.
  static func reloadTag(_ entityTag: String) -> [UInt8] {
    let tag = entityTag.filter { $0 != "\"" }
    return Array("<script type=\"module\" data-entity-tag=\"\(tag)\" src=\"\(folder)reload.js\"></script>".utf8)
  }

  private static func refusal(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: [.contentType: "text/plain; charset=utf-8"], body: Data((text + "\n").utf8))
  }
}

extension [UInt8] {
  /// Where `pattern` begins for the last time; nil when it does not stand in the array.
  fileprivate func lastRange(of pattern: [UInt8]) -> Int? {
    guard count >= pattern.count else { return nil }
    return (0...(count - pattern.count)).last { self[$0..<($0 + pattern.count)].elementsEqual(pattern) }
  }
}
