/// A bucket of Amazon S3 or of a server that speaks like it.
package struct S3Publisher: Publisher {
  package let name: String
  private var client: S3Client
  private let address: S3Address
  /// What every write asks of the store beside the object's own headers.
  private let demands: [HTTPHeader]

  /// More than this travels in parts.
  static let largestWhole = 16 << 20

  /// `encryption` is what the store shall encrypt objects with, as `AES256`; nil leaves it to the bucket.
  package init(_ address: S3Address, settings: CloudSettings, jobs: Int, encryption: String? = nil)
    throws(PublishFailure)
  {
    name = "s3://\(address.bucket)" + (address.prefix.isEmpty ? "" : "/\(address.prefix)")
    self.address = address
    demands = encryption.map { [HTTPHeader("x-amz-server-side-encryption", $0)] } ?? []
    client = try S3Client(address, provider: CredentialChain(settings, region: address.region), jobs: jobs)
  }

  /// Stores that are known to refuse a conditional write whose condition fails. A server that calls itself Amazon's
  /// says nothing: rclone's does, and ignores conditions.
  package var keepsConditions: Bool {
    address.isAmazon || ["MinIO", "cloudflare"].contains { client.server.hasPrefix($0) }
  }

  package let namesRuns = true

  /// Metadata of an object: who sent it.
  private static let runField = "x-amz-meta-techdocs-run"

  package var clock: Timestamp? { client.serverTime }

  package mutating func list() throws(PublishFailure) -> StoreListing {
    var listing: StoreListing = [:], token: String?
    let prefix = address.prefix.isEmpty ? "" : address.prefix + "/"
    repeat {
      var query = [("list-type", "2"), ("max-keys", "1000"), ("encoding-type", "url"), ("prefix", prefix)]
      if let token { query.append(("continuation-token", token)) }
      let page = S3ListPage(try client.run(S3Operation(query: query, expects: .xml)).body)
      for (key, object) in page.objects { if let path = address.path(key) { listing[path] = object } }
      guard page.next != token || token == nil else {
        throw PublishFailure("The store lists '\(name)' in a circle")
      }
      token = page.next
    } while token != nil
    return listing
  }

  package mutating func read(_ path: String) throws(PublishFailure) -> [UInt8]? {
    let response = try client.run(S3Operation(key: address.key(path), expects: .json, tolerates: [404]))
    return response.status == 404 ? nil : response.body
  }

  package mutating func run(thatSent path: String) throws(PublishFailure) -> PublishLock? {
    let operation = S3Operation(method: "HEAD", key: address.key(path), expects: .object, tolerates: [404])
    return try client.run(operation)[Self.runField].flatMap(PublishLock.init(field:))
  }

  package mutating func send(
    _ uploads: [Upload], from folder: String, naming run: PublishLock?, sent: (Upload, String) -> Void
  ) throws(PublishFailure) {
    let name = demands + (run.map { [HTTPHeader(Self.runField, $0.field)] } ?? [])
    let whole = uploads.filter { $0.file.size <= Self.largestWhole }
    let operations = whole.map { upload in
      S3Operation(
        method: "PUT", key: address.key(upload.file.path), headers: Self.fields(upload.headers) + name,
        body: Self.body(of: upload, in: folder), expects: .etagOfBody)
    }
    try client.run(operations) { index, response in
      sent(whole[index], S3Verdict.unquoted(response["etag"] ?? ""))
    }
    for upload in uploads where upload.file.size > Self.largestWhole {
      let parts = S3Multipart(
        key: address.key(upload.file.path), file: "\(folder)/\(upload.file.path)", size: upload.file.size,
        headers: Self.fields(upload.headers) + name)
      sent(upload, try parts.send(with: &client))
    }
  }

  private static func body(of upload: Upload, in folder: String) -> S3Operation.Body {
    let path = "\(folder)/\(upload.file.path)"
    return upload.headers.contentEncoding == nil
      ? .file(path, offset: 0, count: upload.file.size) : .gzipped(path, count: upload.file.size)
  }

  private static func fields(_ headers: ObjectHeaders) -> [HTTPHeader] {
    let encoding = headers.contentEncoding.map { [HTTPHeader("Content-Encoding", $0)] } ?? []
    return [
      HTTPHeader("Content-Type", headers.contentType), HTTPHeader("Cache-Control", headers.cacheControl),
    ] + encoding
  }

  package mutating func write(_ bytes: [UInt8], to path: String, _ condition: WriteCondition) throws(PublishFailure)
    -> WriteOutcome
  {
    if condition != .always, client.isOpenStack { return .unsupported }
    var operation = S3Operation(
      method: "PUT", key: address.key(path),
      headers: [
        HTTPHeader("Content-Type", OwnObject.contentType), HTTPHeader("Cache-Control", OwnObject.cacheControl),
      ] + demands, body: .bytes(bytes), expects: .etagOfBody)
    switch condition {
    case .always: break
    case .absent: operation.headers.append(HTTPHeader("If-None-Match", "*"))
    case .matches(let etag): operation.headers.append(HTTPHeader("If-Match", "\"\(etag)\""))
    }
    // 400 and 501 are how servers say that they know no conditions; a real fault shows again without one.
    if condition != .always { operation.tolerates = [400, 404, 409, 412, 501] }
    let response = try client.run(operation)
    switch response.status {
    case 404, 409, 412: return .conditionFailed
    case 400, 501: return .unsupported
    default: return .written(etag: S3Verdict.unquoted(response["etag"] ?? ""))
    }
  }

  package mutating func remove(_ paths: [String]) throws(PublishFailure) {
    for start in stride(from: 0, to: paths.count, by: 1000) {
      let keys = paths[start..<min(start + 1000, paths.count)].map(address.key)
      let operation = S3Operation(
        method: "POST", query: [("delete", "")], headers: [HTTPHeader("Content-Type", "application/xml")],
        body: .bytes(S3DeleteList.body(keys)), expects: .xml, tolerates: [400, 405, 501])
      let response = try client.run(operation)
      if response.status == 200 {
        try S3DeleteList.check(response.body)
      } else {
        // A server without deletes of many at once.
        try client.run(keys.map { S3Operation(method: "DELETE", key: $0, tolerates: [404]) }) { _, _ in }
      }
    }
  }

  package mutating func copy(_ pairs: [(from: String, to: String)]) throws(PublishFailure) {
    let operations = pairs.map { pair in
      let source = "/\(address.bucket)/" + SignatureV4.encoded(address.key(pair.from), keepsSlashes: true)
      return S3Operation(
        method: "PUT", key: address.key(pair.to), headers: demands + [HTTPHeader("x-amz-copy-source", source)],
        expects: .xml)
    }
    try client.run(operations) { _, _ in }
  }
}
