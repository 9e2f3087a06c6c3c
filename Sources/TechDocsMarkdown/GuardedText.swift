import TechDocsModel

/// A page's Markdown as the C library may see it: no control bytes, line for line the author's text.
///
/// Bytes below space other than tab and newline are dropped; the renderer marks places with them
/// (`RendererMarks`), and no terminal or browser should meet them.
struct GuardedText: ~Copyable {
  private var buffer: HTMLBuffer
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText, from body: Int) {
    buffer = HTMLBuffer(capacity: source.bytes.count - body + 1)
    source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, body < bytes.count else { return }
      var from = body
      for index in body..<bytes.count where Self.isControl(base[index]) {
        buffer.put(UnsafeBufferPointer(start: base + from, count: index - from))
        from = index + 1
      }
      buffer.put(UnsafeBufferPointer(start: base + from, count: bytes.count - from))
    }
  }

  borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { buffer.withBytes(body) }

  @inline(__always)
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t") || byte == 0x7f
  }
}

/// Control bytes by which the renderer tells the finisher where something comes from. `GuardedText` keeps them out of
/// the input, so they cannot be forged.
enum RendererMarks {
  /// Before a link target: the decimal index of a Markdown link, up to `targetEnd`.
  static let target: UInt8 = 1
  static let targetEnd: UInt8 = 2
  /// Before raw HTML: its decimal 1-based line in the source, up to `lineEnd`.
  static let line: UInt8 = 3
  static let lineEnd: UInt8 = 4
}
