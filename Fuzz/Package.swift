// swift-tools-version: 6.1
import PackageDescription

/// Fuzzers for everything that reads a repository's content; a package of its own, so that a plain build never meets it.
///
/// The tool's sources are linked in (`Sources/` holds symbolic links), so that they are compiled with coverage and with
/// the address sanitizer. `Fuzz/run` builds and runs; docs/develop/fuzzing.md says how.
let fuzzed: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
]

let fuzzers = ["FuzzMarkdown", "FuzzFrontMatter", "FuzzConfiguration", "FuzzDrawing"]

let package = Package(
  name: "techdocs-fuzz",
  platforms: [.macOS(.v15)],
  products: fuzzers.map { .library(name: $0, type: .static, targets: [$0]) },
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .systemLibrary(name: "CCMarkGFM", pkgConfig: "libcmark-gfm"),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash"),
    .target(name: "CArena"),
    .target(
      name: "TechDocsModel", dependencies: ["CXXHash", .product(name: "Yams", package: "Yams")], swiftSettings: fuzzed),
    .target(name: "TechDocsHighlight", dependencies: ["TechDocsModel"], swiftSettings: fuzzed),
    .target(
      name: "TechDocsMarkdown", dependencies: ["TechDocsModel", "TechDocsHighlight", "CCMarkGFM", "CArena"],
      swiftSettings: fuzzed),
    .target(name: "Drawings", dependencies: ["TechDocsModel"], swiftSettings: fuzzed),
    .target(
      name: "Invariants", dependencies: ["TechDocsMarkdown", "TechDocsModel"], swiftSettings: fuzzed),
  ]
    + fuzzers.map {
      .target(
        name: $0, dependencies: ["Invariants", "Drawings", "TechDocsMarkdown", "TechDocsModel"], swiftSettings: fuzzed)
    },
  swiftLanguageModes: [.v6]
)
