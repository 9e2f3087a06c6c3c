import TechDocsModel

/// A preview's states as server-sent events.
///
/// Source: WHATWG HTML, "Server-sent events".
enum StateEvents {
  /// Every state of `source`, with a comment each `interval`, which shows either side that the other is still there.
  static func stream(of source: any PreviewSource, interval: Duration = .seconds(10)) -> AsyncStream<[UInt8]> {
    let (events, continuation) = AsyncStream<[UInt8]>.makeStream(bufferingPolicy: .bufferingNewest(8))
    let states = Task {
      for await state in await source.states() { continuation.yield(event(state)) }
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
    return events
  }

  private static func event(_ state: PreviewState) -> [UInt8] {
    Array("data: {\"round\":\(state.round),\"problems\":\(JSONText.quoted(state.problems))}\n\n".utf8)
  }
}
