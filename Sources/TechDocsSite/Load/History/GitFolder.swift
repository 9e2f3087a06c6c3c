#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsModel

/// Where the commits of a checkout lie: found without git, because git would read the checkout's own settings, which
/// can name programs to run.
///
/// Source: gitrepository-layout(5).
struct GitFolder: Sendable, Hashable {
  /// The top folder of the checkout, resolved.
  let top: String
  /// The folder that holds `objects`.
  let common: String
  /// The commit that is checked out.
  let head: String
  /// The commits that a checkout without its older ones begins with, as git lists them; nil for a full one.
  let shallow: String?

  /// The checkout that a resolved folder lies in; nil when it lies in none, or its layout is not known.
  init?(around folder: String) {
    var top = folder
    while !Files.exists("\(top)/.git") {
      guard !top.isEmpty, top != "/" else { return nil }
      top = RelativePath.folder(of: top)
    }
    guard let own = Self.folder(at: "\(top)/.git", above: top) else { return nil }
    let common = Self.line(of: "\(own)/commondir").map { Self.joined(own, $0) } ?? own
    guard let head = Self.head(own, common), Files.isFolder("\(common)/objects") else { return nil }
    self.top = top
    self.common = common
    self.head = head
    shallow = FolderTree(common, repository: "")?.text(at: "shallow")?.text
  }

  /// `.git` is a folder, or a file that names one: in a worktree, in a submodule.
  private static func folder(at path: String, above top: String) -> String? {
    if Files.isFolder(path) { return path }
    guard let line = line(of: path), line.hasPrefix("gitdir: ") else { return nil }
    return joined(top, String(line.dropFirst("gitdir: ".count)))
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  /// The commit that `HEAD` names, itself or by a branch.
  private static func head(_ own: String, _ common: String) -> String? {
    guard var line = line(of: "\(own)/HEAD") else { return nil }
    // A branch may name another one; few do.
    for _ in 0..<5 {
      if isHash(Array(line.utf8)[...]) { return line }
      guard line.hasPrefix("ref: ") else { return nil }
      let name = String(line.dropFirst("ref: ".count))
      guard name.hasPrefix("refs/"), RelativePath.resolving(name) == name else { return nil }
      guard let next = Self.line(of: "\(common)/\(name)") ?? packed(name, common) else { return nil }
      line = next
    }
    return nil
  }

  /// A branch in `packed-refs`: `hash name` on a line.
  private static func packed(_ name: String, _ common: String) -> String? {
    guard let tree = FolderTree(common, repository: ""), let file = tree.text(at: "packed-refs", limit: 64 << 20) else {
      return nil
    }
    let ending = Array(" \(name)".utf8)
    let line = file.bytes.split(separator: UInt8(ascii: "\n")).first { $0.suffix(ending.count).elementsEqual(ending) }
    return line.map { String(decoding: $0.dropLast(ending.count), as: UTF8.self) }
  }

  /// The first line of a small file; nil when it is missing or empty.
  private static func line(of path: String) -> String? {
    guard let tree = FolderTree(RelativePath.folder(of: path), repository: ""),
      let file = tree.text(at: String(path.split(separator: "/").last ?? ""), limit: 4096)
    else { return nil }
    return file.bytes.split(separator: UInt8(ascii: "\n")).first.map { String(decoding: $0, as: UTF8.self) }
  }

  /// 40 hexadecimal digits, or 64.
  static func isHash(_ text: ArraySlice<UInt8>) -> Bool {
    (text.count == 40 || text.count == 64)
      && text.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
