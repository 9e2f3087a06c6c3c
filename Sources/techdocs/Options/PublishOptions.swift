import ArgumentParser
import Foundation
import TechDocsPublish

/// Where `publish` publishes to, and as whom.
struct DestinationOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("awsEndpoint")],
    help: "The server that speaks like S3 (default: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, Amazon's own).")
  var endpointURL: String?

  @Option(help: "The bucket's region (default: AWS_REGION, the profile's, us-east-1).")
  var region: String?

  @Option(help: "The profile of the shared configuration (default: AWS_PROFILE, 'default').")
  var profile: String?

  @Option(name: [.customLong("role-arn"), .customLong("awsRoleArn")], help: "The role to assume first.")
  var roleARN: String?

  @Option(help: "How the bucket is addressed: auto, path or virtual.")
  var addressing: Addressing = .auto

  @Flag(name: .customLong("awsS3ForcePathStyle"), help: "As in techdocs-cli: '--addressing path'.")
  var forcesPathStyle = false

  @Option(
    name: [.long, .customLong("awsProxy")], help: "The proxy to reach the server through (default: https_proxy).")
  var proxy: String?

  @Option(
    name: [.customLong("encryption"), .customLong("awsS3sse")],
    help: "How the store encrypts the objects: AES256 or aws:kms (default: as the bucket is set up).")
  var encryption: String?

  @Flag(help: "Allow an endpoint outside this machine without encryption.")
  var allowHTTP = false

  @Option(help: "How many requests run at a time.")
  var jobs = 32

  enum Addressing: String, ExpressibleByArgument { case auto, path, virtual }

  mutating func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("'--jobs' needs a number from 1 to 256") }
    guard encryption.map({ ["AES256", "aws:kms"].contains($0) }) ?? true else {
      throw ValidationError("'--encryption' is AES256 or aws:kms")
    }
  }

  /// Where `s3://…` lies, and the settings that credentials come from.
  func s3(_ location: String) throws(PublishFailure) -> S3Publisher {
    var settings = try CloudSettings(environment: ProcessInfo.processInfo.environment, profile: profile)
    settings.roleARN = roleARN
    settings.proxy = proxy
    let isPathStyle: Bool? = forcesPathStyle ? true : addressing == .auto ? nil : addressing == .path
    let address = try S3Address(
      location, endpoint: endpointURL ?? settings.endpoint("S3"), region: region ?? settings.region ?? "us-east-1",
      isPathStyle: isPathStyle, allowsPlainHTTP: allowHTTP)
    return try S3Publisher(address, settings: settings, jobs: jobs, encryption: encryption)
  }
}

/// What `publish` sends, keeps and deletes.
struct PublishOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .long], help: "Print what would be done, and write nothing.")
  var dryRun = false

  @Flag(help: "Delete everything below the destination that is not of the site, whoever put it there.")
  var delete = false

  @Flag(help: "Delete nothing, not even what earlier publishes wrote.")
  var noDelete = false

  @Option(help: "Refuse to delete more objects than this number or percentage (default: 20%, at most 256).")
  var maxDelete: String?

  @Option(
    help: ArgumentHelp("A Cache-Control for all but immutable files, or for a pattern.", valueName: "[pattern=]value"))
  var cacheControl: [String] = []

  @Flag(help: "Store text compressed, with 'Content-Encoding: gzip', where that makes it smaller by a tenth.")
  var gzip = false

  @Flag(help: "Send every file, changed or not.")
  var force = false

  @Flag(help: "Keep what is replaced or deleted, so that --rollback can bring it back.")
  var keepPrevious = false

  @Flag(help: "Bring back the publish before the last; that one must have been made with --keep-previous.")
  var rollback = false

  @Flag(help: "Publish even though another run seems to.")
  var breakLock = false

  @Flag(name: .shortAndLong, help: "Print failures only.")
  var quiet = false

  func planner() throws(PublishFailure) -> PublishPlanner {
    guard !(delete && noDelete) else {
      throw PublishFailure("--delete and --no-delete exclude each other", kind: .usage)
    }
    let limit = maxDelete.map { DeleteLimit($0) } ?? .standard
    guard let limit else {
      throw PublishFailure("'--max-delete \(maxDelete ?? "")' is no number", help: "write 300 or 50%", kind: .usage)
    }
    var rules = try HeaderRules(cacheControl)
    rules.compresses = gzip
    var planner = PublishPlanner(
      rules: rules, deletePolicy: noDelete ? .nothing : delete ? .everything : .own,
      limit: limit)
    planner.sendsAll = force
    return planner
  }
}
