import DocumentAnalysis
import JSONWriting
import LegalKnowledge
import RuleEngine
import TextMatching

/// Why a rule spoke, in JSON: the member `explanation` of a finding, there only when asked for.
enum ExplanationJSON {
  static func value(_ explanation: Explanation, _ language: Language) -> JSONValue {
    .object([
      ("case", .optional(explanation.caseName)),
      (
        "arguments",
        .object(explanation.arguments.map { ($0.name, .string($0.value[language])) })
      ),
      ("date", DocumentJSON.date(explanation.date)),
      ("dateReason", .string(explanation.date.reason[language])),
      ("certain", .bool(explanation.isCertain)),
      ("facts", .string(explanation.facts.rawValue)),
      ("severity", level(explanation.level, language)),
      ("normsChosen", .bool(explanation.choseNorms)),
      ("norms", .array(explanation.norms.map(norm))),
      ("citations", .array(explanation.cited.map(cited))),
      ("declaration", declaration(explanation)),
    ])
  }

  private static func level(_ level: Explanation.Level, _ language: Language) -> JSONValue {
    .object([
      ("declared", .string(level.row.level.rawValue)),
      ("tier", .string(level.tier.rawValue)), ("strength", .string(level.strength.rawValue)),
      (
        "caps",
        .array(
          level.caps.map { cap in
            .object([
              ("most", .string(cap.most.rawValue)), ("reason", .string(cap.reason.code)),
              ("message", .string(cap.reason.words[language])),
            ])
          })
      ),
    ])
  }

  private static func norm(_ norm: Explanation.Norm) -> JSONValue {
    .object([
      ("instrument", .string(norm.basis.instrument)),
      ("provision", .optional(norm.basis.provision)),
      ("from", .optional(norm.basis.from?.iso)), ("until", .optional(norm.basis.until?.iso)),
      ("verified", .string(norm.basis.verified.rawValue)),
      ("sources", .array(norm.sources.map(JSONValue.string))),
    ])
  }

  private static func cited(_ cited: Explanation.Cited) -> JSONValue {
    .object([
      ("text", .string(cited.text)),
      (
        "instruments",
        .array(
          cited.candidates.map { candidate in
            .object([
              ("instrument", .string(candidate.instrument)),
              ("from", .optional(candidate.from?.iso)), ("until", .optional(candidate.until?.iso)),
              ("verified", .string(candidate.verified.rawValue)),
              ("sources", .array(candidate.sources.map(JSONValue.string))),
            ])
          })
      ),
    ])
  }

  /// Null for the program's own notes, which no file declares.
  private static func declaration(_ explanation: Explanation) -> JSONValue {
    guard !explanation.path.isEmpty else { return .null }
    return .object([
      ("path", .string(explanation.path)), ("line", .integer(explanation.line)),
    ])
  }
}
