import DocumentModel
import LegalKnowledge
import TextMatching

/// A stretch of one block of the main part.
public struct TextSpan: Sendable, Hashable {
  /// Index of the block in the main part.
  public var block: Int
  /// UTF-8 offsets in the block's text; empty marks a place rather than words.
  public var utf8: Range<Int>

  public init(block: Int, utf8: Range<Int>) {
    self.block = block
    self.utf8 = utf8
  }
}

/// A paper whose parts have been recognised: what rules look at.
public struct RecognisedDocument: Sendable {
  public var source: SourceDocument
  public var kind: RecognisedKind
  public var stage: Stage
  public var date: DocumentDate
  /// The year (or years) an annual plan is for; nil when not recognised.
  public var planYear: PlanYear?
  public var issuer: Issuer
  public var components: Components
  /// Headings and numbered items of the body, nested.
  public var outline: [OutlineNode]
  /// Citations of instruments, in reading order.
  public var citations: [Citation]
  /// Dates written out in full, in reading order, those of citations included.
  public var dates: [DateMention]
  /// Times named, in reading order: days, months, quarters, periods, lengths.
  public var times: [TimeMention]
  /// Bodies named anywhere in the paper, in reading order.
  public var bodies: [BodyMention]
  /// What bodies are said to do: confer, propose, launch, issue, demand; in reading order.
  public var acts: [Act]

  public init(
    source: SourceDocument, kind: RecognisedKind, stage: Stage, date: DocumentDate,
    planYear: PlanYear?, issuer: Issuer, components: Components, outline: [OutlineNode],
    citations: [Citation], dates: [DateMention], times: [TimeMention] = [],
    bodies: [BodyMention] = [], acts: [Act] = []
  ) {
    self.source = source
    self.kind = kind
    self.stage = stage
    self.date = date
    self.planYear = planYear
    self.issuer = issuer
    self.components = components
    self.outline = outline
    self.citations = citations
    self.dates = dates
    self.times = times
    self.bodies = bodies
    self.acts = acts
  }

  /// Blocks of the main part.
  public var blocks: [Block] { source.body.blocks }

  /// The words of a span.
  public func text(_ span: TextSpan) -> String {
    String(blocks[span.block].text[utf8Range: span.utf8])
  }
}

/// Whether the paper still waits for its signature (Decree 30/2020, Điều 15: number and date are
/// given after signing, so a draft rightly lacks them).
public enum Stage: String, Sendable, CaseIterable {
  case draft
  case issued
}

/// Which kind of paper this is, and what says so.
public struct RecognisedKind: Sendable, Hashable {
  public enum Evidence: String, Sendable {
    case typeName = "type-name"
    case symbol
    /// What the text calls itself (“Trên đây là Kế hoạch …”).
    case selfReference = "self-reference"
    case option
    case none
  }
  /// Id of a `DocumentKind`, nil when unknown.
  public var id: String?
  public var evidence: Evidence
  /// Written under rules of its own: Party, Front and union papers, normative documents.
  public var family: Family

  public enum Family: String, Sendable, CaseIterable {
    case administrative
    /// ĐẢNG CỘNG SẢN VIỆT NAM, “số 12-KH/TU”, T/M.
    case party
    /// Front and mass organisations that keep the Party's form.
    case massOrganisation = "mass-organisation"
    /// A legal normative document: year in the symbol, another decree rules its form.
    case normative
  }

  public init(id: String?, evidence: Evidence, family: Family) {
    self.id = id
    self.evidence = evidence
    self.family = family
  }
}

/// The day a paper is judged on, and how it was found.
public struct DocumentDate: Sendable, Hashable {
  public enum Source: String, Sendable {
    case placeDate = "place-date"
    case placeDatePartial = "place-date-partial"
    /// Minutes have no date line: the day of the meeting.
    case meeting
    case citations
    case planYear = "plan-year"
    case option
    case metadata
    /// Nothing in the paper says when: today.
    case today
  }
  /// First possible day: the as-of date. Errors and warnings must hold from here to `latest`.
  public var earliest: CivilDate
  public var latest: CivilDate
  public var source: Source
  /// Where it stands, when it stands in the text.
  public var span: TextSpan?

  public var isCertain: Bool { earliest == latest }

  public init(earliest: CivilDate, latest: CivilDate, source: Source, span: TextSpan? = nil) {
    self.earliest = earliest
    self.latest = latest
    self.source = source
    self.span = span
  }
}

/// The year a plan is for.
public struct PlanYear: Sendable, Hashable {
  public var years: ClosedRange<Int>
  public var span: TextSpan
  /// First day of the period.
  public var firstDay: CivilDate? { CivilDate(year: years.lowerBound, month: 1, day: 1) }
  public var lastDay: CivilDate? { CivilDate(year: years.upperBound, month: 12, day: 31) }

  public init(years: ClosedRange<Int>, span: TextSpan) {
    self.years = years
    self.span = span
  }
}

/// Who issues the paper.
public struct Issuer: Sendable, Hashable {
  /// Full name, abbreviations expanded where known: “Ủy ban nhân dân xã Tân Việt”. Nil: not found.
  public var name: String?
  public var level: BodyLevel?
  /// Id of a `BodyType`.
  public var bodyType: String?
  /// Where it was found: the letterhead, else the text's own reference to it.
  public var span: TextSpan?
  public var isFromLetterhead: Bool

  public init(
    name: String? = nil, level: BodyLevel? = nil, bodyType: String? = nil, span: TextSpan? = nil,
    isFromLetterhead: Bool = false
  ) {
    self.name = name
    self.level = level
    self.bodyType = bodyType
    self.span = span
    self.isFromLetterhead = isFromLetterhead
  }
}
