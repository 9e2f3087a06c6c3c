import TechDocsComposition
import TechDocsSite

/// What a service becomes, as a list for the terminal.
struct ExplainReport {
  private let service: PlatformService
  private let platform: LoadedPlatform

  init(_ service: PlatformService, _ platform: LoadedPlatform) {
    self.service = service
    self.platform = platform
  }

  var text: String {
    var lines = ["Service: \(service.name)"]
    if let version = platform.version(of: service.rendering?.composition) {
      lines.append("Platform Version: \(version)")
    }
    let resources = service.rendering?.resources ?? []
    lines.append("Generated Resources:")
    lines += resources.map { "  ✓ \(platform.kindNames.name(of: $0)) (\($0.name))" }
    lines += unknown + fallback + leftOut
    lines += ["", "To see the full Kubernetes manifests:", "  $ techdocs manifests \(service.name) --output yaml"]
    if let first = resources.first {
      lines += ["", "To debug a specific resource:"] + first.debugCommands.prefix(2).map { "  $ \($0)" }
    }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private var unknown: [String] {
    (service.rendering?.composition.unknownSteps ?? []).map {
      "  ? step '\($0.name)' uses \($0.function): what it adds or changes is not shown"
    }
  }

  private var fallback: [String] {
    guard service.isFallback else { return [] }
    return ["", "Manifests from another tool:"]
      + service.fallback.map { "  ✓ \($0["kind"]?.string ?? "?") (\($0["metadata"]?["name"]?.string ?? "?"))" }
  }

  private var leftOut: [String] {
    let left = service.rendering?.composed?.leftOut ?? []
    guard !left.isEmpty else { return [] }
    return ["", "Not generated for this service:"]
      + left.map { resource in
        let group = resource.apiVersion.contains("/") ? String(resource.apiVersion.prefix { $0 != "/" }) : ""
        let kind = platform.kindNames.name(group: group, kind: resource.kind)
        return "  - \(kind.isEmpty ? resource.name : kind) (\(resource.why))"
      }
  }
}
