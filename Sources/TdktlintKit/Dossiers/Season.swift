import Appraisal
import Reporting
import RuleEngine

/// Makes the summary of many dossiers.
enum Season {
  static func summary(of reports: [DossierReport]) -> SeasonSummary {
    SeasonSummary(dossiers: reports.map(line), repeated: repeated(in: reports))
  }

  private static func line(_ report: DossierReport) -> SeasonSummary.Dossier {
    var line = SeasonSummary.Dossier(path: report.path)
    line.error = report.error?.message
    line.unread = report.unread
    let active = report.papers.flatMap(\.findings).filter(\.isActive)
    line.errors = active.count { $0.severity == .error }
    line.warnings = active.count { $0.severity == .warning }
    if let sheet = report.sheet {
      line.unit = sheet.head.proposer
      line.outcome = sheet.outcome.proposal.words
      line.awards = awards(of: sheet)
    }
    return line
  }

  /// By award, in the order of the proposal.
  private static func awards(of sheet: AppraisalSheet) -> [SeasonSummary.Award] {
    var order: [String] = []
    var cases: [String: [Case]] = [:]
    for entry in sheet.cases {
      if cases[entry.awardName] == nil { order.append(entry.awardName) }
      cases[entry.awardName, default: []].append(entry)
    }
    return order.map { name in
      let cases = cases[name] ?? []
      var tally = SeasonSummary.Tally()
      tally.nominees = cases.count
      tally.eligible = cases.count { $0.outcome.proposal == .eligible }
      tally.incomplete = cases.count { $0.outcome.proposal == .incomplete }
      tally.ineligible = cases.count { $0.outcome.proposal == .notEligible }
      var award = SeasonSummary.Award(
        name: name, tally: tally, outcome: worst(of: tally)?.words)
      let findings = Set(cases.flatMap(\.conditions).flatMap(findings)).map {
        sheet.findings[$0].finding
      }.filter(\.isActive)
      award.errors = findings.count { $0.severity == .error }
      award.warnings = findings.count { $0.severity == .warning }
      return award
    }
  }

  private static func worst(of tally: SeasonSummary.Tally) -> ProposedOutcome? {
    if tally.ineligible > 0 { return .notEligible }
    if tally.incomplete > 0 { return .incomplete }
    return tally.eligible > 0 ? .eligible : nil
  }

  private static func findings(of condition: Condition) -> [Int] {
    condition.findings + condition.parts.flatMap(findings)
  }

  /// Persons whom several dossiers propose: one name, and one year of birth or unit.
  private static func repeated(in reports: [DossierReport]) -> [SeasonSummary.Repeated] {
    var named: [String: [(dossier: Int, person: ProposedPerson)]] = [:]
    var order: [String] = []
    for (number, report) in reports.enumerated() {
      for person in report.persons {
        if named[person.key] == nil { order.append(person.key) }
        named[person.key, default: []].append((number, person))
      }
    }
    return order.flatMap { key -> [SeasonSummary.Repeated] in
      var groups: [[(dossier: Int, person: ProposedPerson)]] = []
      for entry in named[key, default: []] {
        let group = groups.firstIndex { $0.contains { $0.person.isSame(as: entry.person) } }
        if let group { groups[group].append(entry) } else { groups.append([entry]) }
      }
      return groups.filter { Set($0.map(\.dossier)).count > 1 }.map { group in
        SeasonSummary.Repeated(
          name: group[0].person.name, birthYear: group.compactMap(\.person.birthYear).first,
          places: group.map { entry in
            SeasonSummary.Repeated.Place(
              dossier: reports[entry.dossier].path, path: entry.person.path,
              location: entry.person.location, unit: entry.person.unit,
              awards: entry.person.awards)
          })
      }
    }
  }
}
