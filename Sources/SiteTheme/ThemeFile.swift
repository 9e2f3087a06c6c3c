/// One file of the built-in theme: a template, a stylesheet, a script or an icon.
package struct ThemeFile: Sendable {
  /// Below `site-theme/`, as in `css/tokens.css`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
