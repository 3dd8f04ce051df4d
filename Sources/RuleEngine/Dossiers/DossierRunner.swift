import DataFiles
import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import Parallelism

/// What the rules had to say about a dossier.
public struct DossierReview: Sendable {
  /// By paper, in the order of `Dossier.papers`.
  public var findings: [[Finding]]
  /// Faults of rule files that a paper brought out; the other rules' findings are all there.
  public var faults: [DataFileError]
}

extension RuleRunner {
  /// The findings on a dossier: those on each paper alone and those across papers, by paper, each list
  /// in the order of `run(_:)`.
  ///
  /// Rules across papers go by the law of the dossier's day; the others by that of their own paper.
  /// - Parameter workers: threads that share the papers; the result is the same for any number.
  public func run(
    _ dossier: Dossier, selection: RuleSelection = RuleSelection(), workers: Int = 1
  ) -> DossierReview {
    guard let day = dossier.day else { return DossierReview(findings: [], faults: []) }
    let alone = inParallel(dossier.papers.count, workers: workers) { index in
      drafts(for: dossier.papers[index].document, selection: selection) { $0.across == nil }
    }
    var found = alone.map(\.drafts)
    let context = DossierContext(dossier: dossier, law: law, asOf: day)
    let builders = dossier.papers.map { paper in
      var document = paper.document
      document.date = DocumentDate(earliest: day, latest: day, source: .option)
      return FindingBuilder(
        document: document, law: law, bases: BasisResolver(law: law, asOf: day), explainer: nil)
    }
    for index in rules.rules.indices {
      let rule = rules.rules[index]
      guard let run = rules.checks[index].across, selection.includes(rule.id),
        (rule.from ?? day) <= day, day <= (rule.until ?? day)
      else { continue }
      for observation in run(context) where builders.indices.contains(observation.paper) {
        guard
          var draft = builders[observation.paper].draft(observation.observation, rule: rule)
        else { continue }
        for other in observation.others where builders.indices.contains(other.place.paper) {
          guard
            var related = builders[other.place.paper].related(
              .init(span: other.place.span, message: other.message))
          else { continue }
          related.path = dossier.papers[other.place.paper].path
          draft.finding.related.append(related)
        }
        found[observation.paper].append(draft)
      }
    }
    return DossierReview(
      findings: found.map(RuleRunner.finished), faults: alone.flatMap(\.faults))
  }
}
