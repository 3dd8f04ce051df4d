import Appraisal
import CorpusSupport
import DossierAnalysis
import FixtureSupport
import Foundation
import Testing

@Suite("Whole dossiers")
struct DossierTests {
  private static let corpus = Result { try DossierCorpus() }

  @Test("A clean dossier hears no error and no warning", arguments: DossierCorpus.cleanNames)
  func clean(name: String) throws {
    try compare(try DossierCorpus.clean(name), as: DossierFixture.Form.allCases)
  }

  @Test(
    "A planted fault is found in its place, and nothing else", arguments: DossierCorpus.faultNames)
  func fault(name: String) throws {
    // As DOCX they go through the command (AppraiseFixtureTests).
    try compare(try DossierCorpus.fault(name), as: [.text])
  }

  @Test(
    "An appraisal proposes “đủ điều kiện” of a clean dossier", arguments: DossierCorpus.cleanNames)
  func cleanOutcome(name: String) throws {
    let fixture = try DossierCorpus.clean(name)
    try appraise(fixture, expecting: [fixture.outcome ?? "đủ điều kiện"])
  }

  @Test(
    "An appraisal proposes what the fault file says", arguments: DossierCorpus.faultNames)
  func faultOutcome(name: String) throws {
    let fixture = try DossierCorpus.fault(name)
    if let outcome = fixture.outcome { try appraise(fixture, expecting: [outcome]) }
  }

  private func appraise(_ fixture: DossierFixture, expecting outcomes: [String]) throws {
    let sheet = try Self.corpus.get().sheet(of: fixture)
    let grounds = sheet.outcome.grounds.map { "\($0)" }.joined(separator: "\n")
    #expect(
      outcomes.contains(sheet.outcome.proposal.words.vi),
      "\(fixture.name): \(sheet.outcome.proposal.words.vi)\n\(grounds)")
  }

  private func compare(_ fixture: DossierFixture, as forms: [DossierFixture.Form]) throws {
    let corpus = try Self.corpus.get()
    for form in forms {
      let report = try corpus.compare(fixture, as: form).report
      #expect(
        report.isEmpty, "\n\(fixture.name) as \(form.rawValue)\n\(report.joined(separator: "\n"))")
    }
  }

  @Test("Fault files expect findings of rules that are shipped")
  func rules() throws {
    let known = Set(try Self.corpus.get().library.rules.rules.map(\.id))
    let named = try DossierCorpus.faultNames.flatMap { try DossierCorpus.fault($0).expected }
    #expect(Set(named.map(\.rule)).subtracting(known) == [])
  }

  @Test("A dossier is written as a folder of DOCX papers")
  func written() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-dossier-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fixture = try DossierCorpus.clean("xa-cuoi-nam-dat")
    try fixture.writeDOCX(into: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == fixture.text.papers.map(\.name).sorted())
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/bien-ban.docx")))
    #expect(bytes.starts(with: Array("PK".utf8)))
  }
}
