import DataFiles
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// The conditions of an appraisal sheet, as `Rules/appraisal` lists them.
public struct AppraisalConditions: Sendable {
  /// What a finding of a rule does to a condition.
  public enum Effect: String, Sendable, CaseIterable {
    /// An error contradicts the condition: KHÔNG ĐẠT; a warning: CẦN BỔ SUNG.
    case fails
    /// An error or a warning: CẦN BỔ SUNG.
    case incomplete
    /// People must look: CHƯA KIỂM TRA ĐƯỢC.
    case asks
    /// Shown; it changes nothing.
    case remark
  }

  /// A rule, or all rules of a module that no entry names.
  public struct RuleEffect: Sendable, Hashable {
    /// `dossier/missing-document`, or `structure/*`.
    public var rule: String
    public var effect: Effect
    /// Findings of less weight are remarks.
    public var level: Severity
  }

  /// What must be there before a condition can be called met.
  public struct Need: Sendable, Hashable {
    public enum Subject: String, Sendable, CaseIterable {
      /// Every file could be read and was recognised.
      case allRead = "all-read"
      case proposal
      case list
      case report
      case minutes
      case decision
      case opinion
      case publication
      /// Somebody is proposed for something.
      case nominees
      /// A report of achievement of the nominee.
      case ownReport = "own-report"
      /// The nominee's name in the minutes.
      case ownMinutes = "own-minutes"
      /// Votes for the nominee, where a decree sets a share.
      case ownBallot = "own-ballot"
      /// A certificate or decision that recognises a work of the nominee.
      case ownWork = "own-work"
      /// Nothing that papers prove: people must ask.
      case people
    }
    public enum Absence: String, Sendable, CaseIterable {
      case incomplete
      case notChecked = "not-checked"
      /// The condition is left out of the sheet, unless a finding bears on it.
      case leftOut = "left-out"
      /// Nothing follows; it is shown when it is there.
      case nothing
    }
    public var subject: Subject
    public var otherwise: Absence
  }

  public enum Scope: String, Sendable, CaseIterable {
    case dossier
    case nominee
  }

  public struct Entry: Sendable {
    public var id: String
    public var scope: Scope
    /// Ids of awards it is for; with `classes` both empty: for all.
    public var awards: Set<String>
    public var classes: Set<Award.Class>
    public var bases: [Basis]
    public var title: LocalizedText
    /// What to say when it is met and nothing else was found.
    public var met: LocalizedText
    public var look: LocalizedText?
    public var needs: [Need]
    public var rules: [RuleEffect]
  }

  /// Something for people.
  public struct ManualEntry: Sendable {
    public var id: String
    public var awards: Set<String>
    public var classes: Set<Award.Class>
    public var bases: [Basis]
    public var title: LocalizedText
    public var who: LocalizedText
    /// Ids of rules whose findings help.
    public var rules: [String]
  }

  /// A declared norm, with how certain its place is.
  public struct Basis: Sendable, Hashable {
    public var norm: Rule.Basis
    public var verified: Verification
  }

  public internal(set) var entries: [Entry] = []
  public internal(set) var manual: [ManualEntry] = []
  /// Rules of the modules `dossier` and `nominees` that do not bear on the outcome.
  public internal(set) var bearingless: Set<String> = []

  public init() {}

  /// Reads the files below a folder `appraisal` and leaves the others alone.
  /// - Throws: `DataFileError`, for the first fault in the order of the files.
  public init(files: [DataFile], law: LegalKnowledge) throws {
    for file in files where AppraisalConditions.isConditions(file.path) {
      try ConditionsReader(law: law).read(file, into: &self)
    }
  }

  private static func isConditions(_ path: String) -> Bool {
    path.hasSuffix(".xml") && (path.hasPrefix("appraisal/") || path.contains("/appraisal/"))
  }

  /// Ids of rules named by a condition or a manual check.
  public var namedRules: Set<String> {
    Set(entries.flatMap { $0.rules.map(\.rule) } + manual.flatMap(\.rules))
      .filter { !$0.hasSuffix("/*") }
  }
}
