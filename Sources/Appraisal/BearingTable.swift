import DossierAnalysis
import RuleEngine

/// Which findings bear on which condition, of the dossier or of a case; made in one pass.
struct BearingTable {
  private struct Key: Hashable {
    var condition: String
    /// Nil: the dossier.
    var place: Int?
  }

  private var table: [Key: [Int]] = [:]
  private var unmoved: [Int] = []
  private let findings: [AppraisalSheet.NotedFinding]

  init(_ judge: ConditionJudge, _ placer: FindingPlacer, caseCount: Int) {
    findings = judge.findings
    for (index, noted) in findings.enumerated() {
      guard
        let entry = judge.conditions.entries.first(where: {
          judge.bearing(of: noted.finding, on: $0) != nil
        })
      else {
        unmoved.append(index)
        continue
      }
      let verdict = judge.bearing(of: noted.finding, on: entry)?.verdict
      if verdict == nil || verdict == .notChecked { unmoved.append(index) }
      let cases = entry.scope == .nominee ? placer.cases(of: noted.finding, in: noted.paper) : []
      if cases.isEmpty {
        table[Key(condition: entry.id, place: nil), default: []].append(index)
      }
      for number in cases {
        table[Key(condition: entry.id, place: number), default: []].append(index)
      }
    }
  }

  /// - Parameter number: index of a case; nil: the dossier.
  func findings(of condition: String, case number: Int?) -> [Int] {
    table[Key(condition: condition, place: number)] ?? []
  }

  /// Errors that no condition turned into a verdict.
  func uncovered(_ conditions: AppraisalConditions) -> [Int] {
    unmoved.filter { index in
      let finding = findings[index].finding
      return finding.severity == .error && finding.suppressed == nil
        && !conditions.bearingless.contains(finding.rule)
    }
  }
}
