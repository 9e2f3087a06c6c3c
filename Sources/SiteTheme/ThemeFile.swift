import Foundation

/// One file of the built-in theme: a template, a stylesheet, a script or an icon.
package struct ThemeFile: Sendable {
  /// Below `site-theme/`, as in `css/tokens.css`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text as the build embeds it.
  init(path: String, text: StaticString) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    self.init(path: path, bytes: Array(bytes))
  }

  /// Anything else as the build embeds it.
  init(path: String, base64: String) {
    self.init(path: path, bytes: Data(base64Encoded: base64).map { Array($0) } ?? [])
  }

  /// The content as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
