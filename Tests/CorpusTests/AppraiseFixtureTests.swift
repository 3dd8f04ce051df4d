import CorpusSupport
import Foundation
import LegalKnowledge
import TdktlintKit
import Testing

/// The dossiers of `Tests/Fixtures/dossiers`, through the command as an officer runs it.
@Suite("tdktlint appraise on whole dossiers")
struct AppraiseFixtureTests {
  private struct Run {
    var status: Int32
    var sheet: [String: Any]

    var outcome: String? { (sheet["outcome"] as? [String: Any])?["proposal"] as? String }

    var findings: [(rule: String, severity: String, path: String)] {
      let papers = (sheet["papers"] as? [[String: Any]] ?? []).map { $0["path"] as? String ?? "" }
      return (sheet["findings"] as? [[String: Any]] ?? []).map { finding in
        (
          finding["rule"] as? String ?? "", finding["severity"] as? String ?? "",
          papers[finding["paper"] as? Int ?? 0]
        )
      }
    }
  }

  /// Appraises a fixture, written as DOCX.
  private func appraise(_ fixture: DossierFixture) throws -> Run {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-appraise-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try fixture.writeDOCX(into: folder)
    var output = ""
    let io = CommandIO(
      writeOutput: {
        output += $0
        return true
      }, writeError: { _ in }, isOutputTerminal: false, columns: 100)
    let tool = CommandLineTool(modules: builtInModules, io: io, today: Corpus.today)
    var arguments = ["appraise", "--format", "json", "--no-config"]
    if let received = fixture.received { arguments += ["--received", received.iso] }
    let status = tool.run(arguments + [folder])
    let report = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    return Run(status: status, sheet: try #require(report?["dossier"] as? [String: Any]))
  }

  /// As the fixtures write it, and as JSON has it.
  private static let outcomes = [
    "đủ điều kiện": "du-dieu-kien", "cần bổ sung": "can-bo-sung",
    "không đủ điều kiện": "khong-du-dieu-kien",
  ]

  @Test(
    "A clean dossier: exit 0, the outcome it is written for", arguments: DossierCorpus.cleanNames)
  func clean(name: String) throws {
    let fixture = try DossierCorpus.clean(name)
    let run = try appraise(fixture)
    #expect(run.status == 0)
    #expect(run.findings.allSatisfy { $0.severity == "note" })
    #expect(run.outcome == Self.outcomes[fixture.outcome ?? "đủ điều kiện"])
  }

  @Test("A planted fault: the finding is in its paper", arguments: DossierCorpus.faultNames)
  func fault(name: String) throws {
    let fixture = try DossierCorpus.fault(name)
    let run = try appraise(fixture)
    for expected in fixture.expected {
      #expect(
        run.findings.contains { $0.rule == expected.rule && $0.path.hasSuffix(expected.paper) },
        "\(expected)")
    }
    let hasErrors = run.findings.contains { $0.severity == "error" }
    #expect(run.status == (hasErrors ? 1 : 0))
    #expect(!hasErrors || run.outcome != "du-dieu-kien")
  }
}
