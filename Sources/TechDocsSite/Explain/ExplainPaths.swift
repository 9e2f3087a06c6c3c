import TechDocsComposition
import TechDocsModel

/// Where the pages about the platform stand.
enum ExplainPaths {
  static let index = SitePath("explain/index.html")

  static func service(_ service: PlatformService) -> SitePath {
    SitePath("explain/\(service.namespace)/\(service.name)/index.html")
  }

  static func json(_ service: PlatformService, _ file: String) -> SitePath {
    SitePath("api/v1/services/\(service.namespace)/\(service.name)/\(file).json")
  }

  static func composition(_ composition: Composition) -> SitePath {
    SitePath("compositions/\(composition.name)/index.html")
  }

  static func compositionJSON(_ composition: Composition) -> SitePath {
    SitePath("api/v1/compositions/\(composition.name).json")
  }

  static func kind(_ definition: CompositeResourceDefinition) -> SitePath {
    SitePath("kinds/\(definition.name)/index.html")
  }

  /// Whether a name can stand in an address: a DNS name, as the API server wants it.
  static func isAddressable(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "."), name.utf8.count <= 253 else { return false }
    return name.utf8.allSatisfy { byte in
      byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= 0x30 && byte <= 0x39
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    } && !name.contains("..")
  }
}

extension LoadedPlatform {
  /// Services whose names can stand in an address.
  var addressable: [PlatformService] {
    services.filter { ExplainPaths.isAddressable($0.name) && ExplainPaths.isAddressable($0.namespace) }
  }
}
