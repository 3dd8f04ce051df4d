import TextMatching

/// Which instruments govern emulation and commendation in one window of time
/// (`decrees.md` facts, table "Which basis is valid on date D").
public struct Regime: Sendable, Hashable {
  /// `06/2022/QH15+98/2023/NĐ-CP`
  public var id: String
  public var from: CivilDate
  /// Last day; nil when open.
  public var until: CivilDate?
  /// Instrument ids by role: `tdkt-law` → `06/2022/QH15`.
  public var governing: [String: [String]]
  /// Said with every finding that rests on a text the regime has changed; nil when none.
  public var caution: LocalizedText?
  public var verified: Verification

  public init(
    id: String, from: CivilDate, until: CivilDate?, governing: [String: [String]],
    caution: LocalizedText?, verified: Verification
  ) {
    self.id = id
    self.from = from
    self.until = until
    self.governing = governing
    self.caution = caution
    self.verified = verified
  }
}
