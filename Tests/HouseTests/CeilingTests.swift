import Testing

/// Files stay short, functions shorter, folders small.
@Suite struct CeilingTests {
  @Test func filesHaveAtMost300Lines() {
    let tooLong = SourceFile.swift.filter { !$0.isTable && $0.lines.count > 301 }
    #expect(tooLong.map { "\($0.path): \($0.lines.count) lines" } == [])
  }

  /// Tests may hold long literals; the tool's own functions may not.
  @Test func functionsHaveAtMost40Lines() {
    let tooLong = SourceFile.swift.filter { !$0.isTable && $0.path.hasPrefix("Sources/") }.flatMap { file in
      FunctionScanner.functions(in: file.text).filter { $0.length > 40 }.map { "\(file.path):\($0.line): \($0.name)" }
    }
    #expect(tooLong == [])
  }

  @Test func foldersHaveAtMost20Files() {
    let plugIns: Set<String> = ["Extensions", "Languages", "Checks", "Pages", "Functions", "Publishers"]
    let folders = Dictionary(grouping: SourceFile.swift) {
      $0.path.split(separator: "/").dropLast().joined(separator: "/")
    }
    let tooFull = folders.filter { folder, files in
      files.count > 20 && !plugIns.contains(folder.split(separator: "/").last.map(String.init) ?? "")
    }
    #expect(tooFull.map { "\($0.key): \($0.value.count) files" }.sorted() == [])
  }

  @Test func scriptsHaveAtMost150Lines() {
    let tooLong = SourceFile.all(below: "site-theme", ending: ".js").filter { $0.lines.count > 151 }
    #expect(tooLong.map(\.path) == [])
  }

  @Test func theScannerSeesWhereAFunctionEnds() {
    let text = """
      struct A {
        func one() -> String { "}" }  // }
        init(x: Int) {
          if x > 0 {
            print("{")
          }
        }
      }
      """
    let expected = [
      FunctionScanner.Function(name: "one", line: 2, length: 1),
      FunctionScanner.Function(name: "init", line: 3, length: 5),
    ]
    #expect(FunctionScanner.functions(in: text) == expected)
  }
}
