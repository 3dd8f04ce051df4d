import Foundation
import Testing

@testable import TdktlintKit

/// The real plans beside the project, when they are there, each in its three forms.
@Suite("Recipients and authority on real plans")
struct RecipientsAuthoritySampleTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/samples").path

  struct Plan: Sendable, CustomTestStringConvertible {
    var file: String
    var asOf: String?
    /// Errors and warnings of the two modules.
    var expected: Set<String>
    var testDescription: String { file + (asOf.map { " as of " + $0 } ?? "") }
  }

  static let plans: [Plan] = [
    (
      "000_fcb073a10b6b8181", nil,
      ["authority/issuer-inconsistent", "authority/signature-formula"]
    ),
    ("002_730c168d7be2e051", nil, ["authority/signature-formula"]),
    (
      "002_730c168d7be2e051", "2025-08-01",
      [
        "authority/signature-formula", "authority/abolished-level", "recipients/abolished-body",
      ]
    ),
    (
      "004_071e165d37ddb9b0", nil,
      ["authority/signature-formula", "recipients/archive-line-form"]
    ),
  ].flatMap { (name: String, asOf: String?, expected: Set<String>) in
    [".txt", ".as-found.docx", ".hostile.docx"].map {
      Plan(file: name + $0, asOf: asOf, expected: expected)
    }
  }

  @Test("They say what an appraiser would, in each form", arguments: plans)
  func says(plan: Plan) throws {
    let path = Self.folder + "/" + plan.file
    guard FileManager.default.fileExists(atPath: path) else { return }
    var arguments = [
      "check", "--format", "json", "--only", "recipients", "--only", "authority", path,
    ]
    if let asOf = plan.asOf { arguments += ["--as-of", asOf] }
    let outcome = tdktlint(arguments, modules: builtInModules)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    let findings = try #require(documents.first?["findings"] as? [[String: Any]])
    let grave = findings.filter { $0["severity"] as? String != "note" }
      .compactMap { $0["rule"] as? String }
    #expect(Set(grave) == plan.expected)
  }
}
