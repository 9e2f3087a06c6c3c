#if canImport(Glibc)
  import Glibc

  /// The events in a buffer that inotify filled.
  ///
  /// Source: inotify(7): watch, mask, cookie, length of the name (4 bytes each), then the name padded with zeros.
  struct InotifyEvents: Sequence, IteratorProtocol {
    struct Event {
      let watch: CInt
      let mask: UInt32
      /// Empty when the event is the folder's own.
      let name: String

      var isOverflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }
      /// The folder is gone, and its watch with it.
      var isWatchesEnd: Bool { mask & UInt32(IN_IGNORED) != 0 }
      var isNewFolder: Bool { mask & UInt32(IN_ISDIR) != 0 && mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 }
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func next() -> Event? {
      guard rest.count >= 16 else { return nil }
      let words = (0..<4).map { Self.word(rest, at: rest.startIndex + $0 * 4) }
      let length = Int(words[3])
      guard rest.count >= 16 + length else { return nil }
      let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
      rest = rest.dropFirst(16 + length)
      return Event(watch: CInt(bitPattern: words[0]), mask: words[1], name: String(decoding: name, as: UTF8.self))
    }

    private static func word(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt32 {
      bytes[index..<(index + 4)].withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
    }
  }
#endif
