/// What the environment and the shared files say about where and as whom to publish. Flags outweigh it.
package struct CloudSettings: Sendable {
  package let environment: [String: String]
  package let files: ProfileFiles
  /// The profile that was asked for; `default` when none was.
  package let profile: String
  /// Whether the profile was named on the command line, and so outweighs keys of the environment.
  package let isProfileExplicit: Bool
  package var roleARN: String?
  /// A proxy for the store and the token service; nil for those of the environment.
  package var proxy: String?

  package init(environment: [String: String], profile: String? = nil) throws(PublishFailure) {
    self.environment = environment.filter { !$0.value.isEmpty }
    let home = environment["HOME"] ?? ""
    func text(_ variable: String, _ name: String) -> String {
      let path = environment[variable] ?? "\(home)/.aws/\(name)"
      return FileReader.bytesFollowingLinks(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    files = ProfileFiles(
      config: text("AWS_CONFIG_FILE", "config"), credentials: text("AWS_SHARED_CREDENTIALS_FILE", "credentials"))
    isProfileExplicit = profile != nil
    let named = profile ?? environment["AWS_PROFILE"].flatMap { $0.isEmpty ? nil : $0 }
    self.profile = named ?? "default"
    if let named, !files.has(named) {
      throw PublishFailure(
        "There is no profile '\(named)' in the shared configuration",
        help: files.names.isEmpty ? nil : "there are: \(files.names.joined(separator: ", "))", kind: .usage)
    }
  }

  package func value(_ name: String) -> String? { files.value(name, of: profile) }

  /// Nil when nothing names one.
  package var region: String? {
    environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? value("region")
  }

  /// The endpoint of a service (`S3`, `STS`); nil for Amazon's own.
  package func endpoint(_ service: String) -> String? {
    environment["AWS_ENDPOINT_URL_\(service)"] ?? environment["AWS_ENDPOINT_URL"] ?? value("endpoint_url")
  }
}
