// swift-tools-version: 6.3
import PackageDescription

// Data flows one way, and so do the dependencies below:
// bytes → DocumentReading → DocumentModel → DocumentAnalysis → Plugins (rules) → RuleEngine → Reporting.

let package = Package(
  name: "tdktlint",
  products: [
    .executable(name: "tdktlint", targets: ["tdktlint"]),
    .library(name: "TdktlintKit", targets: ["TdktlintKit"]),
  ],
  targets: [
    // System libraries: a module map and a shim header each.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    // The one C target: ICU normalisation, getters Swift cannot import, the embedded Rules/.
    .target(name: "CSupport", dependencies: ["CICU", "CLibXML2", "CPCRE2"]),

    // Tools without knowledge of documents or law.
    .target(name: "TextMatching", dependencies: ["CSupport", "CPCRE2"]),
    .target(name: "XMLReading", dependencies: ["CLibXML2"]),
    .target(name: "DataFiles", dependencies: ["CSupport", "XMLReading", "TextMatching"]),

    // The one-way pipeline.
    .target(name: "DocumentModel", dependencies: ["TextMatching"]),
    .target(
      name: "DocumentReading",
      dependencies: ["CLibXML2", "CLibZip", "XMLReading", "TextMatching", "DocumentModel"]),
    .target(name: "LegalKnowledge", dependencies: ["TextMatching", "DataFiles"]),
    .target(
      name: "DocumentAnalysis", dependencies: ["TextMatching", "DocumentModel", "LegalKnowledge"]),
    .target(
      name: "RuleEngine",
      dependencies: [
        "TextMatching", "DataFiles", "DocumentModel", "LegalKnowledge", "DocumentAnalysis",
      ]),
    .target(
      name: "Structure", dependencies: ["RuleEngine"], path: "Plugins/Structure"),
    .target(
      name: "Citations", dependencies: ["RuleEngine"], path: "Plugins/Citations"),
    .target(
      name: "Recipients", dependencies: ["RuleEngine"], path: "Plugins/Recipients"),
    .target(
      name: "Authority", dependencies: ["RuleEngine"], path: "Plugins/Authority"),
    .target(name: "Reporting", dependencies: ["RuleEngine"]),
    .target(
      name: "TdktlintKit",
      dependencies: [
        "DocumentReading", "RuleEngine", "Reporting", "Structure", "Citations", "Recipients",
        "Authority",
      ]),
    .executableTarget(
      name: "tdktlint", dependencies: ["TdktlintKit"],
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),
    // Readable text and WordprocessingML compiled to DOCX, for every test target.
    .target(name: "FixtureSupport", path: "Tests/FixtureSupport"),
    .testTarget(
      name: "DataFilesTests", dependencies: ["DataFiles", "XMLReading", "TextMatching"]),
    .testTarget(
      name: "DocumentReadingTests", dependencies: ["DocumentReading", "FixtureSupport"]),
    .testTarget(
      name: "LegalKnowledgeTests",
      dependencies: ["LegalKnowledge", "DataFiles", "TextMatching", "CLibXML2"]),
    .testTarget(
      name: "DocumentAnalysisTests",
      dependencies: ["DocumentAnalysis", "DocumentReading", "DataFiles", "FixtureSupport"]),
    .testTarget(name: "RuleEngineTests", dependencies: ["RuleEngine"]),
    .testTarget(name: "StructureTests", dependencies: ["Structure"]),
    .testTarget(name: "CitationsTests", dependencies: ["Citations", "DataFiles"]),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting"]),
    .testTarget(name: "TdktlintKitTests", dependencies: ["TdktlintKit", "FixtureSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
