import DocumentAnalysis
import LegalKnowledge

/// What the minutes of a council say of who was there and how they voted.
public struct Minutes: Sendable, Hashable {
  /// A number and where it stands.
  public struct Figure: Sendable, Hashable {
    public var value: Int
    public var span: TextSpan
    public init(value: Int, span: TextSpan) {
      self.value = value
      self.span = span
    }
  }

  /// One result of a vote.
  public struct Ballot: Sendable, Hashable {
    /// Key of the nominee (see `Nominee.key`); nil when the result is for all under an award.
    public var nominee: String?
    public var nomineeText: String
    public var awards: Set<String>
    public var votes: VoteCount

    public init(nominee: String?, nomineeText: String, awards: Set<String>, votes: VoteCount) {
      self.nominee = nominee
      self.nomineeText = nomineeText
      self.awards = awards
      self.votes = votes
    }
  }

  /// The day of the meeting, from the text; else the paper's own date.
  public var date: CivilDate?
  public var dateSpan: TextSpan?
  /// All members of the council, present or not.
  public var members: Figure?
  public var present: Figure?
  public var absent: Figure?
  /// Absent members who voted in writing.
  public var written: Figure?
  /// Whether opinions in writing are spoken of at all, with a number or without.
  public var speaksOfWriting = false
  /// The chair's line: “Chủ trì: ông …, Chủ tịch Hội đồng”.
  public var chair: TextSpan?
  public var ballots: [Ballot]

  public init(
    date: CivilDate? = nil, dateSpan: TextSpan? = nil, members: Figure? = nil,
    present: Figure? = nil, absent: Figure? = nil, written: Figure? = nil, chair: TextSpan? = nil,
    ballots: [Ballot] = []
  ) {
    self.date = date
    self.dateSpan = dateSpan
    self.members = members
    self.present = present
    self.absent = absent
    self.written = written
    self.chair = chair
    self.ballots = ballots
  }
}
