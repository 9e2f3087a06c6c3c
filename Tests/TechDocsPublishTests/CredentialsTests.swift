import Foundation
import TechDocsPublish
import TestSupport
import Testing

/// Where credentials come from. None of these asks the network.
@Suite struct CredentialsTests {
  static let config = """
    # everything that such files hold
    [default]
    region = eu-west-1
    [profile dev]
    region=us-west-2
    endpoint_url = https://s3.dev.example.com
    s3 =
      addressing_style = path
    [profile "quoted"]
    sso_session = corp
    [sso-session corp]
    sso_region = us-east-1
    [profile loop]
    role_arn = arn:aws:iam::1:role/x
    source_profile = loop
    """
  static let secrets = """
    [dev]
    aws_access_key_id = DEVKEY
    aws_secret_access_key = DEVSECRET
    ; a comment
    [default]
    aws_access_key_id=KEY
    aws_secret_access_key=SECRET
    aws_session_token = TOKEN
    """

  private func settings(_ environment: [String: String], profile: String? = nil) throws -> CloudSettings {
    let home = try ScratchFolder([".aws/config": Self.config, ".aws/credentials": Self.secrets])
    defer { withExtendedLifetime(home) {} }
    let own = ["HOME": home.location.path, "AWS_EC2_METADATA_DISABLED": "true"]
    return try CloudSettings(environment: own.merging(environment) { $1 }, profile: profile)
  }

  private func credentials(_ environment: [String: String], profile: String? = nil) throws -> Credentials {
    try CredentialChain(try settings(environment, profile: profile), region: "r").credentials()
  }

  @Test func theEnvironmentComesFirst() throws {
    let keys = ["AWS_ACCESS_KEY_ID": "E", "AWS_SECRET_ACCESS_KEY": "S"]
    #expect(try credentials(keys) == Credentials(accessKey: "E", secretKey: "S"))
    #expect(try credentials(keys, profile: "dev").accessKey == "DEVKEY")
  }

  @Test func theDefaultProfileComesNext() throws {
    #expect(try credentials([:]) == Credentials(accessKey: "KEY", secretKey: "SECRET", sessionToken: "TOKEN"))
    #expect(try credentials(["AWS_PROFILE": "dev"]) == Credentials(accessKey: "DEVKEY", secretKey: "DEVSECRET"))
  }

  @Test func regionAndEndpointComeFromTheProfileToo() throws {
    let dev = try settings([:], profile: "dev")
    #expect(dev.region == "us-west-2")
    #expect(dev.endpoint("S3") == "https://s3.dev.example.com")
    #expect(try settings(["AWS_REGION": "x"]).region == "x")
    #expect(try settings(["AWS_ENDPOINT_URL": "https://y"]).endpoint("S3") == "https://y")
  }

  @Test func whatIsMissingIsSaidInWords() throws {
    #expect(throws: PublishFailure.self) { try credentials([:], profile: "nobody") }
    #expect(throws: PublishFailure.self) { try credentials([:], profile: "quoted") }
    #expect(throws: PublishFailure.self) { try credentials([:], profile: "loop") }
    #expect(throws: PublishFailure.self) {
      try credentials(["AWS_WEB_IDENTITY_TOKEN_FILE": "/nonexistent", "AWS_ROLE_ARN": "arn"])
    }
    #expect(throws: PublishFailure.self) {
      try credentials(["HOME": "/nonexistent", "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://198.51.100.7/x"])
    }
  }
}
