import DocumentAnalysis
import FixtureSupport
import FoundationEssentials
import LegalKnowledge
import Reporting
import RuleEngine
import TdktlintKit

/// The papers in `Tests/Fixtures/corpus` and the program that is measured against them.
public struct Corpus: Sendable {
  public static let folder = RulesData.repository + "Tests/Fixtures/corpus"
  /// Corpus papers reach into 2026; the day is fixed so that a run tomorrow says the same.
  public static let today = CivilDate(iso: "2026-11-20") ?? CivilDate(dayNumber: 0)

  /// In order of name.
  public let appraisals: [Appraisal]
  public let library: RuleLibrary
  private let linter: Linter

  public init(folder: String = folder) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + name)), as: UTF8.self)
    }
    if let stray = names.first(where: { name in
      !names.contains(Self.stem(name) + ".txt") || !names.contains(Self.stem(name) + ".expected")
    }) {
      throw Appraisal.Fault(description: "\(stray): its paper or its sidecar is not there")
    }
    appraisals = try names.filter { $0.hasSuffix(".txt") }.map { name in
      try Appraisal(
        name: Self.stem(name), text: try text(name),
        sidecar: try text(Self.stem(name) + ".expected"))
    }
    library = try RuleLibrary(modules: builtInModules, depth: .check)
    linter = Linter(library: library, options: Linter.Options(today: Self.today))
  }

  private static func stem(_ name: String) -> String {
    String(name.prefix { $0 != "." })
  }

  /// What the program says of a paper in the form given as bytes.
  public func findings(in bytes: [UInt8], name: String) throws -> [Finding] {
    linter.findings(in: try linter.recognise(bytes, name: name))
  }

  public func compare(_ appraisal: Appraisal) throws -> Comparison {
    let document = try linter.recognise(Array(appraisal.text.utf8), name: appraisal.fileName)
    return Comparison(
      appraisal, findings: linter.findings(in: document),
      recognised: [
        "level": document.issuer.level?.rawValue ?? "nothing",
        "kind": document.kind.id ?? "nothing",
        "stage": document.stage.rawValue,
        "date": document.date.earliest.iso,
      ])
  }
}
