// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// The order below is the direction of the data: a target knows only targets above it.
let package = Package(
  name: "commonplan",
  products: [
    .library(name: "CommonPlan", targets: ["CommonPlan"]),
    .executable(name: "commonplan", targets: ["CommandLine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "5.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(
      name: "CPoppler", pkgConfig: "poppler-glib",
      providers: [.apt(["libpoppler-glib-dev"]), .brew(["poppler"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    // Build without a package configuration: the library is where the linker looks on every Linux that has it.
    .target(name: "CSandbox", linkerSettings: [.linkedLibrary("seccomp", .when(platforms: [.linux]))]),
    // For the program only: a library must not change what other code of its process asks liblcms2 for.
    // Poppler itself is named so that the linker sees who asks for the symbol, and exports it.
    .target(name: "CColourProfiles", linkerSettings: [.linkedLibrary("poppler", .when(platforms: [.linux]))]),
    .target(name: "Words", swiftSettings: settings),
    .target(name: "Numbers", swiftSettings: settings),
    .target(name: "YAML", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .target(name: "JSON", dependencies: ["Words"], swiftSettings: settings),
    .target(name: "CSV", swiftSettings: settings),
    .target(name: "Documents", swiftSettings: settings),
    .target(name: "TableParser", dependencies: ["Words", "Numbers", "Documents"], swiftSettings: settings),
    .target(
      name: "Extractors",
      dependencies: ["Words", "Numbers", "Documents", "CPoppler", "CLibXML2", "CZip"], swiftSettings: settings),
    .target(
      name: "PlanSchema", dependencies: ["Words", "JSON"],
      resources: [.embedInCode("Schema/commonplan-1.0.schema.json")], swiftSettings: settings),
    .target(name: "Tracing", dependencies: ["PlanSchema"], swiftSettings: settings),
    .target(
      name: "Normaliser", dependencies: ["Words", "Numbers", "Documents", "PlanSchema"], swiftSettings: settings),
    .target(
      name: "Emitters", dependencies: ["JSON", "CSV", "PlanSchema", "CXLSXWriter"], swiftSettings: settings),
    .target(
      name: "Validator",
      dependencies: ["Words", "JSON", "YAML", "PlanSchema", "Tracing", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "HTMLPages", dependencies: [.product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("Templates")], swiftSettings: settings),
    .target(
      name: "Comparison",
      dependencies: [
        "Words", "Numbers", "JSON", "CSV", "YAML", "PlanSchema", "Tracing", "HTMLPages",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [
        .embedInCode("Themes/Themes.yml"), .embedInCode("Counterparts/FieldWords.yml"),
        .embedInCode("Plans/Output/Templates"),
      ],
      swiftSettings: settings),
    .target(
      name: "Review",
      dependencies: [
        "Numbers", "Documents", "YAML", "PlanSchema", "Normaliser", "HTMLPages",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Templates")], swiftSettings: settings),
    .target(
      name: "CommonPlan",
      dependencies: [
        "CNettle", "CSandbox", "Words", "Numbers", "JSON", "CSV", "Documents", "Extractors", "TableParser",
        "PlanSchema",
        "Normaliser",
        "Validator", "Tracing",
        "Emitters", "HTMLPages", "Comparison", "Review",
      ], swiftSettings: settings),
    .executableTarget(
      name: "CommandLine",
      dependencies: [
        "CommonPlan", .target(name: "CColourProfiles", condition: .when(platforms: [.linux])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "WordsTests", dependencies: ["Words"], swiftSettings: settings),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "NumbersTests", dependencies: ["Numbers"], swiftSettings: settings),
    .testTarget(
      name: "YAMLTests", dependencies: ["YAML", .product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "TableParserTests", dependencies: ["TableParser", "Documents"], swiftSettings: settings),
    .testTarget(
      name: "ExtractorsTests", dependencies: ["Extractors", "Documents"], swiftSettings: settings),
    .testTarget(
      name: "PlanSchemaTests", dependencies: ["PlanSchema", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "NormaliserTests",
      dependencies: ["Normaliser", "Documents", "PlanSchema", "TestSupport"], exclude: ["Cases"],
      swiftSettings: settings),
    .testTarget(
      name: "ValidatorTests", dependencies: ["Validator", "PlanSchema", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ComparisonTests", dependencies: ["Comparison", "PlanSchema", "TestSupport"], exclude: ["Labels"],
      swiftSettings: settings),
    .testTarget(name: "TracingTests", dependencies: ["Tracing", "PlanSchema", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "HTMLPagesTests", dependencies: ["HTMLPages"], swiftSettings: settings),
    .testTarget(
      name: "ReviewTests",
      dependencies: ["Review", "CommonPlan", "Documents", "PlanSchema", "Emitters", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "EmittersTests", dependencies: ["CSV", "Emitters", "PlanSchema", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "CommonPlanTests",
      dependencies: [
        "CommonPlan", "Documents", "Extractors", "PlanSchema", "Normaliser", "Emitters", "Validator", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests", dependencies: ["CommandLine", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
