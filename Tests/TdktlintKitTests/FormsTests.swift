import DocumentAnalysis
import DocumentModel
import FixtureSupport
import Foundation
import LegalKnowledge
import RuleEngine
import Testing

@testable import TdktlintKit

/// One paper, many forms: the same recognised document and the same findings.
@Suite("A paper gives the same findings in every form")
struct FormsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures").path
  private static let papers = [
    "demo/ke-hoach-mau.txt", "authority/xa-2026.txt", "authority/so-nhieu-loi.txt",
    "clean/ke-hoach-xa-theo-quy.txt",
  ]

  /// What is said of the file itself and not of the paper.
  private func isOfThePaper(_ finding: Finding) -> Bool {
    !finding.rule.hasPrefix("tool/") && finding.rule != "consistency/unicode"
  }

  @Test(arguments: papers)
  func findings(paper: String) throws {
    let text = try String(contentsOfFile: "\(FormsTests.folder)/\(paper)", encoding: .utf8)
    let library = try RuleLibrary(RuleLibrary.Sources(modules: builtInModules), depth: .check)
    let linter = Linter(
      library: library, options: .init(today: try #require(CivilDate(iso: "2026-06-01"))))
    // The DOCX is the measure: what is written from it carries what it carries.
    let forms = PaperForm.all(of: text)
    let measure = try #require(forms.first { $0.fileName == "ke-hoach.docx" })
    let original = try linter.recognise(measure.bytes, name: measure.fileName)
    let expected = described(original, linter)
    #expect(expected.count > 5)
    for form in forms {
      let document = try linter.recognise(form.bytes, name: form.fileName)
      let found = described(document, linter)
      #expect(found == expected, "\(form.name): \(Set(found).symmetricDifference(expected))")
    }
  }

  @Test(.enabled(if: OfficeRoundTrip.isThere), arguments: ["odt", "docx", "doc"])
  func throughLibreOffice(ending: String) throws {
    let text = try String(
      contentsOfFile: "\(FormsTests.folder)/\(FormsTests.papers[0])", encoding: .utf8)
    let library = try RuleLibrary(RuleLibrary.Sources(modules: builtInModules), depth: .check)
    let linter = Linter(
      library: library, options: .init(today: try #require(CivilDate(iso: "2026-06-01"))))
    let docx = DocxFixture(text: text).complete.bytes
    let saved = try #require(try OfficeRoundTrip().saved(docx, as: ending))
    let expected = described(try linter.recognise(docx, name: "a.docx"), linter)
    #expect(described(try linter.recognise(saved, name: "a.\(ending)"), linter) == expected)
  }

  private func described(_ document: RecognisedDocument, _ linter: Linter) -> [String] {
    [
      "kind \(document.kind.id ?? "–")", "stage \(document.stage)",
      "issuer \(document.issuer.name ?? "–")",
      "date \(document.date.earliest.iso) \(document.date.latest.iso) \(document.date.source)",
      "citations \(document.citations.map { document.text($0.span) })",
      "outline \(outline(document.outline, document))",
    ]
      + linter.findings(in: document).filter(isOfThePaper)
      .map { "\($0.severity) \($0.rule) \($0.location.section ?? "") \($0.excerpt)" }.sorted()
  }

  private func outline(_ nodes: [OutlineNode], _ document: RecognisedDocument) -> [String] {
    nodes.flatMap { ["\($0.path) \($0.label)"] + outline($0.children, document) }
  }
}
