import CorpusSupport
import RuleEngine
import Testing

/// Who issues the plan, and what of its form follows from that.
struct IssuingLevel: CustomTestStringConvertible {
  var testDescription: String
  var letterhead: String
  var symbol: String
  var place: String
  var name: String
  var superior: String
  var signature: String

  static let all = [
    IssuingLevel(
      testDescription: "xã", letterhead: "ỦY BAN NHÂN DÂN\nXÃ TÂN VIỆT", symbol: "KH-UBND",
      place: "Tân Việt", name: "Ủy ban nhân dân xã Tân Việt", superior: "UBND huyện Minh Sơn",
      signature: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    IssuingLevel(
      testDescription: "huyện", letterhead: "ỦY BAN NHÂN DÂN\nHUYỆN MINH SƠN", symbol: "KH-UBND",
      place: "Minh Sơn", name: "Ủy ban nhân dân huyện Minh Sơn", superior: "UBND tỉnh An Hà",
      signature: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    IssuingLevel(
      testDescription: "sở", letterhead: "ỦY BAN NHÂN DÂN TỈNH AN HÀ\nSỞ Y TẾ", symbol: "KH-SYT",
      place: "An Hà", name: "Sở Y tế", superior: "UBND tỉnh", signature: "GIÁM ĐỐC"),
    IssuingLevel(
      testDescription: "tỉnh", letterhead: "ỦY BAN NHÂN DÂN\nTỈNH AN HÀ", symbol: "KH-UBND",
      place: "An Hà", name: "Ủy ban nhân dân tỉnh An Hà",
      superior: "Ban Thi đua - Khen thưởng Trung ương",
      signature: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    IssuingLevel(
      testDescription: "bộ", letterhead: "BỘ XÂY DỰNG", symbol: "KH-BXD", place: "Hà Nội",
      name: "Bộ Xây dựng", superior: "Ban Thi đua - Khen thưởng Trung ương",
      signature: "BỘ TRƯỞNG"),
    IssuingLevel(
      testDescription: "trường học",
      letterhead: "SỞ GIÁO DỤC VÀ ĐÀO TẠO AN HÀ\nTRƯỜNG THPT TÂN VIỆT", symbol: "KH-THPT",
      place: "Tân Việt", name: "Trường THPT Tân Việt", superior: "Sở Giáo dục và Đào tạo",
      signature: "HIỆU TRƯỞNG"),
    IssuingLevel(
      testDescription: "doanh nghiệp",
      letterhead: "TỔNG CÔNG TY LÂM SẢN AN HÀ\nCÔNG TY CHÈ TÂN VIỆT", symbol: "KH-CTC",
      place: "Tân Việt", name: "Công ty Chè Tân Việt", superior: "Tổng công ty Lâm sản An Hà",
      signature: "GIÁM ĐỐC"),
  ]

  /// One plan with a fault for each of a dozen rules.
  var plan: String {
    """
    \(letterhead)
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số: 7/\(symbol)
    \(place), ngày 05 tháng 3 năm 2024

    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024

    Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
    Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết \
    thi hành một số điều của Luật Thi đua, khen thưởng.
    \(name) ban hành Kế hoạch công tác thi đua, khen thưởng năm 2024 như sau:

    I. MỤC ĐÍCH, YÊU CẦU
    Lập thành tích chào mừng kỷ niệm 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2024), tạo \
    không khí thi đua thi đua sôi nổi.

    III. NỘI DUNG
    1. Phát động phong trào “Dân vận khéo' trong toàn đơn vị.
    2. Sơ kết, gửi báo cáo trước ngày 31/6/2024; tổng kết trước ngày 10/02/2024.
    3. Xét tặng “Lao động tiên tiến” theo khoản 9 Điều 24 Luật Thi đua, khen thưởng cho người \
    đạt thành tích suất sắc.

    IV. TỔ CHỨC THỰC HIỆN
    Các bộ phận, đơn vị triển khai thực hiện nghiêm túc.

    Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2023./.

    Nơi nhận:
    - \(superior);
    - Các bộ phận, đơn vị;
    - Lưu: VP.

    \(signature)

    Trần Văn An
    """
  }
}

@Suite("The same rules on every level")
struct LevelTests {
  @Test("One plan's faults are found whoever issues it", arguments: IssuingLevel.all)
  func sameFindings(level: IssuingLevel) throws {
    let corpus = try CorpusTests.corpus.get()
    let found = try corpus.findings(in: Array(level.plan.utf8), name: "ke-hoach.txt")
      .filter { !$0.rule.hasPrefix("tool/") }.map { "\(Verdict($0))" }
    let decree =
      "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành "
      + "một số điều của Luật Thi đua, khen thưởng"
    #expect(
      found.sorted() == [
        "citations/expired-instrument E ⟦\(decree)⟧",
        "citations/nonexistent-provision E ⟦khoản 9 Điều 24⟧",
        "consistency/plan-year E ⟦năm 2023⟧",
        "consistency/quotes W ⟦“Dân vận khéo'⟧",
        "consistency/repeated-word W ⟦thi đua thi đua⟧",
        "consistency/term W ⟦suất sắc⟧",
        "deadlines/anniversary-arithmetic E "
          + "⟦95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2024)⟧",
        "deadlines/before-issue W ⟦10/02/2024⟧",
        "deadlines/invalid-date E ⟦31/6/2024⟧",
        "recipients/archive-line-form W ⟦Lưu: VP.⟧",
        "structure/malformed-number-symbol W ⟦7/\(level.symbol)⟧",
        "structure/numbering-gap W ⟦NỘI DUNG⟧",
      ])
  }
}
