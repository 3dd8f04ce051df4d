import FixtureSupport
import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import Testing

@Suite("Văn bản kỳ dị") struct BoundsTests {
  @Test("một đoạn rất dài, rất nhiều viện dẫn vẫn xong")
  func endless() throws {
    let sentence =
      "khoản 1 Điều 9 Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết "
      + "thi hành một số điều của Luật Thi đua, khen thưởng và Kế hoạch số 12/KH-UBND về việc "
    let text = String(repeating: sentence, count: 1000)
    let finder = CitationFinder(law: try RulesData.law())
    let clock = ContinuousClock()
    var found = 0
    let time = clock.measure {
      found = finder.citations(in: [Block(text: text)], legalBases: [], body: 0..<1).count
    }
    #expect(found >= 2000)
    // A quadratic reading of 250 KB would take minutes.
    #expect(time < .seconds(30))
  }

  @Test(
    "mảnh vụn không làm hỏng vị trí",
    arguments: [
      "Điều", "khoản , điểm a Điều", "số /", "98/2023/", "Luật ", "Luật sửa đổi, bổ sung",
      "ngày 1/",
      "Nghị định số 98/2023/NĐ-CP ngày", "Luật Thi đua, khen thưởng ngày 15/6/2022 (",
      "Điều 9999999999",
      "số 99999999999/NĐ-CP", "“Về ”", "Nghị định số 98/2023/NĐ-CP của ",
      "Nghị định 98 (sau đây gọi là",
      "…/QĐ-UBND", "37-\u{00A0}QĐ/TW", "Ｌuật 06/2022/QH15", "e\u{301}Luật Thi đua",
    ])
  func fragments(text: String) throws {
    let finder = CitationFinder(law: try RulesData.law())
    for joined in [text, text + text, "Căn cứ " + text + ";", text + " ế"] {
      let blocks = [Block(text: joined)]
      for citation in finder.citations(in: blocks, legalBases: [], body: 0..<1) {
        #expect(citation.span.utf8.upperBound <= joined.utf8.count)
      }
      _ = DateFinder().dates(in: blocks)
    }
  }
}
