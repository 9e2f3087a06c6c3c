/// Looks for credentials where Amazon's tools look, in their order. Says what it looked at when it finds none; never
/// says what it found.
///
/// Source: boto3 "Credentials", without those that start a program.
package struct CredentialChain: Sendable {
  private let settings: CloudSettings
  private let region: String

  package init(_ settings: CloudSettings, region: String) {
    self.settings = settings
    self.region = region
  }

  /// The proxy that was named for this run.
  var proxy: String? { settings.proxy }

  /// Fresh credentials; asks the network where they come from one.
  package func credentials() throws(PublishFailure) -> Credentials {
    let found = try base()
    guard let role = settings.roleARN else { return found }
    return try TokenService(settings, region: region).assume(role, as: found)
  }

  private func base() throws(PublishFailure) -> Credentials {
    if !settings.isProfileExplicit, let keys = environmentKeys { return keys }
    let service = TokenService(settings, region: region)
    if !settings.isProfileExplicit, let file = settings.environment["AWS_WEB_IDENTITY_TOKEN_FILE"],
      let role = settings.environment["AWS_ROLE_ARN"]
    {
      return try service.assume(
        role, withTokenIn: file, session: settings.environment["AWS_ROLE_SESSION_NAME"] ?? "techdocs")
    }
    if let found = try profileCredentials(settings.profile, depth: 0) { return found }
    if let found = try MachineCredentials(settings.environment).credentials() { return found }
    throw PublishFailure(
      "No credentials found",
      help: "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or AWS_WEB_IDENTITY_TOKEN_FILE with "
        + "AWS_ROLE_ARN; see the guide on publishing", kind: .usage)
  }

  private var environmentKeys: Credentials? {
    guard let key = settings.environment["AWS_ACCESS_KEY_ID"],
      let secret = settings.environment["AWS_SECRET_ACCESS_KEY"]
    else { return nil }
    return Credentials(
      accessKey: key, secretKey: secret,
      sessionToken: settings.environment["AWS_SESSION_TOKEN"] ?? settings.environment["AWS_SECURITY_TOKEN"])
  }

  /// The credentials of a profile, through the roles it names; nil when it names none.
  private func profileCredentials(_ profile: String, depth: Int) throws(PublishFailure) -> Credentials? {
    guard depth < 8 else { throw PublishFailure("Profiles name each other as 'source_profile'", kind: .usage) }
    let files = settings.files
    if let role = files.value("role_arn", of: profile) {
      let service = TokenService(settings, region: region)
      let session = files.value("role_session_name", of: profile) ?? "techdocs"
      if let file = files.value("web_identity_token_file", of: profile) {
        return try service.assume(role, withTokenIn: file, session: session)
      }
      return try service.assume(
        role, as: try source(of: profile, depth: depth), session: session,
        externalID: files.value("external_id", of: profile))
    }
    if let key = files.value("aws_access_key_id", of: profile),
      let secret = files.value("aws_secret_access_key", of: profile)
    {
      return Credentials(
        accessKey: key, secretKey: secret, sessionToken: files.value("aws_session_token", of: profile))
    }
    let unsupported = ["sso_session", "sso_start_url", "credential_process"].first {
      files.value($0, of: profile) != nil
    }
    guard let unsupported else { return nil }
    throw PublishFailure(
      "Profile '\(profile)' gets its credentials through '\(unsupported)', which techdocs does not run",
      help: "run 'eval \"$(aws configure export-credentials --profile \(profile) --format env)\"' first", kind: .usage)
  }

  private func source(of profile: String, depth: Int) throws(PublishFailure) -> Credentials {
    if let name = settings.files.value("source_profile", of: profile) {
      if name == profile, let key = settings.files.value("aws_access_key_id", of: profile),
        let secret = settings.files.value("aws_secret_access_key", of: profile)
      {
        return Credentials(accessKey: key, secretKey: secret)
      }
      if let found = try profileCredentials(name, depth: depth + 1) { return found }
      throw PublishFailure("Source profile '\(name)' holds no credentials", kind: .usage)
    }
    switch settings.files.value("credential_source", of: profile) {
    case "Environment":
      if let keys = environmentKeys { return keys }
    case "EcsContainer", "Ec2InstanceMetadata":
      if let found = try MachineCredentials(settings.environment).credentials() { return found }
    default: break
    }
    throw PublishFailure(
      "Profile '\(profile)' names a role but no credentials to ask for it with",
      help: "give it 'source_profile' or 'credential_source'", kind: .usage)
  }
}
