#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsPublish

/// What `publish` says: the plan on standard output of a dry run, progress and the summary on standard error.
struct PublishReport {
  let destination: String
  let isDryRun: Bool
  let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1

  func tell(_ event: PublishEvent) {
    switch event {
    case .planned(let plan) where isDryRun: Output.write(lines(of: plan))
    case .planned: return
    case .note(let text) where !isQuiet: note(text)
    case .note: return
    case .sent(let count, let total, let bytes):
      guard isTerminal, !isQuiet, count % 16 == 0 || count == total else { return }
      Output.note("\r\(count) of \(total) files, \(Self.size(bytes))\(count == total ? "\n" : "")")
    }
  }

  func note(_ text: String) { Output.note(TerminalText.escaped(text) + "\n") }

  /// One line for each object: what happens to it, its name, its size.
  private func lines(of plan: PublishPlan) -> String {
    let uploads = plan.uploads.map { upload in
      let action = upload.isReplacement ? "change" : "add   "
      return "\(action) \(TerminalText.escaped(upload.file.path)) (\(Self.size(upload.file.size)))\n"
    }
    return (uploads + plan.deletes.map { "delete \(TerminalText.escaped($0))\n" }).joined()
  }

  func summary(of plan: PublishPlan) -> String {
    let replaced = plan.uploads.filter(\.isReplacement).count
    let parts = [
      Self.count(plan.uploads.count - replaced, "added"), Self.count(replaced, "changed"),
      Self.count(plan.deletes.count, "deleted"), Self.count(plan.unchanged.count, "unchanged"),
    ]
    let done = isDryRun ? "Would publish to" : "Published to"
    return "\(done) \(destination): \(parts.joined(separator: ", ")); \(Self.size(plan.uploadBytes)) sent"
  }

  private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)" }

  private static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    let (divisor, unit) = bytes < 1_000_000 ? (100, "kB") : (100_000, "MB")
    let tenths = (bytes + divisor / 2) / divisor
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
