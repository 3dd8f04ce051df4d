import FixtureSupport
import Foundation

/// Ordinary papers, no two alike: plans and proposals, most of them DOCX.
enum OrdinaryPapers {
  static func write(_ count: Int, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<count {
      let text = paper(number)
      let (bytes, ending) =
        switch number % 5 {
        case 0: (Array(text.utf8), "txt")
        case 1: (OpenDocumentFixture(text: text).bytes, "odt")
        default: (DocxFixture(text: text).bytes, "docx")
        }
      try Data(bytes).write(to: folder.appendingPathComponent("van-ban-\(number).\(ending)"))
    }
  }

  private static func paper(_ number: Int) -> String {
    let year = 2022 + number % 5
    let commune = "TÂN \(["VIỆT", "HƯNG", "LẬP", "PHÚ", "THÀNH"][number % 5]) \(number)"
    return """
      ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      XÃ \(commune)\tĐộc lập - Tự do - Hạnh phúc
      Số: \(10 + number % 80)/KH-UBND\t\(commune.capitalized), ngày 15 tháng 01 năm \(year)

      KẾ HOẠCH
      Công tác thi đua, khen thưởng năm \(year)

      Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
      Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi \
      hành một số điều của Luật Thi đua, khen thưởng;
      Ủy ban nhân dân xã ban hành Kế hoạch số \(number) như sau:

      I. MỤC ĐÍCH, YÊU CẦU
      1. Nâng cao chất lượng các phong trào thi đua ở \(number % 30) thôn.
      2. Khen thưởng kịp thời, đúng người, đúng việc.

      II. NỘI DUNG
      1. Tổ chức đợt thi đua chào mừng ngày lễ lớn, từ ngày 01/\(1 + number % 12)/\(year).
      2. Xét khen thưởng theo khoản 2 Điều 23 Luật Thi đua, khen thưởng.

      TT\tTập thể, cá nhân\tDanh hiệu
      1\tThôn \(number)\tTập thể Lao động tiên tiến
      2\tNguyễn Văn An \(number)\tLao động tiên tiến

      III. TỔ CHỨC THỰC HIỆN
      1. Văn phòng tham mưu trình hồ sơ trước ngày 15/11/\(year).
      2. Các thôn báo cáo kết quả trước ngày 20/12/\(year)./.

      Nơi nhận:\tTM. ỦY BAN NHÂN DÂN
      - Như trên;\tCHỦ TỊCH
      - Lưu: VT.\tTrần Thị Bình
      """
  }
}
