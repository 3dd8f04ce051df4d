import Foundation
import LegalKnowledge
import Reporting
import RuleEngine
import Testing

@testable import TdktlintKit

/// Three real plans kept beside the project; users do not have them, and then nothing is tested.
private enum Plans {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/samples")
  static let areThere = FileManager.default.fileExists(atPath: folder.path)
  static let forms = [".txt", ".as-found.docx", ".hostile.docx"]
  /// What a form itself adds: tracked changes, text that is not in NFC, a line with an address.
  static let ofTheForm = [
    "consistency/tracked-changes-left", "consistency/unicode", "consistency/link-left",
  ]

  static func findings(
    _ name: String, asOf: String? = nil
  ) throws -> [Finding] {
    var options = Linter.Options(today: try #require(CivilDate(iso: "2026-11-20")))
    options.asOf = asOf.flatMap { CivilDate(iso: $0) }
    let library = try RuleLibrary(
      RuleLibrary.Sources(modules: builtInModules), depth: .check)
    let report = Linter(library: library, options: options)
      .check(.file(folder.appendingPathComponent(name).path))
    guard case .read(let profile) = report.outcome else {
      Issue.record("\(name) cannot be read")
      return []
    }
    return profile.findings
  }

  static func lines(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.severity.rawValue) \($0.rule) \($0.excerpt)" }
  }
}

/// One plan and what a careful appraiser says of it: `must` be found, `may` be found; any other
/// error or warning is a false alarm.
struct AppraisedPlan: CustomTestStringConvertible {
  var name: String
  var must: [String]
  var may: [String]
  var testDescription: String { name }
}

@Suite("Three real plans, in three forms each", .enabled(if: Plans.areThere))
struct SamplePlanTests {
  private static let modules = Set(builtInModules.map(\.id))

  private static let plans = [
    AppraisedPlan(
      name: "000_fcb073a10b6b8181",
      must: [
        "error structure/missing-national-title", "error structure/missing-issuing-body",
        "error structure/missing-number-symbol", "error structure/missing-place-date",
        "warning citations/missing-governing-law", "warning citations/missing-governing-decree",
        "warning citations/malformed-symbol 37- QĐ/TW",
        "warning citations/malformed-symbol 05- CT/TW",
        "warning authority/issuer-inconsistent", "warning authority/signature-formula",
        "warning consistency/quotes", "note consistency/spacing", "warning deadlines/no-time-limit",
      ],
      may: ["consistency/term", "recipients/unknown-abbreviation"]),
    AppraisedPlan(
      name: "002_730c168d7be2e051",
      must: [
        "error structure/missing-national-title", "error structure/missing-issuing-body",
        "error structure/missing-number-symbol", "error structure/missing-place-date",
        "warning structure/missing-legal-basis", "warning authority/signature-formula",
        "warning citations/malformed-symbol 13/CT- UBND", "warning consistency/quotes",
        "warning deadlines/no-time-limit",
      ],
      may: ["consistency/term", "consistency/link-left"]),
    AppraisedPlan(
      name: "004_071e165d37ddb9b0",
      must: [
        "error structure/missing-national-title", "error structure/missing-issuing-body",
        "note structure/missing-number-symbol", "warning citations/missing-governing-decree",
        "warning consistency/stale-year", "warning recipients/archive-line-form",
        "warning authority/signature-formula",
      ],
      may: ["consistency/term"]),
  ]

  private func isBuiltIn(_ line: String) -> Bool {
    let rule = line.split(separator: " ").dropFirst().first ?? ""
    return Self.modules.contains(String(rule.split(separator: "/").first ?? ""))
  }

  @Test("What must be found is found, and no false alarm is raised", arguments: plans, Plans.forms)
  func appraisal(plan: AppraisedPlan, form: String) throws {
    let findings = try Plans.findings(plan.name + form)
    let lines = Plans.lines(findings)
    for must in plan.must where isBuiltIn(must) {
      #expect(lines.contains { $0.hasPrefix(must) }, "missing: \(must)")
    }
    let allowed = Set(
      plan.must.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
    )
    .union(plan.may).union(Plans.ofTheForm)
    for finding in findings where finding.severity != .note {
      #expect(allowed.contains(finding.rule), "false alarm: \(finding.rule) \(finding.excerpt)")
    }
  }

  @Test("The three forms of a plan give the same findings", arguments: plans.map(\.name))
  func forms(name: String) throws {
    let all = try Plans.forms.map { form in
      Plans.lines(
        try Plans.findings(name + form).filter { !Plans.ofTheForm.contains($0.rule) })
    }
    #expect(all[0] == all[1])
    #expect(all[1] == all[2])
  }

  @Test("After 01/01/2024 plan 004 cites three laws that are out of force")
  func expired() throws {
    let found = try Plans.findings("004_071e165d37ddb9b0.txt", asOf: "2024-01-15")
      .filter { $0.rule == "citations/expired-instrument" }
    #expect(
      found.map(\.excerpt) == [
        "Luật Thi đua, khen thưởng ngày 26/11/2003",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14/6/2005",
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16/11/2013",
      ])
    #expect(found.allSatisfy { $0.severity == .error })
  }
}
