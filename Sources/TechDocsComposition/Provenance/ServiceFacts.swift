import TechDocsModel

/// An alert of a PrometheusRule.
package struct DerivedAlert: Sendable, Hashable {
  package let name: String
  package let expression: String
  package let duration: String
  package let severity: String
  package let summary: String
  /// As written; empty when there is none.
  package let runbook: String
  /// Where in the manifest the address stands.
  package let origin: Origin
}

/// A secret that a resource makes or reads; never its values.
package struct DerivedSecret: Sendable, Hashable {
  package let name: String
  /// `made by`, `read by`, and of which resource.
  package let role: String
  /// The keys that are known to be in it, and where a value comes from when that is written.
  package let keys: [String]
}

extension ComposedResource {
  /// The alerts of a PrometheusRule, in order; none for anything else.
  package var alerts: [DerivedAlert] {
    guard kind == "PrometheusRule" else { return [] }
    let groups = shown["spec"]?["groups"]?.list ?? []
    return groups.flatMap { $0["rules"]?.list ?? [] }.compactMap { rule in
      guard let name = rule["alert"]?.string else { return nil }
      let annotations = rule["annotations"]
      let runbook = annotations?["runbook_url"] ?? annotations?["runbook"]
      return DerivedAlert(
        name: name, expression: rule["expr"].map(ManifestYAML.plain) ?? "",
        duration: rule["for"].map(ManifestYAML.plain) ?? "", severity: rule["labels"]?["severity"]?.string ?? "",
        summary: annotations?["summary"]?.string ?? "", runbook: runbook?.string ?? "", origin: runbook?.origin ?? .none
      )
    }
  }

  /// Secrets that the manifest names.
  package var secrets: [DerivedSecret] {
    let subject = "\(kind) \(name)"
    var found: [DerivedSecret] = []
    func add(_ name: String?, _ role: String, _ keys: [String] = []) {
      if let name, !name.isEmpty { found.append(DerivedSecret(name: name, role: "\(role) \(subject)", keys: keys)) }
    }
    if kind == "Secret", group.isEmpty {
      let keys = ["data", "stringData"].flatMap { shown[$0]?.map?.entries.map(\.key) ?? [] }
      add(name, "made by", keys)
    }
    if kind == "ExternalSecret" {
      let keys = (shown["spec"]?["data"]?.list ?? []).compactMap { item -> String? in
        guard let key = item["secretKey"]?.string else { return nil }
        let remote = [item["remoteRef"]?["key"]?.string, item["remoteRef"]?["property"]?.string].compactMap(\.self)
        return remote.isEmpty ? key : "\(key) from \(remote.joined(separator: "#"))"
      }
      add(shown["spec"]?["target"]?["name"]?.string ?? name, "made by", keys)
    }
    for (path, node) in shown.leaves {
      guard let role = Self.secretRole(path) else { continue }
      add(node.string, role)
    }
    return found
  }

  /// How a field that ends in a secret's name uses it; nil for any other field.
  private static func secretRole(_ path: FieldPath) -> String? {
    let names = path.segments.suffix(2).map { segment -> String in
      if case .field(let name) = segment { return name }
      return ""
    }
    switch names.last {
    case "secretName": return "named by"
    case "name":
      switch names.first {
      case "writeConnectionSecretToRef": return "made by"
      case "secretRef", "secretKeyRef", "passwordSecretRef": return "read by"
      case let parent? where parent.hasSuffix("SecretRef"): return "read by"
      default: return nil
      }
    default: return nil
    }
  }
}

extension ManifestYAML {
  /// A scalar as plain text, without quotes.
  package static func plain(_ node: FieldNode) -> String { node.string ?? line(of: node) }
}

/// Values that no page and no published file may show.
package enum SecretValues {
  package static let mask = "(hidden)"

  /// The manifest with values of secrets, and what looks like one, hidden.
  package static func hidden(in node: FieldNode) -> FieldNode {
    let isSecret = node["kind"]?.string == "Secret" && node["apiVersion"]?.string == "v1"
    return hidden(node, key: "", isSecret: isSecret)
  }

  /// As deep as the value, which is bounded.
  private static func hidden(_ node: FieldNode, key: String, isSecret: Bool) -> FieldNode {
    switch node.value {
    case .map(let fields):
      if isSecret, key == "data" || key == "stringData" {
        return FieldNode(.map(fields.mapValues { FieldNode(.string(mask), $0.origin) }), node.origin)
      }
      let isSecretVariable = fields["value"] != nil && fields["name"]?.string.map(isTelling) ?? false
      let entries = fields.entries.map { entry in
        let inner =
          isSecretVariable && entry.key == "value"
          ? FieldNode(.string(mask), entry.node.origin)
          : hidden(entry.node, key: entry.key, isSecret: isSecret && key.isEmpty)
        return Fields.Entry(key: entry.key, node: inner)
      }
      return FieldNode(.map(Fields(unique: entries)), node.origin)
    case .list(let items):
      return FieldNode(.list(items.map { hidden($0, key: key, isSecret: false) }), node.origin)
    case .string where isPassword(key): return FieldNode(.string(mask), node.origin)
    default: return node
    }
  }

  /// Whether a field of this name holds a secret itself, rather than its name.
  private static func isPassword(_ key: String) -> Bool {
    // Nearly every key is settled by its last letter.
    guard key.utf8.count > 4, let last = key.utf8.last, "dntymDNTYM".utf8.contains(last) else { return false }
    let key = key.lowercased()
    return ["password", "passwd", "token", "apikey", "clientsecret", "secretaccesskey", "privatekeypem"].contains {
      key.hasSuffix($0)
    }
  }

  /// Whether an environment variable of this name holds a secret.
  private static func isTelling(_ name: String) -> Bool {
    let name = name.uppercased()
    return ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "CREDENTIAL", "APIKEY", "API_KEY", "_DSN"].contains {
      name.contains($0)
    }
  }
}
