import DocumentAnalysis
import DocumentModel
import DocumentReading
import LegalKnowledge
import RuleEngine
import TextMatching

/// Runs the examples of rules: they are the rules' tests.
public struct ExampleRunner: Sendable {
  private let library: RuleLibrary
  private let recogniser: Recogniser
  private let runner: RuleRunner

  /// - Parameter library: loaded in full.
  public init(library: RuleLibrary) {
    self.library = library
    recogniser = Recogniser(law: library.law)
    runner = RuleRunner(rules: library.rules, law: library.law)
  }

  /// Nil when the rule does what the example says; else what it did instead, in English.
  public func problem(of example: Rule.Example, in rule: Rule) -> String? {
    let marked = MarkedText(example.text)
    let document: RecognisedDocument
    do {
      document = try recognise(marked.text, example, rule)
    } catch {
      return "the example cannot be read: \(error.message.en)"
    }
    let findings = runner.run(document, selection: RuleSelection(only: [rule.id]))
    switch example.expectation {
    case .pass:
      return findings.isEmpty ? nil : "must stay silent, but says \(described(findings))"
    case .fail:
      if findings.isEmpty { return "must speak, but is silent; \(described(document))" }
      if let wanted = example.severity, let other = findings.first(where: { $0.severity != wanted })
      {
        return "must be \(wanted.rawValue), but is \(described([other]))"
      }
      return example.isAbsence ? nil : misplaced(findings, marked)
    }
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
    var options = AnalysisOptions(
      kind: example.kind, stage: example.stage.flatMap { Stage(rawValue: $0) },
      asOf: example.asOf, today: ExampleRunner.today)
    let document = recogniser.recognise(source, options: options)
    guard example.kind == nil, let first = rule.kinds.first else { return document }
    if let kind = document.kind.id, rule.kinds.contains(kind) { return document }
    options.kind = first
    return recogniser.recognise(source, options: options)
  }

  private func misplaced(_ findings: [Finding], _ marked: MarkedText) -> String? {
    let found = findings.map(\.location).compactMap { location -> MarkedText.Place? in
      guard let line = location.line, let column = location.column,
        let endLine = location.endLine, let endColumn = location.endColumn
      else { return nil }
      return MarkedText.Place(
        line: line, column: column, endLine: endLine, endColumn: endColumn)
    }
    if Set(found) == Set(marked.places) { return nil }
    let wanted = marked.places.map(\.description).joined(separator: ", ")
    return "must speak exactly at \(wanted), but says \(described(findings))"
  }

  private func described(_ findings: [Finding]) -> String {
    findings.map { finding in
      let place = finding.location
      let span =
        "\(place.line ?? 0):\(place.column ?? 0)–\(place.endLine ?? 0):\(place.endColumn ?? 0)"
      return "\(finding.severity.rawValue) at \(span) ⟦\(finding.excerpt)⟧ “\(finding.message.vi)”"
    }.joined(separator: "; ")
  }

  /// What was made of an example that should have failed.
  private func described(_ document: RecognisedDocument) -> String {
    let kind = document.kind.id ?? "unknown"
    let day = document.date.earliest.iso
    return "read as \(kind), \(document.stage.rawValue), as of \(day), "
      + "\(document.blocks.count) blocks, \(document.citations.count) citations"
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
