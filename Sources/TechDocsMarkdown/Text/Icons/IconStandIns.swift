import TechDocsModel

/// Signs that say the same as well-known icons, for sites without a folder of icons.
enum IconStandIns {
  /// Whether a shortcode names an icon of one of the families that Material has.
  static func isIcon(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    families.contains { name.starts(with: $0.utf8) && name.count > $0.utf8.count }
  }

  private static let families = [
    "material-", "octicons-", "fontawesome-brands-", "fontawesome-regular-", "fontawesome-solid-", "simple-",
  ]

  /// The sign for an icon's name; nil when none says the same.
  static func sign(of name: String) -> String? {
    guard let family = families.first(where: { name.hasPrefix($0) }), family != "simple-",
      family != "fontawesome-brands-"
    else { return nil }
    var words = name.dropFirst(family.count).split(separator: "-").map(String.init)
    // Octicons end in their size, others in their style.
    while let last = words.last, Int(last) != nil || styles.contains(last), words.count > 1 { words.removeLast() }
    return signs[words.joined(separator: "-")]
  }

  /// The icon or emoji that was meant, most likely, among those that need no folder.
  static func suggestion(for name: String) -> String? {
    guard let family = families.first(where: { name.hasPrefix($0) }) else { return nil }
    let word = String(name.dropFirst(family.count)), emoji = WordTable.emoji
    var text = word
    if text.withUTF8({ emoji.value(of: $0) }) != nil { return "the emoji ':\(word):' needs no folder" }
    if let near = NearMiss(of: word, among: signs.keys).suggestion { return near }
    let length = word.utf8.count
    return NearMiss(of: word, among: (length - 1...length + 1).flatMap { emojiByLength[$0] ?? [] }).suggestion
  }

  /// The names of emoji by their bytes.
  private static let emojiByLength = Dictionary(grouping: WordTable.emoji.words, by: \.utf8.count)

  private static let styles: Set<String> = ["fill", "outline", "circle", "variant", "box", "bold"]

  private static let signs: [String: String] = [
    "alert": "⚠️", "arrow-down": "↓", "arrow-left": "←", "arrow-right": "→", "arrow-top-right": "↗", "arrow-up": "↑",
    "bell": "🔔", "book": "📖", "book-open": "📖", "bug": "🐛", "calendar": "📅", "chart-line": "📈", "check": "✓",
    "check-all": "✓", "check-bold": "✓", "checkbox-marked": "☑", "clock": "🕒", "close": "✗", "cog": "⚙️",
    "cloud": "☁️", "cross": "✗", "credit-card": "💳", "database": "🗄️", "delete": "🗑️", "download": "⬇️", "email": "✉️",
    "eye": "👁️", "file": "📄", "file-code": "📄", "file-document": "📄", "fire": "🔥", "flag": "🚩", "flask": "⚗️",
    "folder": "📁", "gear": "⚙️", "globe": "🌐", "heart": "❤️", "help": "?", "home": "🏠", "image": "🖼️", "info": "ℹ️",
    "information": "ℹ️", "key": "🔑", "light-bulb": "💡", "lightbulb": "💡", "link": "🔗", "link-external": "↗",
    "lock": "🔒", "magnify": "🔍", "mail": "✉️", "memory": "💾", "minus": "−", "note": "📝", "open-in-new": "↗",
    "package": "📦", "paperclip": "📎", "pencil": "✏️", "plus": "+", "question": "?", "rocket": "🚀",
    "rocket-launch": "🚀", "search": "🔍", "server": "🖥️", "shield": "🛡️", "shield-lock": "🛡️", "skip": "⊘", "star": "⭐",
    "stop": "🛑", "sync": "🔄", "tag": "🏷️", "thumb-down": "👎", "thumb-up": "👍", "thumbsdown": "👎", "thumbsup": "👍",
    "tools": "🛠️", "upload": "⬆️", "warning": "⚠️", "wrench": "🔧", "x": "✗",
  ]
}
