/// Reads references to a host of repositories in running text.
///
/// Source: `pymdownx.magiclink`: numbers behind `#`, `!` and `?`, commits of 40 digits, names behind `@`.
struct ShorthandReader {
  let text: UnsafeBufferPointer<UInt8>
  /// No reference begins before this offset.
  let from: Int
  let host: CodeHost
  let user: String?
  let repository: String?
  /// Whether people of social hosts are read.
  let hasPeople: Bool
  /// Whether pull requests and discussions are shown with the sign of issues.
  let isUniform: Bool

  mutating func read(at index: Int) -> Shorthand? {
    switch text[index] {
    case UInt8(ascii: "#"): numbered(.issue, index)
    case UInt8(ascii: "!"): numbered(.pull, index)
    case UInt8(ascii: "?"): host == .github ? numbered(.discussion, index) : nil
    case UInt8(ascii: "@"): commitOf(index) ?? mention(index)
    default: commit(index)
    }
  }

  private func numbered(_ kind: CodeReference.Kind, _ index: Int) -> Shorthand? {
    var end = index + 1
    while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
    guard end > index + 1, end - index < 12, text[index + 1] != 0x30, isEnd(end), let place = place(before: index)
    else {
      return nil
    }
    return shorthand(kind, place, [string(index + 1..<end)], end)
  }

  /// `user/repo@` and 40 digits.
  private func commitOf(_ index: Int) -> Shorthand? {
    let end = index + 41
    guard isCommit(index + 1), isEnd(end), let place = place(before: index), place.start < index else { return nil }
    return shorthand(.commit, place, [string(index + 1..<end)], end)
  }

  /// 40 digits that stand alone.
  private func commit(_ index: Int) -> Shorthand? {
    guard isCommit(index), isEnd(index + 40), index == from || !isName(text[index - 1]),
      index == from || text[index - 1] != UInt8(ascii: "@") && text[index - 1] != UInt8(ascii: "/"), let user,
      let repository
    else { return nil }
    return shorthand(.commit, (index, "\(user)/\(repository)"), [string(index..<index + 40)], index + 40)
  }

  /// `@name`, `@user/repository`, and the same behind a host's name and a colon.
  private func mention(_ index: Int) -> Shorthand? {
    guard index == from || !HTMLTag.isLetter(text[index - 1]) else { return nil }
    guard let word = name(at: index + 1, hasDots: host == .gitlab) else { return nil }
    var named = host, start = index + 1, end = word
    if end < text.count, text[end] == UInt8(ascii: ":"), let other = CodeHost(rawValue: string(start..<end)),
      let next = name(at: end + 1)
    {
      (named, start, end) = (other, end + 1, next)
    }
    guard !named.isSocial || hasPeople else { return nil }
    if !named.isSocial, end < text.count, text[end] == UInt8(ascii: "/"), let last = name(at: end + 1) {
      let place = string(start..<last)
      let reference = CodeReference(host: named, kind: .repository, repository: place, values: [])
      return Shorthand(range: index..<last, reference: reference, text: place)
    }
    let user = string(start..<end)
    let reference = CodeReference(host: named, kind: .user, repository: user, values: [])
    return Shorthand(range: index..<end, reference: reference, text: "@\(user)")
  }

  /// The end of a name that begins here; nil when none does.
  private func name(at start: Int, hasDots: Bool = true) -> Int? {
    var end = start
    while end < text.count, isName(text[end]), end - start < 100, hasDots || text[end] != UInt8(ascii: ".") { end += 1 }
    while end > start, !isAlphanumeric(text[end - 1]) { end -= 1 }
    return end > start && isAlphanumeric(text[start]) ? end : nil
  }

  /// The repository that is named right before an offset, or the page's own; nil when there is none.
  private func place(before index: Int) -> (start: Int, repository: String)? {
    let start = startOfName(before: index)
    guard start < index else { return user.flatMap { user in repository.map { (index, "\(user)/\($0)") } } }
    if start > from, text[start - 1] == UInt8(ascii: "/") {
      let owner = startOfName(before: start - 1)
      guard owner < start - 1,
        owner == from || text[owner - 1] != UInt8(ascii: "@") && text[owner - 1] != UInt8(ascii: "/")
      else { return nil }
      return (owner, string(owner..<index))
    }
    guard let user, start == from || text[start - 1] != UInt8(ascii: "@") else { return nil }
    return (start, "\(user)/\(string(start..<index))")
  }

  private func startOfName(before index: Int) -> Int {
    var start = index
    while start > from, index - start < 100, isName(text[start - 1]) { start -= 1 }
    return start
  }

  private func shorthand(
    _ kind: CodeReference.Kind, _ place: (start: Int, repository: String), _ values: [String], _ end: Int
  ) -> Shorthand {
    let (named, start) = hostName(before: place.start)
    let reference = CodeReference(host: named ?? host, kind: kind, repository: place.repository, values: values)
    let isOwn = named == nil || named == host
    let text = reference.text(
      ownUser: isOwn ? user : nil, ownRepository: isOwn ? repository : nil, isUniform: isUniform)
    return Shorthand(range: start..<end, reference: reference, text: text)
  }

  /// The host whose name and a colon stand before a repository, and where they begin.
  private func hostName(before start: Int) -> (CodeHost?, Int) {
    guard start > from, text[start - 1] == UInt8(ascii: ":") else { return (nil, start) }
    let first = startOfName(before: start - 1)
    guard first < start - 1, let named = CodeHost(rawValue: string(first..<start - 1)), !named.isSocial else {
      return (nil, start)
    }
    return (named, first)
  }

  private func isCommit(_ start: Int) -> Bool {
    start + 40 <= text.count && text[start..<start + 40].allSatisfy(MagicLinks.isHex)
  }

  private func isEnd(_ index: Int) -> Bool { index >= text.count || !SmartSymbols.isWord(text[index]) }
  private func isAlphanumeric(_ byte: UInt8) -> Bool { HTMLTag.isLetter(byte) || (0x30...0x39).contains(byte) }
  private func isName(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "-._".utf8.contains(byte) }
  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
