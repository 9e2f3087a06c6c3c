import TechDocsPublish
import Testing

/// Signatures as Amazon publishes them, and the digests below them.
@Suite struct SignatureV4Tests {
  /// The key of Amazon's own examples; it opens nothing.
  static let signer = SignatureV4(
    Credentials(accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    region: "us-east-1")
  static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let method: String
    let path: String
    var query: [(String, String)] = []
    var headers: [HTTPHeader] = []
    var payload = SignatureV4Tests.empty
    let signature: String
  }

  /// Source: Amazon S3 API reference, "Signature calculations for the authorization header", examples.
  static let examples = [
    Example(
      testDescription: "GET object", method: "GET", path: "/test.txt", headers: [HTTPHeader("Range", "bytes=0-9")],
      signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
    Example(
      testDescription: "PUT object", method: "PUT", path: "/test%24file.text",
      headers: [
        HTTPHeader("Date", "Fri, 24 May 2013 00:00:00 GMT"), HTTPHeader("x-amz-storage-class", "REDUCED_REDUNDANCY"),
      ], payload: "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
      signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
    Example(
      testDescription: "GET bucket lifecycle", method: "GET", path: "/", query: [("lifecycle", "")],
      signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
    Example(
      testDescription: "list objects", method: "GET", path: "/", query: [("prefix", "J"), ("max-keys", "2")],
      signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
  ]

  @Test(arguments: examples) func signsAsAmazonDoes(example: Example) throws {
    let time = try #require(Timestamp("20130524T000000Z"))
    let fields = Self.signer.fields(
      method: example.method, path: example.path, query: example.query,
      headers: example.headers + [HTTPHeader("Host", "examplebucket.s3.amazonaws.com")], payload: example.payload,
      at: time)
    let authorization = try #require(fields.first { $0.name == "Authorization" }?.value)
    #expect(authorization.hasSuffix("Signature=\(example.signature)"))
    #expect(authorization.contains("Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request"))
  }

  @Test func aSessionTokenIsSigned() throws {
    let time = try #require(Timestamp("20130524T000000Z"))
    let credentials = Credentials(accessKey: "A", secretKey: "B", sessionToken: "T")
    let fields = SignatureV4(credentials, region: "eu-west-1").fields(
      method: "GET", path: "/", query: [], headers: [HTTPHeader("Host", "h")], payload: Self.empty, at: time)
    #expect(fields.contains(HTTPHeader("x-amz-security-token", "T")))
    #expect(
      fields.last?.value.contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token") == true)
  }

  @Test func credentialsNeverPrintTheirSecret() {
    let text = "\(Credentials(accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "hidden", sessionToken: "secret"))"
    #expect(text == "credentials of key 'AKIA…'")
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
  ])
  func base64(text: String, expected: String) { #expect(Checksums.base64(Array(text.utf8)) == expected) }

  @Test func digests() {
    #expect(Checksums.hex(Checksums.sha256([])) == Self.empty)
    #expect(Checksums.hex(Checksums.md5(Array("abc".utf8))) == "900150983cd24fb0d6963f7d28e17f72")
  }

  @Test(arguments: [
    ("a b", "a%20b"), ("a+b", "a%2Bb"), ("50%", "50%25"), ("a#b?c=d&e", "a%23b%3Fc%3Dd%26e"),
    ("~é😀", "~%C3%A9%F0%9F%98%80"),
  ])
  func keysAreEncodedOnce(key: String, expected: String) {
    #expect(SignatureV4.encoded(key, keepsSlashes: true) == expected)
  }

  @Test(arguments: [
    "20130524T000000Z", "19700101T000000Z", "20000229T235959Z", "20240229T120000Z", "21000301T000001Z",
    "20261231T235959Z",
  ])
  func timestampsSurviveARoundTrip(text: String) { #expect(Timestamp(text)?.basic == text) }

  @Test func timestampsAreReadInEachForm() {
    #expect(Timestamp("1970-01-02T00:00:01.250Z")?.seconds == 86_401)
    #expect(Timestamp("Fri, 24 May 2013 00:00:00 GMT") == Timestamp("20130524T000000Z"))
    #expect(Timestamp("yesterday") == nil)
    #expect(Timestamp("2013-13-24T00:00:00Z") == nil)
  }
}
