import TextMatching

/// What a province's or a unit's own regulation adds to the law: dates, copies, stricter ratios.
/// It may add and tighten; the loader refuses one that loosens what the law sets.
public struct LocalPack: Sendable, Hashable, Identifiable {
  /// A date or a term of its own, or an earlier one for a term of the law.
  public struct Deadline: Sendable, Hashable, Identifiable {
    public var id: String
    public var title: LocalizedText
    public var rule: StatutoryTerm.Rule
    /// Id of the term of the law that it tightens; nil when it is the pack's own.
    public var tightens: String?
    /// What a paper must say for the deadline to be its own: all phrases of one of the lists. Empty:
    /// it is for people to look up.
    public var subjects: [[String]] = []
    public var provision: ProvisionReference
    public var verified: Verification

    /// Whether a text says what the deadline is for, however capitalised.
    public func isAbout(_ text: String) -> Bool {
      guard !subjects.isEmpty else { return false }
      let folded = Folding.key(text)
      return subjects.contains { $0.allSatisfy { folded.contains(Folding.key($0)) } }
    }
  }

  /// A stricter share or number of members for a collective's award.
  public struct Tightening: Sendable, Hashable {
    /// Id of the award.
    public var award: String
    public var members: Criterion.Members
    public var provision: ProvisionReference
    public var verified: Verification
  }

  /// Something else the regulation asks for: a quorum, copies of a dossier.
  public struct Requirement: Sendable, Hashable, Identifiable {
    public var id: String
    public var title: LocalizedText
    /// The number asked for, at least; nil when it is none.
    public var value: Int?
    public var provision: ProvisionReference
    public var verified: Verification
  }

  public var id: String
  public var title: LocalizedText
  /// Id of the regulation, an instrument of the pack.
  public var instrument: String
  /// The level it is for, with every body below it.
  public var level: BodyLevel
  /// “Bắc Ninh”, or the unit's name.
  public var territory: String
  public var validity: Validity
  public var deadlines: [Deadline]
  public var tightenings: [Tightening]
  public var requirements: [Requirement]
  public var sources: [String]
  public var verified: Verification
}

/// A data file, with the day on which a person last compared it with its sources.
public struct CheckedFile: Sendable, Hashable {
  public var path: String
  /// Nil when the file does not say.
  public var checked: CivilDate?
}

extension Criterion.Members.Amount {
  /// Whether it asks for as much as `other`, or more; nil when the two cannot be compared.
  func isAtLeast(_ other: Self) -> Bool? {
    switch (self, other) {
    case (.percent(let a), .percent(let b)), (.overPercent(let a), .overPercent(let b)),
      (.count(let a), .count(let b)), (.overPercent(let a), .percent(let b)):
      a >= b
    case (.percent(let a), .overPercent(let b)): a > b
    default: nil
    }
  }
}

extension StatutoryTerm.Rule {
  /// Whether it leaves no more time than `other`; nil when the two cannot be compared.
  func isAtLeastAsStrict(as other: Self) -> Bool? {
    switch (self, other) {
    case (.yearly(let month, let day, let after), .yearly(let m, let d, let a)):
      (after, month, day) <= (a, m, d)
    case (.workingDays(let a), .workingDays(let b)), (.days(let a), .days(let b)): a <= b
    case (.workingDaysBefore(let a), .workingDaysBefore(let b)),
      (.daysBefore(let a), .daysBefore(let b)):
      a >= b
    default: nil
    }
  }
}

extension Criterion {
  /// The same with the members' share of `tightening` where it is the stricter.
  func tightened(by tightening: LocalPack.Tightening) -> Criterion {
    switch self {
    case .all(let parts): return .all(parts.map { $0.tightened(by: tightening) })
    case .any(let parts): return .any(parts.map { $0.tightened(by: tightening) })
    case .members(let members) where members.award == tightening.members.award:
      let isStricter = tightening.members.amount.isAtLeast(members.amount) == true
      return isStricter ? .members(tightening.members) : self
    default: return self
    }
  }
}
