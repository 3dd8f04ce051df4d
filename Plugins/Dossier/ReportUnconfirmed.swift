import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A report that no superior confirms, or whose earlier awards lack the decision that gave them.
  static let reportUnconfirmed = NativeCheck(
    across: "report-unconfirmed", arguments: ["signer", "entry", "lacking", "count"],
    cases: ["collective", "person", "history"]
  ) { context in
    context.dossier.papers(.report).flatMap { index -> [DossierObservation] in
      let paper = context.dossier.papers[index]
      guard let form = ReportForms.form(of: paper, context) else { return [] }
      return [
        ReportConfirmation.missing(in: paper, form),
        HistoryDecisions(paper, context).missing(),
      ].compactMap { $0 }.map { DossierObservation(in: index, $0) }
    }
  }
}

/// Who signs a report besides the one it is about.
private enum ReportConfirmation {
  static func missing(in paper: Dossier.Paper, _ form: DocumentForm) -> Observation? {
    let document = paper.document
    // Whose signatures are cut off, or stand in a picture, cannot be judged.
    guard let last = document.components.signatures.last,
      let anchor = last.name ?? last.office ?? last.authority.last
    else { return nil }
    let confirming = form.signers.dropFirst().filter(\.isRequired)
    guard let signer = confirming.first else { return nil }
    // All that stands below the body: offices, “XÁC NHẬN CỦA …” on a line of its own.
    let tail = document.components.signatures.flatMap { block in
      (block.authority + [block.office].compactMap { $0 }).map(document.text)
    }
    let start = (document.components.lastBodyBlock ?? document.components.body.upperBound - 1) + 1
    let below = document.blocks.indices.filter { $0 >= start }.map { document.blocks[$0].text }
    guard !Words(joining: tail + below).contains(anyOf: confirming.flatMap(\.phrases)) else {
      return nil
    }
    // Of a collective: two who sign are its head and the one above.
    if paper.report?.recipient != .individual, document.components.signatures.count > 1 {
      return nil
    }
    return Observation(
      at: Anchor.end(anchor),
      case: paper.report?.recipient == .individual ? "person" : "collective",
      arguments: [
        "signer": .localized(signer.title), "entry": .text(""), "lacking": .text(""),
        "count": .number(0),
      ])
  }
}

/// Earlier awards without number, date or issuer of the decision.
private struct HistoryDecisions {
  private let paper: Dossier.Paper
  private let report: AchievementReport?
  private let year: Int
  /// Blocks of the section on earlier awards.
  private let section: Range<Int>

  init(_ paper: Dossier.Paper, _ context: DossierContext) {
    self.paper = paper
    report = paper.report
    year = context.asOf.year
    section = HistoryDecisions.section(of: paper, context.law)
  }

  /// From the heading that names it to the end of the body; empty when there is none.
  private static func section(of paper: Dossier.Paper, _ law: LegalKnowledge) -> Range<Int> {
    let end = max(paper.document.components.body.upperBound, 0)
    guard
      let wanted = law.kind(id: "bao-cao-thanh-tich")?.sections.first(where: {
        $0.id == "khen-thuong-da-nhan"
      }),
      let heading = SectionHeadings(paper.document).naming(wanted).last(where: \.isTopLevel),
      heading.span.block < end
    else { return 0..<0 }
    return heading.span.block..<end
  }

  func missing() -> Observation? {
    guard let report else { return nil }
    let told = report.history.filter { entry in
      guard let award = entry.award, let years = entry.years else { return false }
      let isPlace =
        paper.document.blocks[entry.span.block].place.cell != nil
        || section.contains(entry.span.block)
      // What is proposed now has no decision yet, and a collective's members' awards are not its.
      let isNew = years.upperBound >= year && report.awards.contains { $0.mayEqual(award) }
      let isOwn =
        report.recipient == nil
        || award.matches.contains { match in
          report.recipient.map { match.award.recipients.contains($0) } ?? true
        }
      return isPlace && !isNew && isOwn
    }
    let lacking = told.filter { entry in
      !entry.decision.isComplete && !told.contains { isSame($0, entry) && $0.decision.isComplete }
    }
    guard let first = lacking.first else { return nil }
    var words = LocalizedText(vi: "", en: "")
    func add(_ vi: String, _ en: String) {
      words.vi += (words.vi.isEmpty ? "" : ", ") + vi
      words.en += (words.en.isEmpty ? "" : ", ") + en
    }
    if first.decision.symbol == nil { add("số", "number") }
    if first.decision.date == nil { add("ngày", "date") }
    if !first.decision.hasIssuer { add("cơ quan ban hành", "issuer") }
    return Observation(
      at: first.span, case: "history",
      arguments: [
        "entry": .text(paper.text(first.span)), "lacking": .localized(words),
        "count": .number(lacking.count), "signer": .text(""),
      ],
      related: lacking.dropFirst().prefix(4).map {
        .init(
          span: $0.span, message: LocalizedText(vi: "Cũng chưa đủ.", en: "Lacking here as well."))
      })
  }

  private func isSame(_ a: HistoryEntry, _ b: HistoryEntry) -> Bool {
    guard let one = a.award, let other = b.award else { return false }
    return a.years == b.years && one.mayEqual(other)
  }
}
