import ArgumentParser
import TechDocsPublish
import TechDocsSite

/// What leaves a command without any result; it ends with an exit code of its own.
struct CommandFailure: Error, CustomStringConvertible {
  let message: String
  let help: String?
  /// 2 usage or configuration, 3 input or environment missing.
  let exitCode: ExitCode
  /// The signal that ended the command; nil for all other ends.
  var signal: Int32?

  init(_ message: String, help: String? = nil, exitCode: Int32 = 3) {
    self.message = message
    self.help = help
    self.exitCode = ExitCode(exitCode)
  }

  init(_ error: any Error) {
    if let failure = error as? OutputFailure {
      self.init(failure.message, help: failure.help, exitCode: failure.isUsage ? 2 : 3)
    } else {
      self.init("\(error)")
    }
  }

  /// A failure of any kind: one of a command stays what it is.
  init(wrapping error: any Error) { self = error as? CommandFailure ?? CommandFailure(error) }

  init(_ failure: PublishFailure) {
    switch failure.kind {
    case .usage: self.init(failure.message, help: failure.help, exitCode: 2)
    case .environment: self.init(failure.message, help: failure.help, exitCode: 3)
    case .interrupted(let number):
      self.init(failure.message, help: failure.help, exitCode: 128 + number)
      signal = number
    }
  }

  var description: String { message + (help.map { "\n  help: \($0)" } ?? "") }
}
