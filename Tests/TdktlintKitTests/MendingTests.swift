import DocumentReading
import FixtureSupport
import Foundation
import LegalKnowledge
import Parallelism
import Reporting
import RuleEngine
import Testing

@testable import TdktlintKit

/// What mending must keep to, over every example that carries a mechanical fix.
@Suite("Mended copies")
struct MendingTests {
  private static let library = Result {
    try RuleLibrary(.init(modules: builtInModules), depth: .full)
  }

  /// Forms an example is mended in.
  enum Form: CaseIterable, Sendable {
    case text
    case docx
    /// Runs of seven characters, decomposed.
    case hostile

    func bytes(_ text: String) -> [UInt8] {
      switch self {
      case .text: Array(text.utf8)
      case .docx: DocxFixture(text: text).bytes
      case .hostile: HostileDocx.bytes(text)
      }
    }
  }

  @Test("A mended example has none of its mended findings and no new one", arguments: Form.allCases)
  func examples(form: Form) throws {
    let library = try MendingTests.library.get()
    let declared = library.rules.rules.filter { $0.fix?.kind == .mechanical }.map(\.id)
    let examples = library.rules.rules.flatMap { rule in
      rule.examples.filter { $0.expectation == .fail }.map { (rule: rule, example: $0) }
    }
    let outcomes = inParallel(examples.count, workers: 4) { index in
      let (rule, example) = examples[index]
      let text = MarkedText(example.text).text
      var options = Linter.Options(today: CivilDate(dayNumber: 20_604))
      options.kind = example.kind
      options.asOf = example.asOf
      options.stage = example.stage.flatMap { .init(rawValue: $0) }
      let linter = Linter(library: library, options: options)
      return Mending(linter, form.bytes(text), name: "\(rule.id) \(example.id)")
    }
    for outcome in outcomes { for problem in outcome.problems { Issue.record("\(problem)") } }
    let mended = Set(outcomes.flatMap(\.mendedRules))
    #expect(declared.filter { !mended.contains($0) } == [], "no example of these was mended")
  }

  @Test(
    "Real plans keep to the same", .enabled(if: Samples.areThere),
    arguments: [".txt", ".as-found.docx", ".hostile.docx"])
  func samples(form: String) throws {
    var mended: Set<String> = []
    for name in Samples.names {
      let data = try Data(contentsOf: Samples.folder.appendingPathComponent(name + form))
      let linter = Linter(
        library: try MendingTests.library.get(),
        options: Linter.Options(today: CivilDate(dayNumber: 20_604)))
      let mending = Mending(linter, Array(data), name: name + form)
      for problem in mending.problems { Issue.record("\(problem)") }
      mended.formUnion(mending.mendedRules)
    }
    #expect(mended.isSuperset(of: ["citations/malformed-symbol", "consistency/quotes"]))
  }
}

private enum Samples {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/samples")
  static let names = ["000_fcb073a10b6b8181", "002_730c168d7be2e051", "004_071e165d37ddb9b0"]
  static let areThere = FileManager.default.fileExists(atPath: folder.path)
}

/// A document, its copy and what is wrong with the copy.
private struct Mending: Sendable {
  var mendedRules: Set<String> = []
  var problems: [String] = []

  init(_ linter: Linter, _ bytes: [UInt8], name: String) {
    do {
      let source = try DocumentReader.read(bytes, name: name)
      let findings = linter.findings(in: linter.recognise(source))
      let (report, copy) = FindingFixer(source, limits: .init()).mend(bytes, findings)
      if let error = report.error { problems.append("\(name): \(error.en)") }
      for refusal in report.refused where !Mending.isExpected(refusal) {
        problems.append("\(name): \(refusal.rule) not made: \(refusal.reason[.en])")
      }
      guard let copy else { return }
      let refused = Set(report.refused.map(\.rule))
      mendedRules = Set(report.changes.map(\.rule)).subtracting(refused)
      let after = linter.findings(in: try linter.recognise(copy, name: name))
      for rule in Set(after.map(\.rule)) {
        let old = findings.filter { $0.rule == rule }
        let new = after.filter { $0.rule == rule }
        let isMended = { (finding: Finding) in
          !refused.contains(rule)
            && finding.fixes.contains { $0.kind == .mechanical && !$0.edits.isEmpty }
        }
        let left = old.filter { !isMended($0) }.count
        if new.count > left {
          problems.append(
            "\(name): \(rule) had \(old.count), \(left) without a fix, and has \(new.count): "
              + new.map { "⟦\($0.excerpt)⟧ \($0.message[.en])" }.joined(separator: " | ")
              + "; changes: \(report.changes.map { "\($0.rule) “\($0.from)”→“\($0.to)”" })")
        }
      }
    } catch {
      problems.append("\(name): \(error)")
    }
  }

  /// Two rules may mend the same words, and the second waits for the next run; a sample has text
  /// inserted with tracked changes.
  private static func isExpected(_ refusal: CopyReport.Refusal) -> Bool {
    refusal.reason.en.hasPrefix("another change") || refusal.reason.en.contains("tracked insertion")
  }
}

/// A text as DOCX made hard to read: decomposed, and cut into short runs inside words and letters.
private enum HostileDocx {
  static func bytes(_ text: String) -> [UInt8] {
    var fixture = DocxFixture(text: text.decomposedStringWithCanonicalMapping)
    let opening = "<w:t xml:space=\"preserve\">"
    var result = ""
    for (index, piece) in fixture.body.components(separatedBy: opening).enumerated() {
      guard index > 0, let end = piece.range(of: "</w:t>") else {
        result += piece
        continue
      }
      let words = piece[..<end.lowerBound]
      let runs = cut(words).map { opening + $0 + "</w:t>" }
      result += runs.joined(separator: "</w:r><w:r><w:rPr><w:i/></w:rPr>")
      result += piece[end.upperBound...]
    }
    fixture.body = result
    return fixture.bytes
  }

  /// Into pieces of seven scalars; a reference stays whole.
  private static func cut(_ words: Substring) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var isReference = false
    for scalar in words.unicodeScalars {
      piece.append(scalar)
      if scalar == "&" { isReference = true }
      if scalar == ";" { isReference = false }
      if piece.count >= 7, !isReference {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
      }
    }
    return pieces + [String(piece)]
  }
}
