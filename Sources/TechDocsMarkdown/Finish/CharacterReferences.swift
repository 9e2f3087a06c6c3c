import CCMarkGFM

/// Text of an attribute as a browser reads it.
enum CharacterReferences {
  /// Decodes `&amp;`, `&#38;` and the like.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")), let base = bytes.baseAddress else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { cmark_strbuf_free(&buffer) }
    houdini_unescape_html_f(&buffer, base, bufsize_t(bytes.count))
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
