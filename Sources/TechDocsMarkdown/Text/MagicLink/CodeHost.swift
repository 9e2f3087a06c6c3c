/// A host of repositories: what it is called and where it keeps things.
///
/// Source: `pymdownx.magiclink`: its classes, titles and addresses.
enum CodeHost: String, Sendable, CaseIterable {
  case github, gitlab, bitbucket, twitter, x

  /// Hosts of people only.
  var isSocial: Bool { self == .twitter || self == .x }

  var label: String {
    switch self {
    case .github: "GitHub"
    case .gitlab: "GitLab"
    case .bitbucket: "Bitbucket"
    case .twitter: "Twitter"
    case .x: "X"
    }
  }

  var base: String { self == .bitbucket ? "https://bitbucket.org" : "https://\(rawValue).com" }

  /// How many digits of a commit's name are shown.
  var shownDigits: Int { self == .gitlab ? 8 : 7 }

  /// Where something of a repository stands; `values` are numbers or commits.
  func address(of kind: CodeReference.Kind, in repository: String, _ values: [String]) -> String {
    let value = values.first ?? "", base = "\(base)/\(repository)", dash = self == .gitlab ? "/-" : ""
    switch kind {
    case .issue: return "\(base)\(dash)/issues/\(value)"
    case .pull:
      return base + [.github: "/pull/", .gitlab: "/-/merge_requests/"][self, default: "/pull-requests/"] + value
    case .discussion: return "\(base)/discussions/\(value)"
    case .commit: return base + (self == .bitbucket ? "/commits/commit/" : "\(dash)/commit/") + value
    case .compare:
      let commits = values.joined(separator: self == .bitbucket ? ".." : "...")
      return self == .bitbucket ? "\(base)/branches/commits/\(commits)#diff" : "\(base)\(dash)/compare/\(commits)"
    case .repository, .user: return base
    }
  }

  /// What a path below the host's address names; nil for anything else.
  func reference(path: Substring) -> CodeReference? {
    let parts = path.split(separator: "/").filter { $0 != "-" }.map(String.init)
    guard let user = parts.first, user.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else {
      return nil
    }
    if parts.count == 1 { return CodeReference(host: self, kind: .user, repository: user, values: []) }
    if isSocial { return nil }
    let repository = "\(user)/\(parts[1])"
    if parts.count == 2 { return CodeReference(host: self, kind: .repository, repository: repository, values: []) }
    guard let kind = Self.kind(parts[2]), let value = parts.last, parts.count == 4 || parts.contains("commits") else {
      return nil
    }
    let values =
      kind == .compare ? value.split(separator: ".", omittingEmptySubsequences: true).map(String.init) : [value]
    guard CodeReference.isValid(kind, values) else { return nil }
    return CodeReference(host: self, kind: kind, repository: repository, values: values)
  }

  private static func kind(_ word: String) -> CodeReference.Kind? {
    switch word {
    case "issues": .issue
    case "pull", "merge_requests", "pull-requests": .pull
    case "discussions": .discussion
    case "commit", "commits": .commit
    case "compare": .compare
    default: nil
    }
  }
}

/// An issue, a commit, a person … on a host of repositories.
struct CodeReference: Sendable {
  enum Kind: Sendable { case issue, pull, discussion, commit, compare, repository, user }

  let host: CodeHost
  let kind: Kind
  /// `user/repository`; the user's name for a user.
  let repository: String
  /// A number, a commit, or two commits.
  let values: [String]

  static func isValid(_ kind: Kind, _ values: [String]) -> Bool {
    switch kind {
    case .issue, .pull, .discussion: values.count == 1 && values[0].allSatisfy { $0.isASCII && $0.isNumber }
    case .commit: values.count == 1 && isCommit(values[0])
    case .compare: values.count == 2 && values.allSatisfy(isCommit)
    case .repository, .user: true
    }
  }

  private static func isCommit(_ text: String) -> Bool {
    (7...40).contains(text.count) && text.allSatisfy(\.isHexDigit)
  }

  var address: String { host.address(of: kind, in: repository, values) }

  private var shown: String { values.map { String($0.prefix(host.shownDigits)) }.joined(separator: "...") }

  var classes: String {
    let name =
      switch kind {
      case .issue: "issue"
      case .pull: "pull"
      case .discussion: "discussion"
      case .commit: "commit"
      case .compare: "compare"
      case .repository: "repository"
      case .user: "mention"
      }
    return "magiclink magiclink-\(host.rawValue) magiclink-\(name)"
  }

  var title: String {
    switch kind {
    case .issue: "\(host.label) Issue: \(repository) #\(values[0])"
    case .pull: "\(host.label) Pull Request: \(repository) #\(values[0])"
    case .discussion: "\(host.label) Discussion: \(repository) #\(values[0])"
    case .commit: "\(host.label) Commit: \(repository)@\(shown)"
    case .compare: "\(host.label) Compare: \(repository)@\(shown)"
    case .repository: "\(host.label) Repository: \(repository)"
    case .user: "\(host.label) User: \(repository)"
    }
  }

  /// What readers see in place of an address; the repository is left out where it is the page's own.
  ///
  /// `isUniform`: whether pull requests and discussions have the sign of issues.
  func text(ownUser: String?, ownRepository: String?, isUniform: Bool) -> String {
    let user = repository.split(separator: "/").first.map(String.init)
    let isOwn = ownUser != nil && user == ownUser
    let name = isOwn ? repository.split(separator: "/").dropFirst().joined(separator: "/") : repository
    let place = isOwn && name == ownRepository ? "" : name
    switch kind {
    case .issue: return "\(place)#\(values[0])"
    case .pull: return "\(place)\(isUniform ? "#" : "!")\(values[0])"
    case .discussion: return "\(place)\(isUniform ? "#" : "?")\(values[0])"
    case .commit, .compare: return place.isEmpty ? shown : "\(place)@\(shown)"
    case .repository: return repository
    case .user: return "@\(repository)"
    }
  }
}
