/// A single request outside the store, where credentials come from.
enum HTTPFetch {
  /// The answer, tried again while none comes or the server is at fault; nil when none came at all.
  static func answer(to request: HTTPRequest, tries: Int) -> HTTPResponse? {
    let transfers = CurlTransfers(connections: 1)
    var last: HTTPResponse?
    for _ in 0..<tries {
      transfers.start(request, tag: 0)
      while transfers.count > 0 {
        for (_, outcome) in transfers.wait(milliseconds: 200) { last = try? outcome.get() }
      }
      if let last, last.status < 500 { return last }
    }
    return last
  }
}
