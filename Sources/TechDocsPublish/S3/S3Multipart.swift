internal import TechDocsModel

/// A large file, sent in parts that travel at the same time.
struct S3Multipart {
  let key: String
  let file: String
  let size: Int
  let headers: [HTTPHeader]

  /// The least that keeps a file of any size within the 10,000 parts that a store allows.
  private var partSize: Int { max(16 << 20, (size + 9_999) / 10_000) }

  /// The ETag of the whole object. What a failure leaves behind is taken away as far as possible.
  func send(with client: inout S3Client) throws(PublishFailure) -> String {
    let begun = try client.run(
      S3Operation(method: "POST", key: key, query: [("uploads", "")], headers: headers, expects: .xml))
    guard let id = text("UploadId", in: begun.body), !id.isEmpty else {
      throw PublishFailure("The store gave no id for the upload of '\(key)'")
    }
    do {
      return try complete(id, parts: try sendParts(id, &client), &client)
    } catch {
      HeldSignals.clear()
      // The failure that is on its way up says more than one of the clean-up would.
      _ = try? client.run(
        S3Operation(method: "DELETE", key: key, query: [("uploadId", id)], tolerates: [404]))
      throw error
    }
  }

  private func sendParts(_ id: String, _ client: inout S3Client) throws(PublishFailure) -> [String] {
    let starts = Array(stride(from: 0, to: size, by: partSize))
    let operations = starts.enumerated().map { number, start in
      S3Operation(
        method: "PUT", key: key, query: [("partNumber", "\(number + 1)"), ("uploadId", id)],
        body: .file(file, offset: start, count: min(partSize, size - start)), expects: .etagOfBody)
    }
    var etags = [String](repeating: "", count: operations.count)
    try client.run(operations) { index, response in etags[index] = S3Verdict.unquoted(response["etag"] ?? "") }
    return etags
  }

  private func complete(_ id: String, parts: [String], _ client: inout S3Client) throws(PublishFailure) -> String {
    var xml = "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
    for (index, etag) in parts.enumerated() {
      xml += "<Part><PartNumber>\(index + 1)</PartNumber><ETag>\"\(etag)\"</ETag></Part>"
    }
    xml += "</CompleteMultipartUpload>"
    let response = try client.run(
      S3Operation(
        method: "POST", key: key, query: [("uploadId", id)], headers: [HTTPHeader("Content-Type", "application/xml")],
        body: .bytes(Array(xml.utf8)), expects: .xml, tolerates: [404]))
    if response.status == 404 {
      // The answer to an earlier try was lost; the object tells whether that try went through.
      let head = try client.run(S3Operation(method: "HEAD", key: key))
      guard head["content-length"] == "\(size)" else { throw PublishFailure("The upload of '\(key)' was lost") }
      return S3Verdict.unquoted(head["etag"] ?? "")
    }
    return text("ETag", in: response.body).map(S3Verdict.unquoted) ?? ""
  }

  private func text(_ name: String, in body: [UInt8]) -> String? {
    XMLElements.elements(in: body)?.first { $0.path.hasSuffix("/\(name)") }?.text
  }
}
