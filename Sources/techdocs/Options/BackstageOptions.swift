import ArgumentParser
import TechDocsPublish

/// How the objects are named: by the site's own addresses, or as a Backstage looks for them.
struct BackstageOptions: ParsableArguments {
  @Option(help: "How the destination is laid out: site or backstage.")
  var layout: Layout = .site

  @Option(help: "The entity whose docs the folder holds, as namespace/kind/name.")
  var entity: String?

  @Flag(name: .customLong("legacyUseCaseSensitiveTripletPaths"), help: "Keep upper case in the entity's path.")
  var isCaseSensitive = false

  @Option(name: .customLong("publisher-type"), help: "As in techdocs-cli; only awsS3 is spoken.")
  var publisherType: String?

  @Option(name: .customLong("storage-name"), help: "As in techdocs-cli: the bucket.")
  var storageName: String?

  @Option(name: .customLong("directory"), help: "As in techdocs-cli: the folder that was built.")
  var directory: String?

  @Option(name: .customLong("awsBucketRootPath"), help: "As in techdocs-cli: the prefix above all entities.")
  var rootPath: String?

  enum Layout: String, ExpressibleByArgument { case site, backstage }

  /// Why another publisher of techdocs-cli is not spoken, and what to run instead.
  private static func refusal(_ publisherType: String, _ storage: String?) -> PublishFailure {
    let storage = storage ?? "BUCKET"
    let help: String
    switch publisherType {
    case "googleGcs":
      help =
        "use '--publisher-type awsS3 --storage-name \(storage) --awsEndpoint https://storage.googleapis.com' with HMAC "
        + "keys, or rclone: 'rclone sync --checksum SITE gcs:\(storage)/namespace/kind/name'"
    case "openStackSwift":
      help =
        "where Swift answers S3 requests, use '--publisher-type awsS3' with '--awsEndpoint'; else rclone: "
        + "'rclone sync --checksum SITE swift:\(storage)/namespace/kind/name'"
    case "azureBlobStorage":
      help = "use rclone: 'rclone sync --checksum SITE azure:\(storage)/namespace/kind/name'"
    case "local": help = "write 'file:///folder' as the destination"
    default: help = "write '--publisher-type awsS3'"
    }
    return PublishFailure("techdocs does not speak '\(publisherType)'", help: help, kind: .usage)
  }

  /// What is published where, from the words of the command line and the flags of techdocs-cli.
  func target(of places: [String]) throws(PublishFailure) -> PublishTarget {
    guard places.count <= 2 else {
      throw PublishFailure(
        "'\(places[2])' is one place too many", help: "name a folder and a destination", kind: .usage)
    }
    if let publisherType, publisherType != "awsS3" { throw Self.refusal(publisherType, storageName) }
    let isLocation = places.last?.contains("://") == true
    guard let destination = isLocation ? places.last : storageName.map({ "s3://\($0)" }) else {
      throw PublishFailure(
        "There is no destination", help: "write one last, as in 'techdocs publish site s3://docs-prod'", kind: .usage)
    }
    let folder = (isLocation ? places.dropLast() : places[...]).last ?? directory ?? "site"
    let isBackstage = layout == .backstage || entity != nil || publisherType != nil
    let root = [destination, rootPath].compactMap { $0 }.joined(separator: "/")
    guard isBackstage else { return PublishTarget(folder: folder, destination: root, isBackstage: false) }
    guard let entity else { return PublishTarget(folder: folder, destination: root, isBackstage: true) }
    let path = try BackstageEntity(entity).path(isCaseSensitive: isCaseSensitive)
    return PublishTarget(folder: folder, destination: "\(root)/\(path)", isBackstage: true, entityPath: path)
  }
}

/// Flags of `techdocs-cli publish` for publishers that are not spoken: known, so that the message is about those.
struct ForeignPublisherOptions: ParsableArguments {
  @Option(name: .customLong("azureAccountName")) var azureName: String?
  @Option(name: .customLong("azureAccountKey")) var azureKey: String?
  @Option(name: .customLong("osCredentialId")) var swiftCredential: String?
  @Option(name: .customLong("osSecret")) var swiftSecret: String?
  @Option(name: .customLong("osAuthUrl")) var swiftAuthentication: String?
  @Option(name: .customLong("osSwiftUrl")) var swiftStorage: String?
  @Option(name: .customLong("gcsBucketRootPath")) var googleRootPath: String?
}

/// A folder and where it goes.
struct PublishTarget {
  let folder: String
  let destination: String
  let isBackstage: Bool
  /// Where an entity's docs lie in a folder of many.
  var entityPath: String?

  func site() throws(PublishFailure) -> LocalSite {
    isBackstage ? try LocalSite(backstage: folder, entityPath: entityPath) : try LocalSite(folder)
  }
}
