/// Another level for rules that rest on practice alone: what offices expect differs from place to
/// place, what the law says does not.
public struct Retuning: Sendable, Hashable {
  /// As in `RuleSelection`.
  public var glob: String
  /// Nil: the rule is silent.
  public var level: Severity?

  public init(glob: String, level: Severity?) {
    self.glob = glob
    self.level = level
  }
}

extension Rule {
  /// The tiers its findings may have.
  public var tiers: Set<Tier> { Set(severities.map { $0.tier ?? tier }).union([tier]) }

  /// Whether a unit may set the level of its findings, or some of them.
  public var isRetunable: Bool { tiers.contains(.practice) }

  /// Whether some of its findings rest on more than practice: then setting one aside is an act that
  /// somebody answers for.
  public var isBinding: Bool { tiers != [.practice] }
}
