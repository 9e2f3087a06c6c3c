import CCMarkGFM
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

  /// Writes what comes before and after the body.
  func begin(_ block: ContainerBlock, _ renderer: inout HTMLRenderer, into html: inout HTMLBuffer)
  func end(_ block: ContainerBlock, into html: inout HTMLBuffer)

  /// Writes what stands before the title's inlines; false when the title is written elsewhere.
  func beginTitle(_ block: ContainerBlock, into html: inout HTMLBuffer) -> Bool
  func endTitle(_ block: ContainerBlock, into html: inout HTMLBuffer)
}

/// A block of an extension as the renderer meets it.
struct ContainerBlock {
  let node: CNode
  let header: BlockHeader
  /// The header line, kept as written.
  let line: UnsafeBufferPointer<UInt8>
  /// The place of the extension in `allBlockExtensions`.
  let `extension`: Int
}

/// A header line taken apart; ranges are offsets into the line.
struct BlockHeader {
  /// The words after the marker.
  var type: Range<Int>
  /// The title's Markdown; nil when it is made from the type.
  var title: Range<Int>?
  /// Whether the author asked for no title (`""`).
  var isBare = false
  /// Whether a collapsible block starts open, or a tab is the one shown first.
  var isOpen = false
  /// Whether a tab begins a new set.
  var isFirst = false
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
