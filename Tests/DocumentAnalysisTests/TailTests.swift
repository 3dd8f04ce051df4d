import DocumentAnalysis
import FixtureSupport
import Testing

@Suite("Nơi nhận, chữ ký, phụ lục") struct TailTests {
  private static let head = """
    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024

    I. NỘI DUNG
    Các thôn tổ chức thực hiện Kế hoạch này./.

    """

  private static let recipients = [
    "-|UBND huyện Minh Sơn;", "-|Các thôn trong xã;", "-|Lưu: VT.",
  ]

  @Test("nơi nhận rồi đến chữ ký, từng dòng") func lines() throws {
    let found = try Recognised(
      Self.head + """
        Nơi nhận:
        - UBND huyện Minh Sơn;
        - Các thôn trong xã;
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Trần Thị Mai
        """)
    #expect(found.recipients == Self.recipients)
    #expect(
      found.signatures == ["TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | Trần Thị Mai"])
  }

  @Test("hai cột cách nhau bằng tab") func columns() throws {
    let found = try Recognised(
      Self.head + """
        Nơi nhận:\tTM. ỦY BAN NHÂN DÂN
        - UBND huyện Minh Sơn;\tCHỦ TỊCH
        - Các thôn trong xã;
        - Lưu: VT.\tNguyễn Văn Bình
        """)
    #expect(found.recipients == Self.recipients)
    #expect(found.signatures == ["TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Nguyễn Văn Bình"])
  }

  @Test("bảng hai cột của Word, dấu gạch tự động hay gõ") func table() throws {
    func cell(_ lines: [String]) -> String {
      "<w:tc>" + lines.map { DocxFixture.paragraph($0) }.joined() + "</w:tc>"
    }
    let body = ["KẾ HOẠCH", "Công tác năm 2024", "I. NỘI DUNG", "Các thôn thực hiện./."]
      .map { DocxFixture.paragraph($0) }.joined()
    let found = try Recognised(
      body: body + "<w:tbl><w:tr>"
        + cell(["Nơi nhận:", "- UBND huyện Minh Sơn;", "- Các thôn trong xã;", "- Lưu: VT."])
        + cell(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Nguyễn Văn Bình"])
        + "</w:tr></w:tbl>")
    #expect(found.recipients == Self.recipients)
    #expect(found.signatures == ["TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Nguyễn Văn Bình"])
    #expect(found.words(TextSpan(block: found.components.lastBodyBlock ?? 0, utf8: 0..<3)) == "Cá")
  }

  @Test("biên bản có hai chữ ký") func minutes() throws {
    let found = try Recognised(
      """
      BIÊN BẢN
      Họp Hội đồng Thi đua - Khen thưởng xã

      Cuộc họp kết thúc vào 11 giờ cùng ngày./.

      THƯ KÝ\tCHỦ TỌA
      Lê Thị Bình\tNguyễn Văn An
      """)
    #expect(
      found.signatures == [" | THƯ KÝ | Lê Thị Bình", " | CHỦ TỌA | Nguyễn Văn An"])
  }

  @Test("chức vụ khác của người ký đứng dưới chức vụ ký") func otherOffice() throws {
    let found = try Recognised(
      Self.head + """
        Nơi nhận:
        - Lưu: VT.
        TM. HỘI ĐỒNG
        CHỦ TỊCH
        HIỆU TRƯỞNG
        Lê Thị Mai
        """)
    #expect(found.signatures == ["TM. HỘI ĐỒNG | CHỦ TỊCH | Lê Thị Mai"])
  }

  @Test("phụ lục sau chữ ký không thuộc thân văn bản") func annexes() throws {
    let found = try Recognised(
      Self.head + """
        Nơi nhận:
        - Lưu: VT.
        CHỦ TỊCH
        Nguyễn Văn Bình

        PHỤ LỤC I
        DANH MỤC CÔNG VIỆC

        1. Phát động phong trào thi đua.

        PHỤ LỤC II
        BIỂU MẪU BÁO CÁO
        """)
    #expect(found.components.annexes.map { $0.number ?? "-" } == ["I", "II"])
    #expect(found.signatures == [" | CHỦ TỊCH | Nguyễn Văn Bình"])
    #expect(found.outline == ["I section! NỘI DUNG"])
  }
}
