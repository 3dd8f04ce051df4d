import RuleEngine
import Testing
import TextMatching

@Suite("Cách sửa ghi đúng chỗ") struct FixTests {
  /// The line after all edits of the first fix of every finding.
  private func mended(_ line: String, rule: String, from: String = "2024-01-15") throws -> String {
    let paper = Paper(
      text: """
        KẾ HOẠCH
        Công tác thi đua, khen thưởng
        \(line)
        Ủy ban nhân dân xã Tân Việt ban hành Kế hoạch như sau:
        """, from: from)
    var scalars = Array(line.unicodeScalars)
    let edits = try paper.findings(rule).flatMap { $0.fixes.first?.edits ?? [] }
      .sorted { $0.location.start > $1.location.start }
    for edit in edits {
      #expect(edit.location.block == 2)
      scalars.replaceSubrange(
        edit.location.start..<edit.location.end, with: edit.text.unicodeScalars)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  @Test(
    "sửa máy và đề xuất",
    arguments: [
      (
        "malformed-symbol", "Thực hiện Chỉ thị số 13/CT- UBND và Quy định số 37- QĐ/TW;",
        "Thực hiện Chỉ thị số 13/CT-UBND và Quy định số 37-QĐ/TW;"
      ),
      (
        "law-name-form", "Căn cứ Luật Thi đua khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
      ),
      (
        "provision-form", "Căn cứ Khoản 2 điều 9 Luật Thi đua, khen thưởng năm 2022;",
        "Căn cứ khoản 2 Điều 9 Luật Thi đua, khen thưởng năm 2022;"
      ),
      (
        "wrong-date", "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 30 tháng 12 năm 2023 của Chính phủ;",
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;"
      ),
      (
        "wrong-number", "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH14 ngày 15/6/2022;",
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;"
      ),
      (
        "expired-instrument", "Căn cứ Luật Thi đua, khen thưởng ngày 26/11/2003;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
      ),
      // Article numbers differ between the laws: advice, no edit.
      (
        "expired-instrument", "Căn cứ Điều 23 Luật Thi đua, khen thưởng ngày 26/11/2003;",
        "Căn cứ Điều 23 Luật Thi đua, khen thưởng ngày 26/11/2003;"
      ),
      (
        "type-mismatch", "Thực hiện Công văn số 7886/HD-BNV ngày 14/9/2025 của Bộ Nội vụ;",
        "Thực hiện Hướng dẫn số 7886/HD-BNV ngày 14/9/2025 của Bộ Nội vụ;"
      ),
    ])
  func edits(rule: String, line: String, expected: String) throws {
    let from = rule == "type-mismatch" ? "2026-01-15" : "2024-01-15"
    #expect(try mended(line, rule: rule, from: from) == expected)
  }

  @Test("chỗ trái nhau chỉ về lần viện dẫn trước")
  func related() throws {
    let paper = Paper(
      text: """
        KẾ HOẠCH
        Công tác thi đua, khen thưởng
        Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân huyện Minh Sơn;
        Thực hiện Kế hoạch số 12/KH-UBND ngày 06/01/2024 của Ủy ban nhân dân huyện Minh Sơn;
        Ủy ban nhân dân xã Tân Việt ban hành Kế hoạch như sau:
        """, from: "2024-01-15")
    let found = try paper.findings("inconsistent")
    #expect(found.map(\.excerpt) == ["06/01/2024"])
    #expect(found.first?.related.map(\.excerpt) == ["05/01/2024"])
  }

  @Test("mỗi viện dẫn nhiều nhất một phần bị coi là sai")
  func onePartOnly() throws {
    let paper = Paper(
      text: """
        KẾ HOẠCH
        Công tác thi đua, khen thưởng
        Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/7/2017 của Thủ tướng Chính phủ;
        Ủy ban nhân dân xã Tân Việt ban hành Kế hoạch như sau:
        """, from: "2024-01-15")
    let wrong = try paper.findings().filter { $0.rule.hasPrefix("citations/wrong-") }
    #expect(wrong.count == 1)
  }
}
