#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs operations against one bucket: signed, many at a time, tried again until they succeed or cannot.
struct S3Client {
  private(set) var address: S3Address
  private let provider: CredentialChain
  private var credentials: Credentials
  private let transfers: CurlTransfers
  private var backoff: Backoff
  /// Seconds that the store's clock is ahead of ours.
  private var skew = 0
  /// The `Server` field of the last answer, and the store's clock at that time.
  private(set) var server = ""
  /// Whether the store is OpenStack's, which refuses every conditional write.
  private(set) var isOpenStack = false
  private(set) var serverTime: Timestamp?

  /// Bytes of bodies that are in memory at a time.
  private static let mostBytesInFlight = 64 << 20

  init(_ address: S3Address, provider: CredentialChain, jobs: Int) throws(PublishFailure) {
    self.address = address
    self.provider = provider
    credentials = try provider.credentials()
    transfers = CurlTransfers(connections: jobs)
    backoff = Backoff(jobs: jobs)
  }

  /// One operation and its answer.
  mutating func run(_ operation: S3Operation) throws(PublishFailure) -> HTTPResponse {
    var answer: HTTPResponse?
    try run([operation]) { _, response in answer = response }
    guard let answer else { throw PublishFailure("\(operation.name) gave no answer") }
    return answer
  }

  /// Runs all operations in any order; `deliver` gets the index and answer of each as it ends.
  mutating func run(_ operations: [S3Operation], deliver: (Int, HTTPResponse) -> Void) throws(PublishFailure) {
    do { try runAll(operations, deliver: deliver) } catch {
      transfers.cancel()
      throw error
    }
  }

  private mutating func runAll(
    _ operations: [S3Operation], deliver: (Int, HTTPResponse) -> Void
  ) throws(PublishFailure) {
    var batch = S3Batch(operations)
    while !batch.isDone {
      try HeldSignals.check()
      try start(&batch, operations)
      for (tag, outcome) in transfers.wait(milliseconds: batch.patience(until: backoff.pause)) {
        let (sent, operation) = (batch.end(tag), operations[tag])
        let verdict: S3Verdict
        switch outcome {
        case .success(let response):
          note(response)
          verdict = .judging(response, to: operation, md5: sent.md5, now: now)
          if case .done = verdict {
            backoff.noteSuccess()
            batch.finish()
            deliver(tag, response)
          }
        case .failure(let failure):
          verdict = failure.isTransient ? .again(reason: failure.message) : .failure(unreachable(failure.message))
        }
        try act(on: verdict, tag, operation, &batch)
      }
    }
  }

  private mutating func start(_ batch: inout S3Batch, _ operations: [S3Operation]) throws(PublishFailure) {
    guard backoff.pause <= .now else { return }
    while transfers.count < backoff.limit, let tag = batch.next(fitting: Self.mostBytesInFlight) {
      let operation = operations[tag]
      let bytes = try Self.bytes(of: operation)
      let md5 = bytes.isEmpty && operation.method == "GET" ? [] : Checksums.md5(bytes)
      batch.begin(tag, md5: Checksums.hex(md5))
      transfers.start(try request(operation, bytes, md5), tag: tag)
    }
  }

  private static func bytes(of operation: S3Operation) throws(PublishFailure) -> [UInt8] {
    switch operation.body {
    case .bytes(let bytes): return bytes
    case .file(let path, let offset, let count):
      guard let bytes = FileReader.bytes(path, from: offset, count: count) else { throw changed(path) }
      return bytes
    case .gzipped(let path, let count):
      let bytes = FileReader.bytes(path, count: count)
      guard let packed = bytes.flatMap(Compression.gzip) else { throw changed(path) }
      return packed
    }
  }

  private static func changed(_ path: String) -> PublishFailure {
    PublishFailure("'\(path)' changed while it was published", help: "publish again")
  }

  private mutating func request(_ operation: S3Operation, _ bytes: [UInt8], _ md5: [UInt8]) throws(PublishFailure)
    -> HTTPRequest
  {
    if let expires = credentials.expires, expires.seconds - now.seconds < 60 {
      credentials = try provider.credentials()
    }
    let target = address.target(operation.key)
    var headers = operation.headers
    if !bytes.isEmpty { headers.append(HTTPHeader("Content-MD5", Checksums.base64(md5))) }
    let payload = Checksums.hex(Checksums.sha256(bytes))
    let added = SignatureV4(credentials, region: address.region).fields(
      method: operation.method, path: target.path, query: operation.query,
      headers: headers + [HTTPHeader("Host", target.host)], payload: payload, at: now)
    let query = SignatureV4.canonical(operation.query)
    var request = HTTPRequest(
      method: operation.method,
      url: "\(target.scheme)://\(target.host)\(target.path)" + (query.isEmpty ? "" : "?\(query)"),
      headers: headers + added + [HTTPHeader("User-Agent", "techdocs")], body: bytes)
    request.proxy = provider.proxy
    return request
  }

  private mutating func act(
    on verdict: S3Verdict, _ tag: Int, _ operation: S3Operation, _ batch: inout S3Batch
  ) throws(PublishFailure) {
    switch verdict {
    case .done: return
    case .failure(let failure): throw failure
    case .again(let reason, let isOverload, let after):
      let tries = batch.tries(tag)
      guard tries < Backoff.mostTries else {
        throw PublishFailure("\(operation.name) failed \(tries) times, the last time with: \(reason)")
      }
      let delay = Backoff.delay(afterTries: tries, after: after)
      if isOverload { backoff.noteOverload(delay: delay) }
      batch.postpone(tag, by: delay)
    case .clock(let seconds):
      let problem = "This machine's clock differs by \(abs(seconds)) s from the store's"
      try correct(tag, &batch, PublishFailure(problem, help: "set it right")) { $0.skew += seconds }
    case .expired:
      let fresh = try provider.credentials()
      try correct(tag, &batch, PublishFailure("The credentials have expired", help: "sign in again")) {
        $0.credentials = fresh
      }
    case .region(let region):
      let failure = PublishFailure("The bucket lies in region '\(region)'", help: "pass --region \(region)")
      try correct(tag, &batch, failure) { $0.address.move(to: region) }
    }
  }

  /// Mends the signatures of all requests from now on, and sends this one again; gives up when that did not help.
  private mutating func correct(
    _ tag: Int, _ batch: inout S3Batch, _ failure: PublishFailure, _ mend: (inout Self) -> Void
  ) throws(PublishFailure) {
    guard batch.tries(tag) < 3 else { throw failure }
    mend(&self)
    batch.postpone(tag, by: .zero)
  }

  private mutating func note(_ response: HTTPResponse) {
    if let name = response["server"] { server = name }
    if response["x-openstack-request-id"] != nil { isOpenStack = true }
    if let date = response["date"].flatMap(Timestamp.init) { serverTime = date }
  }

  private func unreachable(_ reason: String) -> PublishFailure {
    PublishFailure("Cannot reach '\(address.endpoint)': \(reason)", help: "check --endpoint-url and the network")
  }

  /// The store's time, as far as we know it.
  private var now: Timestamp { Timestamp(seconds: Int(time(nil)) + skew) }
}
