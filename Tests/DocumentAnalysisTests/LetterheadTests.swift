import DocumentAnalysis
import FixtureSupport
import Testing

@Suite("Thể thức phần đầu, ở bất cứ chỗ nào") struct LetterheadTests {
  private static let expected = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "UBND HUYỆN MINH SƠN",
    "ỦY BAN NHÂN DÂN / XÃ TÂN VIỆT", "07/KH-UBND", "Tân Việt, ngày 15 tháng 01 năm 2024",
    "KẾ HOẠCH", "Công tác thi đua, khen thưởng năm 2024",
  ]
  private static let rest = """

    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024

    Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
    I. MỤC ĐÍCH, YÊU CẦU
    """

  @Test("từng dòng một") func plainLines() throws {
    let found = try Recognised(
      """
      UBND HUYỆN MINH SƠN
      ỦY BAN NHÂN DÂN
      XÃ TÂN VIỆT
      Số: 07/KH-UBND
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Tân Việt, ngày 15 tháng 01 năm 2024
      """ + Self.rest)
    #expect(found.letterhead == Self.expected)
  }

  @Test("hai cột cách nhau bằng tab") func tabs() throws {
    let found = try Recognised(
      """
      UBND HUYỆN MINH SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      ỦY BAN NHÂN DÂN\tĐộc lập - Tự do - Hạnh phúc
      XÃ TÂN VIỆT\t
      Số: 07/KH-UBND\tTân Việt, ngày 15 tháng 01 năm 2024
      """ + Self.rest)
    #expect(found.letterhead == Self.expected)
  }

  @Test("hai cột cách nhau bằng nhiều dấu cách") func spaces() throws {
    let found = try Recognised(
      """
      UBND HUYỆN MINH SƠN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        ỦY BAN NHÂN DÂN                Độc lập - Tự do - Hạnh phúc
          XÃ TÂN VIỆT
        Số: 07/KH-UBND           Tân Việt, ngày 15 tháng 01 năm 2024
      """ + Self.rest)
    #expect(found.letterhead == Self.expected)
  }

  private static let bodyAfter =
    DocxFixture.paragraph("KẾ HOẠCH")
    + DocxFixture.paragraph("Công tác thi đua, khen thưởng năm 2024")
    + DocxFixture.paragraph("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")
    + DocxFixture.paragraph("I. MỤC ĐÍCH, YÊU CẦU")

  private func cell(_ lines: [String]) -> String {
    "<w:tc>" + lines.map { DocxFixture.paragraph($0) }.joined() + "</w:tc>"
  }

  @Test("bảng hai cột của Word") func table() throws {
    let table =
      "<w:tbl><w:tr>"
      + cell(["UBND HUYỆN MINH SƠN", "ỦY BAN NHÂN DÂN", "XÃ TÂN VIỆT", "_______"])
      + cell(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "___________"])
      + "</w:tr><w:tr>" + cell(["Số: 07/KH-UBND"])
      + cell(["Tân Việt, ngày 15 tháng 01 năm 2024"]) + "</w:tr></w:tbl>"
    let found = try Recognised(body: table + Self.bodyAfter)
    #expect(found.letterhead == Self.expected)
  }

  @Test("khung chữ của Word") func textBox() throws {
    let box =
      """
      <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>\
      <a:graphicData><wps:wsp><wps:txbx><w:txbxContent>
      """
      + ["UBND HUYỆN MINH SƠN", "ỦY BAN NHÂN DÂN", "XÃ TÂN VIỆT", "Số: 07/KH-UBND"]
      .map { DocxFixture.paragraph($0) }.joined()
        + """
        </w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>\
        </mc:Choice></mc:AlternateContent></w:r></w:p>
        """
    let right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    let found = try Recognised(
      body: box
        + (right + ["Tân Việt, ngày 15 tháng 01 năm 2024"])
        .map { DocxFixture.paragraph($0) }.joined() + Self.bodyAfter)
    #expect(found.letterhead == Self.expected)
  }

  @Test("không có gì thì không bịa") func nothing() throws {
    let found = try Recognised("Kính thưa quý vị đại biểu.\nHôm nay chúng ta họp mặt tại xã.")
    #expect(found.letterhead == ["-", "-", "", "", "-", "-", "-", ""])
    #expect(found.document.kind.id == nil)
  }

  @Test(
    "số, ký hiệu",
    arguments: [
      ("Số: 07/KH-UBND", "7", "KH-UBND"), ("Số:      /KH-UBND", "-", "KH-UBND"),
      ("Số: …/KH-UBND", "-", "KH-UBND"), ("Số: ......./KH-UBND", "-", "KH-UBND"),
      ("Số 12/KH-HĐTĐKT", "12", "KH-HĐTĐKT"), ("Số: 07a/KH-UBND", "7", "KH-UBND"),
      ("Số: 86/2025/QĐ-UBND", "86", "2025/QĐ-UBND"), ("Số 15-KH/TU", "15", "KH/TU"),
    ]) func number(line: String, number: String, symbol: String) throws
  {
    let found = try Recognised("ỦY BAN NHÂN DÂN XÃ TÂN VIỆT\n\(line)\nKẾ HOẠCH\nCông tác năm 2024")
    let part = found.components.numberSymbol
    #expect(part?.number.map(String.init) ?? "-" == number)
    #expect(part?.symbol == symbol)
  }

  @Test(
    "địa danh, ngày tháng",
    arguments: [
      ("Tân Việt, ngày 15 tháng 01 năm 2024", "Tân Việt", "15/01/2024"),
      ("Tân Việt, ngày 5 tháng 1 năm 2024", "Tân Việt", "05/01/2024"),
      ("Tân Việt ngày 15 tháng 3 năm 2024", "Tân Việt", "15/03/2024"),
      ("Tân Việt, ngày 15/3/2024", "Tân Việt", "15/03/2024"),
      ("Tân Việt, ngày     tháng     năm 2024", "Tân Việt", "-"),
      ("Tân Việt, ngày … tháng 01 năm 2024", "Tân Việt", "-"),
      ("Tân Việt, ngày 31 tháng 02 năm 2024", "Tân Việt", "-"),
      ("TP. Minh Sơn, ngày 20 tháng 12 năm 2023", "TP. Minh Sơn", "20/12/2023"),
    ]) func placeDate(line: String, place: String, date: String) throws
  {
    let found = try Recognised("ỦY BAN NHÂN DÂN XÃ TÂN VIỆT\n\(line)\nKẾ HOẠCH\nCông tác năm 2024")
    let part = found.components.placeDate
    #expect(found.words(part?.place) == place)
    #expect(part?.date?.vietnamese ?? "-" == date)
  }

  @Test(
    "trích yếu",
    arguments: [
      ("KẾ HOẠCH\nThực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Ban Bí thư", true),
      ("KẾ HOẠCH\nTriển khai, thực hiện công tác thi đua, khen thưởng năm 2024", true),
      ("KẾ HOẠCH\nThực hiện Kế hoạch số 07/KH-UBND, xã xây dựng kế hoạch như sau:", false),
      ("KẾ HOẠCH\nCăn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", false),
      ("KẾ HOẠCH CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2024\nI. MỤC ĐÍCH", true),
      ("KẾ HOẠCH\nCHỦ ĐỀ THI ĐUA:\n“Đoàn kết, sáng tạo”\nI. MỤC ĐÍCH", false),
    ]) func subject(text: String, isThere: Bool) throws
  {
    #expect(try Recognised(text).components.subject.isEmpty != isThere)
  }
}
