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
    return line
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
