import Appraisal
import DataFiles
import DocumentAnalysis
import DocumentReading
import DossierAnalysis
import FixtureSupport
import Foundation
import LegalKnowledge
import RuleEngine
import TdktlintKit
import Testing

/// The repository's rules and conditions, and dossiers written as text.
enum Sheets {
  static let library = Result { try RuleLibrary(modules: builtInModules, depth: .check) }

  static func conditions() throws -> AppraisalConditions {
    try AppraisalConditions(files: DataFile.embedded, law: try library.get().law)
  }

  static func text(_ name: String) throws -> String {
    try String(
      contentsOfFile: RulesData.repository + "Tests/Fixtures/dossiers/\(name).txt", encoding: .utf8)
  }

  static func dossier(_ text: String, path: String = "ho-so") throws -> Dossier {
    let law = try library.get().law
    let reader = DossierReader(law: law)
    let recogniser = Recogniser(law: law)
    let today = try #require(CivilDate(iso: "2026-11-01"))
    return Dossier(
      path: path,
      papers: try DossierText(text).papers.map { paper in
        let source = try DocumentReader.read(Array(paper.text.utf8), name: paper.name)
        return reader.paper(
          recogniser.recognise(source, options: AnalysisOptions(today: today)), path: paper.name)
      })
  }

  static func review(_ dossier: Dossier, only: [String] = []) throws -> DossierReview {
    let library = try library.get()
    return RuleRunner(rules: library.rules, law: library.law)
      .run(dossier, selection: RuleSelection(only: only))
  }

  /// The sheet of a dossier under the built-in rules.
  static func sheet(
    _ dossier: Dossier, review: DossierReview? = nil, rules: [Rule]? = nil
  ) throws -> AppraisalSheet {
    let library = try library.get()
    let appraiser = Appraiser(
      law: library.law, conditions: try conditions(), rules: rules ?? library.rules.rules)
    return appraiser.sheet(for: dossier, review: try review ?? self.review(dossier))
  }

  /// The clean dossier of the fixtures, with some of its words changed.
  static func sheet(_ name: String, changing words: [(String, String)] = []) throws
    -> AppraisalSheet
  {
    var text = try text(name)
    for (old, new) in words {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    return try sheet(try dossier(text, path: name))
  }
}

extension AppraisalSheet {
  func condition(_ id: String, case number: Int? = nil) -> Condition? {
    let conditions =
      number.map { number in cases.first { $0.number == number }?.conditions ?? [] }
      ?? self.conditions
    return conditions.first { $0.id == id }
  }
}
