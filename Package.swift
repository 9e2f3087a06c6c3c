// swift-tools-version: 6.1
import PackageDescription

/// Every target is written in Swift 6 mode with the same strictness; docs/develop/architecture.md says why.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The floors of the house: a target imports only what stands below it. HouseTests reads the imports against this list.
let package = Package(
  name: "techdocs",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "techdocs", targets: ["techdocs"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // floor 1
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(name: "CGNU"),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CArena"),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .target(
      name: "TechDocsModel", dependencies: ["CXXHash", .product(name: "Yams", package: "Yams")], swiftSettings: strict),
    // floor 2
    .target(name: "TechDocsHighlight", dependencies: ["TechDocsModel"], swiftSettings: strict),
    .target(
      name: "TechDocsMarkdown", dependencies: ["TechDocsModel", "TechDocsHighlight", "CCMarkGFM", "CArena"],
      swiftSettings: strict),
    .target(name: "TechDocsCatalog", dependencies: ["TechDocsModel"], swiftSettings: strict),
    .target(name: "TechDocsComposition", dependencies: ["TechDocsModel", "CRE2", "CNettle"], swiftSettings: strict),
    .target(name: "TechDocsSearch", dependencies: ["TechDocsModel", "CDeflate"], swiftSettings: strict),
    // floor 3
    .target(
      name: "TechDocsSite",
      dependencies: [
        "TechDocsModel", "TechDocsMarkdown", "TechDocsCatalog", "TechDocsComposition", "TechDocsSearch", "SiteTheme",
        "CGNU",
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: strict),
    .target(
      name: "TechDocsServe",
      dependencies: [
        "TechDocsModel", "CGNU", .product(name: "FlyingSocks", package: "FlyingFox"),
      ], swiftSettings: strict),
    .target(
      name: "TechDocsPublish", dependencies: ["TechDocsModel", "CCurl", "CDeflate", "CNettle"], swiftSettings: strict),
    // floor 4
    .executableTarget(
      name: "techdocs",
      dependencies: [
        "TechDocsModel",
        "TechDocsCatalog",
        "TechDocsComposition",
        "TechDocsSearch",
        "TechDocsSite",
        "TechDocsPublish",
        "TechDocsServe",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // the theme, embedded by a build plugin
    .target(name: "SiteTheme", swiftSettings: strict, plugins: ["EmbedTheme"]),
    .executableTarget(name: "EmbedThemeTool", swiftSettings: strict),
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["EmbedThemeTool"]),
    // tests
    .target(name: "TestSupport", dependencies: ["TechDocsModel"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "TechDocsCommandTests", dependencies: ["techdocs", "TestSupport"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "TechDocsModelTests", dependencies: ["TechDocsModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TechDocsHighlightTests", dependencies: ["TechDocsModel", "TechDocsHighlight", "TestSupport"],
      exclude: ["Spec"], swiftSettings: strict),
    .testTarget(
      name: "TechDocsMarkdownTests", dependencies: ["TechDocsModel", "TechDocsMarkdown", "CArena", "TestSupport"],
      exclude: ["Spec"], swiftSettings: strict),
    .testTarget(
      name: "TechDocsCatalogTests", dependencies: ["TechDocsModel", "TechDocsCatalog", "TestSupport"],
      exclude: ["Spec"], swiftSettings: strict),
    .testTarget(
      name: "TechDocsServeTests",
      dependencies: [
        "TechDocsModel", "TechDocsServe", "TestSupport", .product(name: "FlyingSocks", package: "FlyingFox"),
      ], swiftSettings: strict),
    .testTarget(
      name: "TechDocsCompositionTests", dependencies: ["TechDocsModel", "TechDocsComposition", "TestSupport"],
      exclude: ["Spec"], swiftSettings: strict),
    .testTarget(
      name: "TechDocsPublishTests", dependencies: ["TechDocsModel", "TechDocsPublish", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TechDocsSearchTests", dependencies: ["TechDocsModel", "TechDocsSearch", "TestSupport"],
      exclude: ["Spec", "tokens.mjs", "engine.mjs"], swiftSettings: strict),
    .testTarget(
      name: "TechDocsSiteTests", dependencies: ["TechDocsModel", "TechDocsSite", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
