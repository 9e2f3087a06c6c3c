import ArgumentParser
import TechDocsModel
import TechDocsServe
import TechDocsSite

/// `techdocs serve`: a preview that follows the author's edits.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Preview the site, and follow edits.",
    discussion: """
      EXAMPLES
        techdocs serve
        techdocs serve services --port 8080 --open
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on (default: 8000, or the next free one).")
  var port: UInt16?

  @Option(help: "A further host name to answer for, besides this machine's own.")
  var allowHost: [String] = []

  @Flag(help: "Open the preview in a browser.")
  var open = false

  @Flag(help: "Look at the files twice a second, where the system cannot tell of changes.")
  var poll = false

  func run() throws {
    let free = try ListeningAddress(host: host, wanted: port)
    let preview = Preview(
      options: source, address: free, allowedHosts: allowHost, opensBrowser: open, polls: poll)
    let site = PreviewSite()
    Interruption.run { try await preview.run(site) }
  }
}
