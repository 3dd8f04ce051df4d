import DocumentAnalysis
import DocumentReading
import FoundationEssentials
import LegalKnowledge
import RuleEngine
import Structure
import Testing

/// Real plans, kept beside the project and not in it; without them there is nothing to test.
enum Samples {
  static let folder = RulesFolder.url.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/samples")
  static let areThere = FileManager.default.fileExists(atPath: folder.path)
  static let forms = [".txt", ".as-found.docx", ".hostile.docx"]
}

@Suite("Real plans", .enabled(if: Samples.areThere))
struct SampleTests {
  /// What a careful appraiser says about structure, in every form of the plan; nothing else.
  @Test(
    "An appraiser's list, no more and no less",
    arguments: [
      (
        "000_fcb073a10b6b8181",
        [
          "error missing-issuing-body", "error missing-national-title",
          "error missing-number-symbol", "error missing-place-date",
        ]
      ),
      (
        "002_730c168d7be2e051",
        [
          "error missing-issuing-body", "error missing-national-title",
          "error missing-number-symbol", "error missing-place-date", "warning missing-legal-basis",
        ]
      ),
      (
        "004_071e165d37ddb9b0",
        [
          "error missing-issuing-body", "error missing-national-title",
          "note missing-number-symbol",
        ]
      ),
    ], Samples.forms)
  func findings(sample: (name: String, expected: [String]), form: String) throws {
    let law = try RulesFolder.law.get()
    let rules = try RuleSet.load(
      files: try RulesFolder.files(in: "modules").filter { $0.path.hasSuffix("structure.xml") },
      modules: [StructureModule()], law: law, depth: .check)
    let name = sample.name + form
    let data = try Data(contentsOf: Samples.folder.appending(path: name))
    let source = try DocumentReader.read(Array(data), name: name)
    let today = try #require(CivilDate(iso: "2026-05-31"))
    let document = Recogniser(law: law)
      .recognise(source, options: AnalysisOptions(today: today))
    let found = RuleRunner(rules: rules, law: law).run(document)
      .map { "\($0.severity.rawValue) \($0.rule.dropFirst("structure/".count))" }
    #expect(found.sorted() == sample.expected)
  }
}
