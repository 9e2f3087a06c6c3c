import FlyingSocks
import Foundation
import TechDocsModel
import TestSupport
import Testing

@testable import TechDocsServe

/// What goes over the wire: a server on any free port, and clients of every kind.
@Suite struct ConnectionTests {
  private static let source = LiteralSource(files: ["index.html": "<p>Hi</p>", "a.txt": "0123456789"])

  /// Times that no reader of these tests runs out of, however late the server is asked to go on.
  private static let endless = ConnectionTimes(
    idle: .seconds(600), head: .seconds(600), answer: .seconds(600), leave: .seconds(600))

  private static func times(_ one: WritableKeyPath<ConnectionTimes, Duration>) -> ConnectionTimes {
    var times = endless
    times[keyPath: one] = .milliseconds(50)
    return times
  }

  /// Serves until `body` ends.
  private func serving(
    _ source: any PreviewSource = source, times: ConnectionTimes = endless,
    _ body: @Sendable @escaping (UInt16) async throws -> Void
  ) async throws {
    let listener = try Listener(host: "127.0.0.1", port: 0), port = listener.port
    let server = DevServer(source, hosts: HostRule(), script: [])
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try? await server.run(on: listener, times: times) }
      defer { group.cancelAll() }
      try await body(port)
    }
  }

  private static func answer(_ port: UInt16, _ text: String) async throws -> String {
    let connection = try #require(RawConnection(port: port))
    try await connection.send(text)
    return try await connection.answer()
  }

  private static let tail = " HTTP/1.1\r\nHost: localhost\r\n"

  @Test func requestsFollowEachOtherOnOneConnection() async throws {
    try await serving { port in
      let answer = try await Self.answer(
        port,
        "GET /a.txt\(Self.tail)Range: bytes=2-3\r\n\r\nHEAD /a.txt\(Self.tail)\r\nGET /a.txt\(Self.tail)Connection: close\r\n\r\n"
      )
      #expect(answer.components(separatedBy: "HTTP/1.1 ").map { $0.prefix(3) } == ["", "206", "200", "200"])
      #expect(answer.contains("Content-Length: 2\r\nConnection: keep-alive\r\n\r\n23HTTP"))
      #expect(answer.contains("Content-Length: 10\r\nConnection: keep-alive\r\n\r\nHTTP"))
      #expect(answer.hasSuffix("Content-Length: 10\r\nConnection: close\r\n\r\n0123456789"))
    }
  }

  /// What stands behind a head that has a body is no request.
  @Test func aBodyEndsTheConnection() async throws {
    try await serving { port in
      let hidden = "GET /a.txt\(Self.tail)\r\n"
      for length in ["Content-Length: \(hidden.utf8.count)", "Transfer-Encoding: chunked"] {
        let answer = try await Self.answer(port, "POST /a.txt\(Self.tail)\(length)\r\n\r\n\(hidden)")
        #expect(answer.hasPrefix("HTTP/1.1 405 "))
        #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
      }
    }
  }

  @Test func aFileOnDiskIsSentWholeOrInPart() async throws {
    let text = String((0..<40_000).map { "\($0) " }.joined())
    let folder = try ScratchFolder(["big.txt": text])
    let path = folder.location.appendingPathComponent("big.txt").path
    try await serving(FileSource(location: path, size: text.utf8.count)) { port in
      let whole = try await Self.answer(port, "GET /big.txt\(Self.tail)Connection: close\r\n\r\n")
      #expect(whole.hasSuffix("\r\n\r\n" + text))
      let part = try await Self.answer(
        port, "GET /big.txt\(Self.tail)Range: bytes=-70000\r\nConnection: close\r\n\r\n")
      #expect(part.hasSuffix("\r\n\r\n" + text.suffix(70_000)))
    }
    withExtendedLifetime(folder) {}
  }

  @Test func whatIsNoRequestIsRefused() async throws {
    try await serving { port in
      let secret = try await Self.answer(port, "\u{16}\u{3}\u{1}\r\n\r\n")
      #expect(secret.hasPrefix("HTTP/1.1 400 "))
      let newer = try await Self.answer(port, "GET / HTTP/3\r\n\r\n")
      #expect(newer.hasPrefix("HTTP/1.1 505 "))
    }
  }

  /// The reader gets to see why, though it is still sending.
  @Test func aHeadOfLongLinesIsRefused() async throws {
    try await serving { port in
      let line = "X: " + String(repeating: "a", count: 1 << 16) + "\r\n"
      let answer = try await Self.answer(port, "GET /\(Self.tail)" + String(repeating: line, count: 12) + "\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 431 "))
    }
  }

  @Test func aHeadThatDoesNotComeIsNotWaitedFor() async throws {
    try await serving(times: Self.times(\.head)) { port in
      let half = try await Self.answer(port, "GET /\(Self.tail)")
      #expect(half.hasPrefix("HTTP/1.1 408 "))
    }
    try await serving(times: Self.times(\.idle)) { port in
      let nothing = try await Self.answer(port, "")
      #expect(nothing.isEmpty)
    }
  }

  /// A reader that asks and takes nothing is left.
  @Test(.timeLimit(.minutes(10))) func anAnswerThatIsNotTakenIsGivenUp() async throws {
    let pool = Listener.pool, (server, client) = try Self.pair()
    defer { close(client) }
    try await pool.prepare()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      defer { group.cancelAll() }
      let request = Array("GET /\(Self.tail)\r\n".utf8)
      #expect(write(client, request, request.count) == request.count)
      let socket = try AsyncSocket(socket: Socket(file: .init(rawValue: server)), pool: pool)
      await Connection(socket: socket, times: Self.times(\.answer)) { _ in
        Response(status: .ok, body: .bytes([UInt8](repeating: 97, count: 8 << 20)))
      }
      .run()
    }
  }

  private static func pair() throws -> (CInt, CInt) {
    var ends: [CInt] = [0, 0]
    #if canImport(Glibc)
      let result = socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends)
    #else
      let result = socketpair(AF_UNIX, SOCK_STREAM, 0, &ends)
    #endif
    try #require(result == 0)
    return (ends[0], ends[1])
  }

  @Test func statesEndWithTheirReader() async throws {
    let source = EndlessSource()
    try await serving(source) { port in
      var connection = RawConnection(port: port)
      try await connection?.send("GET /__techdocs__/states\(Self.tail)\r\n")
      #expect(try await connection?.answer(until: "\n\n").contains("data: {\"round\":1") == true)
      #expect(await source.readers == 1)
      connection = nil
      for _ in 0..<3000 where await source.readers > 0 { try await Task.sleep(for: .milliseconds(20)) }
      #expect(await source.readers == 0)
    }
  }
}

/// One file on disk.
private struct FileSource: PreviewSource {
  let location: String
  let size: Int

  func file(at path: SitePath) async -> ServedFile? {
    ServedFile(body: .file(location, size: size), entityTag: "\"\(path)\"")
  }

  func states() async -> AsyncStream<PreviewState> { AsyncStream { $0.finish() } }
}

/// States that never end, and how many read them.
private actor EndlessSource: PreviewSource {
  private(set) var readers = 0

  func file(at path: SitePath) async -> ServedFile? { nil }

  func states() async -> AsyncStream<PreviewState> {
    readers += 1
    return AsyncStream { continuation in
      continuation.yield(PreviewState(round: 1, problems: ""))
      continuation.onTermination = { _ in Task { await self.left() } }
    }
  }

  private func left() { readers -= 1 }
}
