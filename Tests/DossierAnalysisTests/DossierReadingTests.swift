import DocumentAnalysis
import DocumentReading
import DossierAnalysis
import FixtureSupport
import Foundation
import LegalKnowledge
import Testing

struct DossierReadingTests {
  @Test func aWholeDossierIsRead() throws {
    let dossier = try Dossiers.read("xa-cuoi-nam-dat")
    for paper in dossier.papers {
      print("##", paper.path, paper.role, paper.document.kind.id ?? "-", paper.document.date.earliest.iso)
      for n in paper.register.nominees {
        print("  ", n.recipient?.rawValue ?? "-", n.nameText, "|", n.office.map(paper.text) ?? "", "|", n.unitText, "|", n.awards.map { $0.awards.sorted() }, n.serial ?? -1, n.votes.map { "\($0.agreed)/\($0.total ?? -1) \($0.percent ?? -1)" } ?? "")
      }
      for c in paper.register.counts { print("   count", c.value, c.recipient, c.awards) }
      if let m = paper.minutes { print("   min", m.date?.iso ?? "-", m.members?.value ?? -1, m.present?.value ?? -1, m.absent?.value ?? -1, m.written?.value ?? -1, m.chair.map(paper.text) ?? "-") }
      if let r = paper.report {
        print("   rep", r.subject?.text ?? "-", r.recipient?.rawValue ?? "-", r.birthYear ?? 0, r.office?.text ?? "-", r.unit?.text ?? "-", r.awards.map { $0.awards })
        for h in r.history { print("     ", h.years.map { "\($0)" } ?? "-", h.award?.awards ?? [], h.completion?.rawValue ?? "", h.decision.symbol ?? "-", h.decision.date?.iso ?? "-", h.decision.hasIssuer) }
        for w in r.works { print("     work", w.title?.text ?? "-", w.decision.symbol ?? "-", w.decision.date?.iso ?? "-") }
      }
    }
  }
}

enum Dossiers {
  static func read(_ name: String) throws -> Dossier {
    let law = try RulesData.law()
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/dossiers")
    let text = try String(contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    let reader = DossierReader(law: law)
    let recogniser = Recogniser(law: law)
    let today = try #require(CivilDate(iso: "2026-11-01"))
    return Dossier(
      path: name,
      papers: try DossierText(text).papers.map { paper in
        let source = try DocumentReader.read(DocxFixture(text: paper.text).bytes, name: paper.name)
        return reader.paper(
          recogniser.recognise(source, options: AnalysisOptions(today: today)), path: paper.name)
      })
  }
}
