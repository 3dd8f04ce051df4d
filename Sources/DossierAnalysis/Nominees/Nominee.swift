import DocumentAnalysis
import LegalKnowledge

/// Someone, or a body, that a paper names for an award.
public struct Nominee: Sendable, Hashable {
  public enum Origin: Sendable, Hashable {
    /// Row of a table: indices in the main part's tables and the table's rows.
    case row(table: Int, row: Int)
    /// An item of a list: its block.
    case item(block: Int)
  }

  /// Nil when the paper does not tell.
  public var recipient: Award.Recipient?
  /// The name without “Ông”, “Bà”, “đồng chí”; nil for an empty cell.
  public var name: TextSpan?
  public var nameText: String
  public var serial: Int?
  public var serialSpan: TextSpan?
  public var sex: Sex?
  public var birthYear: Int?
  public var office: TextSpan?
  public var unit: TextSpan?
  public var unitText: String
  /// Awards proposed: in the row, else by the heading above.
  public var awards: [AwardMention]
  /// Text of the award cell that is no award of the catalogue.
  public var unknownAward: TextSpan?
  /// What the row says of earlier awards and achievements.
  public var grounds: TextSpan?
  /// Awards of the past that the row names, with years and decisions.
  public var history: [HistoryEntry] = []
  /// The years the awards are for; a school year counts as the year it ends in.
  public var years: ClosedRange<Int>?
  /// Whether the paper itself says that this is a person or a collective: by “Ông”, “Bà”, birth,
  /// sex or office, or by a word for bodies; a bare name may be either.
  public var isRecipientStated = false
  /// Heading rows above it that say what is proposed, the nearest last.
  public var headings: [TextSpan] = []
  /// Votes in favour and the share, where the row gives them.
  public var votes: VoteCount?
  public var origin: Origin
  /// The place to point at: the name, else the row's first words.
  public var anchor: TextSpan

  public enum Sex: String, Sendable {
    case male = "nam"
    case female = "nu"
  }

  /// The name as compared between papers: letters only, without case and the place of tone marks.
  public var key: String
}

/// How a council voted on one nominee or award.
public struct VoteCount: Sendable, Hashable {
  /// Ballots in favour, and where they stand.
  public var agreed: Int
  public var span: TextSpan
  /// What the figure was counted against (“8/9”), when given with it.
  public var total: Int?
  /// Per cent, in hundredths of a point (88,89 % is 8889), when given.
  public var percent: Int?

  public init(agreed: Int, span: TextSpan, total: Int? = nil, percent: Int? = nil) {
    self.agreed = agreed
    self.span = span
    self.total = total
    self.percent = percent
  }
}

/// “05 tập thể”, “12 cá nhân”: how many a text says it proposes.
public struct NomineeCount: Sendable, Hashable {
  public var span: TextSpan
  public var value: Int
  public var recipient: Award.Recipient
  /// The award it is said of; empty for a count over all awards.
  public var awards: Set<String>

  public init(span: TextSpan, value: Int, recipient: Award.Recipient, awards: Set<String>) {
    self.span = span
    self.value = value
    self.recipient = recipient
    self.awards = awards
  }
}

/// A table that lists nominees.
public struct NomineeTable: Sendable, Hashable {
  /// Index in the main part's tables.
  public var table: Int
  /// Grid columns by what they hold.
  public var columns: [Int: NomineeColumn]
  /// Rows before the first nominee.
  public var headerRows: Range<Int>
  /// The headings' words by grid column, from the top; empty for a table that has none of its own.
  public var headings: [Int: [TextSpan]] = [:]
  /// Index of the table that this one carries on from the page before.
  public var continues: Int?

  public func has(_ role: NomineeColumn) -> Bool { columns.values.contains(role) }
}

/// What a column of a list of nominees holds.
public enum NomineeColumn: Sendable, Hashable {
  case serial
  case name
  case birth
  /// Year of birth of a man or a woman: the column tells the sex.
  case birthOf(Nominee.Sex)
  case sex
  case office
  case unit
  /// Office and unit in one cell.
  case officeAndUnit
  case award
  /// A column for one award, marked with a cross.
  case mark(Set<String>)
  case grounds
  case agreed
  case percent
  case note
}

/// Everything a paper says of its nominees.
public struct NomineeRegister: Sendable, Hashable {
  /// In reading order, tables and lists together.
  public var nominees: [Nominee]
  public var counts: [NomineeCount]
  public var tables: [NomineeTable]

  public init(
    nominees: [Nominee] = [], counts: [NomineeCount] = [], tables: [NomineeTable] = []
  ) {
    self.nominees = nominees
    self.counts = counts
    self.tables = tables
  }

  public func nominees(in table: Int) -> [Nominee] {
    nominees.filter {
      if case .row(let index, _) = $0.origin { index == table } else { false }
    }
  }
}
