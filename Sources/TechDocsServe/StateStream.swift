import FlyingFox
import FlyingSocks
import TechDocsModel

/// A preview's states as server-sent events.
///
/// Source: WHATWG HTML, "Server-sent events". A comment now and then shows the server that the reader is still there.
struct StateStream: AsyncBufferedSequence {
  typealias Element = UInt8

  let events: AsyncStream<[UInt8]>

  /// Every state of `source`, with a comment each `interval`.
  init(_ source: any PreviewSource, interval: Duration = .seconds(10)) {
    let (events, continuation) = AsyncStream<[UInt8]>.makeStream(bufferingPolicy: .bufferingNewest(8))
    self.events = events
    let states = Task {
      for await state in await source.states() { continuation.yield(Self.event(state)) }
      continuation.finish()
    }
    let beats = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: interval)
        continuation.yield(Array(":\n\n".utf8))
      }
    }
    continuation.onTermination = { _ in
      states.cancel()
      beats.cancel()
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var events: AsyncStream<[UInt8]>.Iterator
    private var rest: [UInt8] = []

    init(events: AsyncStream<[UInt8]>.Iterator) { self.events = events }

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if rest.isEmpty {
        guard let event = await events.next() else { return nil }
        rest = event
      }
      let part = Array(rest.prefix(count))
      rest.removeFirst(part.count)
      return part
    }
  }

  private static func event(_ state: PreviewState) -> [UInt8] {
    Array("data: {\"round\":\(state.round),\"problems\":\(JSONText.quoted(state.problems))}\n\n".utf8)
  }
}
