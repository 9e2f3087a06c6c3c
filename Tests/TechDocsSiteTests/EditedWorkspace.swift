import Foundation

/// A workspace on disk that a seeded sequence of edits changes: what an author does in a day, in any order.
struct EditedWorkspace {
  let folder: URL
  private var random: SeededGenerator
  private var count = 0

  init(seed: UInt64) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("techdocs-edits-\(UUID().uuidString)")
    random = SeededGenerator(seed: seed)
    write("techdocs.yml", "site_name: Edited\nsite_url: https://docs.example.com/\n")
    for name in ["alpha", "beta"] { makeRepository(name) }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private mutating func makeRepository(_ name: String) {
    write("\(name)/mkdocs.yml", "site_name: \(name)\nplugins: [techdocs-core]\n")
    write("\(name)/catalog-info.yaml", Self.entity(name, description: "first"))
    write(
      "\(name)/docs/index.md",
      "# \(name)\n\n[guide](guide.md#setup) and [other](component:beta)\n\n--8<-- \"part.txt\"\n")
    write("\(name)/docs/guide.md", "# Guide\n\n## Setup\n\ntext\n")
    write("\(name)/part.txt", "a part\n")
    write("\(name)/docs/image.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>\n")
  }

  private static func entity(_ name: String, description: String) -> String {
    """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: \(name)
      description: \(description)
      annotations:
        backstage.io/techdocs-ref: dir:.
    spec: {type: service, lifecycle: production, owner: team-a}

    """
  }

  /// Changes one thing; says what.
  mutating func edit() -> String {
    count += 1
    let name = ["alpha", "beta", "gamma"][Int.random(in: 0..<3, using: &random)]
    if !FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) {
      makeRepository(name)
      return "add \(name)"
    }
    switch Int.random(in: 0..<14, using: &random) {
    case 0: write("\(name)/docs/guide.md", "# Guide \(count)\n\n## Setup \(count % 3)\n\ntext\n")
    case 1: write("\(name)/docs/guide.md", "---\ntitle: Front \(count)\n---\n# Guide\n\n## Setup\n")
    case 2: write("\(name)/part.txt", "part \(count)\n\n## From a part \(count % 2)\n")
    case 3: write("\(name)/docs/new-\(count % 4).md", "# New \(count)\n\n[home](index.md) ![i](image.svg)\n")
    case 4: delete("\(name)/docs/new-\(Int.random(in: 0..<4, using: &random)).md")
    case 5: move("\(name)/docs/guide.md", "\(name)/docs/setup.md")
    case 6: move("\(name)/docs/setup.md", "\(name)/docs/guide.md")
    case 7:
      write(
        "\(name)/mkdocs.yml",
        "site_name: \(name) \(count)\nnav:\n  - index.md\n  - Guide: guide.md\nplugins: [techdocs-core]\n")
    case 8:
      write(
        "\(name)/mkdocs.yml",
        "site_name: \(name)\nuse_directory_urls: \(count % 2 == 0)\nmarkdown_extensions:\n  - toc:\n      permalink: \(count % 4 < 2)\n"
      )
    case 9: write("\(name)/catalog-info.yaml", Self.entity(name, description: "edit \(count)"))
    case 10:
      write("\(name)/docs/image.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(count)\" height=\"10\"/>\n")
    case 11: write("techdocs.yml", "site_name: Edited \(count)\ntheme: theme\n")
    case 12: write("theme/css/tokens.css", "/* \(count) */\n")
    default: delete(name)
    }
    return "edit \(count) of \(name)"
  }

  private func write(_ path: String, _ text: String) {
    let file = folder.appendingPathComponent(path)
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file)
  }

  private func delete(_ path: String) { try? FileManager.default.removeItem(at: folder.appendingPathComponent(path)) }

  private func move(_ from: String, _ to: String) {
    try? FileManager.default.moveItem(at: folder.appendingPathComponent(from), to: folder.appendingPathComponent(to))
  }
}

/// SplitMix64: the same numbers for a seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
