import TechDocsModel

/// The pictures that a site publishes, for their sizes. A header is read when a page with the picture is rendered.
struct ImageFiles: Sendable {
  private let files: [SitePath: TreeFile]

  init(_ portal: Portal) {
    let images = portal.docSites.lazy.flatMap(\.assets).filter(\.file.isImage)
    files = Dictionary(images.map { ($0.path, $0.file) }) { first, _ in first }
  }

  func size(at path: SitePath) -> ImageSize? { files[path]?.imageSize }
}
