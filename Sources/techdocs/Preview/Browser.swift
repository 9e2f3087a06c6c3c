#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The author's browser.
enum Browser {
  /// Asks the desktop to open an address; a machine without one is told so.
  static func open(_ url: String) {
    #if canImport(Darwin)
      let program = "/usr/bin/open"
    #else
      let program = "xdg-open"
    #endif
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(url), nil]
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    if posix_spawnp(&child, program, nil, nil, &arguments, environ) != 0 {
      Output.note("note: no browser could be opened; '\(program)' is not there\n")
    }
  }
}
