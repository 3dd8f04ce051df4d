import DocumentAnalysis
import LegalKnowledge

/// How grave an observation is: the declared level, then the caps that keep a rule from claiming
/// more than its norm and its facts allow.
struct SeverityPolicy {
  let rule: Rule
  let document: RecognisedDocument
  /// What the unit has set for the rule.
  var retuning: Retuning?

  /// What a level is judged by, besides the declaration.
  struct Grounds {
    /// Case that the check named.
    var name: String?
    var isCertain: Bool
    var verified: Verification
    /// The norm as resolved for the day.
    var bases: [Finding.Basis]
    /// A basis has been amended by a text that is not known.
    var isAmendedUnseen: Bool
  }

  /// The level, and what came of the declaration on the way to it.
  struct Verdict {
    /// The row of the declaration that decided.
    var row: Rule.SeverityCase
    var tier: Tier
    var caps: [Explanation.Cap]
    /// The level that the unit has set in place of the declared one.
    var retuned: Severity?

    var level: Severity { caps.map(\.most).reduce(retuned ?? row.level, min) }
  }

  /// Nil when no declared level fits, or the unit has switched the rule off: then it says nothing.
  func verdict(_ grounds: Grounds) -> Verdict? {
    guard let row = rule.severities.first(where: { applies($0, name: grounds.name) }) else {
      return nil
    }
    let tier = row.tier ?? rule.tier
    var caps: [Explanation.Cap] = []
    func cap(_ most: Severity, _ reason: Explanation.Cap.Reason) {
      caps.append(Explanation.Cap(most: most, reason: reason))
    }
    let retuning = tier == .practice ? retuning : nil
    if let retuning {
      // The unit answers for the weight it gives to practice; doubt about the facts still counts.
      if retuning.level == nil { return nil }
    } else {
      if tier == .practice { cap(.warning, .practice) }
      if rule.strength != .mandatory { cap(.warning, .strength(rule.strength)) }
    }
    if grounds.verified != .yes {
      cap(Severity.most(for: grounds.verified), .facts(grounds.verified))
    }
    if !grounds.isCertain { cap(.note, .uncertainDay) }
    if !windowHolds(rule.from, rule.until) || !windowHolds(row.from, row.until) {
      cap(.note, .window)
    }
    if tier.restsOnNorm, !rule.bases.isEmpty || !grounds.bases.isEmpty {
      // The best known of several norms carries the rule; none in force that day carries nothing.
      switch grounds.bases.map(\.verified).max() {
      case nil: cap(.note, .noNormInForce)
      case .yes: break
      case let known?: cap(Severity.most(for: known), .norm(known))
      }
      if grounds.isAmendedUnseen { cap(.note, .amendedUnseen) }
    }
    return Verdict(row: row, tier: tier, caps: caps, retuned: retuning?.level)
  }

  private func applies(_ row: Rule.SeverityCase, name: String?) -> Bool {
    if let wanted = row.name, wanted != name { return false }
    if !row.kinds.isEmpty, !row.kinds.contains(document.kind.id ?? "") { return false }
    if !row.stages.isEmpty, !row.stages.contains(document.stage.rawValue) { return false }
    let day = document.date.earliest
    return (row.from ?? day) <= day && day <= (row.until ?? day)
  }

  /// Whether the window is open on every possible day of the paper.
  private func windowHolds(_ from: CivilDate?, _ until: CivilDate?) -> Bool {
    (from ?? document.date.earliest) <= document.date.earliest
      && document.date.latest <= (until ?? document.date.latest)
  }
}

extension Severity {
  /// The gravest that what rests on facts of this certainty may be.
  public static func most(for verified: Verification) -> Severity {
    switch verified {
    case .yes: .error
    case .secondary: .warning
    case .no: .note
    }
  }
}

extension Tier {
  /// Whether such a rule speaks for a norm, so that it is no graver than the norm is certain.
  public var restsOnNorm: Bool {
    switch self {
    case .law, .decree, .circular: true
    case .fact, .local, .practice: false
    }
  }
}
