import TechDocsComposition
import TechDocsModel

extension ExplainPageWriter {
  /// The alerts of all PrometheusRules, each with its runbook.
  mutating func putAlerts() {
    let alerts = resources.flatMap(\.alerts)
    guard !alerts.isEmpty else { return }
    html.heading(2, "Alerts", id: "alerts", count: alerts.count)
    html.tableHead("Alert", "Severity", "When", "For", "Runbook")
    for alert in alerts {
      html.raw("<tr><td>")
      html.text(alert.name)
      html.raw("</td><td>")
      html.text(alert.severity)
      html.raw("</td><td><code>")
      html.text(alert.expression)
      html.raw("</code></td><td>")
      html.text(alert.duration)
      html.raw("</td><td>")
      putRunbook(alert)
      html.raw("</td></tr>\n")
    }
    html.tableEnd()
  }

  private mutating func putRunbook(_ alert: DerivedAlert) {
    switch view.runbooks.link(of: alert) {
    case .none: html.raw("none")
    case .outside(let url): html.outside(url, "runbook")
    case .page(let page, let anchor):
      html.link(
        view.catalog.address(ofPage: page) + (anchor.isEmpty ? "" : "#" + PercentEncoding.path(anchor)), "runbook")
    case .missingAnchor(let page, let anchor):
      html.link(view.catalog.address(ofPage: page), "page")
      html.text(" without #\(anchor)")
    case .broken(let address): html.text("no page at \(address)")
    }
  }

  /// Names, and where values come from; never the values.
  mutating func putSecrets() {
    var order: [String] = [], roles: [String: [DerivedSecret]] = [:]
    for secret in resources.flatMap(\.secrets) {
      if roles[secret.name] == nil { order.append(secret.name) }
      roles[secret.name, default: []].append(secret)
    }
    guard !order.isEmpty else { return }
    html.heading(2, "Secrets", id: "secrets", count: order.count)
    html.raw("<p>By name only; values are neither known here nor shown.</p>\n")
    html.tableHead("Secret", "Made and read by", "Keys")
    for name in order {
      html.raw("<tr><td><code>")
      html.text(name)
      html.raw("</code></td><td>")
      html.text((roles[name] ?? []).map(\.role).joined(separator: "; "))
      html.raw("</td><td>")
      html.text((roles[name] ?? []).flatMap(\.keys).joined(separator: ", "))
      html.raw("</td></tr>\n")
    }
    html.tableEnd()
  }

  mutating func putManifests(_ manifests: [[UInt8]]) {
    guard !manifests.isEmpty else { return }
    html.heading(2, "Manifests", id: "manifests")
    html.raw("<p>Every value leads to where it comes from: plain ones to their line in the Composition, those with a ")
    html.raw("remark to the field that they were made of.</p>\n")
    for (resource, manifest) in zip(resources, manifests) {
      html.raw("<details class=\"td-manifest\">\n<summary>")
      html.text("\(resource.kind) \(resource.name)")
      // The id stands inside: a browser opens what a link leads into, without a script.
      html.raw("</summary>\n<pre class=\"td-commands\" id=\"r-")
      html.text(resource.resourceName)
      html.raw("\"><code>")
      for command in resource.debugCommands { html.text("$ \(command)\n") }
      html.raw("</code></pre>\n<pre><code>")
      html.raw(manifest)
      html.raw("</code></pre>\n</details>\n")
    }
  }

  /// What another tool made, where the pipeline cannot be followed.
  mutating func putFallback() {
    guard service.isFallback else { return }
    html.heading(2, "Manifests from another tool", id: "fallback", count: service.fallback.count)
    html.raw("<p>A step of the Composition is not known here. These manifests were made before the build; where their ")
    html.raw("values come from is not known.</p>\n")
    for manifest in service.fallback {
      html.raw("<details class=\"td-manifest\">\n<summary>")
      html.text("\(manifest["kind"]?.string ?? "") \(manifest["metadata"]?["name"]?.string ?? "")")
      html.raw("</summary>\n<pre><code>")
      html.text(ManifestYAML.text(of: SecretValues.hidden(in: manifest)))
      html.raw("</code></pre>\n</details>\n")
    }
  }

  /// What other Compositions for the kind would make otherwise: changed values only.
  mutating func putDifferences() {
    guard let mine = service.rendering, !service.others.isEmpty else { return }
    html.heading(2, "Other Compositions", id: "compositions", count: service.others.count)
    for other in service.others {
      html.raw("<details>\n<summary>")
      html.text(other.composition.name)
      html.raw("</summary>\n")
      guard other.composition.unknownSteps.isEmpty, !service.isFallback else {
        html.raw("<p>One of the two has a step that is not known here, so they cannot be compared.</p>\n</details>\n")
        continue
      }
      let differences = RenderingDifference.all(between: mine, and: other)
      html.tableHead("Resource", "Field", mine.composition.name, other.composition.name)
      for difference in differences.prefix(500) {
        html.raw("<tr><td>")
        html.text(difference.resource)
        html.raw("</td><td><code>")
        html.text(difference.path)
        html.raw("</code></td><td>")
        html.text(difference.mine ?? "–")
        html.raw("</td><td>")
        html.text(difference.theirs ?? "–")
        html.raw("</td></tr>\n")
      }
      html.tableEnd()
      html.raw("</details>\n")
    }
  }
}
