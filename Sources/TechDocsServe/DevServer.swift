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

  /// Answers whoever asks until the task is cancelled.
  package func run(on listener: Listener) async throws { try await run(on: listener, times: ConnectionTimes()) }

  func run(on listener: Listener, times: ConnectionTimes) async throws {
    try await listener.run(times) { await respond(to: $0) }
  }

  func respond(to request: Request) async -> Response {
    let host = request.headers["Host"], origin = request.headers["Origin"]
    guard hosts.allows(host: host), hosts.allows(origin: origin) else {
      return .refusal(.forbidden, "This preview answers for this machine only; '--allow-host' names others.")
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      var response = Response.refusal(.methodNotAllowed, "A preview is for reading.")
      response.headers["Allow"] = "GET, HEAD"
      return response
    }
    if request.path.hasPrefix(Self.folder) { return ownFile(request) }
    switch RequestPath(request.path) {
    case .refused: return await notFound(request)
    case .file(let path): return await page(path, request)
    }
  }

  private func page(_ path: SitePath, _ request: Request) async -> Response {
    if let file = await source.file(at: path) {
      return FileResponse(file: reloading(file, path), path: path).response(to: request)
    }
    let index = SitePath(path.path + "/index.html")
    guard await source.file(at: index) != nil else { return await notFound(request) }
    // Links of the page are relative to its folder, so the address must end like one.
    let query = request.query.isEmpty ? "" : "?" + request.query
    return Response(status: .found, headers: ["Location": PercentEncoding.path("/" + path.path + "/") + query])
  }

  private func notFound(_ request: Request) async -> Response {
    let path = SitePath("404.html")
    guard let file = await source.file(at: path) else { return .refusal(.notFound, "There is no such page.") }
    return FileResponse(file: reloading(file, path), path: path, status: .notFound).response(to: request)
  }

  private func ownFile(_ request: Request) -> Response {
    switch request.path.dropFirst(Self.folder.count) {
    case "reload.js":
      let file = ServedFile(body: .bytes(script), entityTag: "\"\(Digest(of: script))\"")
      return FileResponse(file: file, path: SitePath("reload.js")).response(to: request)
    case "states":
      let headers: Headers = ["Content-Type": "text/event-stream", "Cache-Control": "no-store"]
      return Response(status: .ok, headers: headers, body: .stream(StateEvents.stream(of: source)))
    default: return .refusal(.notFound, "There is no such file.")
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
}

extension [UInt8] {
  /// Where `pattern` begins for the last time; nil when it does not stand in the array.
  fileprivate func lastRange(of pattern: [UInt8]) -> Int? {
    guard count >= pattern.count else { return nil }
    return (0...(count - pattern.count)).last { self[$0..<($0 + pattern.count)].elementsEqual(pattern) }
  }
}
