internal import Foundation
internal import TechDocsModel

/// Who publishes now: the content of the lock object.
package struct PublishLock: Sendable, Hashable, Codable {
  /// Random, so that two runs are never taken for one.
  package let run: String
  /// For a person: a link to the CI job, or user and machine.
  package let owner: String
  package let pid: Int32
  /// Stands for the machine that `pid` counts on.
  package let machine: String

  /// Seconds without renewal after which a lock counts as left behind.
  package static let lifetime = 15 * 60
  /// Seconds after which a running publish renews its own.
  static let renewal = 5 * 60

  /// The lock of this process.
  package init(environment: [String: String]) {
    run = String(UInt64.random(in: 0 ... .max), radix: 16)
    pid = getpid()
    machine = Self.thisMachine
    owner = Self.owner(environment)
  }

  private static func owner(_ environment: [String: String]) -> String {
    if let server = environment["GITHUB_SERVER_URL"], let repository = environment["GITHUB_REPOSITORY"],
      let id = environment["GITHUB_RUN_ID"]
    {
      return "\(server)/\(repository)/actions/runs/\(id)"
    }
    if let job = environment["CI_JOB_URL"] ?? environment["BUILD_URL"], !job.isEmpty { return job }
    return "\(environment["USER"] ?? environment["LOGNAME"] ?? "somebody")@\(ProcessInfo.processInfo.hostName)"
  }

  /// A digest of what tells process tables apart: the machine's start, its name, and the container.
  private static var thisMachine: String {
    let boot = FileReader.bytes("/proc/sys/kernel/random/boot_id", count: 36) ?? []
    var space = [UInt8](repeating: 0, count: 64)
    let count = space.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/ns/pid", $0, bytes.count) } ?? 0
    }
    return Digest(of: boot + Array(ProcessInfo.processInfo.hostName.utf8) + space.prefix(max(0, count))).description
  }

  /// Whether the process that holds this ran on this machine and has ended.
  var isDead: Bool { machine == Self.thisMachine && kill(pid, 0) != 0 && errno == ESRCH }

  var json: [UInt8] {
    let (run, owner) = (JSONText.quoted(run), JSONText.quoted(owner))
    return Array("{\"run\":\(run),\"owner\":\(owner),\"pid\":\(pid),\"machine\":\(JSONText.quoted(machine))}\n".utf8)
  }

  /// The same as one field of a request's head, for uploads that name the run that sends them.
  package var field: String {
    [run, String(pid), machine, owner].map { SignatureV4.encoded($0, keepsSlashes: true) }.joined(separator: " ")
  }

  /// Reads a `field`; nil for anything else.
  package init?(field: String) {
    let parts = field.split(separator: " ").map { PercentEncoding.decoded(String($0)) }
    guard parts.count == 4, let pid = Int32(parts[1]) else { return nil }
    (run, self.pid, machine, owner) = (parts[0], pid, parts[2], parts[3])
  }

  init?(json: [UInt8]) {
    guard let read = try? JSONDecoder().decode(PublishLock.self, from: Data(json)) else { return nil }
    self = read
  }
}
