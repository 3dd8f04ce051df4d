import Appraisal
import DataFiles
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
  private let conditions: AppraisalConditions

  /// - Throws: `DataFileError`, for a fault in `Rules/appraisal`.
  init(library: RuleLibrary, terms: Terms) throws {
    self.library = library
    self.terms = terms
    runner = RuleRunner(rules: library.rules, law: library.law)
    reader = DossierReader(law: library.law)
    conditions = try AppraisalConditions(files: DataFile.embedded, law: library.law)
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
      Linter.read(inputs[index], limits: options[index].limits).flatMap { source in
        Linter.bounded(options[index].limits) {
          let document = library.recogniser.recognise(source, options: options[index].analysis)
          return reader.paper(document, path: inputs[index].path)
        }
      }
    }
    return report(on: gathered(source.path, inputs, papers), options, turn)
  }

  /// The papers of a dossier sorted into those appraised, those set aside and those not read.
  private struct Gathered {
    var inputs: [Input]
    var papers: [Result<Dossier.Paper, InputError>]
    /// By input: the first with the same words.
    var copies: [Int?]
    var dossier: Dossier
    /// Inputs that are papers of the dossier, in order.
    var members: [Int] = []
  }

  private func gathered(
    _ path: String, _ inputs: [Input], _ papers: [Result<Dossier.Paper, InputError>]
  ) -> Gathered {
    var gathered = Gathered(
      inputs: inputs, papers: papers, copies: SamePapers.copies(among: papers),
      dossier: Dossier(path: path, papers: [], received: terms.received))
    gathered.dossier.asOf = terms.asOf
    for index in papers.indices {
      switch papers[index] {
      case .failure(let error):
        gathered.dossier.unread.append(.init(path: inputs[index].path, reason: error.message))
      case .success(let paper) where gathered.copies[index] == nil:
        gathered.members.append(index)
        gathered.dossier.papers.append(paper)
      case .success: break
      }
    }
    return gathered
  }

  private func report(
    on gathered: Gathered, _ options: [Linter.Options], _ turn: Turn
  ) -> DossierReport {
    let dossier = gathered.dossier
    let own = gathered.members.map { options[$0] }
    var review = runner.run(dossier, asking: asking(dossier, own, turn), workers: turn.workers)
    review.findings = zip(own, review.findings).map { $0.marked($1) }
    var report = DossierReport(path: dossier.path)
    report.persons = ProposedPerson.all(in: dossier, law: library.law)
    if !dossier.papers.isEmpty {
      report.sheet = appraiser(for: own).sheet(for: dossier, review: review)
    }
    report.papers = gathered.papers.indices.map { index in
      switch gathered.papers[index] {
      case .failure(let error):
        return DocumentReport(path: gathered.inputs[index].path, outcome: .unreadable(error))
      case .success(let paper):
        let findings =
          gathered.members.firstIndex(of: index).map { review.findings[$0] }
          ?? options[index].marked(
            gathered.copies[index].map {
              SamePapers.findings(
                in: paper, copyOf: gathered.inputs[$0].path, options[index].selection)
            } ?? [])
        return DocumentReport(
          path: paper.path,
          outcome: .read(
            DocumentReport.Profile(paper.document, law: library.law, findings: findings)))
      }
    }
    if !report.papers.isEmpty { report.papers[0].ruleFaults = review.faults }
    return report
  }

  /// One that knows which rules were asked about every paper: the silence of others proves nothing.
  private func appraiser(for options: [Linter.Options]) -> Appraiser {
    let selections = Set(options.map(\.selection))
    return Appraiser(
      law: library.law, conditions: conditions,
      rules: library.rules.rules.filter { rule in
        selections.allSatisfy { $0.includes(rule.id) }
      })
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
