internal import CCurl

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Several exchanges at once on one thread, by libcurl's multi interface. The only file that sees libcurl.
///
/// Connections stay open between exchanges, one for each exchange that runs at a time.
final class CurlTransfers {
  private let multi: UnsafeMutableRawPointer?
  private var idle: [UnsafeMutableRawPointer] = []
  private var running: [UnsafeMutableRawPointer: Exchange] = [:]

  /// - Parameter connections: How many exchanges run at a time at most.
  init(connections: Int) {
    curl_global_init(Int(CURL_GLOBAL_DEFAULT))
    multi = curl_multi_init()
    set(CURLMOPT_MAXCONNECTS, connections + 2)
    set(CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
  }

  deinit {
    cancel()
    for handle in idle { curl_easy_cleanup(handle) }
    curl_multi_cleanup(multi)
  }

  var count: Int { running.count }

  /// Begins an exchange; `tag` comes back with its outcome.
  func start(_ request: HTTPRequest, tag: Int) {
    guard let handle = idle.popLast() ?? curl_easy_init() else { return }
    let exchange = Exchange(tag: tag, request: request)
    exchange.prepare(handle)
    running[handle] = exchange
    curl_multi_add_handle(multi, handle)
  }

  /// Ends all that runs, without outcomes; their connections close.
  func cancel() {
    for (handle, exchange) in running {
      curl_multi_remove_handle(multi, handle)
      exchange.free()
      curl_easy_cleanup(handle)
    }
    running = [:]
  }

  /// Moves bytes, waits for at most so many milliseconds when none can move, and hands over what has ended.
  func wait(milliseconds: Int) -> [(tag: Int, outcome: Result<HTTPResponse, TransferFailure>)] {
    var active: CInt = 0
    curl_multi_perform(multi, &active)
    var ended = finished()
    guard ended.isEmpty else { return ended }
    curl_multi_poll(multi, nil, 0, CInt(milliseconds), nil)
    curl_multi_perform(multi, &active)
    ended = finished()
    return ended
  }

  private func finished() -> [(tag: Int, outcome: Result<HTTPResponse, TransferFailure>)] {
    var ended: [(Int, Result<HTTPResponse, TransferFailure>)] = []
    var left: CInt = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
      let code = techdocs_curl_result(message)
      curl_multi_remove_handle(multi, handle)
      guard let exchange = running.removeValue(forKey: handle) else { continue }
      ended.append((exchange.tag, exchange.outcome(code, status: techdocs_curl_status(handle))))
      exchange.free()
      curl_easy_reset(handle)
      idle.append(handle)
    }
    return ended
  }

  private func set(_ option: CURLMoption, _ value: Int) {
    _ = techdocs_curl_multi_set_long(multi, option, value)
  }
}

/// One running exchange and the memory that libcurl reads from and writes to meanwhile.
private final class Exchange {
  let tag: Int
  private let request: HTTPRequest
  private let body: UnsafeMutableBufferPointer<UInt8>
  private var fields: UnsafeMutablePointer<curl_slist>?
  private var head: [UInt8] = []
  private var answer: [UInt8] = []

  /// More than any answer of a store; what is larger is no answer for us.
  private static let largestAnswer = 256 << 20
  /// Seconds without a byte after which an exchange counts as hung.
  private static let patience = 20

  init(tag: Int, request: HTTPRequest) {
    self.tag = tag
    self.request = request
    body = .allocate(capacity: max(1, request.body.count))
    _ = body.initialize(from: request.body)
  }

  func free() {
    curl_slist_free_all(fields)
    body.deallocate()
  }

  func prepare(_ handle: UnsafeMutableRawPointer) {
    func set(_ option: CURLoption, _ value: Int) { _ = techdocs_curl_set_long(handle, option, value) }
    func set(_ option: CURLoption, _ value: String) { _ = techdocs_curl_set_string(handle, option, value) }
    set(CURLOPT_URL, request.url)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    for (option, value) in [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_PATH_AS_IS, 1), (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
      (CURLOPT_CONNECTTIMEOUT_MS, 1000 * (request.timeout ?? 10)), (CURLOPT_LOW_SPEED_LIMIT, 1),
      (CURLOPT_LOW_SPEED_TIME, Self.patience), (CURLOPT_TIMEOUT, request.timeout ?? 0), (CURLOPT_TCP_NODELAY, 1),
    ] {
      set(option, value)
    }
    if !request.mayUseProxy { set(CURLOPT_NOPROXY, "*") }
    if let proxy = request.proxy {
      set(CURLOPT_PROXY, proxy)
      // What was named for this run outweighs the environment's exceptions.
      set(CURLOPT_NOPROXY, "")
    }
    if let bundle = getenv("AWS_CA_BUNDLE") { set(CURLOPT_CAINFO, String(cString: bundle)) }
    prepareBody(handle)
    for header in request.headers { fields = curl_slist_append(fields, "\(header.name): \(header.value)") }
    // Without this, a larger upload waits a second for a '100 Continue' that many servers never send.
    fields = curl_slist_append(fields, "Expect:")
    _ = techdocs_curl_set_pointer(handle, CURLOPT_HTTPHEADER, fields)
    let own = Unmanaged.passUnretained(self).toOpaque()
    _ = techdocs_curl_set_sink(handle, CURLOPT_WRITEFUNCTION, takeBody)
    _ = techdocs_curl_set_pointer(handle, CURLOPT_WRITEDATA, own)
    _ = techdocs_curl_set_sink(handle, CURLOPT_HEADERFUNCTION, takeHead)
    _ = techdocs_curl_set_pointer(handle, CURLOPT_HEADERDATA, own)
  }

  private func prepareBody(_ handle: UnsafeMutableRawPointer) {
    if request.method == "HEAD" {
      _ = techdocs_curl_set_long(handle, CURLOPT_NOBODY, 1)
    } else if request.method != "GET" {
      if request.method != "DELETE" || !request.body.isEmpty {
        _ = techdocs_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
        _ = techdocs_curl_set_pointer(handle, CURLOPT_POSTFIELDS, body.baseAddress)
      }
      _ = techdocs_curl_set_string(handle, CURLOPT_CUSTOMREQUEST, request.method)
    }
  }

  func outcome(_ code: CURLcode, status: Int) -> Result<HTTPResponse, TransferFailure> {
    guard code == CURLE_OK else {
      let lasting = [
        CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT,
        CURLE_COULDNT_RESOLVE_PROXY,
      ]
      let message = String(cString: curl_easy_strerror(code))
      return .failure(TransferFailure(message: message, isTransient: !lasting.contains(code)))
    }
    return .success(HTTPResponse(status: status, headers: headers, body: answer))
  }

  /// The fields of the last head; interim answers (`100 Continue`) come before it.
  private var headers: [HTTPHeader] {
    String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      return HTTPHeader(line[..<colon].lowercased(), String(value))
    }
  }

  func append(body bytes: UnsafeRawBufferPointer) -> Int {
    guard answer.count + bytes.count <= Self.largestAnswer else { return 0 }
    answer.append(contentsOf: bytes)
    return bytes.count
  }

  func append(head bytes: UnsafeRawBufferPointer) -> Int {
    if bytes.starts(with: "HTTP/".utf8) { head.removeAll(keepingCapacity: true) }
    guard head.count + bytes.count <= 1 << 20 else { return 0 }
    head.append(contentsOf: bytes)
    return bytes.count
  }
}

private func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ own: UnsafeMutableRawPointer?)
  -> Int
{
  guard let own else { return 0 }
  let exchange = Unmanaged<Exchange>.fromOpaque(own).takeUnretainedValue()
  return exchange.append(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
}

private func takeHead(_ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ own: UnsafeMutableRawPointer?)
  -> Int
{
  guard let own else { return 0 }
  let exchange = Unmanaged<Exchange>.fromOpaque(own).takeUnretainedValue()
  return exchange.append(head: UnsafeRawBufferPointer(start: bytes, count: size * count))
}
