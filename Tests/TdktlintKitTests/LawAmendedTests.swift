import Foundation
import Testing

@testable import TdktlintKit

@Suite("The note that the law of the day was amended")
struct LawAmendedTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// A report on a plan of this day.
  private func check(day: Int, month: Int, year: Int) throws -> String {
    let file = try folder.write(
      "a.txt",
      """
      ỦY BAN NHÂN DÂN
      XÃ TÂN VIỆT
      Số: 12/KH-UBND
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Tân Việt, ngày \(day) tháng \(month) năm \(year)
      KẾ HOẠCH
      Công tác thi đua, khen thưởng
      Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
      Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
      """)
    return tdktlint(["check", "--no-builtin-rules", "--format", "json", file]).output
  }

  private func count(of words: String, in text: String) -> Int {
    text.components(separatedBy: words).count - 1
  }

  @Test("A paper of 15/10/2026 gets it once, as a note that guesses nothing")
  func once() throws {
    let report = try check(day: 15, month: 10, year: 2026)
    #expect(count(of: "\"tool/law-amended\"", in: report) == 1)
    #expect(report.contains("06/2026/QH16"))
    #expect(report.contains("bản trước khi sửa"))
    #expect(report.contains("\"severity\": \"note\"") && !report.contains("\"error\": {"))
  }

  @Test("A paper of the last day before does not")
  func before() throws {
    let report = try check(day: 30, month: 9, year: 2026)
    #expect(!report.contains("law-amended"))
    #expect(report.contains("\"asOf\": \"2026-09-30\""))
  }
}
