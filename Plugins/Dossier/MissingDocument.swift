import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A paper that every dossier holds is not there: the proposal, any report, the minutes.
  static let missingDocument = NativeCheck(
    across: "missing-document", arguments: ["document", "award", "file"],
    cases: ["own-rules", "simplified", "required", "unread"]
  ) { context in
    let dossier = context.dossier
    let kinds: Set<Dossier.Role> = [.proposal, .list, .report, .minutes]
    guard dossier.papers.contains(where: { kinds.contains($0.role) }) else { return [] }
    return wanted.compactMap { paper, role in
      guard dossier.papers(role).isEmpty else { return nil }
      // One award is enough for the paper to be needed; the strictest speaks.
      let asked = context.proposedAwards.compactMap { award in
        context.part(paper, for: award.mention).map { (award, $0) }
      }
      let strict = asked.first { !context.hasOwnRules($0.0.mention) }
      guard let (award, part) = strict ?? asked.first else { return nil }
      // Less is enough in the simplified procedure: a proposal and a summary.
      if paper == .minutes, context.isSimplified { return nil }
      let level =
        paper == .minutes && context.mayBeSimplified && strict != nil
        ? "simplified"
        : context.unreadFile != nil ? "unread" : strict == nil ? "own-rules" : "required"
      return DossierObservation(
        in: award.place.paper,
        Observation(
          at: award.place.span, case: level,
          arguments: [
            "document": .localized(paper.words),
            "award": .text(context.name(of: award.mention, in: award.place.paper)),
            "file": .text(context.unreadFile ?? ""),
          ], verified: part.verified, bases: context.bases(part)))
    }
  }

  private static let wanted: [(DossierPart.Paper, Dossier.Role)] = [
    (.proposal, .proposal), (.report, .report), (.minutes, .minutes),
  ]
}

extension DossierPart.Paper {
  /// For messages.
  var words: LocalizedText {
    switch self {
    case .proposal: LocalizedText(vi: "tờ trình", en: "proposal")
    case .report: LocalizedText(vi: "báo cáo thành tích", en: "report of achievement")
    case .minutes:
      LocalizedText(
        vi: "biên bản bình xét thi đua, xét khen thưởng", en: "minutes of the council's meeting")
    case .certificate:
      LocalizedText(vi: "chứng nhận sáng kiến, đề tài", en: "certificate of an initiative")
    case .opinion: LocalizedText(vi: "văn bản ý kiến", en: "opinion")
    case .publication: LocalizedText(vi: "văn bản công khai", en: "notice of publication")
    case .ownRules: LocalizedText(vi: "quy định riêng", en: "rules of its own")
    }
  }
}
