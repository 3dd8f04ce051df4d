import Foundation
import Testing

@testable import TdktlintKit

/// One plan, never changed, judged on the first and last day of each regime it lives through:
/// `Tests/Fixtures/regimes/ke-hoach-xa.txt`, signed on 20/02/2023 for 2023 – 2027.
@Suite("One plan as the law changes on 01/01/2024, 01/07/2025 and 01/10/2026")
struct RegimeBoundaryTests {
  struct Window: Sendable, CustomTestStringConvertible {
    var days: [String]
    /// The law of the day, in the head of the report.
    var law: String
    /// Severity, rule and words of every finding, in order.
    var findings: [String]
    /// What the report gives as reasons, by rule.
    var reasons: [(rule: String, words: String)]
    var testDescription: String { days.joined(separator: " – ") }
  }

  private static let decree91 =
    "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết "
    + "thi hành một số điều của Luật Thi đua, khen thưởng"
  private static let law2022 = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"

  static let windows: [Window] = [
    // The law of 2022 is issued but not in force; the decree of 2017 is.
    Window(
      days: ["2023-02-20", "2023-12-31"],
      law: "Luật 15/2003/QH11 (sửa đổi: 47/2005/QH11, 39/2013/QH13) và Nghị định 91/2017/NĐ-CP",
      findings: ["note citations/not-yet-effective: \(law2022)"],
      reasons: [
        (
          "citations/not-yet-effective",
          "Luật Thi đua, khen thưởng 06/2022/QH15 có hiệu lực từ ngày 01/01/2024, trong kỳ kế hoạch"
        )
      ]),
    // The decree of 2017 has ended; the law of 2022 says who decides.
    Window(
      days: ["2024-01-01", "2025-06-30"],
      law: "Luật 06/2022/QH15 và Nghị định 98/2023/NĐ-CP",
      findings: [
        "error citations/expired-instrument: \(decree91)",
        "error authority/award-beyond-authority: Chiến sĩ thi đua cơ sở",
        "error authority/award-beyond-authority: Tập thể lao động xuất sắc",
      ],
      reasons: [
        (
          "citations/expired-instrument",
          "Nghị định 91/2017/NĐ-CP hết hiệu lực sau ngày 31/12/2023"
        ),
        (
          "citations/expired-instrument",
          "Văn bản thay thế đang có hiệu lực: Nghị định số 98/2023/NĐ-CP"
        ),
        (
          "citations/expired-instrument",
          "Viện dẫn: Nghị định 91/2017/NĐ-CP: hiệu lực từ 01/10/2017 đến 31/12/2023"
        ),
        (
          "authority/award-beyond-authority",
          "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 79 khoản 3 (hiệu lực từ 01/01/2024)"
        ),
        ("authority/award-beyond-authority", "Chủ tịch Ủy ban nhân dân cấp huyện"),
      ]),
    // No district any more; its powers are the commune's, by decree; a new decree on TĐKT.
    Window(
      days: ["2025-07-01", "2026-09-30"],
      law: "Luật 06/2022/QH15 và Nghị định 152/2025/NĐ-CP",
      findings: [
        "error citations/expired-instrument: \(decree91)",
        "note authority/level-basis: Chiến sĩ thi đua cơ sở",
        "error authority/award-beyond-authority: Tập thể lao động xuất sắc",
        "warning authority/abolished-level: Ủy ban nhân dân huyện Minh Sơn",
        "error recipients/abolished-body: UBND huyện Minh Sơn",
      ],
      reasons: [
        (
          "citations/expired-instrument",
          "Văn bản thay thế đang có hiệu lực: Nghị định số 152/2025/NĐ-CP"
        ),
        ("authority/level-basis", "Nghị định 129/2025/NĐ-CP, Điều 59 (hiệu lực từ 01/07/2025)"),
        ("authority/abolished-level", "cấp “huyện” kết thúc hoạt động sau ngày 30/06/2025"),
        (
          "recipients/abolished-body",
          "Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 51 (hiệu lực từ 16/06/2025)"
        ),
      ]),
    // The law of 2022 amended by a text that has not been read: what rests on it is a note.
    Window(
      days: ["2026-10-01", "2027-02-15"],
      law: "Luật 06/2022/QH15 (sửa đổi: 06/2026/QH16) và Nghị định 152/2025/NĐ-CP",
      findings: [
        "note tool/law-amended: ngày 20 tháng 02 năm 2023",
        "note citations/amendment-not-cited: \(law2022)",
        "error citations/expired-instrument: \(decree91)",
        "note authority/level-basis: Chiến sĩ thi đua cơ sở",
        "note authority/award-beyond-authority: Tập thể lao động xuất sắc",
        "warning authority/abolished-level: Ủy ban nhân dân huyện Minh Sơn",
        "error recipients/abolished-body: UBND huyện Minh Sơn",
      ],
      reasons: [
        (
          "tool/law-amended",
          "Từ ngày 01/10/2026 Luật Thi đua, khen thưởng 06/2022/QH15 được sửa đổi, bổ sung"
        ),
        (
          "authority/award-beyond-authority",
          "hạ xuống lưu ý: quy phạm đã được sửa đổi bởi văn bản chưa được đọc"
        ),
        ("authority/award-beyond-authority", "Hãy đối chiếu văn bản sửa đổi."),
        ("citations/amendment-not-cited", "ngày 23 tháng 4 năm 2026"),
      ]),
  ]

  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/regimes/ke-hoach-xa.txt").path

  @Test("Each finding, its severity and its reason follow the law of the day", arguments: windows)
  func window(window: Window) throws {
    for day in window.days {
      let arguments = ["check", "--as-of", day, "--explain", Self.file]
      let outcome = tdktlint(arguments + ["--format", "json"], modules: builtInModules)
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let document = try #require((report["documents"] as? [[String: Any]])?.first)
      let findings = try #require(document["findings"] as? [[String: Any]])
      let found = findings.map { finding in
        func string(_ name: String) -> String { finding[name] as? String ?? "" }
        return "\(string("severity")) \(string("rule")): \(string("excerpt"))"
      }
      #expect(found == window.findings, "\(day)")

      let text = tdktlint(arguments, modules: builtInModules).output
      let blocks = text.components(separatedBy: "\n\n").map(Self.joined)
      #expect(blocks.first?.hasSuffix(": " + window.law) == true, "\(day): \(blocks.first ?? "")")
      for (rule, words) in window.reasons {
        #expect(
          blocks.contains { $0.contains(" \(rule) ") && $0.contains(words) },
          "\(day): \(rule) does not say “\(words)”")
      }
    }
  }

  /// Wrapped lines on one.
  private static func joined(_ block: String) -> String {
    block.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }

}
