internal import TechDocsModel

/// One page of a bucket's list (`ListObjectsV2`).
struct S3ListPage {
  private(set) var objects: [(key: String, object: StoredObject)] = []
  /// What asks for the page after this; nil on the last.
  private(set) var next: String?

  init(_ body: [UInt8]) {
    let elements = XMLElements.elements(in: body) ?? []
    let isEncoded = elements.contains { $0.path == "ListBucketResult/EncodingType" && $0.text == "url" }
    var key: String?, size = 0, etag = "", modified: Timestamp?, isTruncated = false, token: String?
    for element in elements {
      switch element.path {
      case "ListBucketResult/Contents/Key": key = isEncoded ? Self.decoded(element.text) : element.text
      case "ListBucketResult/Contents/Size": size = Int(element.text) ?? 0
      case "ListBucketResult/Contents/ETag": etag = S3Verdict.unquoted(element.text)
      case "ListBucketResult/Contents/LastModified": modified = Timestamp(element.text)
      case "ListBucketResult/Contents":
        if let key { objects.append((key, StoredObject(size: size, etag: etag, modified: modified))) }
        (key, size, etag, modified) = (nil, 0, "", nil)
      case "ListBucketResult/IsTruncated": isTruncated = element.text == "true"
      case "ListBucketResult/NextContinuationToken": token = element.text
      default: break
      }
    }
    next = isTruncated ? token : nil
  }

  /// Keys in lists write a space as `+`.
  private static func decoded(_ text: String) -> String {
    PercentEncoding.decoded(text.split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%20"))
  }
}

/// A request to delete many keys, and its answer.
enum S3DeleteList {
  static func body(_ keys: [String]) -> [UInt8] {
    var xml = HTMLBuffer(capacity: 64 * (keys.count + 2))
    xml.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")
    for key in keys {
      xml.put("<Object><Key>")
      xml.putEscaped(key)
      xml.put("</Key></Object>")
    }
    xml.put("<Quiet>true</Quiet></Delete>")
    return xml.bytes
  }

  static func check(_ body: [UInt8]) throws(PublishFailure) {
    var key = "", failed: [(key: String, code: String)] = []
    for element in XMLElements.elements(in: body) ?? [] {
      if element.path == "DeleteResult/Error/Key" { key = element.text }
      if element.path == "DeleteResult/Error/Code", element.text != "NoSuchKey" { failed.append((key, element.text)) }
    }
    guard let first = failed.first else { return }
    throw PublishFailure("The store did not delete \(failed.count) objects; '\(first.key)': \(first.code)")
  }
}
