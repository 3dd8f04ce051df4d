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
    return standard.routes.filter { route in
      guard let recipient, !route.recipients.isEmpty else { return true }
      return route.recipients.contains(recipient)
    }.map { route in
      RouteAssessment(route: route, criteria: route.criteria.map { assess($0, evidence) })
    }.enumerated().sorted { a, b in
      let first = CriterionEvaluator.hope(a.element)
      let second = CriterionEvaluator.hope(b.element)
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
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

  func assess(_ criterion: Criterion, _ evidence: Evidence) -> CriterionAssessment {
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

  private func entries(
    of awards: [String], _ evidence: Evidence
  ) -> [HistoryEntry] {
    evidence.report.history.filter { entry in
      entry.award.map { !$0.awards.isDisjoint(with: awards) } ?? false
    }
  }

  private func years(_ entries: [HistoryEntry]) -> Set<Int> {
    Set(entries.compactMap(\.years).flatMap { Array($0) })
  }

  private func names(_ awards: [String]) -> String {
    awards.compactMap { law.award(id: $0)?.name(on: day) }.map {
      $0.hasPrefix("“") ? $0 : "“\($0)”"
    }
    .joined(separator: " / ")
  }

  private static func list(_ years: some Collection<Int>) -> String {
    years.sorted().map(String.init).joined(separator: ", ")
  }

  private func previous(
    _ criterion: Criterion, _ held: Criterion.HeldAwards, _ evidence: Evidence
  ) -> CriterionAssessment {
    let found = entries(of: held.awards, evidence)
    let years = years(found)
    let name = names(held.awards)
    let spans = found.map(\.span)
    guard held.isConsecutive else {
      let enough = found.count >= held.times
      return CriterionAssessment(
        criterion: criterion, verdict: enough ? .met : .incomplete,
        found: enough
          ? LocalizedText(
            vi: "Đã có \(name) (\(Self.list(years))).", en: "Holds \(name) (\(Self.list(years))).")
          : LocalizedText(
            vi: "Báo cáo chưa nêu \(name)\(held.times > 1 ? " đủ \(held.times) lần" : "").",
            en: "The report does not show \(name)\(held.times > 1 ? " \(held.times) times" : "")."),
        spans: spans)
    }
    let run = YearRun(years, upTo: evidence.year)
    if run.count >= held.times, let range = run.years {
      return CriterionAssessment(
        criterion: criterion, verdict: .met,
        found: LocalizedText(
          vi: "\(name) liên tục các năm \(Self.list(Array(range.suffix(held.times)))).",
          en: "\(name) in each of \(Self.list(Array(range.suffix(held.times))))."),
        spans: spans)
    }
    let has = years.isEmpty ? "0" : Self.list(years)
    let gap = run.gap.map { LocalizedText(vi: "; thiếu năm \($0)", en: "; \($0) is missing") }
    return CriterionAssessment(
      criterion: criterion, verdict: .incomplete,
      found: LocalizedText(
        vi: "Cần \(held.times) lần liên tục \(name); báo cáo nêu: \(has)\(gap?.vi ?? "").",
        en: "\(held.times) in a row of \(name) are needed; the report shows: \(has)"
          + "\(gap?[.en] ?? "")."), spans: spans)
  }

  private func heldWithin(
    _ criterion: Criterion, _ held: Criterion.HeldAwards, _ evidence: Evidence
  ) -> CriterionAssessment {
    let found = entries(of: held.awards, evidence).filter {
      ($0.years?.upperBound).map { $0 <= evidence.year } ?? false
    }
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
      criterion: criterion, verdict: found >= level ? .met : .notMet,
      found: LocalizedText(
        vi: "Năm \(evidence.year): \(found.words.vi).",
        en: "\(evidence.year): \(found.words[.en])."), spans: [best.span])
  }

  private func run(
    _ criterion: Criterion, _ run: Criterion.Run, _ evidence: Evidence
  ) -> CriterionAssessment {
    var good: Set<Int> = []
    var excellent: Set<Int> = []
    var spans: [TextSpan] = []
    for entry in evidence.report.history {
      guard let years = entry.years else { continue }
      let level = entry.completion ?? entry.award.flatMap(impliedCompletion)
      let counts = level.map { $0 >= run.completion } ?? false
      let stands = entry.award.map { !$0.awards.isDisjoint(with: run.awards) } ?? false
      guard counts || stands else { continue }
      good.formUnion(years)
      if level == .excellent || stands && run.completion == .excellent {
        excellent.formUnion(years)
      }
      spans.append(entry.span)
    }
    let longest = YearRun(good, upTo: evidence.year)
    let inside = longest.years.map { range in excellent.filter(range.contains).count } ?? 0
    let isMet = longest.count >= run.years && inside >= run.excellentYears
    let range = longest.years.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "–"
    let gap = longest.gap.map { LocalizedText(vi: "; thiếu năm \($0)", en: "; \($0) is missing") }
    var vi = "Chứng minh được \(longest.count)/\(run.years) năm liên tục (\(range))"
    var en = "\(longest.count) of \(run.years) unbroken years shown (\(range))"
    if run.excellentYears > 0 {
      vi += ", \(inside)/\(run.excellentYears) năm hoàn thành xuất sắc"
      en += ", \(inside) of \(run.excellentYears) excellent"
    }
    return CriterionAssessment(
      criterion: criterion, verdict: isMet ? .met : .incomplete,
      found: LocalizedText(
        vi: vi + (isMet ? "" : gap?.vi ?? "") + ".", en: en + (isMet ? "" : gap?[.en] ?? "") + "."),
      spans: spans)
  }

  /// The assessment that the award itself asks for: who holds “Lao động tiên tiến” has completed
  /// the year's tasks well.
  private func impliedCompletion(_ mention: AwardMention) -> CompletionLevel? {
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
