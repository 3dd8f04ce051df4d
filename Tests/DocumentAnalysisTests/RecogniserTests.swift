import DocumentAnalysis
import Testing
import TextMatching

@Suite("Loại, giai đoạn, ngày, cơ quan, bố cục") struct RecogniserTests {
  private func plan(
    number: String = "Số: 07/KH-UBND", date: String = "Tân Việt, ngày 15 tháng 01 năm 2024",
    issuer: String = "ỦY BAN NHÂN DÂN XÃ TÂN VIỆT",
    basis: String = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
  ) -> String {
    """
    \(issuer)
    \(number)
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    \(date)

    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024

    \(basis)
    I. MỤC ĐÍCH
    Đẩy mạnh các phong trào thi đua.
    """
  }

  @Test(
    "loại văn bản",
    arguments: [
      ("KẾ HOẠCH\nCông tác năm 2024\nI. MỤC ĐÍCH", "ke-hoach", "type-name"),
      ("TỜ TRÌNH\nVề việc đề nghị khen thưởng\nKính gửi: Sở Nội vụ.", "to-trinh", "type-name"),
      ("QUYẾT ĐỊNH\nVề việc tặng Giấy khen\nĐiều 1. Tặng Giấy khen.", "quyet-dinh", "type-name"),
      ("BÁO CÁO THÀNH TÍCH\nĐề nghị tặng Giấy khen", "bao-cao-thanh-tich", "type-name"),
      ("Số: 07/KH-UBND\nI. MỤC ĐÍCH\nĐẩy mạnh thi đua.", "ke-hoach", "symbol"),
      (
        "I. MỤC ĐÍCH\nĐẩy mạnh thi đua.\nTrên đây là Kế hoạch công tác thi đua năm 2024./.",
        "ke-hoach", "self-reference"
      ),
      ("Thư ngỏ gửi bà con.\nChúc bà con mạnh khỏe.", "-", "none"),
    ]) func kind(text: String, id: String, evidence: String) throws
  {
    let kind = try Recognised(text).document.kind
    #expect(kind.id ?? "-" == id)
    #expect(kind.evidence.rawValue == evidence)
  }

  @Test(
    "dự thảo hay đã ban hành",
    arguments: [
      ("Số: 07/KH-UBND", "Tân Việt, ngày 15 tháng 01 năm 2024", Stage.issued),
      ("Số:     /KH-UBND", "Tân Việt, ngày 15 tháng 01 năm 2024", Stage.draft),
      ("Số: 07/KH-UBND", "Tân Việt, ngày     tháng 01 năm 2024", Stage.draft),
    ]) func stage(number: String, date: String, expected: Stage) throws
  {
    #expect(try Recognised(plan(number: number, date: date)).document.stage == expected)
  }

  @Test(
    "ngày xét: ngày ghi, khoảng của ngày ghi thiếu, văn bản mới nhất được viện dẫn, năm kế hoạch",
    arguments: [
      ("Tân Việt, ngày 15 tháng 01 năm 2024", "", "place-date 2024-01-15…2024-01-15"),
      ("Tân Việt, ngày … tháng 02 năm 2024", "", "place-date-partial 2024-02-01…2024-02-29"),
      (
        "Tân Việt, ngày … tháng … năm 2024", "Căn cứ Kế hoạch số 03/KH-UBND ngày 05/01/2024;",
        "place-date-partial 2024-01-05…2024-12-31"
      ),
      ("", "Căn cứ Kế hoạch số 03/KH-UBND ngày 28/12/2023;", "citations 2023-12-28…2024-12-31"),
      ("", "Căn cứ Kế hoạch số 03/KH-UBND ngày 25/8/2021;", "plan-year 2024-01-01…2024-12-31"),
    ]) func date(line: String, basis: String, expected: String) throws
  {
    let text = basis.isEmpty ? plan(date: line) : plan(date: line, basis: basis)
    let date = try Recognised(text).document.date
    #expect("\(date.source.rawValue) \(date.earliest.iso)…\(date.latest.iso)" == expected)
  }

  @Test(
    "biên bản lấy ngày họp khi không có dòng ngày tháng",
    arguments: [
      ("", "meeting 2025-12-05"), ("Tân Việt, ngày 08 tháng 12 năm 2025", "place-date 2025-12-08"),
    ]) func meeting(line: String, expected: String) throws
  {
    let text = """
      HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG XÃ TÂN VIỆT
      \(line)
      BIÊN BẢN HỌP
      Bình xét thi đua năm 2025

      Thực hiện Kế hoạch số 03/KH-UBND ngày 06/01/2025 của Ủy ban nhân dân xã.
      Thời gian: 14 giờ 00, ngày 05 tháng 12 năm 2025.
      Thành phần: có mặt 9 thành viên.
      """
    let date = try Recognised(text).document.date
    #expect("\(date.source.rawValue) \(date.earliest.iso)" == expected)
    #expect(date.isCertain)
  }

  @Test("danh sách kèm theo có ngày của văn bản mà nó kèm theo") func attached() throws {
    let list = try Recognised(
      """
      DANH SÁCH
      Đề nghị xét tặng danh hiệu thi đua năm học 2025 - 2026
      (Kèm theo Tờ trình số 18/TTr-THTV ngày 29 tháng 5 năm 2026 của Trường Tiểu học Tân Việt)

      STT\tHọ và tên\tDanh hiệu
      1\tLê Văn Tâm\tLao động tiên tiến
      """)
    #expect(list.document.date.earliest.iso == "2026-05-29")
    #expect(list.document.date.isCertain)
  }

  @Test("công văn ngắn: dòng ký viết hoa không thành tên cơ quan ban hành") func shortLetter()
    throws
  {
    let paper = try Recognised(
      """
      BỘ NỘI VỤ	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 6120/BNV-TCCB	Độc lập - Tự do - Hạnh phúc
      V/v cho ý kiến về khen thưởng	Hà Nội, ngày 23 tháng 9 năm 2024

      Kính gửi: Ủy ban nhân dân tỉnh An Hòa

      Bộ Nội vụ nhất trí với đề nghị của Ủy ban nhân dân tỉnh./.

      Nơi nhận:	KT. BỘ TRƯỞNG
      - Như trên;	THỨ TRƯỞNG
      - Lưu: VT.	Kim Thế Anh
      """)
    #expect(paper.document.issuer.name == "Bộ Nội vụ")
    #expect(paper.components.signatures.count == 1)
    #expect(paper.components.recipients?.lines.count == 2)
  }

  @Test("khoảng ngày không vượt quá hôm nay") func today() throws {
    let text = plan(date: "Tân Việt, ngày … tháng … năm 2024")
    let date = try Recognised(text, today: "2024-03-10").document.date
    #expect(date.latest.iso == "2024-03-10")
    #expect(try Recognised(text, asOf: "2025-08-01").document.date.source == .option)
  }

  @Test(
    "cơ quan ban hành và cấp",
    arguments: [
      ("ỦY BAN NHÂN DÂN\nXÃ TÂN VIỆT", "Ủy ban nhân dân xã Tân Việt", "xa"),
      ("UBND HUYỆN MINH SƠN\nPHÒNG NỘI VỤ", "Phòng Nội vụ", "phong"),
      ("UBND TỈNH AN HÀ\nSỞ NỘI VỤ", "Sở Nội vụ", "so"),
      ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "Ủy ban nhân dân thành phố Hải Phòng", "tinh"),
      (
        "UBND TỈNH AN HÀ\nỦY BAN NHÂN DÂN\nTHỊ XÃ ĐÔNG SƠN", "Ủy ban nhân dân thị xã Đông Sơn",
        "huyen"
      ),
      ("BỘ NỘI VỤ", "Bộ Nội vụ", "trung-uong"),
      ("UBND HUYỆN MINH SƠN\nTRƯỜNG TIỂU HỌC TÂN VIỆT", "Trường Tiểu học Tân Việt", "don-vi"),
      (
        "UBND XÃ TÂN VIỆT\nHỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Hội đồng Thi đua - Khen thưởng", "xa"
      ),
    ]) func issuer(lines: String, name: String, level: String) throws
  {
    let issuer = try Recognised(plan(issuer: lines)).document.issuer
    #expect(issuer.name == name)
    #expect(issuer.level?.rawValue ?? "-" == level)
    #expect(issuer.isFromLetterhead)
  }

  @Test("không có phần đầu: cơ quan nói trong câu ban hành") func issuerInProse() throws {
    let found = try Recognised(
      """
      KẾ HOẠCH
      Công tác thi đua, khen thưởng năm 2023

      Năm 2023 là năm giữa nhiệm kỳ; Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
      I. MỤC ĐÍCH
      """)
    #expect(found.document.issuer.name == "Ủy ban nhân dân huyện")
    #expect(found.document.issuer.level == .district)
    #expect(!found.document.issuer.isFromLetterhead)
  }

  @Test("căn cứ, kể cả dòng chạy tiếp vào câu ban hành") func bases() throws {
    let found = try Recognised(
      """
      KẾ HOẠCH
      Công tác thi đua, khen thưởng năm 2024

      Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
      Thực hiện Kế hoạch số 03/KH-UBND ngày 05/01/2024 của UBND huyện Minh Sơn về công tác thi đua, \
      khen thưởng năm 2024, UBND xã xây dựng kế hoạch, nội dung cụ thể như sau:

      I. MỤC ĐÍCH
      - Căn cứ Kế hoạch này, các thôn tổ chức thực hiện.
      """)
    #expect(
      found.bases == [
        "can-cu: Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "thuc-hien: Thực hiện Kế hoạch số 03/KH-UBND ngày 05/01/2024 của UBND huyện Minh Sơn "
          + "về công tác thi đua, khen thưởng năm 2024 …",
      ])
  }

  @Test("bố cục lồng nhau, đường dẫn mục") func outline() throws {
    let found = try Recognised(
      """
      KẾ HOẠCH
      Công tác thi đua, khen thưởng năm 2024

      CHỦ ĐỀ THI ĐUA:
      “Đoàn kết, sáng tạo”
      I. MỤC ĐÍCH, YÊU CẦU
      1. Mục đích
      - Đẩy mạnh các phong trào.
      II. NỘI DUNG
      1. Phong trào thi đua
      1.1. Tổ chức phát động: các thôn đăng ký trước ngày 31/3.
      a) Đối với thôn;
      b) Đối với trường học.
      """)
    #expect(
      found.outline == [
        " unnumbered! CHỦ ĐỀ THI ĐUA:", "I section! MỤC ĐÍCH, YÊU CẦU", "I.1 item! Mục đích",
        "I.1 dash Đẩy mạnh các phong trào.", "II section! NỘI DUNG",
        "II.1 item! Phong trào thi đua",
        "II.1.1 item Tổ chức phát động", "II.1.1.a point Đối với thôn;",
        "II.1.1.b point Đối với trường học.",
      ])
  }

  @Test("mục là dòng của bảng: QUÝ I … QUÝ IV") func rowGroups() throws {
    let found = try Recognised(
      """
      KẾ HOẠCH
      Công tác thi đua, khen thưởng năm 2024

      I. NỘI DUNG

      TT\tNội dung\tĐơn vị thực hiện
      QUÝ I\t\t
      1\tPhát động phong trào thi đua\tUBND xã
      QUÝ II\t\t
      2\tSơ kết phong trào thi đua\tUBND xã

      II. TỔ CHỨC THỰC HIỆN
      Các thôn thực hiện Kế hoạch này./.
      """)
    #expect(
      found.outline == [
        "I section! NỘI DUNG", "I.QUÝ I row-group! QUÝ I", "I.QUÝ II row-group! QUÝ II",
        "II section! TỔ CHỨC THỰC HIỆN",
      ])
  }

  @Test(
    "năm của kế hoạch",
    arguments: [
      ("Công tác thi đua, khen thưởng năm 2024", 2024, 2024),
      ("Công tác thi đua, khen thưởng năm học 2024 - 2025", 2024, 2025),
      ("Phong trào thi đua giai đoạn 2021 - 2025", 2021, 2025),
    ]) func planYear(subject: String, from: Int, to: Int) throws
  {
    let year = try Recognised("KẾ HOẠCH\n\(subject)\n\nI. MỤC ĐÍCH").document.planYear
    #expect(year?.years == from...to)
  }

  @Test("văn bản của Đảng theo thể thức riêng") func family() throws {
    let party = try Recognised(
      """
      ĐẢNG BỘ HUYỆN MINH SƠN
      ĐẢNG ỦY XÃ TÂN VIỆT
      *
      Số 15-KH/ĐU
      ĐẢNG CỘNG SẢN VIỆT NAM
      Tân Việt, ngày 15 tháng 01 năm 2024

      KẾ HOẠCH
      Công tác năm 2024
      """)
    #expect(party.document.kind.family == .party)
    #expect(party.document.citations.isEmpty)  // its own number is no citation
    #expect(try Recognised(plan()).document.kind.family == .administrative)
  }
}
