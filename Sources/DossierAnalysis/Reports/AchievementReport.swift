import DocumentAnalysis
import LegalKnowledge

/// What a report of achievement says of its subject.
public struct AchievementReport: Sendable, Hashable {
  /// Words with their place.
  public struct Field: Sendable, Hashable {
    public var text: String
    public var span: TextSpan
    public init(text: String, span: TextSpan) {
      self.text = text
      self.span = span
    }
  }

  /// The person or collective; nil when the report does not name one.
  public var subject: Field?
  /// The subject as compared between papers (see `Nominee.key`).
  public var key: String
  public var recipient: Award.Recipient?
  public var birthYear: Int?
  public var birthSpan: TextSpan?
  public var office: Field?
  public var unit: Field?
  /// Awards that the title proposes.
  public var awards: [AwardMention]
  public var history: [HistoryEntry]
  public var works: [WorkMention]
  /// The last year the award is proposed for, from the title; a school year counts as the year it
  /// ends in.
  public var year: Int?
  /// “Chưa có.” under the heading on earlier awards: the report says that there are none.
  public var noneBefore: TextSpan?

  /// The year up to which years in a row count, for a report judged on `day`: what is proposed in the
  /// first quarter is for the year before.
  public func year(on day: CivilDate) -> Int {
    year ?? (day.month <= 3 ? day.year - 1 : day.year)
  }

  public init(
    subject: Field? = nil, key: String = "", recipient: Award.Recipient? = nil,
    birthYear: Int? = nil, birthSpan: TextSpan? = nil, office: Field? = nil, unit: Field? = nil,
    awards: [AwardMention] = [], history: [HistoryEntry] = [], works: [WorkMention] = []
  ) {
    self.subject = subject
    self.key = key
    self.recipient = recipient
    self.birthYear = birthYear
    self.birthSpan = birthSpan
    self.office = office
    self.unit = unit
    self.awards = awards
    self.history = history
    self.works = works
  }
}

extension AchievementReport {
  /// Its subject as a list would name it, to compare it with those of other papers; nil without one.
  public var asNominee: Nominee? {
    guard let subject, !key.isEmpty else { return nil }
    return Nominee(
      recipient: recipient, name: subject.span, nameText: subject.text, serial: nil,
      serialSpan: nil, sex: nil, birthYear: birthYear, office: office?.span, unit: unit?.span,
      unitText: unit?.text ?? "", awards: awards, unknownAward: nil, grounds: nil, votes: nil,
      origin: .item(block: subject.span.block), anchor: subject.span, key: key)
  }
}

/// An award or an assessment of the past.
public struct HistoryEntry: Sendable, Hashable {
  /// The years it is for; a school year counts as the year it ends in.
  public var years: ClosedRange<Int>?
  public var award: AwardMention?
  public var completion: CompletionLevel?
  /// Whether `completion` is said to be the assessment (“được xếp loại …”, a cell of its own), not
  /// praise in running text.
  public var isAssessment: Bool
  public var decision: DecisionReference
  /// The words of the entry.
  public var span: TextSpan

  public init(
    years: ClosedRange<Int>?, award: AwardMention?, completion: CompletionLevel?,
    isAssessment: Bool = false, decision: DecisionReference, span: TextSpan
  ) {
    self.years = years
    self.award = award
    self.completion = completion
    self.isAssessment = isAssessment
    self.decision = decision
    self.span = span
  }
}

/// Number, date and issuer of a decision, as far as given.
public struct DecisionReference: Sendable, Hashable {
  /// As typed: “125/QĐ-UBND”.
  public var symbol: String?
  public var symbolSpan: TextSpan?
  public var date: CivilDate?
  /// Whether anybody is named as having issued it.
  public var hasIssuer: Bool

  public init(
    symbol: String? = nil, symbolSpan: TextSpan? = nil, date: CivilDate? = nil,
    hasIssuer: Bool = false
  ) {
    self.symbol = symbol
    self.symbolSpan = symbolSpan
    self.date = date
    self.hasIssuer = hasIssuer
  }

  public var isComplete: Bool { symbol != nil && date != nil && hasIssuer }
}

/// An initiative, a study or another work that a report or a certificate names.
public struct WorkMention: Sendable, Hashable {
  /// The title, in quotation marks or after a colon; nil when it has none.
  public var title: AchievementReport.Field?
  /// The title as compared between papers: letters only.
  public var key: String
  public var decision: DecisionReference
  public var span: TextSpan

  public init(
    title: AchievementReport.Field?, key: String, decision: DecisionReference, span: TextSpan
  ) {
    self.title = title
    self.key = key
    self.decision = decision
    self.span = span
  }
}
