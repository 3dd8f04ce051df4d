import DocumentAnalysis
import DocumentModel
import Testing
import TextMatching

@Suite("Ngày trong văn bản") struct DateFinderTests {
  @Test(
    "các cách viết",
    arguments: [
      ("ngày 31/7/2017 của Chính phủ", ["31/7/2017=2017-07-31"]),
      ("ngày 05/12/2024", ["05/12/2024=2024-12-05"]),
      ("ngày 31-7-2017", ["31-7-2017=2017-07-31"]),
      ("ngày 31 tháng 7 năm 2017", ["31 tháng 7 năm 2017=2017-07-31"]),
      ("trong tháng 5 năm 2024", ["tháng 5 năm 2024=nil"]),
      ("trước ngày 31/02/2024", ["31/02/2024=nil"]),
      ("ngày 32 tháng 13 năm 2024", ["32 tháng 13 năm 2024=nil"]),
      ("(11/06/1948-11/06/2023)", ["11/06/1948=1948-06-11", "11/06/2023=2023-06-11"]),
      ("(11/6/1948 - 11/6/2023)", ["11/6/1948=1948-06-11", "11/6/2023=2023-06-11"]),
      ("số 98/2023/NĐ-CP, đạt 17/17, giai đoạn 2021-2025", []),
    ])
  func forms(text: String, expected: [String]) {
    let found = DateFinder().dates(in: [Block(text: text)]).map { date in
      "\(text[utf8Range: date.span.utf8])=\(date.date?.iso ?? "nil")"
    }
    #expect(found == expected)
  }

  @Test("tháng không có ngày giữ tháng và năm")
  func partial() {
    let found = DateFinder().dates(in: [Block(text: "tháng 5/2024")])
    #expect(found.map(\.month) == [5])
    #expect(found.map(\.year) == [2024])
    #expect(found.map(\.day) == [nil])
  }
}
