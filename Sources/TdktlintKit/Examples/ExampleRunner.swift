import DataFiles
import DocumentAnalysis
import DocumentModel
import DocumentReading
import DossierAnalysis
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// Runs the examples of rules: they are the rules' tests.
public struct ExampleRunner: Sendable {
  private let library: RuleLibrary
  private let recogniser: Recogniser
  private let runner: RuleRunner
  private let dossiers: DossierReader

  /// - Parameter library: loaded in full.
  public init(library: RuleLibrary) {
    self.library = library
    recogniser = library.recogniser
    runner = RuleRunner(rules: library.rules, law: library.law)
    dossiers = DossierReader(law: library.law)
  }

  /// Runs every example of these rules.
  public func report(on rules: [Rule]) -> RuleTestReport {
    RuleTestReport(
      rules: rules.count, examples: rules.reduce(0) { $0 + $1.examples.count },
      untested: rules.filter(\.examples.isEmpty).map(\.id),
      failures: rules.flatMap { rule in
        rule.examples.compactMap { example in
          problem(of: example, in: rule).map {
            RuleTestReport.Failure(
              rule: rule.id, example: example.id, path: rule.path, line: example.line, problem: $0)
          }
        }
      })
  }

  /// Nil when the rule does what the example says; else what it did instead.
  public func problem(of example: Rule.Example, in rule: Rule) -> LocalizedText? {
    let reading: Reading
    do {
      reading = try read(example, rule)
    } catch {
      return LocalizedText(
        vi: "không đọc được ví dụ: \(error.message.vi)",
        en: "the example cannot be read: \(error.message[.en])")
    }
    if let fault = reading.faults.first { return fault.message }
    let findings = reading.findings.flatMap { $0 }
    switch example.expectation {
    case .pass:
      let found = described(findings)
      return findings.isEmpty
        ? nil
        : LocalizedText(
          vi: "phải không phát hiện gì, nhưng lại có \(found.vi)",
          en: "must stay silent, but says \(found.en)")
    case .fail:
      if findings.isEmpty {
        let made = reading.documents.map(described)
        return LocalizedText(
          vi: "phải có phát hiện, nhưng không có gì; "
            + made.map(\.vi).joined(separator: "; "),
          en: "must speak, but is silent; " + made.map { $0[.en] }.joined(separator: "; "))
      }
      if let wanted = example.severity, let other = findings.first(where: { $0.severity != wanted })
      {
        let found = described([other])
        return LocalizedText(
          vi: "phải ở mức \(wanted.words.vi), nhưng là \(found.vi)",
          en: "must be \(wanted.words.en), but is \(found.en)")
      }
      return example.isAbsence ? nil : misplaced(reading)
    }
  }

  /// What the rule says about its example; nil when the example cannot be read.
  public func findings(of example: Rule.Example, in rule: Rule) -> [Finding]? {
    (try? read(example, rule))?.findings.flatMap { $0 }
  }

  /// What an example was read as: one paper, or the papers of a dossier.
  private struct Reading {
    var documents: [RecognisedDocument]
    /// Where the markers stood, and what the rule says, by document.
    var places: [[MarkedText.Place]]
    var findings: [[Finding]]
    var faults: [DataFileError]
  }

  private func read(_ example: Rule.Example, _ rule: Rule) throws(ReadingError) -> Reading {
    let selection = RuleSelection(only: [rule.id])
    let text = DossierText(example.text)
    guard !text.papers.isEmpty else {
      let marked = MarkedText(example.text)
      let document = try recognise(marked.text, example, rule)
      let review = runner.review(document, selection: selection)
      return Reading(
        documents: [document], places: [marked.places], findings: [review.findings],
        faults: review.faults)
    }
    var papers: [Dossier.Paper] = []
    var places: [[MarkedText.Place]] = []
    for paper in text.papers {
      let marked = MarkedText(paper.text)
      let source = try DocumentReader.read(Array(marked.text.utf8), name: paper.name)
      let options = AnalysisOptions(asOf: example.asOf, today: ExampleRunner.today)
      let document = recogniser.recognise(source, options: options)
      papers.append(dossiers.paper(document, path: paper.name))
      places.append(marked.places)
    }
    let dossier = Dossier(path: rule.id, papers: papers, received: text.received)
    let review = runner.run(dossier, selection: selection)
    return Reading(
      documents: papers.map(\.document), places: places, findings: review.findings,
      faults: review.faults)
  }

  /// The day on which undated examples are read.
  private static let today = CivilDate(dayNumber: 20_604)  // 2026-05-31

  /// Read as the kind the example names; else as what it shows itself to be, when the rule is for
  /// that kind; else as the rule's first kind.
  private func recognise(
    _ text: String, _ example: Rule.Example, _ rule: Rule
  ) throws(ReadingError) -> RecognisedDocument {
    var source = try DocumentReader.read(Array(text.utf8), name: "\(rule.id) \(example.id).txt")
    source.revisions = example.revisions
    source.transport = example.transport
    var options = AnalysisOptions(
      kind: example.kind, stage: example.stage.flatMap { Stage(rawValue: $0) },
      asOf: example.asOf, today: ExampleRunner.today)
    let document = recogniser.recognise(source, options: options)
    guard example.kind == nil, let first = rule.kinds.first else { return document }
    if let kind = document.kind.id, rule.kinds.contains(kind) { return document }
    options.kind = first
    return recogniser.recognise(source, options: options)
  }

  private func misplaced(_ reading: Reading) -> LocalizedText? {
    let found = reading.findings.map { findings in
      Set(
        findings.map(\.location).compactMap { location -> MarkedText.Place? in
          guard let line = location.line, let column = location.column,
            let endLine = location.endLine, let endColumn = location.endColumn
          else { return nil }
          return MarkedText.Place(
            line: line, column: column, endLine: endLine, endColumn: endColumn)
        })
    }
    if found == reading.places.map(Set.init) { return nil }
    let wanted = reading.places.flatMap { $0 }.map(\.description).joined(separator: ", ")
    let said = described(reading.findings.flatMap { $0 })
    return LocalizedText(
      vi: "phải phát hiện đúng ở \(wanted), nhưng lại có \(said.vi)",
      en: "must speak exactly at \(wanted), but says \(said.en)")
  }

  private func described(_ findings: [Finding]) -> LocalizedText {
    func list(_ language: Language, _ at: String) -> String {
      findings.map { finding in
        let place = finding.location
        let span =
          "\(place.line ?? 0):\(place.column ?? 0)–\(place.endLine ?? 0):\(place.endColumn ?? 0)"
        let level = finding.severity.words[language]
        return "\(level) \(at) \(span) ⟦\(finding.excerpt)⟧ “\(finding.message[language])”"
      }.joined(separator: "; ")
    }
    return LocalizedText(vi: list(.vi, "ở"), en: list(.en, "at"))
  }

  /// What was made of an example that should have failed.
  private func described(_ document: RecognisedDocument) -> LocalizedText {
    let kind = document.kind.id ?? "unknown"
    let day = document.date.earliest
    let stage = document.stage.rawValue
    let blocks = document.blocks.count
    let citations = document.citations.count
    return LocalizedText(
      vi: "nhận ra: \(kind), \(stage), xét theo ngày \(day.text(in: .vi)), \(blocks) đoạn, "
        + "\(citations) viện dẫn",
      en: "read as \(kind), \(stage), as of \(day.text(in: .en)), \(blocks) blocks, "
        + "\(citations) citations")
  }
}

/// An example's text without its markers, and where they were.
struct MarkedText {
  /// From 1, in scalars; the end is just after the last character.
  struct Place: Hashable, CustomStringConvertible {
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int

    var description: String { "\(line):\(column)–\(endLine):\(endColumn)" }
  }

  let text: String
  let places: [Place]

  init(_ source: String) {
    var text = String.UnicodeScalarView()
    var places: [Place] = []
    var start: (line: Int, column: Int)?
    var line = 1
    var column = 1
    for scalar in source.unicodeScalars {
      switch scalar {
      case "⟦": start = (line, column)
      case "⟧":
        if let start {
          places.append(
            Place(line: start.line, column: start.column, endLine: line, endColumn: column))
        }
        start = nil
      case "\n":
        text.append(scalar)
        line += 1
        column = 1
      default:
        text.append(scalar)
        column += 1
      }
    }
    self.text = String(text)
    self.places = places
  }
}
