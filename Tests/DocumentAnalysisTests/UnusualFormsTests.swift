import DocumentAnalysis
import FixtureSupport
import Testing

@Suite("Cách trình bày ít gặp") struct UnusualFormsTests {
  @Test("hai chữ ký của biên bản, dòng này dưới dòng kia") func twoSignatures() throws {
    let found = try Recognised(
      """
      BIÊN BẢN
      Họp xét khen thưởng năm 2024
      Cuộc họp kết thúc vào 10 giờ 30 cùng ngày./.
      THƯ KÝ
      Lê Thị Bình
      CHỦ TỌA
      Trần Văn An
      """)
    #expect(found.signatures == [" | THƯ KÝ | Lê Thị Bình", " | CHỦ TỌA | Trần Văn An"])
  }

  @Test("họ tên đặt sau tab, chức vụ cùng dòng với Nơi nhận") func strayName() throws {
    func paragraph(_ text: String) -> String {
      let runs = text.split(separator: "\t", omittingEmptySubsequences: false)
        .map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined(separator: "<w:r><w:tab/></w:r>")
      return "<w:p>\(runs)</w:p>"
    }
    let found = try Recognised(
      body: [
        "KẾ HOẠCH", "Công tác thi đua năm 2024", "Các tổ thực hiện Kế hoạch này./.",
        "Nơi nhận:\tHIỆU TRƯỞNG", "- Các tổ;", "- Lưu: VT.", "\tNguyễn Văn Hải",
      ].map(paragraph).joined())
    #expect(found.signatures == [" | HIỆU TRƯỞNG | Nguyễn Văn Hải"])
  }

  @Test("cả văn bản đóng khung trong một ô bảng") func framed() throws {
    let paper = [
      "KẾ HOẠCH", "Công tác thi đua năm 2024", "I. MỤC ĐÍCH", "1. Mục đích", "Đẩy mạnh thi đua.",
      "2. Yêu cầu", "Thiết thực.", "II. NỘI DUNG", "1. Phát động", "- Tổ một;", "- Tổ hai.",
    ].map(DocxFixture.paragraph).joined()
    let list = """
      <w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>\(DocxFixture.paragraph("1. Nguyễn An"))\
      </w:tc></w:tr></w:tbl>
      """
    let plain = try Recognised(body: paper + list)
    let framed = try Recognised(
      body:
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>\(paper + list)</w:tc></w:tr></w:tbl>"
    )
    #expect(plain.outline.count == 7)
    #expect(framed.outline == plain.outline)
  }

  @Test("dấu cách không ngắt thay cho dấu cách thường") func noBreakSpaces() throws {
    let text = """
      \u{A0}\u{A0}ỦY BAN NHÂN DÂN
      XÃ\u{A0}TÂN\u{A0}VIỆT\u{A0}
      \u{A0}Số:\u{A0}07/KH-UBND
      \u{A0}\u{A0}KẾ\u{A0}HOẠCH
      Công tác thi đua năm 2024
      Các tổ thực hiện Kế hoạch này./.
      \u{A0}\u{A0}Nơi nhận:
      - Lưu: VT.
      \u{A0}TM.\u{A0}ỦY BAN NHÂN DÂN
      \u{A0}CHỦ TỊCH
      \u{A0}\u{A0}Nguyễn\u{A0}Văn\u{A0}Hải
      """
    let paragraphs = text.split(separator: "\n").map { DocxFixture.paragraph(String($0)) }
    let found = try Recognised(body: paragraphs.joined())
    #expect(found.document.issuer.name == "Ủy ban nhân dân xã Tân Việt")
    #expect(found.words(found.components.numberSymbol?.value) == "07/KH-UBND")
    #expect(found.recipients == ["-|Lưu: VT."])
    #expect(
      found.signatures == ["TM.\u{A0}ỦY BAN NHÂN DÂN | CHỦ TỊCH | Nguyễn\u{A0}Văn\u{A0}Hải"])
    let columns = try Recognised(
      body: DocxFixture.paragraph(
        "UBND XÃ TÂN VIỆT" + String(repeating: "\u{A0}", count: 12)
          + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + DocxFixture.paragraph("KẾ HOẠCH") + DocxFixture.paragraph("Công tác thi đua năm 2024"))
    #expect(columns.words(columns.components.issuingBody) == "UBND XÃ TÂN VIỆT")
  }

  @Test("dòng ngắt bằng w:br trong tên loại và trong đề mục") func brokenHeadings() throws {
    func paragraph(_ lines: String...) -> String {
      let text = lines.map { "<w:t>\($0)</w:t>" }.joined(separator: "<w:br/>")
      return "<w:p><w:r>\(text)</w:r></w:p>"
    }
    let found = try Recognised(
      body: paragraph("KẾ HOẠCH", "Công tác thi đua, khen thưởng", "năm 2024")
        + paragraph("I. MỤC ĐÍCH", "VÀ YÊU CẦU") + paragraph("Đẩy mạnh thi đua."))
    #expect(found.words(found.components.typeName) == "KẾ HOẠCH")
    #expect(found.document.planYear?.years == 2024...2024)
    #expect(
      found.outline.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        == ["I section! MỤC ĐÍCH VÀ YÊU CẦU"])
  }

  @Test("mục lục không lẫn với các mục nó nhắc lại") func contents() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    func entry(_ text: String) -> String { "<w:r><w:t>\(text)</w:t><w:tab/><w:t>1</w:t></w:r>" }
    let contents = """
      <w:p>\(mark("begin"))<w:r><w:instrText>TOC \\o</w:instrText></w:r>\(mark("separate"))\
      \(entry("I. MỤC ĐÍCH"))</w:p><w:p>\(entry("II. NỘI DUNG"))\(mark("end"))</w:p>
      """
    let title = ["KẾ HOẠCH", "Công tác thi đua, khen thưởng năm 2024"]
    let rest = [
      "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
      "Ủy ban nhân dân xã ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH", "Đẩy mạnh thi đua.",
      "II. NỘI DUNG", "Phát động phong trào.",
    ]
    let found = try Recognised(
      body: title.map(DocxFixture.paragraph).joined() + contents
        + rest.map(DocxFixture.paragraph).joined())
    #expect(found.document.outline.map(\.block) == [6, 8])
    #expect(found.components.legalBases.count == 1)
    #expect(found.words(found.components.subject) == title[1])
  }

  @Test("Quốc hiệu ngắt thành hai dòng không lẫn vào tên cơ quan") func brokenTitle() throws {
    let found = try Recognised(
      """
      UBND HUYỆN MINH SƠN
      TRƯỜNG TIỂU HỌC TÂN VIỆT
      CỘNG HÒA XÃ HỘI
      CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      KẾ HOẠCH
      Công tác thi đua năm học 2024 - 2025
      """)
    #expect(found.words(found.components.nationalTitle) == "CỘNG HÒA XÃ HỘI")
    #expect(found.words(found.components.issuingBody) == "TRƯỜNG TIỂU HỌC TÂN VIỆT")
  }

  @Test("không tên loại, có V/v: công văn") func officialLetter() throws {
    let found = try Recognised(
      """
      ỦY BAN NHÂN DÂN
      XÃ TÂN VIỆT
      Số: 45/UBND-VHXH
      V/v đăng ký danh hiệu thi đua năm 2025
      Kính gửi: Các thôn.
      Ủy ban nhân dân xã đề nghị các thôn đăng ký danh hiệu thi đua./.
      """)
    #expect(found.document.kind.id == "cong-van")
  }
}
