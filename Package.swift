// swift-tools-version: 6.3
import PackageDescription

// Data flows one way, and so do the dependencies below:
// bytes → DocumentReading → DocumentModel → DocumentAnalysis → Plugins (rules) → RuleEngine → Reporting.
// Every target names all modules it imports: one left out is not rebuilt when that module changes.

/// What a rule module in Plugins/ looks at.
let ruleModule: [Target.Dependency] = [
  "RuleEngine", "DocumentAnalysis", "DocumentModel", "LegalKnowledge", "TextMatching",
]

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
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    // The one C target: ICU normalisation, getters Swift cannot import, the embedded Rules/.
    .target(
      name: "CSupport", dependencies: ["CICU", "CLibXML2", "CPCRE2"], exclude: ["law-table.bin"]),

    // Tools without knowledge of documents or law.
    .target(name: "TextMatching", dependencies: ["CSupport", "CPCRE2"]),
    .target(name: "XMLReading", dependencies: ["CLibXML2"]),
    .target(name: "XMLWriting"),
    .target(name: "ChildProcess", dependencies: ["CSupport"]),
    .target(name: "JSONReading", dependencies: ["TextMatching"]),
    .target(name: "JSONWriting"),
    .target(name: "YAMLReading", dependencies: ["CLibYAML", "TextMatching"]),
    .target(name: "DataFiles", dependencies: ["CSupport", "XMLReading", "TextMatching"]),

    // The one-way pipeline.
    .target(name: "DocumentModel", dependencies: ["TextMatching"]),
    .target(
      name: "DocumentReading",
      dependencies: ["CLibXML2", "CLibZip", "XMLReading", "TextMatching", "DocumentModel"]),
    .target(name: "LegalKnowledge", dependencies: ["TextMatching", "DataFiles"]),
    .target(
      name: "DocumentAnalysis", dependencies: ["TextMatching", "DocumentModel", "LegalKnowledge"]),
    // The recognised document in Akoma Ntoso 3.0: what declarative rules and plug-ins look at.
    .target(
      name: "AkomaNtoso",
      dependencies: [
        "TextMatching", "XMLWriting", "DocumentModel", "LegalKnowledge", "DocumentAnalysis",
      ]),
    .target(
      name: "RuleEngine",
      dependencies: [
        "TextMatching", "DataFiles", "DocumentModel", "LegalKnowledge", "DocumentAnalysis",
      ]),
    // What `.tdktlint.yml` says.
    .target(
      name: "Configuration",
      dependencies: [
        "TextMatching", "JSONReading", "JSONWriting", "YAMLReading", "DataFiles", "LegalKnowledge",
        "DocumentAnalysis", "RuleEngine",
      ]),
    .target(name: "Authority", dependencies: ruleModule, path: "Plugins/Authority"),
    .target(name: "Citations", dependencies: ruleModule, path: "Plugins/Citations"),
    .target(name: "Consistency", dependencies: ruleModule, path: "Plugins/Consistency"),
    .target(name: "Deadlines", dependencies: ruleModule, path: "Plugins/Deadlines"),
    .target(name: "Recipients", dependencies: ruleModule, path: "Plugins/Recipients"),
    .target(name: "Structure", dependencies: ruleModule, path: "Plugins/Structure"),
    .target(
      name: "Reporting", dependencies: ruleModule + ["DataFiles", "JSONWriting", "XMLWriting"]),
    .target(
      name: "TdktlintKit",
      dependencies: ruleModule + [
        "AkomaNtoso", "Configuration", "CSupport", "DataFiles", "DocumentReading", "Reporting",
        "Authority", "Citations", "Consistency", "Deadlines", "Recipients", "Structure",
      ]),
    .executableTarget(
      name: "tdktlint", dependencies: ["TdktlintKit"],
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),
    // Makes Sources/CSupport/law-table.bin (`make law-table`); no part of the product.
    .executableTarget(name: "LawTableMaker", dependencies: ["LegalKnowledge"]),
    // Prints what loading costs (`make bench`); no part of the product.
    .executableTarget(
      name: "LoadingBenchmark", dependencies: ["LegalKnowledge"], path: "Tests/Benchmarks"),

    // Readable text and WordprocessingML compiled to DOCX, for every test target.
    .target(
      name: "FixtureSupport", dependencies: ["DataFiles", "LegalKnowledge"],
      path: "Tests/FixtureSupport"),
    .testTarget(name: "ChildProcessTests", dependencies: ["ChildProcess"]),
    .testTarget(
      name: "DataFilesTests", dependencies: ["DataFiles", "XMLReading", "TextMatching"]),
    .testTarget(
      name: "DocumentReadingTests",
      dependencies: ["DocumentReading", "DocumentModel", "FixtureSupport", "TextMatching"]),
    .testTarget(
      name: "LegalKnowledgeTests",
      dependencies: ["LegalKnowledge", "DataFiles", "TextMatching", "CLibXML2"]),
    .testTarget(
      name: "DocumentAnalysisTests",
      dependencies: [
        "DocumentAnalysis", "DocumentModel", "DocumentReading", "LegalKnowledge", "DataFiles",
        "TextMatching", "FixtureSupport",
      ]),
    .testTarget(
      name: "AkomaNtosoTests",
      dependencies: [
        "AkomaNtoso", "DocumentAnalysis", "DocumentModel", "DocumentReading", "LegalKnowledge",
        "DataFiles", "TextMatching", "XMLReading", "XMLWriting", "FixtureSupport",
      ]),
    .testTarget(name: "TextMatchingTests", dependencies: ["TextMatching"]),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: [
        "Configuration", "TextMatching", "DataFiles", "LegalKnowledge", "DocumentAnalysis",
        "RuleEngine",
      ]),
    .testTarget(name: "YAMLReadingTests", dependencies: ["YAMLReading", "TextMatching"]),
    .testTarget(name: "JSONTests", dependencies: ["JSONReading", "JSONWriting", "TextMatching"]),
    .testTarget(name: "RuleEngineTests", dependencies: ruleModule + ["DataFiles"]),
    .testTarget(
      name: "CitationsTests",
      dependencies: ruleModule + ["Citations", "DocumentReading", "DataFiles", "FixtureSupport"]),
    .testTarget(
      name: "StructureTests",
      dependencies: ruleModule + ["Structure", "DocumentReading", "DataFiles"]),
    .testTarget(
      name: "ConsistencyTests", dependencies: ruleModule + ["TdktlintKit", "Reporting"]),
    .testTarget(
      name: "ReportingTests", dependencies: ruleModule + ["Reporting", "JSONWriting", "XMLReading"]),
    .testTarget(
      name: "TdktlintKitTests",
      dependencies: ruleModule + [
        "TdktlintKit", "AkomaNtoso", "Reporting", "DataFiles", "FixtureSupport", "XMLWriting",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
