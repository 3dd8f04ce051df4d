import Foundation
import LegalKnowledge
import Reporting
import RuleEngine
import TdktlintKit
import Testing

/// Both modules read whole papers, so their tests run the whole program on readable text.
enum Check {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let library = Result {
    try RuleLibrary(modules: builtInModules, depth: .check)
  }

  static func findings(_ bytes: [UInt8], name: String) throws -> [Finding] {
    let today = try #require(CivilDate(iso: "2026-05-31"))
    var options = Linter.Options(today: today)
    options.selection = RuleSelection(only: ["consistency/*", "deadlines/*"])
    let linter = Linter(library: try library.get(), options: options)
    return linter.findings(in: try linter.recognise(bytes, name: name))
  }

  /// Rule and words of each finding.
  static func said(_ text: String) throws -> [String] {
    try findings(Array(text.utf8), name: "a.txt").map { "\($0.rule) \($0.excerpt)" }
  }
}

@Suite("Clean plans")
struct CleanPlanTests {
  private static let folder = Check.root.appending(path: "Tests/Fixtures/clean")
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test("There are clean plans")
  func present() { #expect(CleanPlanTests.names.count >= 3) }

  @Test("A clean plan hears nothing", arguments: names)
  func silent(name: String) throws {
    let bytes = Array(try Data(contentsOf: CleanPlanTests.folder.appending(path: name)))
    #expect(try Check.findings(bytes, name: name).map { "\($0.rule) \($0.excerpt)" } == [])
  }

  @Test("The same plan in NFD hears of its code alone", arguments: names)
  func decomposed(name: String) throws {
    let text = try String(contentsOf: CleanPlanTests.folder.appending(path: name), encoding: .utf8)
    let bytes = Array(text.decomposedStringWithCanonicalMapping.utf8)
    let found = try Check.findings(bytes, name: name)
    #expect(found.map(\.rule) == ["consistency/unicode"])
    #expect(found.allSatisfy { $0.severity == .note })
  }
}

@Suite("One slip put into a clean plan")
struct SlipTests {
  @Test(
    "Exactly that is found",
    arguments: [
      ("trước ngày 31/01/2024", "trước ngày 31/02/2024", "deadlines/invalid-date 31/02/2024"),
      ("trước ngày 31/01/2024", "trước ngày 10/01/2024", "deadlines/before-issue 10/01/2024"),
      ("trong tháng 8", "trong tháng 11", "deadlines/quarter-mismatch tháng 11"),
      (
        "94 năm", "95 năm",
        "deadlines/anniversary-arithmetic 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2024)"
      ),
      (
        "76 năm", "75 năm",
        "deadlines/anniversary-arithmetic 75 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua "
          + "ái quốc (11/6/1948 - 11/6/2024)"
      ),
      ("2021 - 2025", "2025 - 2021", "deadlines/reversed-range giai đoạn 2025 - 2021"),
      ("quê hương\"", "quê hương”", "consistency/quotes \"Tự hào quê hương”"),
      (
        "các ban, ngành, đoàn thể thực hiện", "các ban,ngành, đoàn thể thực hiện",
        "consistency/spacing ban,ngành"
      ),
      (
        "là Kế hoạch công tác thi đua, khen thưởng năm 2024",
        "là Kế hoạch công tác thi đua, khen thưởng năm 2023", "consistency/plan-year năm 2023"
      ),
      (
        "chấm điểm thi đua năm 2024", "chấm điểm thi đua năm 2025",
        "consistency/stale-year năm 2025"
      ),
      ("nhà nhà thi đua;", "nhà nhà thi đua đua;", "consistency/repeated-word đua đua"),
      ("tồn tại, hạn chế", "tồn, hạn chế", "consistency/term tồn, hạn chế"),
    ])
  func alone(right: String, wrong: String, expected: String) throws {
    let file = Check.root.appending(path: "Tests/Fixtures/clean/ke-hoach-xa-theo-quy.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(right))
    let found = try Check.said(text.replacing(right, with: wrong, maxReplacements: 1))
    #expect(found == [expected])
  }
}

@Suite("The sample plans")
struct SampleTests {
  private static let folder = Check.root.deletingLastPathComponent()
    .appending(path: "shared/samples")
  private static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  private func said(_ file: String) throws -> [String] {
    let bytes = Array(try Data(contentsOf: SampleTests.folder.appending(path: file)))
    return try Check.findings(bytes, name: file).map { "\($0.rule) \($0.excerpt)" }
  }

  private static let ofForm = [
    "consistency/unicode", "consistency/tracked-changes-left", "consistency/link-left",
  ]

  @Test(
    "Three forms of one plan give the same findings, apart from what a form adds",
    .enabled(if: isPresent),
    arguments: ["000_fcb073a10b6b8181", "002_730c168d7be2e051", "004_071e165d37ddb9b0"])
  func forms(name: String) throws {
    func common(_ form: String) throws -> [String] {
      try said("\(name).\(form)").filter { finding in
        !SampleTests.ofForm.contains { finding.hasPrefix($0) }
      }
    }
    let text = try common("txt")
    #expect(!text.isEmpty)
    #expect(try common("as-found.docx") == text)
    #expect(try common("hostile.docx") == text)
    let hostile = try said("\(name).hostile.docx").map { $0.split(separator: " ")[0] }
    #expect(hostile.filter { $0 == "consistency/unicode" }.count == 1)
    #expect(hostile.filter { $0 == "consistency/tracked-changes-left" }.count == 1)
  }

  @Test("The year left in row 13, and no other row", .enabled(if: isPresent))
  func staleYear() throws {
    let found = try said("004_071e165d37ddb9b0.txt")
    #expect(found == ["consistency/stale-year năm 2024"])
  }
}
