// swift-tools-version: 6.1
import PackageDescription

/// Measures the highlighter apart from the build; a package of its own, so that a plain build never meets it.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "highlight-bench",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash"),
    .target(
      name: "TechDocsModel", dependencies: ["CXXHash", .product(name: "Yams", package: "Yams")], swiftSettings: strict),
    .target(name: "TechDocsHighlight", dependencies: ["TechDocsModel"], swiftSettings: strict),
    .executableTarget(
      name: "highlight-bench", dependencies: ["TechDocsModel", "TechDocsHighlight"], path: "Sources/HighlightBench",
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
