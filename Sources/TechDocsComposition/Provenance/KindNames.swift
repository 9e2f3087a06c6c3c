/// What people call kinds: `rds.aws.m.upbound.io/Instance` is an "RDS Instance".
package struct KindNames: Sendable {
  private let names: [String: String]

  /// Names by `group/Kind` that stand before the built-in ones.
  package init(_ own: [String: String] = [:]) { names = Self.known.merging(own) { _, own in own } }

  package func name(of resource: ComposedResource) -> String { name(group: resource.group, kind: resource.kind) }

  package func name(group: String, kind: String) -> String {
    // The namespaced kinds of Crossplane 2 have a group of their own, with an `m` in it.
    if let name = names["\(group)/\(kind)"] { return name }
    guard group.utf8.contains(UInt8(ascii: ".")), group.hasSuffix(".upbound.io") else { return kind }
    return names["\(group.replacing(".m.", with: "."))/\(kind)"] ?? kind
  }

  private static let known: [String: String] = [
    "rds.aws.upbound.io/Instance": "RDS Instance", "rds.aws.upbound.io/Cluster": "RDS Cluster",
    "elasticache.aws.upbound.io/ReplicationGroup": "Redis Instance", "s3.aws.upbound.io/Bucket": "S3 Bucket",
    "sqs.aws.upbound.io/Queue": "SQS Queue", "sns.aws.upbound.io/Topic": "SNS Topic",
    "dynamodb.aws.upbound.io/Table": "DynamoDB Table", "iam.aws.upbound.io/Role": "IAM Role",
    "iam.aws.upbound.io/Policy": "IAM Policy", "route53.aws.upbound.io/Record": "DNS Record",
    "sql.gcp.upbound.io/DatabaseInstance": "Cloud SQL Instance", "redis.gcp.upbound.io/Instance": "Redis Instance",
    "storage.gcp.upbound.io/Bucket": "Storage Bucket", "pubsub.gcp.upbound.io/Topic": "Pub/Sub Topic",
    "dbforpostgresql.azure.upbound.io/FlexibleServer": "PostgreSQL Server",
    "cache.azure.upbound.io/RedisCache": "Redis Instance", "storage.azure.upbound.io/Account": "Storage Account",
  ]
}
