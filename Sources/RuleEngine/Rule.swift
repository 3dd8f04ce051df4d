import DocumentModel
import LegalKnowledge
import TextMatching

/// How grave a finding is; the values are SARIF's levels.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a rule rests on; it caps severity.
public enum Tier: String, Sendable, CaseIterable {
  /// Calendar, arithmetic, registry, a paper contradicting itself.
  case fact
  case law
  case decree
  case circular
  case local
  /// What offices expect, without a norm behind it: a warning at most.
  case practice
}

/// How binding the norm is; anything but mandatory is a warning at most.
public enum Strength: String, Sendable, CaseIterable {
  case mandatory
  case conditional
  case recommended
}

/// A rule as declared in `Rules/modules`; its logic is elsewhere.
public struct Rule: Sendable, Identifiable {
  /// One row of the severity list; the first whose conditions all hold wins.
  public struct SeverityCase: Sendable, Hashable {
    public var level: Severity
    public var tier: Tier?
    public var kinds: [String]
    public var stages: [String]
    /// First and last as-of date.
    public var from: CivilDate?
    public var until: CivilDate?
    /// Case that the check names.
    public var name: String?

    public init(
      level: Severity, tier: Tier? = nil, kinds: [String] = [], stages: [String] = [],
      from: CivilDate? = nil, until: CivilDate? = nil, name: String? = nil
    ) {
      self.level = level
      self.tier = tier
      self.kinds = kinds
      self.stages = stages
      self.from = from
      self.until = until
      self.name = name
    }
  }

  public struct Basis: Sendable, Hashable {
    /// Id of an instrument in the data.
    public var instrument: String
    /// “Phụ lục I, mục II.6”
    public var provision: String?
    public init(instrument: String, provision: String?) {
      self.instrument = instrument
      self.provision = provision
    }
  }

  public struct FixAdvice: Sendable, Hashable {
    public var kind: Fix.Kind
    public var safety: LocalizedText
    public init(kind: Fix.Kind, safety: LocalizedText) {
      self.kind = kind
      self.safety = safety
    }
  }

  public struct Example: Sendable, Hashable {
    public enum Expectation: String, Sendable, CaseIterable {
      case fail
      case pass
    }
    public var id: String
    public var expectation: Expectation
    /// Readable text, the place of the finding in ⟦…⟧.
    public var text: String
    public var asOf: CivilDate?
    public var kind: String?
    public var stage: String?
    /// Severity the finding must have, when given.
    public var severity: Severity?
    /// The finding is about something that is not there: it has no marker and may land anywhere.
    public var isAbsence: Bool
    /// Tracked changes and comments of the file that the text stands for.
    public var revisions = RevisionSummary()
    /// Line in the rule file, for test output.
    public var line: Int

    public init(
      id: String, expectation: Expectation, text: String, asOf: CivilDate?, kind: String?,
      stage: String?, severity: Severity?, isAbsence: Bool = false, line: Int
    ) {
      self.id = id
      self.expectation = expectation
      self.text = text
      self.asOf = asOf
      self.kind = kind
      self.stage = stage
      self.severity = severity
      self.isAbsence = isAbsence
      self.line = line
    }
  }

  /// What decides whether the rule speaks.
  public enum Check: Sendable, Hashable {
    /// Compiled in: the module's id and the check's name in it.
    case native(module: String, name: String)
    /// A program outside, which is asked for all its rules at once; what it saw is handed to
    /// `RuleRunner`.
    case external(plugin: String)
    /// Declared in the rule file: the element's name, for example `forbid`.
    case shape(String)
  }

  /// `citations/expired-instrument`
  public var id: String
  public var tier: Tier
  public var strength: Strength
  /// First and last as-of date on which the rule speaks at all.
  public var from: CivilDate?
  public var until: CivilDate?
  public var severities: [SeverityCase]
  /// Kinds it applies to; empty: all, `unknown` included.
  public var kinds: [String]
  /// Stages it applies to; empty: both.
  public var stages: [String]
  /// Families of papers (`RecognisedKind.Family`) it applies to; empty: all.
  public var families: [String]
  public var bases: [Basis]
  public var title: LocalizedText
  public var why: LocalizedText
  /// Templates by case name; the key "" is the one for every other case.
  public var messages: [String: LocalizedText]
  public var fix: FixAdvice?
  public var check: Check
  public var examples: [Example]
  /// What a rule in XPath asks; nil for every other.
  public var query: Query?
  /// Where it is declared.
  public var path: String
  public var line: Int

  public init(
    id: String, tier: Tier, strength: Strength, from: CivilDate?, until: CivilDate?,
    severities: [SeverityCase], kinds: [String], stages: [String], families: [String] = [],
    bases: [Basis],
    title: LocalizedText, why: LocalizedText, messages: [String: LocalizedText], fix: FixAdvice?,
    check: Check, examples: [Example], path: String, line: Int
  ) {
    self.id = id
    self.tier = tier
    self.strength = strength
    self.from = from
    self.until = until
    self.severities = severities
    self.kinds = kinds
    self.stages = stages
    self.families = families
    self.bases = bases
    self.title = title
    self.why = why
    self.messages = messages
    self.fix = fix
    self.check = check
    self.examples = examples
    self.path = path
    self.line = line
  }
}
