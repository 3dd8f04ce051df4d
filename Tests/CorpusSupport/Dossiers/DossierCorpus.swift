import Appraisal
import DataFiles
import DocumentAnalysis
import DossierAnalysis
import FixtureSupport
import FoundationEssentials
import LegalKnowledge
import RuleEngine
import TdktlintKit

/// The dossiers in `Tests/Fixtures/dossiers`, clean ones and, in `loi`, faults planted in them, and
/// the rules they are asked about.
public struct DossierCorpus: Sendable {
  public static let folder = RulesData.repository + "Tests/Fixtures/dossiers"

  /// Names of the clean dossiers, in order, without `.txt`.
  public static let cleanNames = names(in: folder)
  /// Names of the fault files, in order, without `.txt`.
  public static let faultNames = names(in: folder + "/loi")

  private static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  public let library: RuleLibrary
  private let linter: Linter
  private let reader: DossierReader
  private let runner: RuleRunner

  public init() throws {
    library = try RuleLibrary(modules: builtInModules, depth: .check)
    linter = Linter(library: library, options: Linter.Options(today: Corpus.today))
    reader = DossierReader(law: library.law)
    runner = RuleRunner(rules: library.rules, law: library.law)
  }

  public static func clean(_ name: String) throws -> DossierFixture {
    try DossierFixture(name: name, text: DossierText(try text("\(name).txt")))
  }

  /// The dossier that a fault file makes of its base.
  public static func fault(_ name: String) throws -> DossierFixture {
    let path = "loi/\(name).txt"
    let file = try FaultFile(path: path, text: try text(path))
    guard let base = file.base else {
      throw file.fault(1, "no base; a line `# gốc: NAME` names the clean dossier")
    }
    guard cleanNames.contains(base) else {
      throw file.fault(
        1, "no clean dossier “\(base)”; there are \(cleanNames.joined(separator: ", "))")
    }
    guard !file.expected.isEmpty else {
      throw file.fault(1, "no expectation; a line `# mong đợi: RULE PAPER \"words\"` gives one")
    }
    return try DossierFixture(
      name: name, text: try file.applied(to: clean(base).text), expected: file.expected)
  }

  private static func text(_ path: String) throws -> String {
    let data = try Data(contentsOf: URL(filePath: folder + "/" + path))
    return String(decoding: data, as: UTF8.self)
  }

  /// The dossier as the program reads it.
  public func dossier(
    of fixture: DossierFixture, as form: DossierFixture.Form = .text
  ) throws -> Dossier {
    let papers = try fixture.text.papers.map { paper in
      reader.paper(
        try linter.recognise(fixture.bytes(paper, as: form), name: paper.name), path: paper.name)
    }
    // As a folder is read.
    return Dossier(
      path: fixture.name, papers: papers.sorted { $0.path < $1.path }, received: fixture.received)
  }

  /// What every built-in rule says of a dossier, against what is expected.
  public func compare(
    _ fixture: DossierFixture, as form: DossierFixture.Form = .text
  ) throws -> DossierComparison {
    let dossier = try dossier(of: fixture, as: form)
    let review = runner.run(dossier)
    if let fault = review.faults.first { throw fault }
    let found = zip(dossier.papers, review.findings).flatMap { paper, findings in
      findings.map { DossierExpectation($0, in: paper.path) }
    }
    return DossierComparison(expected: fixture.expected, found: found)
  }

  /// The sheet that an appraisal of the dossier gives.
  public func sheet(of fixture: DossierFixture) throws -> AppraisalSheet {
    let dossier = try dossier(of: fixture)
    let appraiser = Appraiser(
      law: library.law,
      conditions: try AppraisalConditions(files: DataFile.embedded, law: library.law),
      rules: library.rules.rules)
    return appraiser.sheet(for: dossier, review: runner.run(dossier))
  }
}
