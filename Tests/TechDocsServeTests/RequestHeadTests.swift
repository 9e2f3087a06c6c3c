import TestSupport
import Testing

@testable import TechDocsServe

/// Heads of requests, whole and in pieces.
@Suite struct RequestHeadTests {
  private static func request(_ text: String) throws -> Request? {
    var head = RequestHead()
    head.append(Array(text.utf8))
    return try head.next()
  }

  @Test func namesWhatIsAskedFor() throws {
    let request = try #require(
      try Self.request("GET /a/b?c=d?e HTTP/1.1\r\nHost: localhost\r\nAccept:\t text/html \r\nX-Empty:\r\n\r\n"))
    #expect(request.method == "GET")
    #expect(request.path == "/a/b")
    #expect(request.query == "c=d?e")
    #expect(request.headers == ["Host": "localhost", "Accept": "text/html", "X-Empty": ""])
    #expect(request.headers["hOST"] == "localhost")
    #expect(request.headers["Cookie"] == nil)
  }

  /// Wherever the network parts it.
  @Test func comesInPieces() throws {
    let text = Array("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\nGET /next HTTP/1.0\n\n".utf8)
    for cut in 0...text.count {
      var head = RequestHead(), paths: [String] = []
      for piece in [text[..<cut], text[cut...]] {
        head.append(Array(piece))
        while let request = try head.next() { paths.append(request.path) }
      }
      #expect(paths == ["/", "/next"], "parted at \(cut)")
      #expect(head.bytes.isEmpty)
    }
  }

  @Test(arguments: [
    "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1 x\r\n\r\n", "G(T / HTTP/1.1\r\n\r\n",
    "GET / FTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
    "GET / HTTP/1.1\r\nnothing\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", "GET / HTTP/1.1\r\nA: \u{1}\r\n\r\n",
    "GET / HTTP/1.1\r\n: a\r\n\r\n",
    "\u{16}\u{3}\u{1}\r\n\r\n",
  ])
  func refusesWhatIsNone(text: String) { #expect(throws: HeadFault.malformed) { try Self.request(text) } }

  @Test func refusesOtherVersions() {
    #expect(throws: HeadFault.unknownVersion) { try Self.request("GET / HTTP/2.0\r\n\r\n") }
  }

  @Test(arguments: [
    ("HTTP/1.1\r\n", true), ("HTTP/1.1\r\nConnection: Close\r\n", false), ("HTTP/1.0\r\n", false),
    ("HTTP/1.0\r\nConnection: keep-alive\r\n", true), ("HTTP/1.1\r\nContent-Length: 2\r\n", false),
    ("HTTP/1.1\r\nContent-Length: 0\r\n", true), ("HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", false),
  ])
  func keepsConnectionsWhoseNextRequestIsPlain(rest: String, stays: Bool) throws {
    #expect(try Self.request("GET / \(rest)\r\n")?.keepsAlive == stays)
  }

  @Test func aHeadHasALimit() throws {
    let frame = "GET / HTTP/1.1\r\nA: \r\n\r\n".utf8.count
    let most = String(repeating: "a", count: RequestHead.limit - frame)
    #expect(try Self.request("GET / HTTP/1.1\r\nA: \(most)\r\n\r\n")?.headers["A"] == most)
    #expect(throws: HeadFault.tooLarge) { try Self.request("GET / HTTP/1.1\r\nA: \(most)a\r\n\r\n") }
    // Without an end, and without a line's end.
    #expect(throws: HeadFault.tooLarge) { try Self.request(String(repeating: "a", count: RequestHead.limit + 1)) }
    #expect(throws: HeadFault.tooLarge) { try Self.request(String(repeating: "\r\n", count: RequestHead.limit)) }
    #expect(try Self.request(String(repeating: "a", count: RequestHead.limit)) == nil)
  }

  /// Bytes that come one by one are not looked at again and again: that would be five hundred million looks.
  @Test(arguments: ["a", "\n", "a\n", "a: b\r\n"]) func readsInTimeThatGrowsWithTheHead(piece: String) throws {
    let text = String(repeating: piece, count: RequestHead.limit / piece.utf8.count).utf8
    let seconds = CPUTime.seconds {
      var head = RequestHead()
      for byte in text {
        head.append([byte])
        _ = try? head.next()
      }
    }
    #expect(seconds < 3)
  }
}
