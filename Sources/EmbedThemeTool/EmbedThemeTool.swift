import Foundation

/// Writes a Swift file that holds every file of a folder: `EmbedThemeTool FOLDER OUTPUT`.
@main
struct EmbedThemeTool {
  static func main() throws {
    let folder = CommandLine.arguments[1]
    let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
    var entries: [String] = []
    for path in paths where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder.boolValue
      else {
        continue
      }
      entries.append(try entry(path, in: folder))
    }
    let text = """
      /// The built-in theme, written by the build from `site-theme/`.
      package enum EmbeddedTheme {
        /// All files, sorted by path.
        package static let files: [ThemeFile] = [
      \(entries.joined(separator: "\n"))
        ]
      }

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
  }

  /// Text as a raw string literal, which compiles fast; anything else as Base64.
  private static func entry(_ path: String, in folder: String) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
    guard let text = String(data: data, encoding: .utf8), !text.contains("\"\"\"####") else {
      return "    ThemeFile(path: \"\(path)\", base64: \"\(data.base64EncodedString())\"),"
    }
    return "    ThemeFile(path: \"\(path)\", text: ####\"\"\"\n\(text)\n\"\"\"####),"
  }
}
