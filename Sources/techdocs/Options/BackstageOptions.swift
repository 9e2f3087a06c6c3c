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

  /// What is published where, from the words of the command line and the flags of techdocs-cli.
  func target(of places: [String]) throws(PublishFailure) -> PublishTarget {
    guard places.count <= 2 else {
      throw PublishFailure(
        "'\(places[2])' is one place too many", help: "name a folder and a destination", kind: .usage)
    }
    if let publisherType, publisherType != "awsS3" {
      throw PublishFailure(
        "techdocs does not speak '\(publisherType)'", help: "use rclone for it, or a server that speaks like S3",
        kind: .usage)
    }
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
