/// One request to a store, before it is signed, and what its answer must be.
struct S3Operation {
  enum Body {
    case bytes([UInt8])
    /// A part of a file, read when its turn comes.
    case file(String, offset: Int, count: Int)
    /// A whole file of so many bytes, compressed when its turn comes.
    case gzipped(String, count: Int)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, _, let count), .gzipped(_, let count): count
      }
    }
  }

  /// What makes an answer with a good status a good answer.
  enum Expectation {
    case anything
    /// An object is named by an ETag; without one something else than the store has answered.
    case object
    /// The ETag, where it is an MD5, is that of the body.
    case etagOfBody
    /// A whole XML document that is no error.
    case xml
    /// JSON of ours, or what somebody put in its place; an answer of markup is the store's, not the object's.
    case json
  }

  var method = "GET"
  /// Empty for the bucket itself.
  var key = ""
  var query: [(String, String)] = []
  var headers: [HTTPHeader] = []
  var body: Body = .bytes([])
  var expects: Expectation = .anything
  /// Statuses beside 2xx that the caller deals with.
  var tolerates: Set<Int> = []

  /// For messages: `PUT of 'guide/index.html'`.
  var name: String { key.isEmpty ? "listing the bucket" : "\(method) of '\(key)'" }
}

/// The error document of a store.
struct S3Error {
  let code: String
  let message: String
  let requestID: String
  /// Where the bucket lives, on a wrong region.
  let region: String?

  init(_ response: HTTPResponse) {
    var fields: [String: String] = [:]
    for element in XMLElements.elements(in: response.body) ?? [] where element.path.hasPrefix("Error/") {
      fields[String(element.path.dropFirst("Error/".count))] = element.text
    }
    code = fields["Code"] ?? ""
    message = fields["Message"] ?? ""
    requestID = fields["RequestId"] ?? response["x-amz-request-id"] ?? response["x-trans-id"] ?? ""
    region = fields["Region"] ?? response["x-amz-bucket-region"]
  }

  /// Whether a body is an error document, whatever the status says.
  static func isError(_ body: [UInt8]) -> Bool {
    guard body.contains(UInt8(ascii: "<")) else { return false }
    let start = String(decoding: body.prefix(512), as: UTF8.self)
    return start.contains("<Error>") || start.contains("<Error ")
  }
}
