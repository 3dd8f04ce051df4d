import Foundation
import Testing

@testable import TdktlintKit

@Suite("tdktlint check with a configuration")
struct PolicyCommandTests {
  private let folder: TemporaryFolder
  private let pack: String

  init() throws {
    folder = try TemporaryFolder()
    pack = try wordPack(in: folder)
    try folder.write("xã/kế-hoạch.txt", "Một câu sai.\n")
  }

  private func check(_ arguments: String...) -> Outcome {
    tdktlint(["check", "--no-builtin-rules", "--rules", pack, "--skip", "tool/date*"] + arguments)
  }

  private func configure(_ text: String, in place: String = "") throws {
    try folder.write(place + ".tdktlint.yml", text)
  }

  private func document(_ outcome: Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let report = try #require(value as? [String: Any])
    return try #require((report["documents"] as? [[String: Any]])?.first)
  }

  @Test("The nearest configuration upward counts, and no other")
  func nearest() throws {
    try configure("version: 1\nskip: tinh\n")
    #expect(!check(folder.path + "/xã").output.contains("tinh/tu-sai"))
    try configure("version: 1\n", in: "xã/")
    #expect(check(folder.path + "/xã").output.contains("tinh/tu-sai"))
    #expect(check("--no-config", folder.path + "/xã").output.contains("tinh/tu-sai"))
    let other = try folder.write("khác.yml", "version: 1\nonly: tinh\nskip: tinh/tu-sai\n")
    #expect(!check("--config", other, folder.path + "/xã").output.contains("tinh/tu-sai"))
  }

  @Test("A fault in a configuration is 2, with file, line and column")
  func faults() throws {
    try configure("version: 1\nskipp: tinh\n", in: "xã/")
    let outcome = check(folder.path + "/xã")
    #expect(outcome.status == 2)
    #expect(outcome.errors.first?.contains("xã/.tdktlint.yml:2:1: ") == true)
    #expect(outcome.errors.first?.contains("“skip”") == true)
    try configure("version: 1\nskip: tinh/tu-sia\n", in: "xã/")
    let unknown = tdktlint(["check", folder.path + "/xã"], modules: builtInModules)
    #expect(unknown.status == 2)
    #expect(unknown.errors.first?.contains(".tdktlint.yml:2:") == true)
  }

  @Test("A suppression sets a finding aside until it expires, and is told")
  func suppression() throws {
    try configure(
      """
      version: 1
      suppressions:
        - rule: tinh/tu-sai
          path: kế-hoạch.txt
          reason: chữ trong câu trích
          owner: Văn phòng
          expires: 2025-01-31
      """, in: "xã/")
    let outcome = check(folder.path + "/xã")
    #expect(outcome.status == 0)
    let json = try document(check("--format", "json", folder.path + "/xã"))
    let finding = try #require(
      (json["findings"] as? [[String: Any]])?.first { $0["rule"] as? String == "tinh/tu-sai" })
    let suppressed = try #require(finding["suppression"] as? [String: Any])
    #expect(suppressed["reason"] as? String == "chữ trong câu trích")
    #expect(check("--format", "sarif", folder.path + "/xã").output.contains("\"suppressions\""))

    try configure(
      """
      version: 1
      suppressions:
        - rule: tinh/tu-sai
          path: kế-hoạch.txt
          reason: chữ trong câu trích
          owner: Văn phòng
          expires: 2025-01-14
      """, in: "xã/")
    let expired = check(folder.path + "/xã")
    #expect(expired.status == 1)
    #expect(expired.output.contains("tool/suppression-expired"))
    #expect(expired.output.contains("tinh/tu-sai"))
  }

  @Test("A baseline marks what is known; new findings alone fail; what is gone is told and pruned")
  func baseline() throws {
    let file = folder.path + "/xã/kế-hoạch.txt"
    let known = folder.path + "/đã-biết.json"
    #expect(check(file).status == 1)
    #expect(check("--write-baseline", known, file).status == 0)
    #expect(check("--baseline", known, file).status == 0)

    // An edit elsewhere leaves it known; another finding is new.
    try folder.write("xã/kế-hoạch.txt", "Câu mở đầu.\n\nMột câu sai.\n")
    #expect(check("--baseline", known, file).status == 0)
    try folder.write("xã/kế-hoạch.txt", "Một câu sai.\n\nChương mới:\n\nLại sai nữa.\n")
    let outcome = check("--baseline", known, "--format", "sarif", file)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\"baselineState\": \"unchanged\""))
    #expect(outcome.output.contains("\"baselineState\": \"new\""))

    try folder.write("xã/kế-hoạch.txt", "Một câu đúng.\n")
    #expect(
      check("--baseline", known, "--format", "sarif", file).output
        .contains("\"baselineState\": \"absent\""))
    let pruned = check("--baseline", known, "--prune-baseline", file)
    #expect(pruned.status == 0)
    #expect(!(try String(contentsOfFile: known, encoding: .utf8)).contains("tinh/tu-sai"))
  }

  @Test("Documents of several configurations are judged each by its own, in their order")
  func several() throws {
    try folder.write("huyện/báo-cáo.txt", "Một câu sai.\n")
    try configure("version: 1\nskip: tinh\n", in: "huyện/")
    let value = try JSONSerialization.jsonObject(
      with: Data(
        check("--format", "json", folder.path + "/huyện", folder.path + "/xã").output.utf8))
    let documents = try #require((value as? [String: Any])?["documents"] as? [[String: Any]])
    let found = documents.map { document in
      (document["findings"] as? [[String: Any]])?.contains {
        $0["rule"] as? String == "tinh/tu-sai"
      }
    }
    #expect(found == [false, true])
  }

  @Test("init writes a configuration that changes nothing, once", arguments: ["vi", "en"])
  func start(language: String) throws {
    let place = folder.path + "/mới-\(language)"
    try folder.write("mới-\(language)/a.txt", "Một câu đúng.\n")
    let made = tdktlint(["init", "--lang", language, place])
    #expect(made.status == 0)
    #expect(check(place).status == 0)
    let again = tdktlint(["init", "--lang", language, place])
    #expect(again.status == 2)
    #expect(again.errors.first?.contains(".tdktlint.yml") == true)
  }
}
