import TechDocsCatalog
import TechDocsModel

/// What annotations that the field knows say about an entity: a link where the host is known, else the value.
///
/// Source: Backstage, "Well-known Annotations", and the plugins that read the others.
struct WellKnownLink: Sendable, Hashable {
  let title: String
  let value: String
  /// nil where only the company knows the host; `annotation_links` in techdocs.yml says it.
  let url: String?

  /// What is known of one annotation.
  private struct Known: Sendable {
    let key: String
    let title: String
    /// `{value}` stands for the annotation's value.
    var template: String?
  }

  private static let known: [Known] = [
    Known(key: "backstage.io/source-location", title: "Source"),
    Known(key: "backstage.io/view-url", title: "Catalog file"),
    Known(key: "backstage.io/edit-url", title: "Edit the catalog file"),
    Known(key: "github.com/project-slug", title: "GitHub", template: "https://github.com/{value}"),
    Known(key: "github.com/team-slug", title: "GitHub team"),
    Known(key: "gitlab.com/project-slug", title: "GitLab", template: "https://gitlab.com/{value}"),
    Known(key: "bitbucket.org/project-slug", title: "Bitbucket", template: "https://bitbucket.org/{value}"),
    Known(key: "circleci.com/project-slug", title: "CircleCI", template: "https://app.circleci.com/pipelines/{value}"),
    Known(key: "jenkins.io/job-full-name", title: "Jenkins job"),
    Known(
      key: "pagerduty.com/service-id", title: "PagerDuty",
      template: "https://app.pagerduty.com/service-directory/{value}"),
    Known(key: "pagerduty.com/integration-key", title: "PagerDuty integration"),
    Known(key: "opsgenie.com/component-selector", title: "Opsgenie"),
    Known(key: "opsgenie.com/team", title: "Opsgenie team"),
    Known(key: "grafana/dashboard-selector", title: "Grafana dashboards"),
    Known(key: "grafana/alert-label-selector", title: "Grafana alerts"),
    Known(key: "grafana/overview-dashboard", title: "Grafana overview"),
    Known(key: "argocd/app-name", title: "Argo CD application"),
    Known(key: "argocd/app-selector", title: "Argo CD applications"),
    Known(key: "vault.io/secrets-path", title: "Vault path"),
    Known(key: "sentry.io/project-slug", title: "Sentry project"),
    Known(key: "sonarqube.org/project-key", title: "SonarQube project"),
    Known(key: "backstage.io/kubernetes-id", title: "Kubernetes id"),
    Known(key: "backstage.io/kubernetes-namespace", title: "Kubernetes namespace"),
    Known(key: "backstage.io/kubernetes-label-selector", title: "Kubernetes selector"),
    Known(key: "backstage.io/adr-location", title: "Decision records"),
  ]

  /// The known annotations of an entity, in a fixed order. `templates` are the company's addresses by annotation.
  static func all(of entity: Entity, templates: [String: String] = [:]) -> [WellKnownLink] {
    var titles = known
    for key in templates.keys.sorted() where !known.contains(where: { $0.key == key }) {
      titles.append(Known(key: key, title: key))
    }
    return titles.compactMap { known in
      guard let value = entity.annotation(known.key) else { return nil }
      // An integration key lets anyone raise an incident: a name for a page, never a link.
      return WellKnownLink(
        title: known.title, value: value, url: url(known.key, value, template: templates[known.key] ?? known.template))
    }
  }

  private static func url(_ key: String, _ value: String, template: String?) -> String? {
    if let template { return template.replacing("{value}", with: PercentEncoding.path(value)) }
    if key == "github.com/team-slug" {
      let parts = value.split(separator: "/").map { PercentEncoding.path(String($0)) }
      return parts.count == 2 ? "https://github.com/orgs/\(parts[0])/teams/\(parts[1])" : nil
    }
    let bare = value.hasPrefix("url:") ? String(value.dropFirst(4)) : value
    return NameRule.isURL(bare) && LinkTarget.isHarmless(bare) && LinkTarget.isExternal(bare) ? bare : nil
  }
}
