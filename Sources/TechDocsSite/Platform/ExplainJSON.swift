import TechDocsCatalog
package import TechDocsComposition
package import TechDocsModel

/// What a service becomes, and why, for programs. Keys stand in a fixed order; values of secrets are hidden.
///
/// A field says where its value comes from by `origin`; what the patches read and do stands once, in `patches`.
package struct ExplainJSON {
  private let service: PlatformService
  private let platform: LoadedPlatform
  /// The file that holds the patches of all services of one Composition; nil to write them here.
  private let patchesFile: String?

  package init(_ service: PlatformService, _ platform: LoadedPlatform, patchesFile: String? = nil) {
    self.service = service
    self.platform = platform
    self.patchesFile = patchesFile
  }

  /// The file; with the given resources only where that is asked for.
  package func bytes(only resources: [ComposedResource]? = nil) -> [UInt8] {
    var json = HTMLBuffer()
    let shown = resources ?? service.rendering?.resources ?? []
    json.put("{\n  \"service\": ")
    json.putJSON(service.name)
    putText("namespace", service.namespace, &json)
    putText("kind", service.written.kind, &json)
    putText("source", place(service.written.range), &json)
    if let version = platform.version(of: service.rendering?.composition) { putText("platformVersion", version, &json) }
    if let entity = service.entity { putText("entity", entity.description, &json) }
    if let composition = service.rendering?.composition {
      putText("composition", composition.name, &json)
      putText("compositionSource", place(composition.range), &json)
      putText("compositionReason", service.reason.words, &json)
    }
    putFindings(&json)
    putUnknownSteps(&json)
    if let composite = service.rendering?.composed?.composite { putInput(composite, &json) }
    putResources(shown, &json)
    putLeftOut(&json)
    putAlerts(shown, &json)
    putSecrets(shown, &json)
    if let patchesFile {
      putText("patches", patchesFile, &json)
    } else if let composition = service.rendering?.composition {
      json.put(",\n  \"patches\": ")
      CompositionJSON(composition).putPatches(into: &json)
    }
    json.put("\n}\n")
    return json.bytes
  }

  /// The manifests as they would be applied, in the Composition's order, without what is secret.
  package func manifests() -> [UInt8] {
    let hidden = service.manifests.map(SecretValues.hidden)
    var json = HTMLBuffer(capacity: 1 << 15)
    ManifestJSON.write(FieldNode(.list(hidden)), into: &json)
    json.put("\n")
    return json.bytes
  }

  private func putText(_ key: StaticString, _ value: String, _ json: inout HTMLBuffer) {
    json.put(",\n  \"")
    json.put(key)
    json.put("\": ")
    json.putJSON(value)
  }

  private func place(_ range: SourceRange) -> String { "\(range.path.description):\(range.start.line)" }

  /// `"key": [`, each item on a line of its own, `]`.
  private func putList<Item>(
    _ key: StaticString, _ items: [Item], _ json: inout HTMLBuffer, _ put: (Item, inout HTMLBuffer) -> Void
  ) {
    json.put(",\n  \"")
    json.put(key)
    json.put("\": [")
    for (index, item) in items.enumerated() {
      json.put(index == 0 ? "\n    " : ",\n    ")
      put(item, &json)
    }
    json.put(items.isEmpty ? "]" : "\n  ]")
  }

  /// One line `{"key": "value", …}`; empty values are left out.
  private func putObject(_ pairs: [(StaticString, String)], _ json: inout HTMLBuffer) {
    json.put("{")
    var isFirst = true
    for (key, value) in pairs where !value.isEmpty {
      if !isFirst { json.put(", ") }
      isFirst = false
      json.put("\"")
      json.put(key)
      json.put("\": ")
      json.putJSON(value)
    }
    json.put("}")
  }

  private func putFindings(_ json: inout HTMLBuffer) {
    putList("findings", service.diagnostics, &json) { finding, json in
      putObject(
        [
          ("severity", finding.severity.rawValue), ("rule", finding.rule.name), ("message", finding.message),
          ("source", finding.range.map(place) ?? ""),
        ], &json)
    }
  }

  private func putUnknownSteps(_ json: inout HTMLBuffer) {
    putList("unknownSteps", service.rendering?.composition.unknownSteps ?? [], &json) { step, json in
      putObject([("step", step.name), ("function", step.function)], &json)
    }
  }

  private func putInput(_ composite: FieldNode, _ json: inout HTMLBuffer) {
    json.put(",\n  \"input\": [")
    var fields = FieldsJSON(indent: "\n    ")
    fields.put(SecretValues.hidden(in: composite), into: &json)
    json.put("\n  ]")
  }

  private func putResources(_ resources: [ComposedResource], _ json: inout HTMLBuffer) {
    putList("resources", resources, &json) { resource, json in
      json.put("{\"resource\": ")
      json.putJSON(resource.resourceName)
      for (key, value)
        in ([
          ("apiVersion", resource.apiVersion), ("kind", resource.kind), ("name", resource.name),
          ("namespace", resource.namespace ?? ""), ("title", platform.kindNames.name(of: resource)),
          ("step", resource.step), ("why", resource.why),
          ("source", service.rendering.map { place($0.composition.range(of: resource.origin)) } ?? ""),
        ] as [(StaticString, String)]) where !value.isEmpty
      {
        json.put(", \"")
        json.put(key)
        json.put("\": ")
        json.putJSON(value)
      }
      json.put(", \"commands\": [")
      for (index, command) in resource.debugCommands.enumerated() {
        if index > 0 { json.put(", ") }
        json.putJSON(command)
      }
      json.put("], \"fields\": [")
      var fields = FieldsJSON(indent: "\n      ")
      fields.put(SecretValues.hidden(in: resource.shown), into: &json)
      json.put("\n    ]}")
    }
  }

  private func putLeftOut(_ json: inout HTMLBuffer) {
    putList("notMade", service.rendering?.composed?.leftOut ?? [], &json) { resource, json in
      putObject([("resource", resource.name), ("kind", resource.kind), ("why", resource.why)], &json)
    }
  }

  private func putAlerts(_ resources: [ComposedResource], _ json: inout HTMLBuffer) {
    putList("alerts", resources.flatMap(\.alerts), &json) { alert, json in
      putObject(
        [
          ("alert", alert.name), ("expr", alert.expression), ("for", alert.duration), ("severity", alert.severity),
          ("summary", alert.summary), ("runbook", alert.runbook),
        ], &json)
    }
  }

  private func putSecrets(_ resources: [ComposedResource], _ json: inout HTMLBuffer) {
    putList("secrets", resources.flatMap(\.secrets), &json) { secret, json in
      putObject(
        [("name", secret.name), ("role", secret.role), ("keys", secret.keys.joined(separator: ", "))], &json)
    }
  }
}
