#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsModel

/// One run of `git log` over a checkout's commits, with none of the checkout's settings.
///
/// Git works in an empty folder of its own that only borrows the checkout's objects: no configuration, hook, attribute,
/// alias or replacement of the repository is read, nothing is fetched, nothing is written to the checkout.
struct GitLog {
  let folder: GitFolder

  /// Bytes of output beyond which the oldest changes are left out.
  private static let outputLimit = 256 << 20

  /// What was changed below `folders`, paths from the checkout's top; nil when git is missing or cannot read it.
  func history(of folders: [String]) -> RepositoryHistory? {
    var history = RepositoryHistory(RepositoryHistory.Origin(folder: folder, folders: folders))
    guard let output = output(["--name-only"], folders.map { ":(top,literal)\($0)" }) else { return nil }
    history.take(output[...])
    return history
  }

  /// The last change of a doc site's code; nil when there is none. Git stops at the commit that made it.
  func lastChange(of code: CodeFolder) -> RepositoryHistory.Change? {
    output(["-1"], code.pathspecs).flatMap { RepositoryHistory.newest($0[...]) }
  }

  /// What `git log` prints of the commits that touch what `pathspecs` name; nil when it fails.
  private func output(_ options: [String], _ pathspecs: [String]) -> [UInt8]? {
    guard let place = Self.makeFolder() else { return nil }
    defer { try? Files.removeTree(place) }
    guard (try? fill(place)) != nil else { return nil }
    let arguments =
      [
        "git", "--no-pager", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c",
        "log.showSignature=false", "log", "--format=%x01%H%x02%at", "-z", "--no-renames", "--no-ext-diff",
        "--no-textconv", "--no-show-signature",
      ] + options + [folder.head, "--"] + pathspecs
    var output: [UInt8] = []
    let isDone = ChildProcess(arguments: arguments, environment: environment(place)).run { bytes in
      output += bytes
      return output.count < Self.outputLimit
    }
    return isDone ? output : nil
  }

  /// Everything that git may know of the outside.
  private func environment(_ place: String) -> [String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return [
      "PATH=\(path)", "HOME=\(place)", "LC_ALL=C", "TZ=UTC", "GIT_DIR=\(place)",
      "GIT_OBJECT_DIRECTORY=\(folder.common)/objects", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
      "GIT_ATTR_NOSYSTEM=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0",
      "GIT_OPTIONAL_LOCKS=0",
    ]
  }

  /// A new folder that nobody else may enter.
  private static func makeFolder() -> String? {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/techdocs-git-XXXXXX".utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
      return nil
    }
    return String(cString: made)
  }

  /// The least that git takes for a repository.
  private func fill(_ place: String) throws {
    for name in ["objects", "refs"] { try Files.makeFolder("\(place)/\(name)") }
    // A repository with longer hashes says so in its settings, which are not read.
    let format = folder.head.utf8.count == 64 ? "1\n[extensions]\n\tobjectFormat = sha256" : "0"
    var files = [
      "HEAD": "ref: refs/heads/none\n", "config": "[core]\n\tbare = true\n\trepositoryFormatVersion = \(format)\n",
    ]
    files["shallow"] = folder.shallow
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      try Array(text.utf8).withUnsafeBufferPointer { try Files.write($0, to: "\(place)/\(name)") }
    }
  }
}
