/// A dossier of any size: a proposal that lists its nominees in a table, a report of achievement for
/// each of them, and minutes with a vote for each. All persons and units are invented.
public struct LargeDossier {
  public struct Paper {
    /// File name.
    public var name: String
    /// As the plain-text reader takes it; see `ReadablePaper`.
    public var text: String

    /// With the styles and the list of types that a word processor adds.
    public var docx: [UInt8] {
      var fixture = DocxFixture(text: text)
      fixture.styles = LargeDossier.styles
      return fixture.complete.bytes
    }
  }

  /// The proposal, the minutes, then the reports.
  public let papers: [Paper]

  /// - Parameter count: of nominees.
  public init(count: Int) {
    let people = (0..<count).map(Person.init)
    papers =
      [
        Paper(name: "bien-ban.docx", text: LargeDossier.minutes(people)),
        Paper(name: "to-trinh.docx", text: LargeDossier.proposal(people)),
      ]
      + people.map { Paper(name: "bao-cao-\($0.label).docx", text: LargeDossier.report($0)) }
  }

  /// An invented name, different for every number up to 1,716: its lists have no common factor.
  public static func name(of number: Int) -> String { Person.name(number) }

  private struct Person {
    var number: Int
    /// “007”
    var label: String

    init(_ index: Int) {
      number = index + 1
      let digits = String(index + 1)
      label = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    }

    private static let families = [
      "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Hồ", "Vũ", "Dương", "Lý",
    ]
    private static let middles = [
      "Xuân", "Thanh", "Minh", "Hữu", "Quốc", "Ngọc", "Thu", "Đức", "Bảo", "Kim", "Hồng",
    ]
    private static let givens = [
      "An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Khánh", "Lâm", "Mai", "Nam", "Oanh", "Phong",
      "Quân",
    ]
    private static let units = [
      "Trường Mầm non Sơn Ca", "Trường Tiểu học Tân Việt", "Trường Trung học cơ sở Tân Việt",
      "Trạm Y tế xã Tân Việt", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội",
      "Trung tâm Phục vụ hành chính công",
    ]

    var name: String { Person.name(number) }

    static func name(_ number: Int) -> String {
      let family = Person.families[number % Person.families.count]
      let middle = Person.middles[number % Person.middles.count]
      return "\(family) \(middle) \(Person.givens[number % Person.givens.count])"
    }
    var birthYear: Int { 1968 + number % 30 }
    var unit: String { Person.units[number % Person.units.count] }
    var isFirst: Bool { number % 20 == 0 }
    var award: String { isFirst ? "Chiến sĩ thi đua cơ sở" : "Lao động tiên tiến" }
  }

  private static func proposal(_ people: [Person]) -> String {
    let rows = people.map { person in
      "\(person.number)\t\(person.name)\t\(person.birthYear)\tViên chức\t\(person.unit)\t\(person.award)"
    }
    return """
      UBND XÃ TÂN VIỆT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      PHÒNG VĂN HÓA - XÃ HỘI\tĐộc lập - Tự do - Hạnh phúc
      Số: 215/TTr-VHXH\tTân Việt, ngày 10 tháng 12 năm 2025

      TỜ TRÌNH
      Về việc đề nghị tặng danh hiệu thi đua năm 2025

      Kính gửi: Chủ tịch Ủy ban nhân dân xã Tân Việt

      Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
      Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, \
      phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số \
      điều của Luật Thi đua, khen thưởng;
      Xét Biên bản họp bình xét thi đua ngày 05 tháng 12 năm 2025,

      Phòng Văn hóa - Xã hội đề nghị Chủ tịch Ủy ban nhân dân xã xét, quyết định tặng danh hiệu thi đua \
      năm 2025 (khen thưởng theo công trạng) theo Điều 23, Điều 24 Luật Thi đua, khen thưởng cho \
      \(people.count) cá nhân có tên sau:
      STT\tHọ và tên\tNăm sinh\tChức vụ\tĐơn vị\tDanh hiệu đề nghị
      \(rows.joined(separator: "\n"))
      Kính đề nghị Chủ tịch Ủy ban nhân dân xã xem xét, quyết định./.

      Nơi nhận:\tTRƯỞNG PHÒNG
      - Như trên;\t
      - Hội đồng Thi đua - Khen thưởng xã;\t
      - Lưu: VT.\tVõ Thị Nga
      """
  }

  private static func minutes(_ people: [Person]) -> String {
    let rows = people.map { person in
      "\(person.number)\t\(person.name)\t\(person.award)\t9/9\t100"
    }
    return """
      UBND XÃ TÂN VIỆT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\tĐộc lập - Tự do - Hạnh phúc
      Số: 02/BB-HĐTĐKT\t

      BIÊN BẢN HỌP
      Bình xét thi đua năm 2025

      Thời gian bắt đầu: 14 giờ 00 phút, ngày 05 tháng 12 năm 2025.
      Địa điểm: phòng họp tầng 2, trụ sở Ủy ban nhân dân xã Tân Việt.
      Thành phần: tổng số thành viên Hội đồng: 9; có mặt: 9; vắng mặt: 0.
      Chủ trì: ông Lê Hữu Nam, Chủ tịch Ủy ban nhân dân xã, Chủ tịch Hội đồng.
      Thư ký: bà Phạm Thu Trang, công chức Văn phòng.
      Nội dung: Hội đồng bình xét và bỏ phiếu kín, kết quả như sau:
      STT\tHọ và tên\tDanh hiệu đề nghị\tSố phiếu đồng ý\tTỷ lệ (%)
      \(rows.joined(separator: "\n"))

      Kết luận: Hội đồng thống nhất đề nghị Chủ tịch Ủy ban nhân dân xã quyết định tặng các danh hiệu \
      nêu trên. Cuộc họp kết thúc vào 16 giờ cùng ngày./.

      Nơi nhận:\t
      - Như thành phần;\t
      - Lưu: VT, HĐ.\t
      THƯ KÝ\tCHỦ TRÌ
      Phạm Thu Trang\tLê Hữu Nam
      """
  }

  private static func report(_ person: Person) -> String {
    let work =
      person.isFirst
      ? "Có sáng kiến “Cải tiến quy trình số \(person.number) tại \(person.unit)” được công nhận tại "
        + "Quyết định số \(100 + person.number)/QĐ-UBND ngày 20/11/2025 của Chủ tịch UBND xã Tân Việt."
      : "Tham gia đầy đủ các phong trào thi đua do đơn vị và địa phương phát động."
    let history = (2021...2024).map { year in
      "\(year)\tLao động tiên tiến\tQuyết định số \(person.number)/QĐ-UBND ngày 15/12/\(year) của Chủ "
        + "tịch UBND huyện Minh Châu"
    }
    let tasks = (1...6).map { task in
      "\(task). Nhiệm vụ thứ \(task) của năm: chủ động xây dựng kế hoạch, phối hợp với các bộ phận liên "
        + "quan, hoàn thành \(90 + task) % khối lượng công việc được giao, đúng thời hạn, bảo đảm chất "
        + "lượng; kết quả được tập thể \(person.unit) ghi nhận trong họp đánh giá cuối năm."
    }
    return """
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Tân Việt, ngày 03 tháng 12 năm 2025

      BÁO CÁO THÀNH TÍCH
      Đề nghị tặng danh hiệu “\(person.award)” năm 2025

      I. SƠ LƯỢC LÝ LỊCH
      - Họ và tên: \(person.name)
      - Sinh năm: \(person.birthYear)
      - Quê quán: xã Tân Việt, tỉnh An Hòa
      - Chức vụ: Viên chức
      - Đơn vị công tác: \(person.unit)
      II. THÀNH TÍCH ĐẠT ĐƯỢC
      Năm 2025 được đánh giá hoàn thành \(person.isFirst ? "xuất sắc" : "tốt") nhiệm vụ.
      \(tasks.joined(separator: "\n"))
      \(work)
      III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG
      Năm\tDanh hiệu thi đua\tSố, ngày, tháng, năm của quyết định công nhận; cơ quan ban hành
      \(history.joined(separator: "\n"))

      THỦ TRƯỞNG ĐƠN VỊ XÁC NHẬN\tNGƯỜI BÁO CÁO THÀNH TÍCH
      Lê Hữu Nam\t\(person.name)
      """
  }

  /// Defaults and forty styles, about what an office's template brings along.
  private static let styles: String = {
    let fonts =
      #"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>"#
    let numbered = (1...40).map { number in
      """
      <w:style w:type="paragraph" w:styleId="Kieu\(number)"><w:name w:val="Kieu \(number)"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="120" w:after="120" w:line="360" \
      w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:rPr>\(fonts)\
      <w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>
      """
    }
    return """
      <w:docDefaults><w:rPrDefault><w:rPr>\(fonts)<w:sz w:val="28"/></w:rPr></w:rPrDefault>\
      <w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" \
      w:styleId="Normal"><w:name w:val="Normal"/></w:style>\(numbered.joined())
      """
  }()
}
