import Foundation
import Testing

@testable import TdktlintKit

/// The example pack's own dates, judged by deadlines/statutory-submission.
@Suite("Deadlines of a local pack")
struct LocalDeadlineTests {
  private static let pack = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Rules/packs/bac-ninh").path

  /// Findings in a commune's plan that gives this task.
  private func found(
    _ task: String, body: String = "ỦY BAN NHÂN DÂN\nXÃ TÂN VIỆT", day: String = "15 tháng 01",
    withPack: Bool = true
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "kh.txt",
      """
      \(body)
      Số: 07/KH-UBND
      Tân Việt, ngày \(day) năm 2026
      KẾ HOẠCH
      Công tác thi đua, khen thưởng năm 2026
      Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
      Ủy ban nhân dân xã Tân Việt ban hành Kế hoạch như sau:
      I. NHIỆM VỤ
      \(task)
      """)
    let outcome = tdktlint(
      ["check", "--only", "deadlines/statutory-submission", "--lang", "en"]
        + (withPack ? ["--rules", Self.pack] : []) + [file], modules: builtInModules)
    #expect(outcome.errors == [])
    return outcome.output.components(separatedBy: "\n").filter { $0.contains("│") }
  }

  @Test("A dossier due after the province's day is a warning, with the regulation as its basis")
  func late() throws {
    let task = "- Gửi hồ sơ khen thưởng tổng kết năm về Sở Nội vụ trước ngày 15/12/2026."
    let lines = try found(task)
    #expect(lines.count == 1 && lines.first?.contains("⟦15/12/2026⟧") == true)
    #expect(try found(task, withPack: false).isEmpty)
  }

  @Test(
    "Silent in time, for what stays in the commune, and for other dossiers",
    arguments: [
      "- Gửi hồ sơ khen thưởng tổng kết năm về Sở Nội vụ trước ngày 10/12/2026.",
      "- Các thôn gửi hồ sơ khen thưởng tổng kết năm về Văn phòng xã trước ngày 20/12/2026.",
      "- Gửi báo cáo tổng kết năm về Sở Nội vụ trước ngày 20/12/2026.",
      "- Gửi hồ sơ khen thưởng chuyên đề trước ngày tổ chức hội nghị 15 ngày.",
    ])
  func silent(task: String) throws { #expect(try found(task).isEmpty) }

  @Test("A term shorter than the regulation's is a warning")
  func shortTerm() throws {
    let lines = try found("- Gửi hồ sơ khen thưởng chuyên đề 05 ngày trước ngày tổ chức hội nghị.")
    #expect(lines.count == 1 && lines.first?.contains("⟦05 ngày⟧") == true)
  }

  @Test("Another province is not bound")
  func bound() throws {
    let task = "- Các sở gửi hồ sơ khen thưởng tổng kết năm về Sở Nội vụ trước ngày 15/12/2026."
    #expect(try found(task, body: "ỦY BAN NHÂN DÂN\nTỈNH AN HÀ").isEmpty)
    #expect(try found(task, body: "ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH").count == 1)
  }
}
