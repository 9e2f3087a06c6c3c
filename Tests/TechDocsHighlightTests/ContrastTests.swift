import Foundation
import TestSupport
import Testing

/// The colours of code are read easily: WCAG's 4.5 to 1 on the ground of code and on that of a marked line.
@Suite struct ContrastTests {
  private static let names = ["--td-kw", "--td-str", "--td-num", "--td-fn", "--td-type", "--td-com"]

  @Test(arguments: names, [0, 1]) func everyColourOfCodeIsReadable(name: String, theme: Int) throws {
    let code = try Self.file("code.css"), tokens = try Self.file("tokens.css")
    let text = try #require(Self.colour(name, in: code, theme))
    let ground = try #require(Self.colour("--td-raised", in: tokens, theme))
    let blue = try #require(Self.colour("--td-blue", in: tokens, theme))
    let marked = zip(blue, ground).map { $0 * 0.11 + $1 * 0.89 }
    #expect(Self.contrast(text, ground) >= 4.5)
    #expect(Self.contrast(text, marked) >= 4.5)
  }

  private static func file(_ name: String) throws -> String {
    try String(contentsOf: ProjectFolder.root.appendingPathComponent("site-theme/css/\(name)"), encoding: .utf8)
  }

  /// Red, green and blue (0 to 1) of the first `name: light-dark(#…, #…)`; nil when there is none.
  private static func colour(_ name: String, in css: String, _ theme: Int) -> [Double]? {
    guard let start = css.range(of: "\(name): light-dark(") else { return nil }
    let values = css[start.upperBound...].prefix { $0 != ")" }.split(separator: ",")
    guard values.count == 2 else { return nil }
    let digits = values[theme].filter(\.isHexDigit).map { String($0) }
    let pairs =
      digits.count == 3 ? digits.map { $0 + $0 } : stride(from: 0, to: 6, by: 2).map { digits[$0] + digits[$0 + 1] }
    return pairs.map { Double(UInt8($0, radix: 16) ?? 0) / 255 }
  }

  private static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ colour: [Double]) -> Double {
    let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
