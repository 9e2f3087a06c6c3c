import Testing

/// Words that the code does not use, and lists that name all they should.
@Suite struct HabitTests {
  struct Habit: Sendable, CustomTestStringConvertible {
    let word: String
    /// Path prefixes where it may stand.
    var except: [String] = []
    var testDescription: String { word }
  }

  static let forbidden = [
    Habit(word: "try" + "!"), Habit(word: " as" + "! "), Habit(word: "fatal" + "Error("), Habit(word: "Yams" + ".load"),
    Habit(word: "@unchecked " + "Sendable", except: ["Sources/TechDocsMarkdown/CMark/"]),
    Habit(word: "public " + "func", except: inlined), Habit(word: "public " + "struct", except: inlined),
    Habit(word: ".atomic" + ")"),
  ]

  /// What hot loops of other modules must have without a call; docs/decisions/0016-public-bytes.md.
  private static let inlined = [
    "Sources/TechDocsModel/Output/HTMLBuffer.swift", "Sources/TechDocsModel/Source/ByteWord.swift",
  ]

  @Test(arguments: forbidden) func wordsThatTheCodeDoesNotUse(habit: Habit) {
    let found = SourceFile.all(below: "Sources", ending: ".swift").filter { file in
      !habit.except.contains { file.path.hasPrefix($0) } && file.text.contains(habit.word)
    }
    #expect(found.map(\.path) == [])
  }

  @Test func onlyTheCommandLinePrints() {
    let found = SourceFile.all(below: "Sources", ending: ".swift").filter { file in
      !file.path.hasPrefix("Sources/techdocs/")
        && file.lines.contains { $0.contains(" print(") || $0.hasPrefix("print(") }
    }
    #expect(found.map(\.path) == [])
  }

  /// Plug-in folders and the list beside each.
  static let plugIns = [
    ("Sources/TechDocsMarkdown/Extensions", "Sources/TechDocsMarkdown", "MarkdownExtensions.swift", "BlockExtension {"),
    ("Sources/TechDocsSite/Checks", "Sources/TechDocsSite", "Checks.swift", ": Check {"),
    ("Sources/TechDocsSite/Pages", "Sources/TechDocsSite/Pages", "PageKinds.swift", ": PageKind {"),
  ]

  @Test(arguments: plugIns)
  func everyPlugInIsInItsList(folder: String, above: String, list: String, conformance: String) {
    let lists = SourceFile.all(below: above, ending: list).map(\.text).joined()
    let types = SourceFile.all(below: folder, ending: ".swift").flatMap { file in
      file.lines.filter { $0.contains("struct ") && $0.contains(conformance) }.compactMap { line in
        line.split(separator: " ").drop { $0 != "struct" }.dropFirst().first?.split(separator: ":").first.map(
          String.init)
      }
    }
    #expect(types.filter { !lists.contains("\($0)()") } == [])
    #expect(!types.isEmpty)
  }

  /// A language is a value, so its list is checked by the names of its constants.
  @Test func everyCodeLanguageIsInItsList() {
    let list = SourceFile.all(below: "Sources/TechDocsHighlight", ending: "Languages.swift").map(\.text).joined()
    let files = SourceFile.all(below: "Sources/TechDocsHighlight/Languages", ending: ".swift").filter { !$0.isTable }
    let names = files.map { file in
      file.lines.filter { $0.hasPrefix("  static let ") && $0.contains("= Language(") }.compactMap {
        $0.split(separator: " ").dropFirst(2).first.map(String.init)
      }
    }
    #expect(zip(files, names).filter(\.1.isEmpty).map(\.0.path) == [])
    #expect(names.joined().filter { !list.contains(".\($0),") } == [])
    #expect(names.joined().count > 30)
  }
}
