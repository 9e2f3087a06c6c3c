internal import Foundation
internal import TechDocsModel

/// An entity as techdocs-cli names it: `namespace/kind/name`.
package struct BackstageEntity: Sendable, Hashable {
  private let parts: [String]

  package init(_ text: String) throws(PublishFailure) {
    parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts.allSatisfy(Self.isName) else {
      throw PublishFailure(
        "'\(text)' names no entity", help: "write namespace/kind/name, as in 'default/component/payments-api'",
        kind: .usage)
    }
  }

  /// Where the entity's docs lie in the storage of a Backstage.
  ///
  /// Source: Backstage, `getCloudPathForLocalPath`: lower case, unless it is told to keep old paths.
  package func path(isCaseSensitive: Bool) -> String {
    let path = parts.joined(separator: "/")
    return isCaseSensitive ? path : path.lowercased()
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 63 && text != "." && text != ".."
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}

extension LocalSite {
  /// Reads a folder that was built for a Backstage: one entity's docs, or many below their entities' paths.
  ///
  /// What marks it as a built site is what a Backstage asks for: `techdocs_metadata.json` beside `index.html`.
  package init(backstage folder: String, entityPath: String?) throws(PublishFailure) {
    let nested = entityPath.map { "\(folder)/\($0)" }
    let source = nested.flatMap { FileReader.isFolder($0) ? $0 : nil } ?? folder
    guard FileReader.isFolder(source) else {
      throw PublishFailure("There is no site in '\(folder)'", help: "run 'techdocs generate' first")
    }
    try self.init(folder: source, expecting: [])
    let marker = "techdocs_metadata.json"
    let isWhole = Self.hasPair(marker, files) || entityPath == nil && files.contains { $0.path.hasSuffix("/\(marker)") }
    guard isWhole else {
      throw PublishFailure(
        "'\(source)' holds no docs of an entity: '\(marker)' or 'index.html' is missing",
        help: "run 'techdocs generate', or 'techdocs build --layout backstage'")
    }
  }

  private static func hasPair(_ marker: String, _ files: [LocalFile]) -> Bool {
    files.contains { $0.path == marker } && files.contains { $0.path == "index.html" }
  }
}
