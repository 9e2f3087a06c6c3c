/// A navigation made from files: folders become sections.
///
/// Folders whose titles are equal share a section. Source: MkDocs `utils.nest_paths`.
struct FileNav {
  private struct Section {
    let title: String
    /// A page's path, or the number of a section.
    var children: [Child] = []
  }

  private enum Child {
    case page(String)
    case section(Int)
  }

  private var sections = [Section(title: "")]
  private var numbers: [[String]: Int] = [[]: 0]

  /// `pages` in the order in which they shall stand.
  init(_ pages: some Sequence<String>) {
    for path in pages {
      let folders = RelativePath.folder(of: path).split(separator: "/").prefix(Nav.depthLimit)
      let number = section(folders.map { Self.title(ofFolder: String($0)) })
      sections[number].children.append(.page(path))
    }
  }

  var nav: Nav { Nav(items(of: 0)) }

  /// The number of the section with these titles, made with those above it when it is not there yet.
  private mutating func section(_ titles: [String]) -> Int {
    if let number = numbers[titles] { return number }
    var number = 0
    for depth in titles.indices {
      let above = Array(titles[...depth])
      if let known = numbers[above] {
        number = known
        continue
      }
      sections.append(Section(title: titles[depth]))
      sections[number].children.append(.section(sections.count - 1))
      number = sections.count - 1
      numbers[above] = number
    }
    return number
  }

  /// The recursion is bounded by the depth limit of a nav.
  private func items(of number: Int) -> [Nav.Item] {
    sections[number].children.map { child in
      switch child {
      case .page(let path): .page(path: path, title: nil, range: nil)
      case .section(let below): .section(title: sections[below].title, items: items(of: below), range: nil)
      }
    }
  }

  /// `user-guide` becomes `User guide`; a name with capitals of its own keeps them.
  ///
  /// Source: MkDocs `utils.dirname_to_title`.
  static func title(ofFolder name: String) -> String {
    let title = String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
    guard title.lowercased() == title, let first = title.first else { return title }
    return first.uppercased() + title.dropFirst()
  }
}
