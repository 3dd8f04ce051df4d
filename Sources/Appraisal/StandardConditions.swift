import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// The conditions that the law's standard of an award makes, each held against the nominee's report.
struct StandardConditions {
  let dossier: Dossier
  let works: CertifiedWorks
  let law: LegalKnowledge
  let day: CivilDate

  struct Result {
    var conditions: [Condition]
    var route: Case.Route?
  }

  func conditions(for draft: CaseDraft) -> Result {
    guard let award = draft.mention?.award else { return Result(conditions: [unknown(draft)]) }
    let requirement = LocalizedText(
      vi: "Tiêu chuẩn của \(quoted(award))", en: "The standard of \(quoted(award))")
    guard let standard = law.criteria(of: award, on: day) else {
      return Result(conditions: [
        open(
          requirement, [],
          LocalizedText(
            vi: "Dữ liệu chưa có tiêu chuẩn ở ngày này.",
            en: "The data holds no standard for the day."))
      ])
    }
    guard let paper = draft.reports.first, let report = dossier.papers[paper].report else {
      return Result(conditions: [
        open(
          requirement, [basis(standard.provision, standard.verified)].compactMap { $0 },
          LocalizedText(
            vi: "Không có báo cáo thành tích để đối chiếu.", en: "No report to hold against it."))
      ])
    }
    let evidence = Evidence(
      report: report, document: dossier.papers[paper].document,
      certified: works.works(of: draft).map(\.work),
      year: dossier.awardYear(asking: paper) ?? day.year)
    let all = CriterionEvaluator(law: law, day: day).routes(
      to: award, for: draft.recipient ?? report.recipient, evidence)
    let named = all.filter { isNamed($0.route.provision, for: draft) }
    let routes = named.isEmpty ? all : named
    guard let best = routes.first,
      let basis = basis(best.route.provision, best.route.verified)
    else {
      return Result(conditions: [
        open(
          requirement, [self.basis(standard.provision, standard.verified)].compactMap { $0 },
          LocalizedText(
            vi: "Luật không có trường hợp nào cho đối tượng này.",
            en: "The law has no way to it for such a recipient."))
      ])
    }
    let writer = Writer(
      paper: paper, locator: Locator(dossier.papers[paper].document), basis: basis,
      worst: worst(standard, best.route),
      vi: CriterionText(law: law, day: day, language: .vi),
      en: CriterionText(law: law, day: day, language: .en))
    let own = best.criteria.enumerated().map {
      writer.condition($1, id: "tieu-chuan-\($0 + 1)")
    }
    return Result(
      conditions: own,
      route: Case.Route(basis: basis, count: routes.count, remark: best.route.remark))
  }

  /// Whether the proposal says that it goes by this clause or point: in the paragraphs on the
  /// nominee, or nowhere else in the article.
  private func isNamed(_ provision: ProvisionReference, for draft: CaseDraft) -> Bool {
    let paper = dossier.papers[draft.source].document
    let cited = paper.citations.filter { $0.resolution == .instrument(provision.instrument) }
      .flatMap(\.provisions).filter { $0.article == provision.article && $0.clause != nil }
    let own = cited.filter { draft.blocks[draft.source]?.contains($0.span.block) == true }
    let telling = own.isEmpty ? cited : own
    return !telling.isEmpty
      && telling.allSatisfy {
        $0.clause == provision.clause
          && ($0.point == nil || provision.point == nil || $0.point == provision.point)
      }
  }

  private func unknown(_ draft: CaseDraft) -> Condition {
    let found =
      draft.mention == nil
      ? LocalizedText(
        vi: "Không nhận ra danh hiệu, hình thức khen thưởng được đề nghị.",
        en: "The award proposed was not recognised.")
      : LocalizedText(
        vi: "Tên ghi trong hồ sơ chưa rõ hạng, loại nào.",
        en: "The name leaves a choice between ranks or kinds.")
    return open(
      LocalizedText(vi: "Tiêu chuẩn của danh hiệu, hình thức khen thưởng", en: "The standard"), [],
      found)
  }

  /// Nothing a machine can compare.
  private func open(
    _ requirement: LocalizedText, _ basis: [Finding.Basis], _ found: LocalizedText
  ) -> Condition {
    Condition(
      id: "tieu-chuan", basis: basis, requirement: requirement,
      found: [Condition.Found(found)], verdict: .notChecked,
      look: LocalizedText(
        vi: "Người thẩm định đối chiếu tiêu chuẩn với hồ sơ.",
        en: "The appraiser compares the standard with the dossier."))
  }

  private func quoted(_ award: Award) -> String {
    let name = award.name(on: day)
    return name.unicodeScalars.contains("“") ? name : "“\(name)”"
  }

  private func basis(
    _ reference: ProvisionReference, _ verified: Verification
  ) -> Finding.Basis? {
    let text = reference.text
    guard
      var norm = law.norm(
        Rule.Basis(instrument: reference.instrument, provision: text.isEmpty ? nil : text))
    else { return nil }
    norm.verified = min(norm.verified, verified)
    return norm
  }

  /// The worst that may be said: of a standard whose amendment nobody has read, nothing; of one that
  /// is not whole or not certain, no contradiction.
  private func worst(
    _ standard: AwardStandard, _ route: AwardStandard.Route
  ) -> Writer.Certainty {
    if standard.amendment != nil { return .nothing }
    return standard.isComplete && route.verified == .yes ? .all : .noContradiction
  }

  /// Turns assessments into conditions.
  struct Writer {
    enum Certainty {
      case all
      case noContradiction
      case nothing
    }

    let paper: Int
    let locator: Locator
    let basis: Finding.Basis
    let worst: Certainty
    let vi: CriterionText
    let en: CriterionText

    func condition(_ assessment: CriterionAssessment, id: String) -> Condition {
      let verdict = lowered(assessment.verdict)
      let isTold = !assessment.found.vi.isEmpty && assessment.parts.isEmpty
      return Condition(
        id: id, basis: [basis],
        requirement: LocalizedText(
          vi: Writer.sentence(vi.words(assessment.criterion)),
          en: Writer.sentence(en.words(assessment.criterion))),
        found: isTold
          ? [
            Condition.Found(
              assessment.found,
              places: assessment.spans.map {
                Condition.Place(paper: paper, location: locator.location(of: $0))
              })
          ] : [],
        verdict: verdict,
        look: verdict == .notChecked && assessment.verdict != .notChecked
          ? LocalizedText(
            vi: "Đối chiếu với quy định đang áp dụng.",
            en: "Compare with the rules that apply.") : nil,
        parts: assessment.parts.enumerated().map { condition($1, id: "\(id)-\($0 + 1)") })
    }

    private static func sentence(_ words: String) -> String {
      words.prefix(1).uppercased() + words.dropFirst()
    }

    private func lowered(_ verdict: Verdict) -> Verdict {
      switch worst {
      case .all: verdict
      case .noContradiction: verdict == .notMet ? .incomplete : verdict
      case .nothing: .notChecked
      }
    }
  }
}
