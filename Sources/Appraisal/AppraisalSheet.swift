import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// The appraisal sheet of one dossier (phiếu thẩm định): every condition with what was found and
/// where, what no machine can check, and an outcome proposed by `OutcomePolicy`. A person decides and
/// signs; the sheet shows its grounds.
public struct AppraisalSheet: Sendable {
  /// What the dossier says of itself, and the law it is held against.
  public struct Head: Sendable {
    /// The folder, archive or first file, as given.
    public var path: String
    /// Who proposes; nil when no paper tells.
    public var proposer: String?
    /// “15/TTr-VP”, of the proposal; nil when blank or absent.
    public var symbol: String?
    /// Of the proposal, as far as it is certain.
    public var date: CivilDate?
    /// Trích yếu of the proposal.
    public var subject: String?
    /// The day whose law governs; nil when no paper was read.
    public var lawDay: CivilDate?
    /// Where `lawDay` comes from.
    public var lawDayReason: LocalizedText
    /// Id of the regime of that day.
    public var regime: String?
    public var regimeWords: LocalizedText?
    /// What is uncertain about the law of that day.
    public var caution: LocalizedText?
    /// The day the dossier was received for appraisal, when known.
    public var received: CivilDate?
    /// Which law a dossier received on that day follows, when a transition rule bears on it.
    public var transition: LocalizedText?
  }

  /// A file of the dossier.
  public struct Paper: Sendable {
    /// As given; inside an archive `a.zip!/b.docx`.
    public var path: String
    /// Nil when it could not be read.
    public var role: Dossier.Role?
    public var symbol: String?
    /// Nil when the paper does not tell its day for certain.
    public var date: CivilDate?
    /// Why it could not be read; nil when it was.
    public var unread: LocalizedText?
  }

  /// A finding and the paper it is about.
  public struct NotedFinding: Sendable {
    /// Index in `papers`.
    public var paper: Int
    public var finding: Finding
  }

  public var head: Head
  /// Those read, in the order of `Dossier.papers`, then those that could not be.
  public var papers: [Paper]
  /// Conditions of the dossier as a whole.
  public var conditions: [Condition]
  /// Every nominee with every award proposed, in the order of the proposal.
  public var cases: [Case]
  /// What no machine can check.
  public var manualChecks: [ManualCheck]
  /// Every finding of the review, by paper.
  public var findings: [NotedFinding]
  /// For the dossier as a whole, its cases included.
  public var outcome: Outcome
}

/// A requirement and what the papers show of it.
public struct Condition: Sendable {
  /// Something found, with its place when it has one.
  public struct Found: Sendable {
    public var words: LocalizedText
    public var places: [Place]

    public init(_ words: LocalizedText, places: [Place] = []) {
      self.words = words
      self.places = places
    }
  }

  /// A place in a paper; no words of it, for papers hold personal data.
  public struct Place: Sendable, Hashable {
    /// Index in `AppraisalSheet.papers`.
    public var paper: Int
    /// Nil: the paper as a whole.
    public var location: Location?

    public init(paper: Int, location: Location? = nil) {
      self.paper = paper
      self.location = location
    }
  }

  /// Unique in its table: `thanh-phan-ho-so`, `tieu-chuan-2`.
  public var id: String
  /// The norms behind it that were in force on the day; empty when the data holds none.
  public var basis: [Finding.Basis]
  public var requirement: LocalizedText
  public var found: [Found]
  public var verdict: Verdict
  /// Indices in `AppraisalSheet.findings`.
  public var findings: [Int]
  /// Where people must look; nil when nothing is left to them.
  public var look: LocalizedText?
  /// Of “all of” and “one of”.
  public var parts: [Condition]

  public init(
    id: String, basis: [Finding.Basis], requirement: LocalizedText, found: [Found] = [],
    verdict: Verdict, findings: [Int] = [], look: LocalizedText? = nil, parts: [Condition] = []
  ) {
    self.id = id
    self.basis = basis
    self.requirement = requirement
    self.found = found
    self.verdict = verdict
    self.findings = findings
    self.look = look
    self.parts = parts
  }
}

/// One nominee and one award.
public struct Case: Sendable {
  /// The way to the award whose requirements are compared.
  public struct Route: Sendable {
    public var basis: Finding.Basis
    /// How many ways the law has for such a recipient, this one included.
    public var count: Int
    /// What the machine cannot compare, or how the wording may be read.
    public var remark: LocalizedText?
  }

  /// From 1, in the order of the sheet.
  public var number: Int
  /// As the proposal writes it; empty when it gives none.
  public var name: String
  public var recipient: Award.Recipient?
  /// Empty when not given.
  public var unit: String
  /// Id of the award; nil when the name leaves a choice or is not in the catalogue.
  public var award: String?
  /// The award's name on the day, else as the paper writes it.
  public var awardName: String
  /// Nil when the data has no standard for the day, or no report to hold against it.
  public var route: Route?
  public var conditions: [Condition]
  public var outcome: Outcome
}

/// Something that people must check, and who.
public struct ManualCheck: Sendable {
  public var id: String
  public var basis: [Finding.Basis]
  public var title: LocalizedText
  /// Who should look, and where.
  public var who: LocalizedText
  /// Indices in `AppraisalSheet.findings`: what the review saw of it.
  public var findings: [Int]
}
