import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// Judges the conditions of `Rules/appraisal` by the findings that bear on them and by what is there.
struct ConditionJudge {
  let conditions: AppraisalConditions
  let presence: Presence
  let law: LegalKnowledge
  let day: CivilDate?
  /// Rules that the review asked, by id.
  let asked: [String: Rule]
  let findings: [AppraisalSheet.NotedFinding]
  private let named: Set<String>

  init(
    conditions: AppraisalConditions, presence: Presence, law: LegalKnowledge, day: CivilDate?,
    asked: [String: Rule], findings: [AppraisalSheet.NotedFinding]
  ) {
    self.conditions = conditions
    self.presence = presence
    self.law = law
    self.day = day
    self.asked = asked
    self.findings = findings
    named = conditions.namedRules
  }

  /// What a finding does to a condition; nil when it does not belong to it.
  struct Bearing {
    var verdict: Verdict?
  }

  func bearing(of finding: Finding, on entry: AppraisalConditions.Entry) -> Bearing? {
    let effect =
      entry.rules.first { $0.rule == finding.rule }
      ?? entry.rules.first { effect in
        !named.contains(finding.rule) && effect.rule.hasSuffix("/*")
          && finding.rule.hasPrefix(effect.rule.dropLast())
      }
    guard let effect else { return nil }
    guard finding.severity >= effect.level, finding.suppressed == nil else {
      return Bearing(verdict: nil)
    }
    switch (effect.effect, finding.severity) {
    case (.remark, _): return Bearing(verdict: nil)
    case (.asks, _), (_, .note): return Bearing(verdict: .notChecked)
    case (.fails, .error): return Bearing(verdict: .notMet)
    case (.fails, .warning), (.incomplete, _): return Bearing(verdict: .incomplete)
    }
  }

  /// The condition as it stands; nil when it is left out.
  /// - Parameters:
  ///   - bearing: indices of findings that belong to it and to the case.
  ///   - draft: of a condition on a nominee.
  func condition(
    _ entry: AppraisalConditions.Entry, bearing: [Int], of draft: CaseDraft?
  ) -> Condition? {
    var verdict = Verdict.met
    var found: [Condition.Found] = []
    for need in entry.needs where draft != nil || entry.scope == .dossier {
      let answer = presence.look(for: need.subject, draft)
      if answer.isThere {
        found += answer.found
        continue
      }
      switch need.otherwise {
      case .leftOut: if bearing.isEmpty { return nil }
      case .nothing: break
      case .incomplete:
        verdict = min(verdict, .incomplete)
        found += answer.found
      case .notChecked:
        verdict = min(verdict, .notChecked)
        found += answer.found
      }
    }
    for index in bearing {
      guard let effect = self.bearing(of: findings[index].finding, on: entry)?.verdict else {
        continue
      }
      verdict = min(verdict, effect)
    }
    if let silent = silence(of: entry) {
      verdict = min(verdict, .notChecked)
      found.append(Condition.Found(silent))
    }
    if verdict == .met { found.append(Condition.Found(entry.met)) }
    return Condition(
      id: entry.id, basis: bases(entry.bases), requirement: entry.title, found: found,
      verdict: verdict, findings: bearing, look: verdict == .met ? nil : entry.look)
  }

  /// Why silence of the rules proves nothing; nil when it does.
  private func silence(of entry: AppraisalConditions.Entry) -> LocalizedText? {
    let rules = entry.rules.map(\.rule).filter { !$0.hasSuffix("/*") }
    guard !rules.isEmpty else { return nil }
    let absent = rules.filter { asked[$0] == nil }
    if !absent.isEmpty {
      let list = absent.joined(separator: ", ")
      return LocalizedText(
        vi: "Không được đối chiếu: \(list).", en: "Not compared: \(list).")
    }
    guard let day else { return nil }
    let speaks = rules.contains { id in
      guard let rule = asked[id] else { return false }
      return (rule.from ?? day) <= day && day <= (rule.until ?? day)
    }
    return speaks
      ? nil
      : LocalizedText(
        vi: "Chưa có quy tắc đối chiếu cho luật của ngày này.",
        en: "No rule compares this under the law of the day.")
  }

  /// The declared norms that were in force on the day.
  func bases(_ declared: [AppraisalConditions.Basis]) -> [Finding.Basis] {
    declared.compactMap { basis in
      guard let instrument = law.instrument(id: basis.norm.instrument),
        var norm = law.norm(basis.norm)
      else { return nil }
      if let day {
        switch law.status(of: instrument, on: day) {
        case .notYetEffective, .ended: return nil
        case .inForce, .unknown: break
        }
      }
      norm.verified = min(norm.verified, basis.verified)
      return norm
    }
  }
}
