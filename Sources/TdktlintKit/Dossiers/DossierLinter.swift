import DocumentAnalysis
import DocumentReading
import DossierAnalysis
import ExternalPlugins
import LegalKnowledge
import Parallelism
import Reporting
import RuleEngine

/// Appraises dossiers: their papers are read, recognised, and judged each alone and together.
/// Immutable; it may be used from several threads.
struct DossierLinter: Sendable {
  /// What is said of a dossier as a whole.
  struct Terms: Sendable {
    /// The day it was received for appraisal.
    var received: CivilDate?
    /// The day whose law governs instead of its own.
    var asOf: CivilDate?
  }

  private let library: RuleLibrary
  private let terms: Terms
  private let runner: RuleRunner
  private let reader: DossierReader

  init(library: RuleLibrary, terms: Terms) {
    self.library = library
    self.terms = terms
    runner = RuleRunner(rules: library.rules, law: library.law)
    reader = DossierReader(law: library.law)
  }

  /// The place of a dossier among those that share the linter, and how its papers are judged.
  struct Turn: Sendable {
    /// From 0; every number must have its turn.
    var number: Int
    var plugins: PluginHost.Batch?
    /// Threads that share the papers.
    var workers: Int
    /// By path of a paper.
    var options: @Sendable (String) -> Linter.Options
  }

  func report(on source: DossierSource, _ turn: Turn) -> DossierReport {
    let inputs: [Input]
    do {
      inputs = try source.inputs(limits: ReadingLimits())
    } catch {
      turn.plugins?.skip(turn.number)
      return DossierReport(path: source.path, error: error)
    }
    let options = inputs.map { turn.options($0.path) }
    let papers = inParallel(inputs.count, workers: turn.workers) { index in
      Linter.read(inputs[index], limits: options[index].limits).map { source in
        let document = library.recogniser.recognise(source, options: options[index].analysis)
        return reader.paper(document, path: inputs[index].path)
      }
    }
    let copies = SamePapers.copies(among: papers)
    // Inputs that are papers of the dossier, in order.
    var members: [Int] = []
    var dossier = Dossier(path: source.path, papers: [], received: terms.received)
    dossier.asOf = terms.asOf
    for index in papers.indices {
      switch papers[index] {
      case .failure(let error):
        dossier.unread.append(.init(path: inputs[index].path, reason: error.message))
      case .success(let paper) where copies[index] == nil:
        members.append(index)
        dossier.papers.append(paper)
      case .success: break
      }
    }
    let asking = asking(dossier, members.map { options[$0] }, turn)
    let review = runner.run(dossier, asking: asking, workers: turn.workers)

    var report = DossierReport(path: source.path)
    report.persons = ProposedPerson.all(in: dossier, law: library.law)
    report.papers = papers.indices.map { index in
      switch papers[index] {
      case .failure(let error):
        return DocumentReport(path: inputs[index].path, outcome: .unreadable(error))
      case .success(let paper):
        let findings: [Finding]
        if let member = members.firstIndex(of: index) {
          findings = review.findings[member]
        } else if let first = copies[index], options[index].selection.includes(SamePapers.rule.id) {
          findings = [SamePapers.finding(in: paper, copyOf: inputs[first].path)]
        } else {
          findings = []
        }
        return DocumentReport(
          path: paper.path,
          outcome: .read(
            DocumentReport.Profile(
              paper.document, law: library.law, findings: options[index].marked(findings))))
      }
    }
    if !report.papers.isEmpty { report.papers[0].ruleFaults = review.faults }
    return report
  }

  private func asking(
    _ dossier: Dossier, _ options: [Linter.Options], _ turn: Turn
  ) -> [RuleRunner.Asking] {
    let external: [[ExternalObservation]]
    if let plugins = turn.plugins {
      external = plugins.observations(
        turn.number,
        in: zip(dossier.papers, options).map { paper, options in
          PluginHost.Batch.Paper(
            document: paper.document, path: paper.path,
            rules: runner.externalRules(for: paper.document, selection: options.selection))
        }, law: library.law)
    } else {
      external = dossier.papers.map { _ in [] }
    }
    return zip(options, external).map { options, external in
      RuleRunner.Asking(
        selection: options.selection, retunings: options.retunings, external: external)
    }
  }
}
