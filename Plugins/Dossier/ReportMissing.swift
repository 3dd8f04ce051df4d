import DocumentAnalysis
import DossierAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A nominee without a report of achievement, in a dossier that has reports.
  static let reportMissingForNominee = NativeCheck(
    across: "report-missing-for-nominee", arguments: ["name"]
  ) { context in
    let dossier = context.dossier
    let reports = dossier.papers(.report).compactMap { dossier.papers[$0].report }
    guard !reports.isEmpty else { return [] }
    var told: Set<String> = []
    var found: [DossierObservation] = []
    for index in dossier.papers(.proposal) + dossier.papers(.list) {
      for nominee in dossier.papers[index].register.nominees
      where !nominee.key.isEmpty && !reports.contains(where: { $0.key == nominee.key }) {
        guard told.insert(nominee.key).inserted else { continue }
        found.append(
          DossierObservation(
            in: index,
            Observation(at: nominee.anchor, arguments: ["name": .text(nominee.nameText)])))
      }
    }
    return found
  }
}
