import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Earlier awards and unbroken years that the law asks for, held against the report's own history.
  /// What contradicts is told as such; what is left out is to be added.
  static let prerequisite: NativeCheck = {
    var check = NativeCheck(
      name: "prerequisite", arguments: ["name", "award", "found"],
      cases: ["contradicted", "incomplete", "listed"]
    ) { context in
      guard context.document.kind.id == "bao-cao-thanh-tich" else {
        return ChainCheck(law: context.law, day: context.asOf).listed(
          context.register, in: context.document)
      }
      let report = context.report
      let evidence = Evidence(
        report: report, document: context.document, year: report.year(on: context.asOf),
        concurrent: report.awards.reduce(into: []) { $0.formUnion($1.awards) })
      let history = ChainCheck(law: context.law, day: context.asOf)
      return report.awards.compactMap { mention in
        history.observation(
          on: mention, evidence, cited: ChainCheck.cited(in: context.document),
          isCertain: context.document.date.isCertain)
      }
    }
    check.across = { ChainCheck(law: $0.law, day: $0.asOf).observations(in: $0.dossier) }
    return check
  }()
}

/// The requirements on history of one day's law.
private struct ChainCheck {
  let law: LegalKnowledge
  let day: CivilDate

  // MARK: A dossier

  func observations(in dossier: Dossier) -> [DossierObservation] {
    let proposals = dossier.papers(.proposal) + dossier.papers(.list)
    let shared = proposals.reduce(into: Set<ProvisionReference>()) {
      $0.formUnion(ChainCheck.cited(in: dossier.papers[$1].document))
    }
    return dossier.papers(.report).flatMap { index -> [DossierObservation] in
      let paper = dossier.papers[index]
      guard let report = paper.report else { return [] }
      let own = proposals.flatMap { proposal in
        dossier.papers[proposal].register.nominees.filter { $0.key == report.key }.map {
          (proposal, $0)
        }
      }
      let together = own.flatMap(\.1.awards) + report.awards
      let evidence = Evidence(
        report: report, document: paper.document,
        certified: dossier.papers(.certificate).flatMap { dossier.papers[$0].works },
        year: report.year(on: day),
        concurrent: together.reduce(into: []) { $0.formUnion($1.awards) })
      let cited = shared.union(ChainCheck.cited(in: paper.document))
      return report.awards.compactMap { mention in
        guard let seen = observation(on: mention, evidence, cited: cited, isCertain: true) else {
          return nil
        }
        let others = own.filter { $0.1.awards.contains { $0.mayEqual(mention) } }.map {
          DossierObservation.Other(
            place: DossierSpan(paper: $0.0, span: $0.1.anchor),
            message: LocalizedText(vi: "Đề nghị ở đây.", en: "Proposed here."))
        }
        return DossierObservation(in: index, seen, others: others)
      }
    }
  }

  // MARK: One report

  /// - Parameter cited: provisions that the papers name; they may say which way is meant.
  func observation(
    on mention: AwardMention, _ evidence: Evidence, cited: Set<ProvisionReference>,
    isCertain: Bool
  ) -> Observation? {
    guard let award = mention.award else { return nil }
    let routes = CriterionEvaluator(law: law, day: day).routes(
      to: award, for: evidence.report.recipient, evidence)
    guard let route = chosen(of: routes, cited) else { return nil }
    let chain = route.criteria.filter { ChainCheck.isHistory($0.criterion) }
    let worst = chain.first { $0.verdict == .notMet } ?? chain.first { isGap($0) }
    guard let worst else { return nil }
    let isContradicted = worst.verdict == .notMet
    let provision = route.route.provision
    return Observation(
      at: isContradicted ? worst.spans.first ?? mention.span : mention.span,
      case: isContradicted ? "contradicted" : "incomplete",
      arguments: [
        "name": .text(evidence.report.subject?.text ?? ""),
        "award": .text(award.name(on: day).unquoted), "found": .localized(worst.found),
      ],
      isCertain: isCertain, verified: route.route.verified,
      bases: [Rule.Basis(instrument: provision.instrument, provision: provision.text)],
      related: isContradicted
        ? [
          .init(
            span: mention.span,
            message: LocalizedText(vi: "Đề nghị tại đây.", en: "Proposed here."))
        ] : [])
  }

  // MARK: A list

  /// Earlier awards that a list gives beside a name, where they are those that the award asks for and
  /// leave a year out. A list tells what counts, not everything, so it contradicts nothing.
  func listed(_ register: NomineeRegister, in document: RecognisedDocument) -> [Observation] {
    let cited = ChainCheck.cited(in: document)
    return register.nominees.filter { !$0.history.isEmpty }.flatMap { nominee in
      let report = AchievementReport(recipient: nominee.recipient, history: nominee.history)
      let evidence = Evidence(
        report: report, document: document, year: nominee.years?.upperBound ?? report.year(on: day),
        concurrent: nominee.awards.reduce(into: []) { $0.formUnion($1.awards) })
      let evaluator = CriterionEvaluator(law: law, day: day)
      return nominee.awards.compactMap { mention -> Observation? in
        guard let award = mention.award,
          let route = chosen(
            of: evaluator.routes(to: award, for: nominee.recipient, evidence), cited),
          let gap = route.criteria.first(where: { isShort($0) && tells(nominee, of: $0.criterion) })
        else { return nil }
        let provision = route.route.provision
        return Observation(
          at: nominee.anchor, case: "listed",
          arguments: [
            "name": .text(nominee.nameText), "award": .text(award.name(on: day).unquoted),
            "found": .localized(gap.found),
          ],
          isCertain: document.date.isCertain, verified: route.route.verified,
          bases: [Rule.Basis(instrument: provision.instrument, provision: provision.text)])
      }
    }
  }

  private func isShort(_ assessment: CriterionAssessment) -> Bool {
    guard case .previous = assessment.criterion else { return false }
    return assessment.verdict == .notMet || assessment.verdict == .incomplete
  }

  /// Whether the list gives any of the awards asked for, with its year.
  private func tells(_ nominee: Nominee, of criterion: Criterion) -> Bool {
    guard case .previous(let held) = criterion else { return false }
    return nominee.history.contains { entry in
      entry.years != nil && entry.award.map { !$0.awards.isDisjoint(with: held.awards) } ?? false
    }
  }

  /// The way the papers name; else the only one, or the most hopeful where every way asks for
  /// history. Where other ways rest on merit alone, nothing says which is meant.
  private func chosen(
    of routes: [RouteAssessment], _ cited: Set<ProvisionReference>
  ) -> RouteAssessment? {
    let named = routes.filter { route in
      let provision = route.route.provision
      return cited.contains { reference in
        reference.instrument == provision.instrument && reference.article == provision.article
          && reference.clause != nil && reference.clause == provision.clause
          && (reference.point == provision.point || provision.point == nil)
      }
    }
    if let first = named.first { return first }
    let needing = routes.filter { $0.criteria.contains { ChainCheck.isHistory($0.criterion) } }
    return needing.count == routes.count ? routes.first : nil
  }

  /// Earlier awards, years and assessments, and choices among them.
  private static func isHistory(_ criterion: Criterion) -> Bool {
    switch criterion {
    case .previous, .held, .run, .completion, .standard, .age: true
    case .all(let parts), .any(let parts):
      parts.contains(where: isHistory)
        && !parts.flatMap(\.flattened).contains { if case .work = $0 { true } else { false } }
    default: false
    }
  }

  /// History left out. That the year's assessment or the founding is not told is for the report's
  /// own form.
  private func isGap(_ assessment: CriterionAssessment) -> Bool {
    guard assessment.verdict == .incomplete else { return false }
    switch assessment.criterion {
    case .previous, .held, .run: return true
    case .all, .any: return assessment.parts.contains(where: isGap)
    default: return false
    }
  }

  /// Provisions of law that a paper names.
  static func cited(in document: RecognisedDocument) -> Set<ProvisionReference> {
    var result: Set<ProvisionReference> = []
    for citation in document.citations {
      // “Luật Thi đua, khen thưởng” without a year may be either law: the article asked for decides.
      let ids: [String]
      switch citation.resolution {
      case .instrument(let id): ids = [id]
      case .ambiguous(let several): ids = several
      case .unknown: continue
      }
      for provision in citation.provisions where provision.article != nil {
        for id in ids {
          result.insert(
            ProvisionReference(
              instrument: id, article: provision.article, clause: provision.clause,
              point: provision.point))
        }
      }
    }
    return result
  }
}
