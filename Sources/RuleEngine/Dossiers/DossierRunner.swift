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
  /// How the rules are to be asked about one paper of a dossier.
  public struct Asking: Sendable {
    public var selection: RuleSelection
    /// Levels that the unit has set; the last that matches a rule wins.
    public var retunings: [Retuning]
    /// What external plug-ins saw in the paper.
    public var external: [ExternalObservation]

    public init(
      selection: RuleSelection = RuleSelection(), retunings: [Retuning] = [],
      external: [ExternalObservation] = []
    ) {
      self.selection = selection
      self.retunings = retunings
      self.external = external
    }
  }

  /// The findings on a dossier, every paper asked about in the same way.
  /// - Parameter workers: threads that share the papers; the result is the same for any number.
  public func run(
    _ dossier: Dossier, selection: RuleSelection = RuleSelection(), workers: Int = 1
  ) -> DossierReview {
    let asking = [Asking](
      repeating: Asking(selection: selection), count: dossier.papers.count)
    return run(dossier, asking: asking, workers: workers)
  }

  /// The findings on a dossier: those on each paper alone and those across papers, by paper, each list
  /// in the order of `run(_:)`.
  ///
  /// Rules across papers go by the law that governs the dossier (`Dossier.governingDay`); the others
  /// by that of their own paper, with the caution of the law that governs the dossier.
  /// - Parameters:
  ///   - asking: by paper; a finding across papers goes by the paper it points at.
  ///   - workers: threads that share papers and rules; the result is the same for any number.
  public func run(_ dossier: Dossier, asking: [Asking], workers: Int = 1) -> DossierReview {
    guard let day = dossier.governingDay(law), asking.count == dossier.papers.count else {
      return DossierReview(findings: dossier.papers.map { _ in [] }, faults: [])
    }
    let alone = inParallel(dossier.papers.count, workers: workers) { index in
      let paper = dossier.papers[index]
      return drafts(
        for: paper.document, selection: asking[index].selection,
        retunings: asking[index].retunings, external: asking[index].external, governed: day,
        register: paper.role == .report ? nil : paper.register
      ) { $0.across == nil }
    }
    var found = alone.map(\.drafts)
    let context = DossierContext(dossier: dossier, law: law, asOf: day)
    let builders = builders(for: dossier, on: day)
    let across = rules.rules.indices.filter { index in
      let rule = rules.rules[index]
      return rules.checks[index].across != nil
        && (rule.from ?? day) <= day && day <= (rule.until ?? day)
        && asking.contains { $0.selection.includes(rule.id) }
    }
    let answers = inParallel(across.count, workers: workers) { position in
      let rule = rules.rules[across[position]]
      let seen = rules.checks[across[position]].across?(context) ?? []
      return seen.compactMap { observation -> (paper: Int, draft: FindingBuilder.Draft)? in
        let paper = observation.paper
        guard builders.indices.contains(paper), asking[paper].selection.includes(rule.id),
          let draft = draft(
            observation, rule: rule, dossier, builders,
            retuning: RuleRunner.retuning(of: rule, asking[paper].retunings))
        else { return nil }
        return (paper, draft)
      }
    }
    for (paper, draft) in answers.lazy.flatMap({ $0 }) { found[paper].append(draft) }
    return DossierReview(
      findings: found.map(RuleRunner.finished), faults: alone.flatMap(\.faults))
  }

  /// By paper: what makes findings of the law that governs the dossier.
  private func builders(for dossier: Dossier, on day: CivilDate) -> [FindingBuilder] {
    let bases = BasisResolver(law: law, asOf: day)
    return dossier.papers.map { paper in
      var document = paper.document
      document.date = DocumentDate(earliest: day, latest: day, source: .option)
      return FindingBuilder(document: document, law: law, bases: bases, explainer: nil)
    }
  }

  /// A finding with the places in other papers that it is about.
  private func draft(
    _ seen: DossierObservation, rule: Rule, _ dossier: Dossier, _ builders: [FindingBuilder],
    retuning: Retuning?
  ) -> FindingBuilder.Draft? {
    guard
      var draft = builders[seen.paper].draft(seen.observation, rule: rule, retuning: retuning)
    else { return nil }
    for other in seen.others where builders.indices.contains(other.place.paper) {
      guard
        var related = builders[other.place.paper].related(
          .init(span: other.place.span, message: other.message))
      else { continue }
      related.path = dossier.papers[other.place.paper].path
      draft.finding.related.append(related)
    }
    return draft
  }
}
