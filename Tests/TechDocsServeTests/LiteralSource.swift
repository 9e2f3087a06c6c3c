import TechDocsModel
import TechDocsServe

/// A preview of texts written as a literal.
struct LiteralSource: PreviewSource {
  let files: [String: String]

  func file(at path: SitePath) async -> ServedFile? {
    files[path.path].map { text in
      let bytes = Array(text.utf8)
      return ServedFile(body: .bytes(bytes), entityTag: "\"\(Digest(of: bytes))\"")
    }
  }

  func states() async -> AsyncStream<PreviewState> {
    AsyncStream { continuation in
      continuation.yield(PreviewState(round: 1, problems: "a \"problem\"\n"))
      continuation.finish()
    }
  }
}
