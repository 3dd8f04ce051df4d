/// How well tasks were done in a year's assessment.
public enum CompletionLevel: String, Sendable, CaseIterable, Comparable {
  /// Hoàn thành nhiệm vụ.
  case completed = "hoan-thanh"
  /// Hoàn thành tốt nhiệm vụ.
  case well = "tot"
  /// Hoàn thành xuất sắc nhiệm vụ.
  case excellent = "xuat-sac"

  public static func < (a: CompletionLevel, b: CompletionLevel) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .completed: 0
    case .well: 1
    case .excellent: 2
    }
  }
}

/// A requirement that can be compared with what a dossier states. Words such as scopes, works and
/// qualities are ids of `LegalTerm`.
public indirect enum Criterion: Sendable, Hashable {
  case all([Criterion])
  case any([Criterion])
  /// Awards that must have been received before: the step below in a chain.
  case previous(HeldAwards)
  /// Awards received in the counted years.
  case held(HeldAwards)
  /// Meets the standard of one of these awards (ids) in the same period.
  case standard(of: [String])
  /// The assessment of the period under review, at least this.
  case completion(CompletionLevel)
  case run(Run)
  case members(Members)
  /// No member disciplined at this measure or a heavier one (id of a term).
  case noDiscipline(from: String)
  case work(Work)
  /// A production model kept up for at least so many years.
  case model(years: Int)
  /// Years of building and development of the collective, at least.
  case age(years: Int)
  case movement(Movement)
  /// Standing in a cluster or block of emulation.
  case block(organiser: String, standing: String)
  /// A sudden feat with influence in this scope.
  case feat(scope: String)
  /// A prize won in a contest of this level.
  case contest(level: String)
  case service(Service)
  /// Only on a “năm tròn”, an anniversary whose number ends in 0.
  case anniversary
  /// What people judge: unity, a clean Party organisation, observance of the law.
  case quality(String)

  public struct HeldAwards: Sendable, Hashable {
    /// Ids of awards, any of which counts.
    public var awards: [String]
    public var times: Int
    public var isConsecutive: Bool

    public init(awards: [String], times: Int, isConsecutive: Bool) {
      self.awards = awards
      self.times = times
      self.isConsecutive = isConsecutive
    }
  }

  /// Unbroken years up to the proposal, each at a level or with one of the awards.
  public struct Run: Sendable, Hashable {
    public var years: Int
    public var completion: CompletionLevel
    /// Ids of awards that may stand for the level in any year.
    public var awards: [String]
    /// Years among them that must be excellent.
    public var excellentYears: Int
    /// Whether the years count from the award that the route asks for first.
    public var isAfterPrevious: Bool

    public init(
      years: Int, completion: CompletionLevel, awards: [String], excellentYears: Int,
      isAfterPrevious: Bool = false
    ) {
      self.years = years
      self.completion = completion
      self.awards = awards
      self.excellentYears = excellentYears
      self.isAfterPrevious = isAfterPrevious
    }
  }

  /// Members of a collective with an award, or who completed their tasks.
  public struct Members: Sendable, Hashable {
    public enum Amount: Sendable, Hashable {
      /// At least so many per cent.
      case percent(Int)
      /// More than so many per cent.
      case overPercent(Int)
      /// At least so many persons.
      case count(Int)
    }
    /// Id of an award; nil for those who completed their tasks.
    public var award: String?
    public var amount: Amount

    public init(award: String?, amount: Amount) {
      self.award = award
      self.amount = amount
    }
  }

  /// Initiatives, studies, ingenuity in combat.
  public struct Work: Sendable, Hashable {
    /// Ids of terms, any of which counts.
    public var kinds: [String]
    public var scope: String
    public var count: Int

    public init(kinds: [String], scope: String, count: Int) {
      self.kinds = kinds
      self.scope = scope
      self.count = count
    }
  }

  /// A movement of emulation at its review or close.
  public struct Movement: Sendable, Hashable {
    /// Ids of terms for who launched it, any of which counts; empty for any movement.
    public var launchers: [String]
    /// How long it must have lasted, at least; nil when the law does not say.
    public var years: Int?
    public var standing: String

    public init(launchers: [String], years: Int?, standing: String) {
      self.launchers = launchers
      self.years = years
      self.standing = standing
    }
  }

  /// Years of service or practice.
  public struct Service: Sendable, Hashable {
    public var years: Int
    /// The years must be fewer than this; nil when open.
    public var below: Int?
    /// Where: id of a term.
    public var field: String

    public init(years: Int, below: Int?, field: String) {
      self.years = years
      self.below = below
      self.field = field
    }
  }

  /// This and everything inside it, in order.
  public var flattened: [Criterion] {
    switch self {
    case .all(let parts), .any(let parts): [self] + parts.flatMap(\.flattened)
    default: [self]
    }
  }
}
