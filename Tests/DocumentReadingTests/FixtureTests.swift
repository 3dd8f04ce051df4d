import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Readable fixture text and the DOCX made from it are the same paper.
struct FixtureTests {
  @Test func aTextAndItsDocxHaveTheSameBlocks() throws {
    let text = """
      KẾ HOẠCH
      Công tác thi đua, khen thưởng năm 2024

      **I. MỤC ĐÍCH, YÊU CẦU**
      1. Mục đích
      - Đẩy mạnh *phong trào* thi đua “Chung sức” & đoàn kết.

      TT\tNội dung\tThời gian
      QUÝ I\t\t
      1\tPhát động\tTháng 01
      \ttiếp theo\t

      Nơi nhận:
      - Như trên;
      """
    let plain = try readText(text)
    let docx = try read(DocxFixture(text: text))
    #expect(lines(plain) == lines(docx))
    #expect(plain.body.tables == docx.body.tables)
    #expect(docx.body.blocks.first?.runs.first?.format.isBold == true)
    #expect(docx.body.blocks.first?.format.alignment == .center)
  }
}
