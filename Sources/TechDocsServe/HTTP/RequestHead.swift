/// The head of a request as its bytes come in; each byte is looked at once to find its end, and once to read it.
///
/// Source: RFC 9112, sections 2 to 5; a bare line feed ends a line, a folded field is refused.
struct RequestHead: Sendable {
  /// The most bytes that a head may have: about twice what browsers and other servers allow.
  static let limit = 32 << 10

  /// What has come and belongs to no request yet.
  private(set) var bytes: [UInt8] = []
  /// Where the head begins, behind empty lines, which are let pass.
  private var start = 0
  private var lineStart = 0
  private var searched = 0

  /// Takes more bytes in.
  mutating func append(_ more: [UInt8]) { bytes += more }

  /// The next request, whose bytes are then gone; nil when its head has not come whole.
  mutating func next() throws(HeadFault) -> Request? {
    guard let end = end() else {
      if bytes.count > Self.limit { throw .tooLarge }
      return nil
    }
    guard end <= Self.limit else { throw .tooLarge }
    let head = bytes[start..<end]
    defer {
      bytes.removeFirst(end)
      (start, lineStart, searched) = (0, 0, 0)
    }
    return try Self.request(head)
  }

  /// Behind the empty line that ends a head.
  private mutating func end() -> Int? {
    while searched < bytes.count {
      defer { searched += 1 }
      guard bytes[searched] == UInt8(ascii: "\n") else { continue }
      let isEmpty = searched == lineStart || searched == lineStart + 1 && bytes[lineStart] == UInt8(ascii: "\r")
      if isEmpty && lineStart > start { return searched + 1 }
      if isEmpty { start = searched + 1 }
      lineStart = searched + 1
    }
    return nil
  }

  private static func request(_ head: ArraySlice<UInt8>) throws(HeadFault) -> Request {
    var lines = head.split(separator: UInt8(ascii: "\n"))[...].map {
      $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
    }
    lines.removeAll(where: \.isEmpty)
    let first = lines.removeFirst().split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard first.count == 3, isToken(first[0]), !first[1].isEmpty else { throw .malformed }
    let version = String(decoding: first[2], as: UTF8.self)
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw version.hasPrefix("HTTP/") ? .unknownVersion : .malformed
    }
    var headers = Headers()
    for line in lines { try add(line, to: &headers) }
    // Two names would leave open which of them was checked.
    guard headers.count(of: "Host") < 2 else { throw .malformed }
    return Request(
      String(decoding: first[0], as: UTF8.self), String(decoding: first[1], as: UTF8.self), headers: headers,
      keepsAlive: keepsAlive(headers, isOld: version == "HTTP/1.0"))
  }

  private static func add(_ line: ArraySlice<UInt8>, to headers: inout Headers) throws(HeadFault) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else { throw .malformed }
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var value = line[(colon + 1)...].drop(while: isSpace)
    while let last = value.last, isSpace(last) { value.removeLast() }
    guard !value.contains(where: { $0 < 32 && $0 != 9 || $0 == 127 }) else { throw .malformed }
    headers.add(String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
  }

  /// Whether it is what RFC 9110 calls a token; one with a blank before the colon is none.
  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    let separators = "\"(),/:;<=>?@[\\]{}".utf8
    return !bytes.isEmpty && bytes.allSatisfy { $0 > 32 && $0 < 127 && !separators.contains($0) }
  }

  /// A body is not read, so what follows it cannot be told from it.
  private static func keepsAlive(_ headers: Headers, isOld: Bool) -> Bool {
    let hasBody = headers["Transfer-Encoding"] != nil || headers["Content-Length"].map { $0 != "0" } ?? false
    let wish = headers["Connection"]?.lowercased() ?? ""
    return !hasBody && (isOld ? wish == "keep-alive" : !wish.contains("close"))
  }
}
