import DocumentAnalysis
import LegalKnowledge
import TextMatching

// Years in a row and awards of the chain. Only what the report itself says can contradict: another
// title for a year, a lower assessment, “chưa có”; a year that it leaves out is to be completed.

extension CriterionEvaluator {
  func entries(of awards: [String], _ evidence: Evidence) -> [HistoryEntry] {
    evidence.report.history.filter { entry in
      entry.award.map { !$0.awards.isDisjoint(with: awards) } ?? false
    }
  }

  func years(_ entries: [HistoryEntry]) -> Set<Int> {
    Set(entries.compactMap(\.years).flatMap { Array($0) })
  }

  func names(_ awards: [String]) -> String {
    awards.compactMap { law.award(id: $0)?.name(on: day) }.map {
      $0.hasPrefix("“") ? $0 : "“\($0)”"
    }
    .joined(separator: " / ")
  }

  static func list(_ years: some Collection<Int>) -> String {
    years.sorted().map(String.init).joined(separator: ", ")
  }

  func previous(
    _ criterion: Criterion, _ held: Criterion.HeldAwards, _ evidence: Evidence
  ) -> CriterionAssessment {
    if let none = toldNone(criterion, held, evidence) { return none }
    let found = entries(of: held.awards, evidence)
    return held.isConsecutive
      ? inARow(criterion, held, found, evidence) : onceHeld(criterion, held, found)
  }

  /// The report says that there are no earlier awards.
  func toldNone(
    _ criterion: Criterion, _ held: Criterion.HeldAwards, _ evidence: Evidence
  ) -> CriterionAssessment? {
    guard let none = evidence.report.noneBefore,
      !evidence.report.history.contains(where: { $0.award != nil })
    else { return nil }
    return CriterionAssessment(
      criterion: criterion, verdict: .notMet,
      found: LocalizedText(
        vi: "Cần \(names(held.awards)); báo cáo ghi chưa được khen thưởng.",
        en: "\(names(held.awards)) is needed; the report says that there are no earlier awards."),
      spans: [none])
  }

  private func onceHeld(
    _ criterion: Criterion, _ held: Criterion.HeldAwards, _ found: [HistoryEntry]
  ) -> CriterionAssessment {
    let name = names(held.awards)
    let enough = found.count >= held.times
    let when = Self.list(years(found))
    return CriterionAssessment(
      criterion: criterion, verdict: enough ? .met : .incomplete,
      found: enough
        ? LocalizedText(vi: "Đã có \(name) (\(when)).", en: "Holds \(name) (\(when)).")
        : LocalizedText(
          vi: "Báo cáo chưa nêu \(name)\(held.times > 1 ? " đủ \(held.times) lần" : "").",
          en: "The report does not show \(name)\(held.times > 1 ? " \(held.times) times" : "")."),
      spans: found.map(\.span))
  }

  // MARK: In a row

  private func inARow(
    _ criterion: Criterion, _ held: Criterion.HeldAwards, _ found: [HistoryEntry],
    _ evidence: Evidence
  ) -> CriterionAssessment {
    var years = years(found)
    let isProposedToo = !evidence.concurrent.isDisjoint(with: held.awards)
    if isProposedToo { years.insert(evidence.year) }
    let name = names(held.awards)
    let run = YearRun(years, upTo: evidence.year)
    if run.count >= held.times, let range = run.years {
      let shown = Self.list(Array(range.suffix(held.times)))
      return CriterionAssessment(
        criterion: criterion, verdict: .met,
        found: LocalizedText(
          vi:
            "\(name) liên tục các năm \(shown)\(isProposedToo ? " (năm cuối cùng đề nghị)" : "").",
          en: "\(name) in each of \(shown)\(isProposedToo ? " (the last proposed with it)" : "")."),
        spans: found.map(\.span))
    }
    // A title that itself takes several years comes “in a row” without coming every year.
    if !held.awards.contains(where: isYearly) {
      let enough = years.count >= held.times
      let times = Self.list(years)
      return CriterionAssessment(
        criterion: criterion, verdict: enough ? .notChecked : .incomplete,
        found: enough
          ? LocalizedText(
            vi: "\(name): các năm \(times); người thẩm định đối chiếu tính liên tục.",
            en: "\(name): \(times); the appraiser judges whether they are in a row.")
          : LocalizedText(
            vi: "Cần \(held.times) lần liên tục \(name); mới nêu: "
              + "\(years.isEmpty ? "0" : times).",
            en: "\(held.times) in a row of \(name) are needed; shown: "
              + "\(years.isEmpty ? "0" : times)."), spans: found.map(\.span))
    }
    // The years that must all be there, up to the last one told of.
    let last = years.contains(evidence.year) ? evidence.year : evidence.year - 1
    let missing = (last - held.times + 1...last).filter { !years.contains($0) }
    let others = missing.compactMap { other(in: $0, than: held.awards, evidence) }
    let has = years.isEmpty ? "0" : Self.list(years)
    guard let first = others.first else {
      let gaps = Self.list(missing)
      return CriterionAssessment(
        criterion: criterion, verdict: .incomplete,
        found: LocalizedText(
          vi: "Cần \(held.times) lần liên tục \(name); mới nêu: \(has); thiếu năm \(gaps).",
          en: "\(held.times) in a row of \(name) are needed; shown: \(has); "
            + "\(gaps) missing."), spans: found.map(\.span))
    }
    let title = first.mention.matches.first?.award.name(on: day) ?? ""
    return CriterionAssessment(
      criterion: criterion, verdict: .notMet,
      found: LocalizedText(
        vi: "Cần \(held.times) lần liên tục \(name); mới nêu: \(has); năm \(first.year) "
          + "ghi “\(title)”.",
        en: "\(held.times) in a row of \(name) are needed; shown: \(has); for "
          + "\(first.year) it gives “\(title)”."), spans: others.map(\.span))
  }

  /// The title that the report gives for a year in which another is needed. A higher one says
  /// nothing against the one needed.
  private func other(
    in year: Int, than awards: [String], _ evidence: Evidence
  ) -> (year: Int, mention: AwardMention, span: TextSpan)? {
    let told = evidence.report.history.filter { entry in
      entry.award != nil && entry.years == year...year
    }
    let wanted = Set(awards)
    let needed = wanted.reduce(into: Set<String>()) { $0.formUnion(below($1, depth: 0)) }
    for entry in told {
      guard let mention = entry.award, !mention.awards.isEmpty,
        mention.awards.isSubset(of: needed)
      else { continue }
      // A higher title of the year stands for the needed one.
      let isCovered = told.contains { other in
        other.award.map { $0.awards.isDisjoint(with: needed) && isTitle($0) } ?? false
      }
      if !isCovered { return (year, mention, entry.span) }
    }
    return nil
  }

  private func isYearly(_ id: String) -> Bool {
    guard let award = law.award(id: id), let standard = law.criteria(of: award, on: day) else {
      return true
    }
    return !standard.routes.flatMap(\.criteria).flatMap(\.flattened).contains { criterion in
      if case .previous(let held) = criterion { held.isConsecutive } else { false }
    }
  }

  private func isTitle(_ mention: AwardMention) -> Bool {
    mention.matches.contains { $0.award.awardClass == .emulationTitle }
  }

  /// Ids of titles that an award builds on, all the way down.
  private func below(_ id: String, depth: Int) -> Set<String> {
    guard depth < 6, let award = law.award(id: id) else { return [] }
    var result: Set<String> = []
    for lower in law.previous(in: award, on: day) where lower.id != id {
      result.insert(lower.id)
      result.formUnion(below(lower.id, depth: depth + 1))
    }
    return result
  }

  // MARK: Unbroken years at a level

  /// Where a route's years count from: the earliest award that it asks for first.
  func start(
    of route: AwardStandard.Route, _ evidence: Evidence
  ) -> (year: Int, span: TextSpan)? {
    let isCounted = route.criteria.contains {
      if case .run(let run) = $0 { run.isAfterPrevious } else { false }
    }
    guard isCounted else { return nil }
    let awards = route.criteria.flatMap { criterion -> [String] in
      if case .previous(let held) = criterion { held.awards } else { [] }
    }
    return entries(of: awards, evidence).compactMap { entry in
      entry.years.map { ($0.upperBound, entry.span) }
    }.min { $0.0 < $1.0 }
  }

  func run(
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
    // Whether the year of the award itself counts is for people: it does here.
    if let since = evidence.start?.year, run.isAfterPrevious {
      good = good.filter { $0 >= since }
      excellent = excellent.filter { $0 >= since }
      if evidence.year - since + 1 < run.years {
        return CriterionAssessment(
          criterion: criterion, verdict: .notMet,
          found: LocalizedText(
            vi:
              "Cần \(run.years) năm liên tục sau khi được tặng khen thưởng trước; báo cáo ghi được "
              + "tặng năm \(since), đến năm \(evidence.year) chưa đủ.",
            en:
              "\(run.years) unbroken years after the earlier award are needed; the report dates it "
              + "\(since), too late for \(evidence.year)."),
          spans: evidence.start.map { [$0.span] } ?? [])
      }
    }
    let longest = YearRun(good, upTo: evidence.year)
    let inside = longest.years.map { range in excellent.filter(range.contains).count } ?? 0
    let isMet = longest.count >= run.years && inside >= run.excellentYears
    let range = longest.years.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "–"
    var vi = "Chứng minh được \(longest.count)/\(run.years) năm liên tục (\(range))"
    var en = "\(longest.count) of \(run.years) unbroken years shown (\(range))"
    if run.excellentYears > 0 {
      vi += ", \(inside)/\(run.excellentYears) năm hoàn thành xuất sắc"
      en += ", \(inside) of \(run.excellentYears) excellent"
    }
    var verdict = Verdict.met
    if !isMet {
      verdict = .incomplete
      let last = good.contains(evidence.year) ? evidence.year : evidence.year - 1
      let missing = (last - run.years + 1...last).filter { !good.contains($0) }
      if let low = below(run, in: missing, evidence), let level = low.completion,
        let year = low.years?.upperBound
      {
        verdict = .notMet
        spans = [low.span]
        vi += "; năm \(year) ghi \(level.words.vi)"
        en += "; for \(year) it gives: \(level.words[.en])"
      } else if !missing.isEmpty {
        vi += "; thiếu năm \(Self.list(missing))"
        en += "; \(Self.list(missing)) missing"
      }
    }
    return CriterionAssessment(
      criterion: criterion, verdict: verdict, found: LocalizedText(vi: vi + ".", en: en + "."),
      spans: spans)
  }

  /// An assessment below the level asked, in one of these years.
  private func below(
    _ run: Criterion.Run, in years: [Int], _ evidence: Evidence
  ) -> HistoryEntry? {
    evidence.report.history.first { entry in
      guard entry.isAssessment, let level = entry.completion, let told = entry.years,
        told.count == 1
      else { return false }
      return level < run.completion && years.contains(told.lowerBound)
    }
  }
}
