#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsModel

/// Whether and how text is coloured.
struct TerminalStyle {
  let isColoured: Bool

  /// Without colour, for text that goes to no terminal.
  static let plain = TerminalStyle(isColoured: false)

  private init(isColoured: Bool) { self.isColoured = isColoured }

  /// Colour on a terminal, unless `NO_COLOR` (any non-empty value) or `TERM=dumb` forbids it; `FORCE_COLOR` and
  /// `CLICOLOR_FORCE` turn it on anywhere.
  ///
  /// Source: no-color.org and bixense.com/clicolors.
  init(descriptor: CInt) {
    func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    let isForced = isSet("FORCE_COLOR") || isSet("CLICOLOR_FORCE")
    isColoured = isForced || isatty(descriptor) == 1 && !isSet("NO_COLOR") && !isDumb
  }

  func bold(_ text: String) -> String { code("1", text) }
  func dim(_ text: String) -> String { code("2", text) }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: code("1;31", text)
    case .warning: code("1;33", text)
    case .note: code("1;36", text)
    }
  }

  private func code(_ number: String, _ text: String) -> String {
    isColoured ? "\u{1b}[\(number)m\(text)\u{1b}[0m" : text
  }
}
