import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Which form a report of achievement follows.
enum ReportForms {
  /// Nil when the data holds none that fits, as for a summary of several nominees.
  static func form(of paper: Dossier.Paper, _ context: DossierContext) -> DocumentForm? {
    guard let report = paper.report, !ReportIndex.isSummary(paper),
      let kind = context.law.kind(id: "bao-cao-thanh-tich")
    else { return nil }
    let components = paper.document.components
    let title = Words(
      joining: ([components.typeName].compactMap { $0 } + components.subject)
        .map(paper.document.text))
    // A form for one kind of merit or one award says so in the report's title.
    let special = kind.forms.filter { !general.contains($0.id) && fits($0, title, report) }
    let recipient = report.recipient ?? .collective
    let wanted = recipient == .individual ? ["ca-nhan"] : ["tap-the"]
    return special.first ?? kind.forms.first { wanted.contains($0.id) }
  }

  private static let general: Set = ["tap-the", "ca-nhan"]

  private static func fits(
    _ form: DocumentForm, _ title: Words, _ report: AchievementReport
  ) -> Bool {
    // Forms of one subject for persons and for collectives are told by the ending of their ids.
    let isPerson = report.recipient == .individual
    if form.id.hasSuffix("-tap-the"), isPerson { return false }
    if form.id.hasSuffix("-ca-nhan"), !isPerson { return false }
    return title.contains(anyOf: form.subjects)
  }
}

extension NativeCheck {
  /// A report without a section of its form.
  static let reportSections = NativeCheck(
    across: "report-sections", arguments: ["section", "form", "sample"], cases: ["own-rules"]
  ) { context in
    context.dossier.papers(.report).flatMap { index -> [DossierObservation] in
      let paper = context.dossier.papers[index]
      guard let report = paper.report, let form = ReportForms.form(of: paper, context),
        let sample = context.law.sample(of: form, on: context.asOf)
      else { return [] }
      let isUnderOwnRules =
        !report.awards.isEmpty && report.awards.allSatisfy { context.hasOwnRules($0) }
      let missing = SectionHeadings(paper.document).missing(
        among: form.sections.filter(\.isRequired))
      return missing.map { section in
        DossierObservation(
          in: index,
          Observation(
            at: Anchor.endOfBody(paper.document), case: isUnderOwnRules ? "own-rules" : nil,
            arguments: [
              "section": .localized(section.title), "form": .localized(form.title),
              "sample": .localized(sample.words),
            ], verified: form.verified,
            bases: [
              Rule.Basis(instrument: sample.instrument, provision: sample.words.vi)
            ]))
      }
    }
  }
}

extension DocumentForm.Sample {
  /// “Phụ lục I, Mẫu số 02”; without the number when it has not been verified.
  var words: LocalizedText {
    let place = annex ?? "Phụ lục"
    guard verified == .yes else { return LocalizedText(vi: place, en: place) }
    return LocalizedText(vi: "\(place), Mẫu số \(number)", en: "\(place), form no. \(number)")
  }
}
