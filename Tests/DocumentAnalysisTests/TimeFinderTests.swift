import DocumentModel
import Testing

@testable import DocumentAnalysis

@Suite("Times as papers write them")
struct TimeFinderTests {
  /// Each time as “relation words”, in reading order.
  private func times(_ text: String) -> [String] {
    TimeFinder().times(in: [Block(text: text)]).map {
      let words = String(text[utf8Range: $0.span.utf8])
      return "\($0.relation.rawValue) \(words)\($0.isCommemorative ? " feast" : "")"
    }
  }

  @Test(
    "Every form, with the relation the sentence gives",
    arguments: [
      ("Gửi trước ngày 05/12.", ["before 05/12"]),
      ("Nộp chậm nhất là ngày 31 tháng 3 năm 2024", ["before 31 tháng 3 năm 2024"]),
      ("Tổ chức trong tháng 5, sơ kết vào quý II/2024", ["within tháng 5", "within quý II/2024"]),
      (
        "Báo cáo 6 tháng đầu năm 2024 và 9 tháng đầu năm",
        ["none 6 tháng đầu năm 2024", "none 9 tháng đầu năm"]
      ),
      ("Từ ngày 19/5/2024 đến ngày 11/6/2024", ["from 19/5/2024", "until 11/6/2024"]),
      (
        "Phong trào giai đoạn 2021-2025, nhiệm kỳ 2020 - 2025",
        ["none giai đoạn 2021-2025", "none nhiệm kỳ 2020 - 2025"]
      ),
      ("trong vòng 10 ngày làm việc", ["before 10 ngày làm việc"]),
      ("báo cáo hằng năm, hàng quý", ["none hằng năm", "none hàng quý"]),
      ("năm học 2023 - 2024", ["none năm học 2023 - 2024"]),
      ("hoàn thành 17/17 chỉ tiêu, từ 2/3 số thôn, 32/40 hộ", []),
      ("kỷ niệm 75 năm (11/6/1948 - 11/6/2023)", ["none 11/6/1948 feast", "none 11/6/2023 feast"]),
      ("chào mừng Quốc khánh ngày 02/9", ["none 02/9 feast"]),
    ])
  func forms(text: String, expected: [String]) {
    #expect(times(text) == expected)
  }

  @Test("Days of a time: with its own year, else with the one given, else unknown")
  func days() throws {
    let found = TimeFinder().times(in: [Block(text: "quý I; tháng 2/2024; ngày 30/02; 5 tuần")])
    #expect(
      found.map { $0.days(inYear: 2023)?.lowerBound.iso } == ["2023-01-01", "2024-02-01", nil, nil])
    #expect(found.map { $0.days(inYear: nil)?.upperBound.iso } == [nil, "2024-02-29", nil, nil])
  }

  @Test("Joined blocks give back the block and the place in it")
  func runningText() {
    let blocks = [Block(text: "Một"), Block(text: ""), Block(text: "Hai\nba")]
    let text = RunningText(blocks, in: 0..<3)
    #expect(text.text == "Một\nHai ba\n")
    let start = "Một\n".utf8.count
    #expect(text.span(start..<start + 3) == TextSpan(block: 2, utf8: 0..<3))
    #expect(text.paragraph(around: start + 4) == start..<start + 6)
    #expect(text.range(of: TextSpan(block: 2, utf8: 4..<6)) == start + 4..<start + 6)
  }
}
