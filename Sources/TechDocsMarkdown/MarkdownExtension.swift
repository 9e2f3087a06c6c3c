package import TechDocsModel

/// One extension of the dialect, under its Python name.
///
/// To add one: a file in `Extensions/` with a type that conforms to this or to `BlockExtension`, and a line in
/// `MarkdownExtensions.swift`.
package protocol MarkdownExtension: Sendable {
  /// The names that `markdown_extensions` may use for it, the usual one first.
  var names: [String] { get }
  /// What it does, for the reference page.
  var summary: String { get }
}

/// An extension whose blocks hold other blocks, indented by four columns below a header line.
protocol BlockExtension: MarkdownExtension {
  /// The first byte of a header line.
  var opener: UInt8 { get }

  /// Reads a header line (from its first character to its line end); nil when it opens nothing.
  func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockHeader?

  /// Writes what comes before and after the body. `title` says whether the node has a title child.
  func begin(_ header: BlockHeader, _ line: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer)
  func end(_ header: BlockHeader, into html: inout HTMLBuffer)
  /// Writes what stands around the title's inlines.
  func beginTitle(_ header: BlockHeader, into html: inout HTMLBuffer)
  func endTitle(_ header: BlockHeader, into html: inout HTMLBuffer)
}

/// A header line taken apart; ranges are offsets into the line.
struct BlockHeader {
  /// The words after the marker.
  var type: Range<Int>
  /// The title's Markdown; nil when it is made from the type.
  var title: Range<Int>?
  /// Whether the author asked for no title (`""`).
  var isBare = false
  /// Whether a collapsible block starts open.
  var isOpen = false
}

/// What the parser needs of a header line.
struct BlockOpening {
  /// The place of the extension in `allBlockExtensions`.
  let `extension`: Int
  let title: Range<Int>?
}

/// Finds the extension that a line opens.
enum BlockOpenings {
  static func opening(of line: UnsafeBufferPointer<UInt8>) -> BlockOpening? {
    guard let first = line.first else { return nil }
    switch first {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "/"): break
    default: return nil
    }
    for (index, block) in allBlockExtensions.enumerated() where block.opener == first {
      if let header = block.opening(of: line) { return BlockOpening(extension: index, title: header.title) }
    }
    return nil
  }
}
