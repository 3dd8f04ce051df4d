// swift-tools-version: 6.3
import PackageDescription

// Data flows one way, and so do the dependencies below:
// bytes → DocumentReading → DocumentModel → DocumentAnalysis → Plugins (rules) → RuleEngine → Reporting.
// Every target names all modules it imports: one left out is not rebuilt when that module changes.

/// What a rule module in Plugins/ looks at.
let ruleModule: [Target.Dependency] = [
  "RuleEngine", "DossierAnalysis", "DocumentAnalysis", "DocumentModel", "LegalKnowledge",
  "TextMatching",
]

let package = Package(
  name: "tdktlint",
  products: [
    .executable(name: "tdktlint", targets: ["tdktlint"]),
    .library(name: "TdktlintKit", targets: ["TdktlintKit"]),
    .plugin(name: "TdktLint", targets: ["TdktLint"]),
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
    .target(name: "XMLReading", dependencies: ["CLibXML2", "CSupport"]),
    .target(name: "XMLWriting"),
    .target(name: "ChildProcess", dependencies: ["CSupport"]),
    .target(name: "JSONReading", dependencies: ["TextMatching"]),
    .target(name: "JSONWriting"),
    .target(name: "YAMLReading", dependencies: ["CLibYAML", "TextMatching"]),
    .target(name: "Parallelism", dependencies: ["CSupport", "TextMatching"]),
    .target(name: "DataFiles", dependencies: ["CSupport", "XMLReading", "TextMatching"]),

    // XPath 1.0 whose work is counted, for rules that strangers write.
    .target(name: "XPathQueries", dependencies: ["TextMatching", "XMLWriting"]),

    // The one-way pipeline.
    .target(name: "DocumentModel", dependencies: ["TextMatching"]),
    .target(
      name: "DocumentReading",
      dependencies: [
        "CLibXML2", "CLibZip", "XMLReading", "TextMatching", "Parallelism", "DocumentModel",
      ]),
    // Bytes and edits into bytes: a copy with some of its text changed.
    .target(
      name: "DocumentWriting",
      dependencies: ["CLibZip", "TextMatching", "DocumentModel", "DocumentReading"]),
    .target(
      name: "DocumentConversion",
      dependencies: ["TextMatching", "DocumentModel", "DocumentReading", "ChildProcess"]),
    .target(name: "LegalKnowledge", dependencies: ["TextMatching", "Parallelism", "DataFiles"]),
    .target(
      name: "DocumentAnalysis",
      dependencies: ["TextMatching", "Parallelism", "DocumentModel", "LegalKnowledge"]),
    // The recognised document in Akoma Ntoso 3.0: what declarative rules and plug-ins look at.
    .target(
      name: "AkomaNtoso",
      dependencies: [
        "TextMatching", "XMLWriting", "DocumentModel", "LegalKnowledge", "DocumentAnalysis",
      ]),
    .target(
      name: "DossierAnalysis",
      dependencies: ["TextMatching", "DocumentModel", "LegalKnowledge", "DocumentAnalysis"]),
    .target(
      name: "RuleEngine",
      dependencies: [
        "TextMatching", "Parallelism", "XMLReading", "XMLWriting", "XPathQueries", "DataFiles",
        "DocumentModel", "LegalKnowledge", "DocumentAnalysis", "DossierAnalysis", "AkomaNtoso",
      ]),
    // The appraisal sheet of a dossier: its conditions, how they are judged, what is proposed.
    .target(
      name: "Appraisal",
      dependencies: [
        "TextMatching", "DataFiles", "DocumentModel", "LegalKnowledge", "DocumentAnalysis",
        "DossierAnalysis", "RuleEngine",
      ]),
    // What `.tdktlint.yml` says.
    .target(
      name: "Configuration",
      dependencies: [
        "TextMatching", "JSONReading", "JSONWriting", "YAMLReading", "DataFiles", "LegalKnowledge",
        "DocumentAnalysis", "RuleEngine",
      ]),
    // Rules of programs outside, over JSON Lines.
    .target(
      name: "ExternalPlugins",
      dependencies: ruleModule + [
        "AkomaNtoso", "ChildProcess", "Configuration", "DataFiles", "JSONReading", "JSONWriting",
        "Parallelism",
      ]),
    .target(name: "Authority", dependencies: ruleModule, path: "Plugins/Authority"),
    .target(name: "Citations", dependencies: ruleModule, path: "Plugins/Citations"),
    .target(name: "Consistency", dependencies: ruleModule, path: "Plugins/Consistency"),
    .target(name: "Deadlines", dependencies: ruleModule, path: "Plugins/Deadlines"),
    .target(name: "Dossiers", dependencies: ruleModule, path: "Plugins/Dossier"),
    .target(name: "Nominees", dependencies: ruleModule, path: "Plugins/Nominees"),
    .target(name: "Recipients", dependencies: ruleModule, path: "Plugins/Recipients"),
    .target(name: "Structure", dependencies: ruleModule, path: "Plugins/Structure"),
    .target(
      name: "Reporting", dependencies: ruleModule + ["DataFiles", "JSONWriting", "XMLWriting"]),
    // The appraisal sheet as JSON, HTML and DOCX.
    .target(
      name: "AppraisalReports",
      dependencies: ruleModule + [
        "Appraisal", "DataFiles", "DocumentWriting", "JSONWriting", "Reporting", "XMLWriting",
      ]),
    .target(
      name: "TdktlintKit",
      dependencies: ruleModule + [
        "AkomaNtoso", "Appraisal", "AppraisalReports", "Authority", "Citations", "Configuration",
        "Consistency", "CSupport", "DataFiles", "Deadlines", "DocumentConversion",
        "DocumentReading", "DocumentWriting",
        "Dossiers", "ExternalPlugins", "Nominees", "Parallelism", "Recipients", "Reporting",
        "Structure",
      ]),
    .executableTarget(
      name: "tdktlint", dependencies: ["TdktlintKit"],
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),
    // `swift package tdkt-lint PATH…`
    .plugin(
      name: "TdktLint",
      capability: .command(
        intent: .custom(
          verb: "tdkt-lint",
          description: "Check emulation-and-commendation documents (tdktlint check).")),
      dependencies: ["tdktlint"], path: "Plugins/SwiftPM"),
    // Makes Sources/CSupport/law-table.bin (`make law-table`); no part of the product.
    .executableTarget(name: "LawTableMaker", dependencies: ["LegalKnowledge"]),
    // Prints what loading costs (`make bench`); no part of the product.
    .executableTarget(
      name: "LoadingBenchmark", dependencies: ["LegalKnowledge"], path: "Tests/Benchmarks"),

    // Prints whether one plan gives the same findings in every form (`make forms`).
    .executableTarget(
      name: "FormsTable",
      dependencies: ruleModule + [
        "TdktlintKit", "AkomaNtoso", "FixtureSupport",
      ], path: "Tests/Forms"),
    // Prints what the program answers to broken and hostile files (`make hostile`), and what a run over
    // ten thousand ordinary ones takes (`make memory`).
    .executableTarget(
      name: "HostileTable", dependencies: ["FixtureSupport"], path: "Tests/Hostile"),
    // Writes a dossier of any size (`make dossier-speed`).
    .executableTarget(
      name: "LargeDossier", dependencies: ["FixtureSupport"], path: "Tests/LargeDossier"),
    // Readable text and WordprocessingML compiled to DOCX, for every test target.
    .target(
      name: "FixtureSupport", dependencies: ["DataFiles", "LegalKnowledge"],
      path: "Tests/FixtureSupport"),
    // What `make fuzz` feeds with bytes of any kind, and the tests with what once broke it.
    .target(
      name: "FuzzTargets",
      dependencies: ruleModule + [
        "TdktlintKit", "Configuration", "DataFiles", "DocumentReading", "ExternalPlugins",
        "FixtureSupport",
      ], path: "Tests/FuzzTargets"),
    // Papers with what an appraiser says of each (Tests/Fixtures/corpus), and the tool that prints how
    // far the program agrees (`make gained-lost`, `make precision`).
    .target(
      name: "CorpusSupport",
      dependencies: ruleModule + ["TdktlintKit", "Reporting", "FixtureSupport"],
      path: "Tests/CorpusSupport"),
    .executableTarget(
      name: "CorpusReport",
      dependencies: ruleModule + ["CorpusSupport", "TdktlintKit", "Reporting", "FixtureSupport"],
      path: "Tests/CorpusReport"),
    .testTarget(
      name: "CorpusTests",
      dependencies: ruleModule + ["CorpusSupport", "TdktlintKit", "Reporting", "FixtureSupport"]),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"]),
    .testTarget(name: "ChildProcessTests", dependencies: ["ChildProcess"]),
    .testTarget(
      name: "ExternalPluginsTests",
      dependencies: ruleModule + [
        "ChildProcess", "Configuration", "ExternalPlugins", "FixtureSupport", "JSONReading",
        "Parallelism",
      ]),
    .testTarget(
      name: "DataFilesTests", dependencies: ["DataFiles", "XMLReading", "TextMatching"]),
    .testTarget(
      name: "DocumentReadingTests",
      dependencies: ["DocumentReading", "DocumentModel", "FixtureSupport", "TextMatching"]),
    .testTarget(
      name: "DocumentWritingTests",
      dependencies: [
        "DocumentWriting", "DocumentModel", "DocumentReading", "FixtureSupport", "TextMatching",
      ]),
    .testTarget(
      name: "DocumentConversionTests",
      dependencies: ["DocumentConversion", "DocumentReading", "DocumentModel", "FixtureSupport"]),
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
      name: "DossierAnalysisTests",
      dependencies: [
        "DossierAnalysis", "DocumentAnalysis", "DocumentModel", "DocumentReading", "LegalKnowledge",
        "TextMatching", "FixtureSupport",
      ]),
    .testTarget(
      name: "AppraisalTests",
      dependencies: ruleModule + [
        "Appraisal", "AppraisalReports", "DataFiles", "DocumentReading", "DocumentWriting",
        "FixtureSupport", "JSONReading", "JSONWriting", "Reporting", "TdktlintKit", "XMLReading",
      ]),
    .testTarget(
      name: "AkomaNtosoTests",
      dependencies: [
        "AkomaNtoso", "DocumentAnalysis", "DocumentModel", "DocumentReading", "LegalKnowledge",
        "DataFiles", "TextMatching", "XMLReading", "XMLWriting", "FixtureSupport",
      ]),
    .testTarget(
      name: "XPathQueriesTests",
      dependencies: ["XPathQueries", "XMLWriting", "XMLReading", "CLibXML2", "TextMatching"]),
    .testTarget(name: "TextMatchingTests", dependencies: ["TextMatching"]),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: [
        "Configuration", "TextMatching", "DataFiles", "LegalKnowledge", "DocumentAnalysis",
        "RuleEngine",
      ]),
    .testTarget(name: "YAMLReadingTests", dependencies: ["YAMLReading", "TextMatching"]),
    .testTarget(name: "JSONTests", dependencies: ["JSONReading", "JSONWriting", "TextMatching"]),
    .testTarget(name: "RuleEngineTests", dependencies: ruleModule + ["DataFiles", "CLibXML2"]),
    .testTarget(
      name: "CitationsTests",
      dependencies: ruleModule + ["Citations", "DocumentReading", "DataFiles", "FixtureSupport"]),
    .testTarget(
      name: "StructureTests",
      dependencies: ruleModule + ["Structure", "DocumentReading", "DataFiles"]),
    .testTarget(
      name: "ConsistencyTests", dependencies: ruleModule + ["TdktlintKit", "Reporting"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ruleModule + ["FixtureSupport", "Reporting", "JSONWriting", "XMLReading"]),
    .testTarget(
      name: "TdktlintKitTests",
      dependencies: ruleModule + [
        "TdktlintKit", "AkomaNtoso", "Configuration", "DataFiles", "DocumentReading",
        "ExternalPlugins", "FixtureSupport", "Parallelism", "Reporting", "XMLWriting",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// `make fuzz`: libFuzzer's counters in every module, and the program that runs it. libFuzzer's own
// `main` is left out of the link, because SwiftPM gives the program another.
if let library = Context.environment["TDKTLINT_FUZZER_LIBRARY"] {
  for target in package.targets where target.type == .regular {
    target.swiftSettings = [.unsafeFlags(["-sanitize=fuzzer"])]
  }
  package.targets += [
    .target(name: "CFuzz", path: "Tests/CFuzz"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CFuzz", "FuzzTargets"], path: "Tests/Fuzz",
      linkerSettings: [.unsafeFlags([library, "-lstdc++", "-lm"])]),
  ]
}
