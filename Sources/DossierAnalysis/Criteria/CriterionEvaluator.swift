import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// Compares the requirements of an award with what a dossier says. What the papers do not prove is
/// “to be completed”, never “not met”; what people judge is “not checked”.
public struct CriterionEvaluator: Sendable {
  public let law: LegalKnowledge
  /// The day whose law governs.
  public let day: CivilDate

  public init(law: LegalKnowledge, day: CivilDate) {
    self.law = law
    self.day = day
  }

  /// Every way to the award that is open to the recipient, the most hopeful first; empty when the data
  /// holds no standard for the day.
  public func routes(
    to award: Award, for recipient: Award.Recipient?, _ evidence: Evidence
  ) -> [RouteAssessment] {
    guard let standard = law.criteria(of: award, on: day) else { return [] }
    let open = standard.routes.filter { route in
      guard let recipient, !route.recipients.isEmpty else { return true }
      return route.recipients.contains(recipient)
    }
    return applicable(open, evidence).map { route in
      var evidence = evidence
      evidence.start = start(of: route, evidence)
      return RouteAssessment(route: route, criteria: route.criteria.map { assess($0, evidence) })
    }.enumerated().sorted { a, b in
      let first = CriterionEvaluator.hope(a.element)
      let second = CriterionEvaluator.hope(b.element)
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
  }

  /// Who is assessed every year goes by the assessment, not by the way open to those who are not.
  private func applicable(
    _ routes: [AwardStandard.Route], _ evidence: Evidence
  ) -> [AwardStandard.Route] {
    func assesses(_ route: AwardStandard.Route) -> Bool {
      route.criteria.contains { if case .completion = $0 { true } else { false } }
    }
    let isAssessed = evidence.report.history.contains { entry in
      entry.isAssessment && entry.years?.contains(evidence.year) ?? false
    }
    guard isAssessed, routes.contains(where: assesses) else { return routes }
    return routes.filter(assesses)
  }

  /// A way whose requirements can be compared and are met comes before one that is all judgement.
  private static func hope(_ route: RouteAssessment) -> Int {
    let met = route.criteria.count { $0.verdict == .met }
    let base =
      switch route.verdict {
      case .met: 300
      case .notChecked: met > 0 ? 250 : 100
      case .incomplete: met > 0 ? 200 : 50
      case .notMet: 0
      }
    return base + min(met, 40)
  }

  // MARK: Requirements

  /// One requirement compared with the papers.
  public func assess(_ criterion: Criterion, _ evidence: Evidence) -> CriterionAssessment {
    switch criterion {
    case .all(let parts):
      let assessed = parts.map { assess($0, evidence) }
      return joined(criterion, assessed, assessed.map(\.verdict).min() ?? .notChecked)
    case .any(let parts):
      let assessed = parts.map { assess($0, evidence) }
      return joined(criterion, assessed, CriterionEvaluator.best(assessed))
    case .previous(let held): return previous(criterion, held, evidence)
    case .held(let held): return heldWithin(criterion, held, evidence)
    case .standard(let awards): return standard(criterion, awards, evidence)
    case .completion(let level): return completion(criterion, level, evidence)
    case .run(let run): return self.run(criterion, run, evidence)
    case .members(let members): return MemberShare(evidence).assess(criterion, members, law)
    case .noDiscipline: return Discipline(evidence).assess(criterion)
    case .work(let work): return WorkProof(evidence).assess(criterion, work, law)
    case .age(let years): return Age(evidence, day).assess(criterion, years)
    default:
      return CriterionAssessment(
        criterion: criterion, verdict: .notChecked,
        found: LocalizedText(vi: "Người thẩm định đánh giá.", en: "For the appraiser to judge."))
    }
  }

  /// The best that counts: a requirement met, else one to be completed, before one for people.
  private static func best(_ parts: [CriterionAssessment]) -> Verdict {
    let verdicts = parts.map(\.verdict)
    if verdicts.contains(.met) { return .met }
    if verdicts.contains(.incomplete) { return .incomplete }
    return verdicts.max() ?? .notChecked
  }

  private func joined(
    _ criterion: Criterion, _ parts: [CriterionAssessment], _ verdict: Verdict
  ) -> CriterionAssessment {
    let telling = parts.first { $0.verdict == verdict } ?? parts.first
    return CriterionAssessment(
      criterion: criterion, verdict: verdict,
      found: telling?.found ?? LocalizedText(vi: "", en: ""), spans: telling?.spans ?? [],
      parts: parts)
  }

  private func heldWithin(
    _ criterion: Criterion, _ held: Criterion.HeldAwards, _ evidence: Evidence
  ) -> CriterionAssessment {
    let found = entries(of: held.awards, evidence).filter {
      ($0.years?.upperBound).map { $0 <= evidence.year && $0 >= evidence.start?.year ?? $0 }
        ?? false
    }
    if let none = toldNone(criterion, held, evidence) { return none }
    let count = years(found).count
    let name = names(held.awards)
    return CriterionAssessment(
      criterion: criterion, verdict: count >= held.times ? .met : .incomplete,
      found: LocalizedText(
        vi: "\(name): \(count)/\(held.times) lần"
          + (count > 0 ? " (\(Self.list(years(found))))" : "") + ".",
        en: "\(name): \(count) of \(held.times)"
          + (count > 0 ? " (\(Self.list(years(found))))" : "") + "."), spans: found.map(\.span))
  }

  private func standard(
    _ criterion: Criterion, _ awards: [String], _ evidence: Evidence
  ) -> CriterionAssessment {
    // Recorded already, or its own requirements are met.
    for id in awards {
      let recorded = entries(of: [id], evidence).filter {
        $0.years?.contains(evidence.year) ?? false
      }
      if !recorded.isEmpty {
        return CriterionAssessment(
          criterion: criterion, verdict: .met,
          found: LocalizedText(
            vi: "Có \(names([id])) năm \(evidence.year).",
            en: "Holds \(names([id])) for \(evidence.year)."), spans: recorded.map(\.span))
      }
    }
    let best = awards.compactMap { law.award(id: $0) }
      .compactMap { routes(to: $0, for: evidence.report.recipient, evidence).first }
      .max { $0.verdict < $1.verdict }
    guard let best else {
      return CriterionAssessment(
        criterion: criterion, verdict: .notChecked,
        found: LocalizedText(vi: "Chưa có dữ liệu về tiêu chuẩn.", en: "No data on the standard."))
    }
    let compared = best.criteria.filter { $0.verdict != .notChecked }
    let verdict = compared.map(\.verdict).min() ?? .notChecked
    let telling = compared.first { $0.verdict == verdict } ?? best.criteria.first
    return CriterionAssessment(
      criterion: criterion, verdict: verdict,
      found: telling?.found ?? LocalizedText(vi: "", en: ""), spans: telling?.spans ?? [],
      parts: best.criteria)
  }

  private func completion(
    _ criterion: Criterion, _ level: CompletionLevel, _ evidence: Evidence
  ) -> CriterionAssessment {
    let rated = evidence.report.history.filter { entry in
      entry.completion != nil && entry.years?.contains(evidence.year) ?? false
    }
    guard
      let best = rated.max(by: { ($0.completion ?? .completed) < ($1.completion ?? .completed) }),
      let found = best.completion
    else {
      return CriterionAssessment(
        criterion: criterion, verdict: .incomplete,
        found: LocalizedText(
          vi: "Báo cáo chưa nêu kết quả đánh giá năm \(evidence.year).",
          en: "The report does not give the assessment of \(evidence.year)."))
    }
    return CriterionAssessment(
      // Praise below the level asked contradicts nothing: the assessment may be higher.
      criterion: criterion,
      verdict: found >= level ? .met : best.isAssessment ? .notMet : .incomplete,
      found: LocalizedText(
        vi: "Năm \(evidence.year): \(found.words.vi).",
        en: "\(evidence.year): \(found.words[.en])."), spans: [best.span])
  }

  /// The assessment that the award itself asks for: who holds “Lao động tiên tiến” has completed
  /// the year's tasks well.
  func impliedCompletion(_ mention: AwardMention) -> CompletionLevel? {
    mention.matches.first.flatMap { level(of: $0.award, depth: 0) }
  }

  private func level(of award: Award, depth: Int) -> CompletionLevel? {
    guard depth < 3, let standard = law.criteria(of: award, on: day) else { return nil }
    return standard.routes.compactMap { route -> CompletionLevel? in
      route.criteria.lazy.compactMap { criterion -> CompletionLevel? in
        switch criterion {
        case .completion(let level): level
        case .standard(let awards):
          awards.lazy.compactMap { self.law.award(id: $0) }
            .compactMap { self.level(of: $0, depth: depth + 1) }.first
        default: nil
        }
      }.first
    }.min()
  }
}

extension CompletionLevel {
  public var words: LocalizedText {
    switch self {
    case .completed:
      LocalizedText(vi: "hoàn thành nhiệm vụ", en: "tasks completed")
    case .well: LocalizedText(vi: "hoàn thành tốt nhiệm vụ", en: "tasks completed well")
    case .excellent:
      LocalizedText(vi: "hoàn thành xuất sắc nhiệm vụ", en: "tasks completed excellently")
    }
  }
}
