import Foundation

/// Node, for what is tested of scripts without a browser.
package enum Node {
  private static let location = ["/usr/local/bin/node", "/usr/bin/node", "/opt/homebrew/bin/node"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  package static var isThere: Bool { location != nil }

  /// What a script prints.
  package static func run(_ arguments: String...) throws -> String {
    let process = Process(), output = Pipe()
    process.executableURL = location.map { URL(fileURLWithPath: $0) }
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }
}
