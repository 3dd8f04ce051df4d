import Appraisal
import DossierAnalysis
import JSONWriting
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// The appraisal sheet in JSON, version 1: `Rules/schema/appraisal.schema.json`.
public enum AppraisalJSON {
  /// - Parameter tool: name and version of the program, and the digest of its rules.
  public static func render(
    _ sheet: AppraisalSheet, tool: Report.Tool, language: Language
  ) -> String {
    let head: [(String, JSONValue)] = [
      ("version", .integer(1)),
      (
        "tool",
        .object([
          ("name", .string(tool.name)), ("version", .string(tool.version)),
          ("rules", .string(tool.rules)),
        ])
      ),
    ]
    return JSONValue.object(head + members(of: sheet, language: language)).serialised() + "\n"
  }

  /// The sheet without version and tool, for a report of many.
  public static func value(_ sheet: AppraisalSheet, language: Language) -> JSONValue {
    .object(members(of: sheet, language: language))
  }

  private static func members(
    of sheet: AppraisalSheet, language: Language
  ) -> [(String, JSONValue)] {
    let writer = Writer(sheet: sheet, language: language)
    return [
      ("dossier", writer.head()),
      ("papers", .array(sheet.papers.indices.map(writer.paper))),
      ("outcome", writer.outcome(sheet.outcome)),
      ("policy", .string(OutcomePolicy.words[language])),
      ("conditions", .array(sheet.conditions.map(writer.condition))),
      ("cases", .array(sheet.cases.map(writer.entry))),
      ("manualChecks", .array(sheet.manualChecks.map(writer.manualCheck))),
      ("findings", .array(sheet.findings.map(writer.finding))),
    ]
  }

  private struct Writer {
    let sheet: AppraisalSheet
    let language: Language

    func head() -> JSONValue {
      let head = sheet.head
      return .object([
        ("path", .string(head.path)),
        ("proposer", .optional(head.proposer)),
        ("symbol", .optional(head.symbol)),
        ("date", .optional(head.date?.iso)),
        ("subject", .optional(head.subject)),
        ("lawDay", .optional(head.lawDay?.iso)),
        ("lawDayReason", .string(head.lawDayReason[language])),
        ("regime", .optional(head.regime)),
        ("caution", .optional(head.caution?[language])),
        ("received", .optional(head.received?.iso)),
        ("transition", .optional(head.transition?[language])),
      ])
    }

    func paper(_ index: Int) -> JSONValue {
      let paper = sheet.papers[index]
      func count(_ severity: Severity) -> JSONValue {
        .integer(
          sheet.findings.count { $0.paper == index && $0.finding.severity == severity })
      }
      return .object([
        ("path", .string(paper.path)),
        ("read", .bool(paper.unread == nil)),
        ("role", .optional(paper.role?.rawValue)),
        ("symbol", .optional(paper.symbol)),
        ("date", .optional(paper.date?.iso)),
        ("error", .optional(paper.unread?[language])),
        ("errors", count(.error)), ("warnings", count(.warning)), ("notes", count(.note)),
      ])
    }

    func outcome(_ outcome: Outcome) -> JSONValue {
      .object([
        ("proposal", .string(outcome.proposal.rawValue)),
        (
          "verdicts",
          .object(
            [Verdict.met, .incomplete, .notMet, .notChecked].map {
              ($0.rawValue, .integer(outcome.tally[$0]))
            })
        ),
        ("grounds", .array(outcome.grounds.map(ground))),
      ])
    }

    private func ground(_ ground: Outcome.Ground) -> JSONValue {
      let (number, condition, finding): (Int?, String?, Int?) =
        switch ground {
        case .condition(let id): (nil, id, nil)
        case .caseCondition(let number, let id): (number, id, nil)
        case .finding(let index): (nil, nil, index)
        }
      return .object([
        ("case", .optional(number)), ("condition", .optional(condition)),
        ("finding", .optional(finding)),
      ])
    }

    func condition(_ condition: Condition) -> JSONValue {
      .object([
        ("id", .string(condition.id)),
        ("basis", .array(condition.basis.map(basis))),
        ("requirement", .string(condition.requirement[language])),
        ("verdict", .string(condition.verdict.rawValue)),
        (
          "found",
          .array(
            condition.found.map { found in
              .object([
                ("text", .string(found.words[language])),
                ("places", .array(found.places.map(place))),
              ])
            })
        ),
        ("findings", .array(condition.findings.map(JSONValue.integer))),
        ("look", .optional(condition.look?[language])),
        ("parts", .array(condition.parts.map(self.condition))),
      ])
    }

    func entry(_ entry: Case) -> JSONValue {
      .object([
        ("number", .integer(entry.number)),
        ("name", .string(entry.name)),
        ("recipient", .optional(entry.recipient?.rawValue)),
        ("unit", .string(entry.unit)),
        ("award", .optional(entry.award)),
        ("awardName", .string(entry.awardName)),
        (
          "route",
          entry.route.map { route in
            .object([
              ("basis", basis(route.basis)), ("count", .integer(route.count)),
              ("remark", .optional(route.remark?[language])),
            ])
          } ?? .null
        ),
        ("outcome", outcome(entry.outcome)),
        ("conditions", .array(entry.conditions.map(condition))),
      ])
    }

    func manualCheck(_ check: ManualCheck) -> JSONValue {
      .object([
        ("id", .string(check.id)),
        ("basis", .array(check.basis.map(basis))),
        ("title", .string(check.title[language])),
        ("who", .string(check.who[language])),
        ("findings", .array(check.findings.map(JSONValue.integer))),
      ])
    }

    func finding(_ noted: AppraisalSheet.NotedFinding) -> JSONValue {
      let finding = noted.finding
      return .object([
        ("paper", .integer(noted.paper)),
        ("rule", .string(finding.rule)),
        ("severity", .string(finding.severity.rawValue)),
        ("message", .string(finding.message[language])),
        ("basis", .array(finding.basis.map(basis))),
        ("location", location(finding.location)),
        (
          "related",
          .array(
            finding.related.map { other in
              .object([
                ("path", .string(other.path ?? sheet.papers[noted.paper].path)),
                ("message", .string(other.message[language])),
                ("location", location(other.location)),
              ])
            })
        ),
        ("suppressed", .bool(finding.suppressed != nil)),
      ])
    }

    private func basis(_ basis: Finding.Basis) -> JSONValue {
      .object([
        ("instrument", .string(basis.instrument)), ("name", .string(basis.name)),
        ("provision", .optional(basis.provision)), ("from", .optional(basis.from?.iso)),
        ("until", .optional(basis.until?.iso)), ("verified", .string(basis.verified.rawValue)),
      ])
    }

    private func place(_ place: Condition.Place) -> JSONValue {
      .object([
        ("paper", .integer(place.paper)),
        ("location", place.location.map(location) ?? .null),
      ])
    }

    private func location(_ location: Location) -> JSONValue {
      .object([
        ("part", .string(location.part)), ("block", .integer(location.block)),
        ("section", .optional(location.section)), ("start", .integer(location.start)),
        ("end", .integer(location.end)), ("line", .optional(location.line)),
        ("column", .optional(location.column)),
      ])
    }
  }
}
