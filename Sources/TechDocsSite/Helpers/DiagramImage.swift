import Foundation
import TechDocsModel

/// A drawing as a picture that stands in the page itself.
///
/// A browser runs nothing of an SVG that an `img` shows, and its styles do not reach the page; so what a helper makes of
/// an untrusted text needs no cleaning.
enum DiagramImage {
  /// `<img src="data:…">`; nil when the helper wrote no SVG.
  static func markup(_ svg: [UInt8], of text: [UInt8]) -> [UInt8]? {
    guard let start = svg.firstIndex(of: UInt8(ascii: "<")), svg.count < limit,
      String(decoding: svg[start...].prefix(2_000), as: UTF8.self).contains("<svg")
    else { return nil }
    let image = Data(svg[start...]).base64EncodedString()
    let alt = title(of: String(decoding: text, as: UTF8.self))
    return Array("<img alt=\"\(escaped(alt))\" src=\"data:image/svg+xml;base64,\(image)\">".utf8)
  }

  private static let limit = 2_000_000

  /// The diagram's own title, or its first line.
  private static func title(of text: String) -> String {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    for key in ["accTitle:", "title:", "title "] {
      if let line = lines.first(where: { $0.hasPrefix(key) }) { return trimmed(line.dropFirst(key.count)) }
    }
    return trimmed(lines.first { !$0.hasPrefix("%%") && !$0.hasPrefix("---") && !$0.hasPrefix("@start") } ?? "")
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.prefix(120)).trimmingCharacters(in: .whitespaces)
  }

  private static func escaped(_ text: String) -> String {
    text.replacingASCII(["&": "&amp;", "<": "&lt;", "\"": "&quot;"])
  }
}
