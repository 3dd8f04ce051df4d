import AkomaNtoso
import DocumentAnalysis
import DocumentModel
import Foundation
import LegalKnowledge
import RuleEngine
import Testing

@testable import TdktlintKit

/// What `inspect --format akn` prints is read back as the same paper.
struct AkomaNtosoRoundTripTests {
  private static let fixtures: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures").path
    return ["clean", "demo", "authority"].flatMap { name in
      (FileManager.default.subpaths(atPath: "\(folder)/\(name)") ?? []).sorted()
        .filter { $0.hasSuffix(".txt") }.map { "\(folder)/\(name)/\($0)" }
    }
  }()

  @Test(arguments: fixtures)
  func theSameDocumentComesBack(path: String) throws {
    let library = try RuleLibrary(
      RuleLibrary.Sources(modules: builtInModules), depth: .check)
    let linter = Linter(
      library: library, options: .init(today: try #require(CivilDate(iso: "2026-06-01"))))
    let first = try linter.recognise(.file(path)).get()
    let tree = AkomaNtoso.render(first, law: library.law)
    let second = try linter.recognise(Array(tree.utf8), name: "a.xml")
    #expect(second.source.format == .akn)
    #expect(second.kind == first.kind)
    #expect(second.stage == first.stage)
    #expect(second.date == first.date)
    #expect(second.issuer == first.issuer)
    #expect(second.planYear == first.planYear)
    #expect(second.citations == first.citations)
    #expect(lines(second) == lines(first))
    let findings = [first, second].map { document in
      linter.findings(in: document).map { "\($0.rule) \($0.excerpt)" }
    }
    #expect(findings[0] == findings[1])
  }

  private func lines(_ document: RecognisedDocument) -> [String] {
    var lines = document.blocks.map { "\($0.label?.text ?? "")|\($0.text)" }
    // Empty blocks at the end leave no trace in the tree.
    while lines.last == "|" { lines.removeLast() }
    return lines
  }
}
