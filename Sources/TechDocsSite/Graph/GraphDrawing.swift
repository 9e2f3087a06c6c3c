import TechDocsCatalog

/// A graph that is laid out: boxes and lines in pixels, y downwards.
struct GraphDrawing: Sendable, Hashable {
  struct Point: Sendable, Hashable {
    let x: Double
    let y: Double
  }

  struct Node: Sendable, Hashable {
    let title: String
    /// Below the title, small: the kind.
    let subtitle: String
    /// Percent-encoded, from the site's root; nil for a box that leads nowhere.
    let address: String?
    /// The middle of the box.
    let center: Point
    let width: Double
    var isFocus = false
  }

  struct Edge: Sendable, Hashable {
    /// The start, then three points for each Bézier curve.
    let points: [Point]
    let label: String
    let labelAt: Point?
    /// Whether the line stands for an API, not for a dependency.
    var isDashed = false
  }

  let width: Double
  let height: Double
  let nodes: [Node]
  let edges: [Edge]

  static let nodeHeight = 44.0
  /// The most boxes of one drawing; what is beyond is grouped.
  static let limit = 60

  /// How wide a box must be for its text, by the rough width of characters; nothing is measured while building.
  static func nodeWidth(_ title: String, _ subtitle: String) -> Double {
    let widest = max(textWidth(cut(title)) * 7.4, textWidth(subtitle) * 6.2)
    return (max(widest, 60) + 24).rounded(.up)
  }

  /// At most 30 characters.
  static func cut(_ text: String) -> String { text.count > 30 ? text.prefix(29) + "…" : text }

  private static func textWidth(_ text: String) -> Double {
    // Han, kana and hangul are twice as wide.
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2e80 && $1.value < 0xfb00 ? 2 : 1) }
  }
}
