package import TechDocsModel

/// What a host shall say with an object.
package struct ObjectHeaders: Sendable, Hashable {
  package let contentType: String
  package let cacheControl: String
  /// `gzip` for an object that is stored compressed; else nil.
  package var contentEncoding: String?

  /// Eight digits that change when anything here does.
  package var fingerprint: String {
    Digest(of: Array("\(contentType)\n\(cacheControl)\n\(contentEncoding ?? "")".utf8)).short
  }
}

/// Which headers each file gets: types by name, caching by whether the name holds the content's digest.
package struct HeaderRules: Sendable, Hashable {
  /// Name patterns and the `Cache-Control` they get; the last that fits counts.
  package struct Rule: Sendable, Hashable {
    package let pattern: String
    package let value: String
  }

  /// For a name that changes whenever the content does.
  package static let immutable = "public, max-age=31536000, immutable"
  /// For everything else: a reader asks each time, and is told 'not modified' most times.
  package static let revalidated = "public, max-age=0, must-revalidate"

  /// Whether text is stored compressed where that makes it smaller.
  package var compresses = false
  private let rules: [Rule]
  private let globs: [GlobPatterns]

  /// Reads `VALUE` (for all that is not immutable) and `PATTERN=VALUE`, patterns as in a `.gitignore`.
  package init(_ texts: [String] = []) throws(PublishFailure) {
    var rules: [Rule] = []
    for text in texts {
      let mark = text.firstIndex(of: "=")
      let isRule = mark.map { text[..<$0].contains { "*?[/.".contains($0) } } ?? false
      let pattern = isRule ? mark.map { String(text[..<$0]) } ?? "" : "*"
      let value = isRule ? mark.map { String(text[text.index(after: $0)...]) } ?? "" : text
      guard !value.isEmpty, value.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else {
        throw PublishFailure(
          "'--cache-control \(text)' holds no header value", help: "write 'max-age=60' or '*.html=max-age=60'",
          kind: .usage)
      }
      rules.append(Rule(pattern: pattern, value: value))
    }
    self.rules = rules
    globs = rules.map { GlobPatterns($0.pattern) }
  }

  /// The headers of a file; `digest` is that of its bytes.
  package func headers(_ path: String, digest: Digest) -> ObjectHeaders {
    let isFingerprinted = Self.isFingerprinted(path, digest)
    let chosen = rules.indices.last { index in
      globs[index].matches(path) && !(isFingerprinted && rules[index].pattern == "*")
    }.map { rules[$0].value }
    return ObjectHeaders(
      contentType: MediaType.of(path),
      cacheControl: chosen ?? (isFingerprinted ? Self.immutable : Self.revalidated))
  }

  /// Whether the name holds the beginning of the content's own digest, as `app.1a2b3c4d.css` does.
  ///
  /// Digits alone prove nothing: `photo-20240115.png` may change under its name.
  package static func isFingerprinted(_ path: String, _ digest: Digest) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.split { $0 == "." || $0 == "-" }.contains { part in
      part.utf8.count >= 8 && digest.description.hasPrefix(part)
    }
  }
}
