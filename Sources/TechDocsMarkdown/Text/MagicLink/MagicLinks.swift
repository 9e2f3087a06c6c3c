package import TechDocsModel

/// What `pymdownx.magiclink` is asked for beyond bare addresses; off unless `mkdocs.yml` asks.
struct MagicLinks: Sendable {
  private let host: CodeHost
  private let user: String?
  private let repository: String?
  private let shortens: Bool
  private let shortensPeople: Bool
  private let hasPeople: Bool
  private let isUniform: Bool
  /// Whether `#12`, `@name` and commits in text are links.
  let hasShorthand: Bool

  /// nil when nothing is asked for.
  init?(_ extensions: [ExtensionSetting]) {
    let options = extensions.last { $0.name == "pymdownx.magiclink" }?.options
    hasShorthand = options?["repo_url_shorthand"]?.bool ?? false
    shortens = options?["repo_url_shortener"]?.bool ?? false
    shortensPeople = options?["social_url_shortener"]?.bool ?? false
    hasPeople = options?["social_url_shorthand"]?.bool ?? false
    isUniform = options?["normalize_issue_symbols"]?.bool ?? false
    guard hasShorthand || shortens || shortensPeople || hasPeople else { return nil }
    host = options?["provider"]?.string.flatMap(CodeHost.init) ?? .github
    user = options?["user"]?.string
    repository = options?["repo"]?.string
  }

  /// Writes a link whose text is its own address in few words; false for an address of no known host.
  func putShortened(_ address: String, into html: inout HTMLBuffer) -> Bool {
    guard let reference = Self.reference(address), reference.host.isSocial ? shortensPeople : shortens else {
      return false
    }
    let text = reference.text(ownUser: user, ownRepository: repository, isUniform: isUniform)
    put(reference, text: text, address, into: &html)
    return true
  }

  private static func reference(_ address: String) -> CodeReference? {
    for host in CodeHost.allCases {
      for base in [host.base, host.base.replacing("https://", with: "https://www.", maxReplacements: 1)]
      where address.hasPrefix(base + "/") {
        return host.reference(path: address.dropFirst(base.count + 1))
      }
    }
    return nil
  }

  private func put(_ reference: CodeReference, text: String, _ address: String, into html: inout HTMLBuffer) {
    for (name, value) in [
      ("<a class=\"", reference.classes), ("\" href=\"", address), ("\" title=\"", reference.title),
    ] {
      html.put(name)
      html.putEscaped(value)
    }
    html.put("\">")
    html.putEscaped(text)
    html.put("</a>")
  }

  /// Reads a shorthand around the byte at `index`: where it begins, not before `from`, and ends. nil for text.
  func shorthand(_ text: UnsafeBufferPointer<UInt8>, at index: Int, from: Int) -> Shorthand? {
    var reader = ShorthandReader(
      text: text, from: from, host: host, user: user, repository: repository, hasPeople: hasPeople,
      isUniform: isUniform)
    return reader.read(at: index)
  }

  /// Whether a shorthand may begin at a byte that is one of theirs: letters and digits begin a commit or nothing, and two
  /// looks settle nearly all of them.
  @inline(__always)
  static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard isHex(text[index]) else { return true }
    return index + 40 <= text.count && isHex(text[index + 1]) && isHex(text[index + 39])
  }

  @inline(__always)
  static func isHex(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

  func put(_ shorthand: Shorthand, into html: inout HTMLBuffer) {
    put(shorthand.reference, text: shorthand.text, shorthand.reference.address, into: &html)
  }
}

/// `#12`, `user/repo!3`, `@name`, a commit: what stands in the text, and what it means.
struct Shorthand {
  let range: Range<Int>
  let reference: CodeReference
  let text: String
}
