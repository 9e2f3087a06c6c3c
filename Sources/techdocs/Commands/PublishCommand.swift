import ArgumentParser
import Foundation
import TechDocsPublish

/// `techdocs publish`: a built folder to a bucket or another folder.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish a built site to a bucket or a folder.",
    usage: "techdocs publish [<folder>] <destination> [<options>]",
    discussion: """
      EXAMPLES
        techdocs publish s3://docs-prod
        techdocs publish site s3://docs/handbook --endpoint-url https://s3.example.com --dry-run
        techdocs publish file:///srv/www/docs
        techdocs publish site s3://backstage-docs --layout backstage --entity default/component/payments-api

      Only what changed travels. Nothing that a reader can reach refers to an object that is not there, at any moment.
      Credentials come from where Amazon's tools take them: the environment, shared configuration files, a web
      identity token, the container or the machine.
      """)

  @Argument(help: "The folder that was built (default: 'site'), and where to publish it.")
  var places: [String] = []

  @OptionGroup(title: "Destination") var destination: DestinationOptions
  @OptionGroup(title: "Publishing") var options: PublishOptions
  @OptionGroup(title: "Backstage") var backstage: BackstageOptions
  @OptionGroup(visibility: .hidden) var foreign: ForeignPublisherOptions

  func run() throws {
    do { try publish() } catch let failure as PublishFailure { throw CommandFailure(failure) }
  }

  private func publish() throws {
    let target = try backstage.target(of: places)
    guard !(options.gzip && target.isBackstage) else {
      throw PublishFailure("A Backstage hands objects on as they lie, so --gzip has no place there", kind: .usage)
    }
    HeldSignals.hold()
    switch try Destination(target.destination) {
    case .s3(let location):
      var store = try destination.s3(location)
      try run(on: &store, target)
    case .folder(let location):
      guard !options.gzip else {
        throw PublishFailure("A folder keeps no headers, so --gzip has no place there", kind: .usage)
      }
      var store = try FolderPublisher(location)
      try run(on: &store, target)
    }
  }

  private func run(on store: inout some Publisher, _ target: PublishTarget) throws {
    let report = PublishReport(destination: store.name, isDryRun: options.dryRun, isQuiet: options.quiet)
    let lock = PublishLock(environment: ProcessInfo.processInfo.environment)
    if options.rollback {
      var rollback = Rollback(lock: lock)
      (rollback.isDryRun, rollback.breaksLock) = (options.dryRun, options.breakLock)
      let done = try rollback.run(on: &store, tell: report.tell)
      let verb = options.dryRun ? "Would bring back" : "Brought back"
      if !options.quiet { report.note("\(verb) \(done.restored.count) files, removed \(done.removed.count)") }
      return
    }
    var publish = Publish(try target.site(), planner: try options.planner(), lock: lock)
    publish.isDryRun = options.dryRun
    publish.breaksLock = options.breakLock
    publish.keepsPrevious = options.keepPrevious
    if let first = publish.site.skipped.first {
      report.tell(.note("Left out \(publish.site.skipped.count) hidden or special files, '\(first)' first"))
    }
    let plan = try publish.run(on: &store, tell: report.tell)
    if !options.quiet { report.note(report.summary(of: plan)) }
  }
}
