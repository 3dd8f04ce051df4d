import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Makes appraisal sheets. Immutable; one serves all dossiers of a run.
public struct Appraiser: Sendable {
  public let law: LegalKnowledge
  public let conditions: AppraisalConditions
  private let asked: [String: Rule]

  /// - Parameter rules: those that reviews ask; of another rule silence proves nothing.
  public init(law: LegalKnowledge, conditions: AppraisalConditions, rules: [Rule]) {
    self.law = law
    self.conditions = conditions
    asked = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The sheet of a dossier.
  /// - Parameter review: of the same dossier, its findings by paper.
  public func sheet(for dossier: Dossier, review: DossierReview) -> AppraisalSheet {
    let findings = zip(dossier.papers.indices, review.findings).flatMap { paper, some in
      some.map { AppraisalSheet.NotedFinding(paper: paper, finding: $0) }
    }
    let drafts = CaseFinder(dossier).drafts
    let governing = LawOfDossier(dossier, law: law)
    let works = CertifiedWorks(dossier)
    let judge = ConditionJudge(
      conditions: conditions,
      presence: Presence(
        dossier: dossier, drafts: drafts, works: works, law: law, day: governing.day),
      law: law, day: governing.day, asked: asked, findings: findings)
    let table = BearingTable(judge, FindingPlacer(dossier, drafts), caseCount: drafts.count)
    let cases = cases(drafts, dossier, works, judge, table)
    let own = ownConditions(drafts, judge, table)
    return AppraisalSheet(
      head: head(of: dossier, governing), papers: papers(of: dossier), conditions: own,
      cases: cases,
      manualChecks: manualChecks(drafts, judge, findings), findings: findings,
      outcome: outcome(own, cases, errors: table.uncovered(conditions)))
  }

  // MARK: Conditions

  private func cases(
    _ drafts: [CaseDraft], _ dossier: Dossier, _ works: CertifiedWorks, _ judge: ConditionJudge,
    _ table: BearingTable
  ) -> [Case] {
    let standards = judge.day.map {
      StandardConditions(dossier: dossier, works: works, law: law, day: $0)
    }
    return drafts.enumerated().map { index, draft in
      let result = standards?.conditions(for: draft)
      let declared = conditions.entries.compactMap { entry -> Condition? in
        guard entry.scope == .nominee else { return nil }
        let bearing = table.findings(of: entry.id, case: index)
        guard applies(entry.awards, entry.classes, to: draft) || !bearing.isEmpty else {
          return nil
        }
        return judge.condition(entry, bearing: bearing, of: draft)
      }
      let all = declared + (result?.conditions ?? [])
      let award = draft.mention?.award
      return Case(
        number: index + 1, name: draft.name, recipient: draft.recipient, unit: draft.unit,
        award: award?.id, awardName: awardName(draft, dossier, judge.day), route: result?.route,
        conditions: all,
        outcome: OutcomePolicy.outcome(
          all.map { ($0.verdict, .caseCondition(case: index + 1, condition: $0.id)) }))
    }
  }

  private func awardName(
    _ draft: CaseDraft, _ dossier: Dossier, _ day: CivilDate?
  ) -> String {
    guard let mention = draft.mention else { return draft.awardText }
    if let award = mention.award, let day { return award.name(on: day) }
    return Locator(dossier.papers[draft.source].document).excerpt(of: mention.span)
  }

  private func ownConditions(
    _ drafts: [CaseDraft], _ judge: ConditionJudge, _ table: BearingTable
  ) -> [Condition] {
    conditions.entries.compactMap { entry in
      // Of a condition on nominees only what could not be given to one of them.
      let bearing = table.findings(of: entry.id, case: nil)
      switch entry.scope {
      case .dossier:
        let isFor =
          entry.awards.isEmpty && entry.classes.isEmpty
          || drafts.contains { applies(entry.awards, entry.classes, to: $0) }
        guard isFor || !bearing.isEmpty else { return nil }
      case .nominee: guard !bearing.isEmpty else { return nil }
      }
      return judge.condition(entry, bearing: bearing, of: nil)
    }
  }

  private func applies(
    _ awards: Set<String>, _ classes: Set<Award.Class>, to draft: CaseDraft
  ) -> Bool {
    if awards.isEmpty, classes.isEmpty { return true }
    let possible = draft.mention?.matches.map(\.award) ?? []
    return possible.contains { awards.contains($0.id) || classes.contains($0.awardClass) }
  }

  private func manualChecks(
    _ drafts: [CaseDraft], _ judge: ConditionJudge, _ findings: [AppraisalSheet.NotedFinding]
  ) -> [ManualCheck] {
    conditions.manual.compactMap { entry in
      let isFor =
        entry.awards.isEmpty && entry.classes.isEmpty
        || drafts.contains { applies(entry.awards, entry.classes, to: $0) }
      guard isFor else { return nil }
      let rules = Set(entry.rules)
      return ManualCheck(
        id: entry.id, basis: judge.bases(entry.bases), title: entry.title, who: entry.who,
        findings: rules.isEmpty
          ? [] : findings.indices.filter { rules.contains(findings[$0].finding.rule) })
    }
  }

  private func outcome(_ own: [Condition], _ cases: [Case], errors: [Int]) -> Outcome {
    let verdicts =
      own.map { (verdict: $0.verdict, ground: Outcome.Ground.condition($0.id)) }
      + cases.flatMap { entry in
        entry.conditions.map {
          (
            verdict: $0.verdict,
            ground: Outcome.Ground.caseCondition(case: entry.number, condition: $0.id)
          )
        }
      }
    return OutcomePolicy.outcome(verdicts, errors: errors)
  }

  // MARK: Papers

  private func papers(of dossier: Dossier) -> [AppraisalSheet.Paper] {
    dossier.papers.map { paper in
      AppraisalSheet.Paper(
        path: paper.path, role: paper.role, symbol: paper.document.statedSymbol,
        date: paper.minutes?.date ?? paper.document.statedDate, unread: nil)
    }
      + dossier.unread.map {
        AppraisalSheet.Paper(path: $0.path, role: nil, symbol: nil, date: nil, unread: $0.reason)
      }
  }

  private func head(
    of dossier: Dossier, _ governing: LawOfDossier
  ) -> AppraisalSheet.Head {
    let telling = [Dossier.Role.proposal, .list, .decision, .minutes].lazy
      .compactMap { dossier.papers($0).first }.first
    let document = telling.map { dossier.papers[$0].document }
    let regime = governing.day.flatMap { law.regime(on: $0) }
    return AppraisalSheet.Head(
      path: dossier.path, proposer: document?.issuer.name, symbol: document?.statedSymbol,
      date: document?.statedDate,
      subject: document.flatMap { document in
        let words = document.components.subject.map { Locator(document).excerpt(of: $0) }
        return words.isEmpty ? nil : words.joined(separator: " ")
      },
      lawDay: governing.day, lawDayReason: governing.reason, regime: regime?.id,
      regimeWords: regime.flatMap { law.words(of: $0) }, caution: regime?.caution,
      received: dossier.received, transition: governing.transition)
  }
}
