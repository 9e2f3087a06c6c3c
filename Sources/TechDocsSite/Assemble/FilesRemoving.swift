#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsModel

extension Files {
  /// The names in a folder, in no order.
  static func names(in folder: String) throws(OutputFailure) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { throw failure("list", folder) }
    defer { closedir(stream) }
    var names: [(String, Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append((name, Int(entry.pointee.d_type) == Int(DT_DIR))) }
    }
    return names
  }

  /// Removes what is in a folder; links are removed, not followed. Depth costs no stack.
  static func removeContents(of folder: String) throws(OutputFailure) {
    var folders = [folder], next = 0
    while next < folders.count {
      let current = folders[next]
      next += 1
      for (name, isFolder) in try names(in: current) {
        if isFolder {
          folders.append("\(current)/\(name)")
        } else if unlink("\(current)/\(name)") != 0 {
          throw failure("remove", "\(current)/\(name)")
        }
      }
    }
    for emptied in folders.dropFirst().reversed() where rmdir(emptied) != 0 { throw failure("remove", emptied) }
  }

  static func removeTree(_ folder: String) throws(OutputFailure) {
    try removeContents(of: folder)
    guard rmdir(folder) == 0 else { throw failure("remove", folder) }
  }
}
