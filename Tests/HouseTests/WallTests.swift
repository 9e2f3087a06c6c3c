import Testing

/// A target imports only what stands below it, and what the manifest gives it.
@Suite struct WallTests {
  /// Our targets by floor; outside packages by the targets that may see them.
  static let floors: [String: Int] = [
    "CArena": 0, "CCMarkGFM": 0, "CXXHash": 0, "CDeflate": 0, "CGNU": 0, "CRE2": 0, "CNettle": 0, "CCurl": 0,
    "TechDocsModel": 1, "SiteTheme": 1, "TechDocsHighlight": 2,
    "TechDocsMarkdown": 2, "TechDocsCatalog": 2, "TechDocsSearch": 2, "TechDocsComposition": 2, "TechDocsSite": 3,
    "TechDocsPublish": 3, "TechDocsServe": 3, "techdocs": 4,
  ]

  static let outside: [String: Set<String>] = [
    "Mustache": ["TechDocsSite"], "ArgumentParser": ["techdocs"], "Yams": ["TechDocsModel"], "CYaml": ["TechDocsModel"],
    "CArena": ["TechDocsMarkdown"], "CCMarkGFM": ["TechDocsMarkdown"], "CXXHash": ["TechDocsModel"],
    "CGNU": ["TechDocsServe", "TechDocsSite"],
    "CDeflate": ["TechDocsPublish", "TechDocsSearch"],
    "FlyingSocks": ["TechDocsServe"],
    "CRE2": ["TechDocsComposition"], "CNettle": ["TechDocsComposition", "TechDocsPublish"],
    "CCurl": ["TechDocsPublish"],
  ]

  /// What comes with the toolchain.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Dispatch", "Synchronization", "Swift",
  ]

  @Test func importsPointDown() {
    let faults = SourceFile.all(below: "Sources", ending: ".swift").flatMap { file in
      Self.faults(in: file.text, target: String(file.path.split(separator: "/")[1])).map { "\(file.path): \($0)" }
    }
    #expect(faults == [])
  }

  static func faults(in text: String, target: String) -> [String] {
    guard let floor = floors[target] else { return [] }
    return imports(in: text).compactMap { name in
      if system.contains(name) { return nil }
      if let allowed = outside[name] { return allowed.contains(target) ? nil : "\(name) is not for \(target)" }
      guard let other = floors[name] else { return "\(name) is no target of ours and on no list" }
      let isNeighbour = target == "TechDocsMarkdown" && name == "TechDocsHighlight"
      return other < floor || isNeighbour ? nil : "\(name) does not stand below \(target)"
    }
  }

  private static func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let mark = words.firstIndex(of: "import"), mark <= 2, words.count > mark + 1, !line.hasPrefix("//") else {
        return nil
      }
      return String(words[mark + 1].split(separator: ".")[0])
    }
  }

  @Test func anUpwardImportIsSeen() {
    #expect(Self.faults(in: "package import TechDocsSite", target: "TechDocsModel").count == 1)
    #expect(Self.faults(in: "import TechDocsCatalog", target: "TechDocsMarkdown").count == 1)
    #expect(Self.faults(in: "import Yams", target: "TechDocsSite").count == 1)
    #expect(Self.faults(in: "import TechDocsModel", target: "TechDocsSite") == [])
  }
}
