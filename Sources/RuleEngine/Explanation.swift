import DocumentAnalysis
import LegalKnowledge
import TextMatching

/// Why a rule spoke: the facts it used and what made its severity. Made only when asked for.
public struct Explanation: Sendable, Hashable {
  /// A value that the check gave for the message.
  public struct Argument: Sendable, Hashable {
    public var name: String
    public var value: LocalizedText
  }

  /// The declared level, and what kept the finding from claiming as much.
  public struct Level: Sendable, Hashable {
    /// The declaration's row that decided.
    public var row: Rule.SeverityCase
    public var tier: Tier
    public var strength: Strength
    /// What may lower the level, whether or not it had to; in order.
    public var caps: [Cap]
  }

  /// The most that a finding may be, and why.
  public struct Cap: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
      /// A rule of tier `practice`.
      case practice
      case strength(Strength)
      /// Certainty of the facts the check used.
      case facts(Verification)
      /// It does not hold on every possible day of the paper.
      case uncertainDay
      /// The rule, or its level, does not cover every possible day of the paper.
      case window
      /// Certainty of the norm.
      case norm(Verification)
      /// None of the declared norms was in force on the day.
      case noNormInForce
      /// The norm has been amended by a text that has not been read.
      case amendedUnseen
    }
    public var most: Severity
    public var reason: Reason

    public init(most: Severity, reason: Reason) {
      self.most = most
      self.reason = reason
    }
  }

  /// A norm behind the finding, with what the data says of it.
  public struct Norm: Sendable, Hashable {
    public var basis: Finding.Basis
    /// Where the data on the instrument was read; empty when the law was loaded without sources.
    public var sources: [String]
  }

  /// An instrument that the words of the finding cite, as the data knows it.
  public struct Cited: Sendable, Hashable {
    /// The words.
    public var text: String
    /// What it may be: one, several when its words do not decide, none when the data holds none.
    public var candidates: [Candidate]

    public struct Candidate: Sendable, Hashable {
      /// Id of the instrument.
      public var instrument: String
      /// “Nghị định 91/2017/NĐ-CP”
      public var name: String
      public var from: CivilDate?
      /// Its last day, planned ends included.
      public var until: CivilDate?
      public var verified: Verification
      public var sources: [String]
    }
  }

  /// Case that the check named; nil: none.
  public var caseName: String?
  /// In order of name.
  public var arguments: [Argument]
  public var date: DocumentDate
  /// Whether what was seen holds on every possible day of the paper.
  public var isCertain: Bool
  /// Certainty of the facts the check used.
  public var facts: Verification
  public var level: Level
  /// Whether the check chose the norms by what it saw, instead of those declared.
  public var choseNorms: Bool
  public var norms: [Norm]
  public var cited: [Cited]
  /// Where the rule is declared; empty for the program's own notes.
  public var path: String
  public var line: Int
}

/// Puts together why an observation became the finding it is.
struct Explainer: Sendable {
  let document: RecognisedDocument
  let law: LegalKnowledge

  func explanation(
    of observation: Observation, rule: Rule, verdict: SeverityPolicy.Verdict,
    norms: [Finding.Basis]
  ) -> Explanation {
    Explanation(
      caseName: observation.name,
      arguments: observation.arguments.sorted { $0.key < $1.key }.map { name, value in
        Explanation.Argument(
          name: name, value: LocalizedText(vi: value.text(in: .vi), en: value.text(in: .en)))
      },
      date: document.date, isCertain: observation.isCertain, facts: observation.verified,
      level: Explanation.Level(
        row: verdict.row, tier: verdict.tier, strength: rule.strength, caps: verdict.caps),
      choseNorms: observation.bases != nil,
      norms: norms.map { basis in
        Explanation.Norm(
          basis: basis, sources: law.instrument(id: basis.instrument)?.sources ?? [])
      },
      cited: cited(at: observation.span), path: rule.path, line: rule.line)
  }

  /// Citations that share words with the finding; one inside another's title is none of its own.
  private func cited(at span: TextSpan) -> [Explanation.Cited] {
    document.citations.filter { citation in
      citation.role != .withinTitle && citation.span.block == span.block
        && citation.span.utf8.overlaps(span.utf8)
    }.map { citation in
      let ids: [String] =
        switch citation.resolution {
        case .instrument(let id): [id]
        case .ambiguous(let ids): ids
        case .unknown: []
        }
      return Explanation.Cited(
        text: Locator.collapsed(document.text(citation.span)),
        candidates: ids.compactMap { law.instrument(id: $0) }.map(candidate))
    }
  }

  private func candidate(_ instrument: Instrument) -> Explanation.Cited.Candidate {
    Explanation.Cited.Candidate(
      instrument: instrument.id, name: law.displayName(of: instrument),
      from: instrument.effective?.date, until: (instrument.ended ?? instrument.plannedEnd)?.date,
      verified: instrument.verified, sources: instrument.sources)
  }
}
