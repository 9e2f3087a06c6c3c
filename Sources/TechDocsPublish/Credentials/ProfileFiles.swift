/// The shared configuration of Amazon's tools: `~/.aws/config` and `~/.aws/credentials`.
///
/// Source: AWS SDKs and Tools reference, "Shared config and credentials files".
package struct ProfileFiles: Sendable, Hashable {
  private var profiles: [String: [String: String]] = [:]

  /// Settings of the credentials file outweigh those of the configuration file.
  package init(config: String, credentials: String) {
    read(config, isConfig: true)
    read(credentials, isConfig: false)
  }

  package func has(_ profile: String) -> Bool { profiles[profile] != nil }

  /// A setting of a profile; nil when it is not there or empty.
  package func value(_ name: String, of profile: String) -> String? {
    profiles[profile]?[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  package var names: [String] { profiles.keys.sorted() }

  private mutating func read(_ text: String, isConfig: Bool) {
    var section: String?
    for raw in text.split(whereSeparator: \.isNewline) {
      // Indented lines belong to a nested setting (`s3 =`), which nothing here reads.
      guard let first = raw.first, !first.isWhitespace, first != "#", first != ";" else { continue }
      let line = raw.trimmed
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        section = Self.profile(line[line.index(after: line.startIndex)..<end], isConfig: isConfig)
        if let section { profiles[section, default: [:]].merge([:]) { old, _ in old } }
      } else if let section, let mark = line.firstIndex(of: "=") {
        let value = line[line.index(after: mark)...].trimmed
        profiles[section, default: [:]][line[..<mark].trimmed.lowercased()] = value
      }
    }
  }

  /// `[profile dev]` in the configuration, `[dev]` in the credentials; nil for `[sso-session x]` and its like.
  private static func profile(_ header: Substring, isConfig: Bool) -> String? {
    let words = header.split { $0.isWhitespace }.map(String.init)
    guard let first = words.first else { return nil }
    if words.count == 1 { return isConfig && first != "default" ? nil : first }
    return isConfig && first == "profile" && words.count == 2 ? words[1].filter { $0 != "\"" && $0 != "'" } : nil
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
