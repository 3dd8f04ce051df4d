import DataFiles
import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import RuleEngine
import TextMatching

/// Everything one run has to tell.
public struct Report: Sendable {
  public var tool: Tool
  /// In the order the inputs were given.
  public var documents: [DocumentReport]
  /// The tool's own findings that belong to no document.
  public var findings: [Finding]
  /// The rules of the run, for formats that describe them; empty when no format asked.
  public var rules: [RuleDescription]
  /// What the process will return to its caller.
  public var exitStatus: Int32

  public init(
    tool: Tool, documents: [DocumentReport], findings: [Finding] = [],
    rules: [RuleDescription] = [], exitStatus: Int32 = 0
  ) {
    self.tool = tool
    self.documents = documents
    self.findings = findings
    self.rules = rules
    self.exitStatus = exitStatus
  }

  public struct Tool: Sendable, Hashable {
    public var name: String
    public var version: String
    /// `sha256:` and the digest of all rule, law and kind files of the run.
    public var rules: String

    public init(name: String, version: String, rules: String) {
      self.name = name
      self.version = version
      self.rules = rules
    }
  }

  public struct Summary: Sendable, Hashable {
    public var documents = 0
    public var errors = 0
    public var warnings = 0
    public var notes = 0
    public var unreadable = 0
    /// Findings that a suppression covers; they are counted nowhere else.
    public var suppressed = 0
    /// Findings that a baseline holds, among the ones counted above.
    public var known = 0
    /// Entries of baselines that the documents no longer have.
    public var absent = 0

    public init() {}

    /// Counts one input in.
    public mutating func count(_ document: DocumentReport) {
      documents += 1
      absent += document.absent.count
      switch document.outcome {
      case .read(let profile): count(profile.findings)
      case .unreadable: unreadable += 1
      }
    }

    mutating func count(_ findings: [Finding]) {
      for finding in findings {
        if finding.suppressed != nil {
          suppressed += 1
          continue
        }
        if finding.baseline == .unchanged { known += 1 }
        switch finding.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        case .note: notes += 1
        }
      }
    }
  }

  public var summary: Summary {
    var summary = Summary()
    for document in documents { summary.count(document) }
    summary.count(findings)
    return summary
  }

  /// What a run has to tell after the last document.
  public struct Conclusion: Sendable {
    /// Of all documents and `findings`.
    public var summary: Summary
    /// Those that belong to no document.
    public var findings: [Finding]
    public var exitStatus: Int32

    public init(summary: Summary, findings: [Finding] = [], exitStatus: Int32) {
      self.summary = summary
      self.findings = findings
      self.exitStatus = exitStatus
    }
  }

  public var conclusion: Conclusion {
    Conclusion(summary: summary, findings: findings, exitStatus: exitStatus)
  }
}

/// One input and what came of it.
public struct DocumentReport: Sendable {
  public enum Outcome: Sendable {
    case read(Profile)
    case unreadable(InputError)
  }
  /// As given; a file found in a folder is the folder's path, `/`, and its own.
  public var path: String
  public var outcome: Outcome
  /// Entries of its baseline that it no longer has.
  public var absent: [Baseline.Entry] = []
  /// What was mended in a copy; nil when none was asked for.
  public var copy: CopyReport?
  /// Faults of rule files that this input brought out; those rules said nothing about it.
  public var ruleFaults: [DataFileError]
  /// Ids of the rules that were asked, with the number of places; empty unless the run was traced.
  public var fired: [String: Int] = [:]

  public init(
    path: String, outcome: Outcome, copy: CopyReport? = nil, ruleFaults: [DataFileError] = []
  ) {
    self.path = path
    self.outcome = outcome
    self.copy = copy
    self.ruleFaults = ruleFaults
  }

  public var findings: [Finding] {
    if case .read(let profile) = outcome { profile.findings } else { [] }
  }

  /// What is told of a paper that was read, besides its text.
  public struct Profile: Sendable {
    public var format: DocumentFormat
    /// Id of a kind; nil: unknown.
    public var kind: String?
    public var kindTitle: LocalizedText?
    public var stage: Stage
    public var issuer: Issuer
    public var date: DocumentDate
    /// Id of the regime on the as-of date.
    public var regime: String?
    /// The law and the decree of that regime, in words; nil when the data names none.
    public var regimeWords: LocalizedText?
    public var findings: [Finding]

    public init(_ document: RecognisedDocument, law: LegalKnowledge, findings: [Finding]) {
      format = document.source.format
      kind = document.kind.id
      kindTitle = document.kind.id.flatMap { law.kind(id: $0)?.title }
      stage = document.stage
      issuer = document.issuer
      date = document.date
      let regime = law.regime(on: document.date.earliest)
      self.regime = regime?.id
      regimeWords = regime.flatMap(law.words)
      self.findings = findings
    }
  }
}

/// Why an input gave no document.
public struct InputError: Error, Sendable, Hashable {
  /// `encrypted`, `not-found`, …
  public var code: String
  /// What it is and what to do, one line each.
  public var message: LocalizedText
  public var hint: LocalizedText

  public init(code: String, message: LocalizedText, hint: LocalizedText) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// `PATH: message hint`, one line.
  public func line(path: String, language: Language) -> String {
    let words = [message[language], hint[language]].filter { !$0.isEmpty }.joined(separator: " ")
    return TerminalText.sanitised("\(path): \(words)")
  }
}

/// A rule as described to other programs.
public struct RuleDescription: Sendable {
  public var id: String
  public var title: LocalizedText
  public var why: LocalizedText
  /// The level when no condition of the declaration decides otherwise.
  public var level: Severity
  public var tier: Tier
  public var strength: Strength

  public init(
    id: String, title: LocalizedText, why: LocalizedText, level: Severity, tier: Tier,
    strength: Strength
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.level = level
    self.tier = tier
    self.strength = strength
  }

  public init(_ rule: Rule) {
    let plain = rule.severities.last { $0.name == nil && $0.kinds.isEmpty && $0.stages.isEmpty }
    let level = plain?.level ?? rule.severities.map(\.level).max() ?? .note
    let isCapped = rule.tier == .practice || rule.strength != .mandatory
    self.init(
      id: rule.id, title: rule.title, why: rule.why, level: isCapped ? min(level, .warning) : level,
      tier: rule.tier, strength: rule.strength)
  }
}
