#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import FlyingSocks
import Foundation

/// One reader's connection: its requests, one after another, each with a time to come and a time to be taken.
struct Connection: Sendable {
  let socket: AsyncSocket
  let times: ConnectionTimes
  let respond: @Sendable (Request) async -> Response

  /// Answers until either side ends it, then closes it.
  func run() async {
    defer { try? socket.close() }
    var head = RequestHead()
    do {
      while let request = try await next(&head) {
        let response = await respond(request), stays = request.keepsAlive && !response.endsWithConnection
        try await send(response, hasBody: request.method != "HEAD", keepsAlive: stays)
        guard stays else { return await leave() }
      }
    } catch let fault as HeadFault {
      try? await send(fault.response, hasBody: true, keepsAlive: false)
      await leave()
    } catch {
      // The reader went away, or takes nothing.
    }
  }

  /// The next request; nil when none comes.
  private func next(_ head: inout RequestHead) async throws -> Request? {
    if let request = try head.next() { return request }
    if head.bytes.isEmpty {
      guard let bytes = try await within(times.idle, { try await socket.read(atMost: 4096) }) else { return nil }
      head.append(bytes)
      if let request = try head.next() { return request }
    }
    let begun = head
    let read = try await within(times.head) {
      var head = begun
      while true {
        head.append(try await socket.read(atMost: 4096))
        if let request = try head.next() { return (request, head) }
      }
    }
    guard let read else { throw HeadFault.tooSlow }
    head = read.1
    return read.0
  }

  private func send(_ response: Response, hasBody: Bool, keepsAlive: Bool) async throws {
    let head = response.head(keepsAlive: keepsAlive)
    switch response.body {
    case _ where !hasBody: try await write(head)
    // In one piece: two small ones would wait for each other's acknowledgement.
    case .bytes(let bytes): try await write(head + bytes)
    case .file(let location, let range):
      try await write(head)
      try await write(location, range)
    case .stream(let events):
      try await write(head)
      await write(events)
    }
  }

  private func write(_ bytes: [UInt8]) async throws {
    let data = Data(bytes), size = 1 << 18
    for start in stride(from: 0, to: data.count, by: size) {
      let part = data[start..<min(start + size, data.count)]
      let sent: Void? = try await within(times.answer) { try await socket.write(part) }
      if sent == nil { throw SocketError.disconnected }
    }
  }

  private func write(_ location: String, _ range: Range<Int>) async throws {
    let file = open(location, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { if file >= 0 { close(file) } }
    var start = range.lowerBound
    while start < range.upperBound {
      let size = min(1 << 16, range.upperBound - start)
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = max(0, pread(file, buffer.baseAddress, size, off_t(start)))
      }
      // The file has changed since it was listed; the length that was said cannot be kept.
      guard !bytes.isEmpty else { throw SocketError.disconnected }
      try await write(bytes)
      start += bytes.count
    }
  }

  /// Sends events until they end or the reader leaves, whichever is first.
  private func write(_ events: AsyncStream<[UInt8]>) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await event in events { do { try await write(event) } catch { return } } }
      group.addTask { while (try? await socket.read(atMost: 4096)) != nil {} }
      await group.next()
      group.cancelAll()
    }
  }

  /// Says that nothing more comes, and lets pass what the reader still sends: a connection that is closed with bytes
  /// unread is reset, and the answer lost.
  private func leave() async {
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    _ = try? await within(times.leave) {
      for _ in 0..<256 { _ = try await socket.read(atMost: 4096) }
    }
  }
}

/// How long a connection may take.
struct ConnectionTimes: Sendable {
  /// Until a request begins.
  var idle = Duration.seconds(30)
  /// From its first bytes to the end of its head.
  var head = Duration.seconds(10)
  /// Until the reader has taken a piece of an answer.
  var answer = Duration.seconds(30)
  /// Until the reader closes it too.
  var leave = Duration.seconds(1)
}

/// What `body` comes to; nil when that takes longer than `time`.
private func within<Value: Sendable>(
  _ time: Duration, _ body: @Sendable @escaping () async throws -> Value
) async throws -> Value? {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: time)
      return nil
    }
    defer { group.cancelAll() }
    return try await group.next() ?? nil
  }
}
