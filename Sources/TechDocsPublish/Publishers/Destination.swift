/// Where a site can be published to, by the address's scheme.
package enum Destination: Sendable, Hashable {
  case s3(String)
  case folder(String)

  /// The schemes and what they stand for, in the order of help.
  package static let schemes = [
    ("s3://bucket/prefix", "Amazon S3 or a server that speaks like it"), ("file:///folder", "a folder"),
  ]

  package init(_ text: String) throws(PublishFailure) {
    let scheme = text.firstRange(of: "://").map { text[..<$0.lowerBound].lowercased() }
    switch scheme {
    case "s3": self = .s3(text)
    case "file": self = .folder(text)
    case "gs", "gcs":
      throw PublishFailure(
        "'\(text)' is a bucket of Google Cloud Storage",
        help: "publish to 's3://…' with '--endpoint-url https://storage.googleapis.com' and HMAC keys, or use rclone: "
          + "rclone sync --checksum SITE gcs:BUCKET", kind: .usage)
    case "azure", "az", "azblob", "abfs", "wasb", "swift", "openstack":
      throw PublishFailure(
        "techdocs does not speak '\(scheme ?? "")'",
        help: "use rclone for it: 'rclone sync --checksum SITE REMOTE:CONTAINER'", kind: .usage)
    default:
      throw PublishFailure(
        "'\(text)' is no place to publish to", help: "write 's3://bucket/prefix' or 'file:///folder'", kind: .usage)
    }
  }
}
