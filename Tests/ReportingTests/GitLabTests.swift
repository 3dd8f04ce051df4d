import FixtureSupport
import Foundation
import RuleEngine
import Testing

@testable import Reporting

@Suite("GitLab code quality output")
struct GitLabTests {
  private let sample = sampleReport(
    [
      document("./a.txt", [finding(), finding(.note)]), document("b.txt", [finding()]),
      document("c.docx", [finding(.warning, line: nil)], format: .docx),
      document("sạch.txt", []), unreadable,
    ], exitStatus: 3)

  private func issues(_ report: Report) throws -> [[String: Any]] {
    let text = GitLabReporter.render(report, language: .vi)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [[String: Any]])
  }

  private func place(_ issue: [String: Any]) -> String {
    let location = issue["location"] as? [String: Any]
    let line = (location?["lines"] as? [String: Int])?["begin"]
    return "\(location?["path"] as? String ?? "?"):\(line ?? 0)"
  }

  @Test("An issue a finding, with rule, severity and place; unreadable is a blocker")
  func issues() throws {
    let issues = try issues(sample)
    #expect(
      issues.map { $0["severity"] as? String } == ["major", "info", "major", "minor", "blocker"])
    #expect(issues.map(place) == ["a.txt:12", "a.txt:12", "b.txt:12", "c.docx:1", "hỏng.docx:1"])
    #expect(issues[0]["check_name"] as? String == "citations/expired-instrument")
    #expect(issues[0]["description"] as? String == "Nghị định đã hết hiệu lực.")
    #expect(
      issues[3]["description"] as? String == "Nghị định đã hết hiệu lực. (mục II.1, đoạn 5)")
    #expect(issues[4]["check_name"] as? String == "tool/truncated")
    #expect(issues[4]["description"] as? String == "Tệp bị cụt. Chép lại tệp.")
  }

  @Test("The same fault in two papers has two fingerprints; a leading ./ makes no other")
  func fingerprints() throws {
    func fingerprint(_ path: String) throws -> String? {
      try issues(sampleReport([document(path, [finding()])])).first?["fingerprint"] as? String
    }
    #expect(try fingerprint("a.txt") != fingerprint("b.txt"))
    #expect(try fingerprint("a.txt") == fingerprint("././a.txt"))
  }

  @Test("What belongs to no document is at the root, or in the configuration it is about")
  func ownFindings() throws {
    var report = sampleReport([])
    #expect(GitLabReporter.render(report, language: .vi) == "[]\n")
    var own = finding(line: nil)
    own.location.part = ""
    var configured = finding(line: 7)
    configured.location.part = "xa/.tdktlint.yml"
    report.findings = [own, configured]
    #expect(try issues(report).map(place) == [".:1", "xa/.tdktlint.yml:7"])
  }

  @Test(
    "The report is valid against the schema",
    .enabled(if: Validator.hasJSONSchema, "run `make test`: it installs python3-jsonschema"))
  func validates() throws {
    for report in [sample, sampleReport([])] {
      let text = GitLabReporter.render(report, language: .vi)
      #expect(try Validator.accepts(text, jsonSchema: "gitlab-code-quality.json"))
    }
    // The test itself: an unknown severity and a line of 0 must be refused.
    let text = GitLabReporter.render(sample, language: .vi)
    for (old, new) in [("\"minor\"", "\"warning\""), ("\"begin\": 12", "\"begin\": 0")] {
      let broken = text.replacing(old, with: new)
      #expect(broken != text)
      #expect(try !Validator.accepts(broken, jsonSchema: "gitlab-code-quality.json"))
    }
  }
}
