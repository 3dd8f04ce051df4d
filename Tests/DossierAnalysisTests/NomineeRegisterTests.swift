import DocumentAnalysis
import DossierAnalysis
import FixtureSupport
import LegalKnowledge
import Testing

/// Nominees out of the tables, lists and sentences that papers have.
struct NomineeRegisterTests {
  // MARK: Tables

  /// A cell: its words, columns it spans, whether it begins (true) or goes on with (false) a merge
  /// downwards.
  private typealias Cell = (text: String, span: Int, merge: Bool?)

  private func table(_ rows: [Cell]...) -> String {
    let lines = rows.map { row in
      let cells = row.map { cell in
        var properties = cell.span > 1 ? "<w:gridSpan w:val=\"\(cell.span)\"/>" : ""
        if let begins = cell.merge {
          properties += begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>"
        }
        return "<w:tc><w:tcPr>\(properties)</w:tcPr>\(DocxFixture.paragraph(cell.text))</w:tc>"
      }
      return "<w:tr>\(cells.joined())</w:tr>"
    }
    return "<w:tbl>\(lines.joined())</w:tbl>"
  }

  private func plain(_ texts: String...) -> [Cell] { texts.map { ($0, 1, nil) } }

  private static let opening = ["DANH SÁCH", "Đề nghị tặng danh hiệu thi đua năm 2025"]
    .map(DocxFixture.paragraph).joined()

  private func register(_ body: String) throws -> Dossier.Paper {
    try Papers.paper(DocxFixture(Self.opening + body))
  }

  private func described(_ paper: Dossier.Paper) -> [String] {
    paper.register.nominees.map { nominee in
      [
        nominee.recipient?.rawValue ?? "", nominee.nameText,
        nominee.birthYear.map(String.init) ?? "", nominee.sex?.rawValue ?? "",
        nominee.unitText, nominee.awards.flatMap { $0.awards.sorted() }.joined(separator: ","),
      ].filter { !$0.isEmpty }.joined(separator: " | ")
    }
  }

  @Test("Headings over two rows, group rows over all columns")
  func headings() throws {
    let paper = try register(
      table(
        [("STT", 1, true), ("Họ và tên", 1, true), ("Năm sinh", 2, nil), ("Đơn vị", 1, true)],
        [("", 1, false), ("", 1, false), ("Nam", 1, nil), ("Nữ", 1, nil), ("", 1, false)],
        [("I. TẬP THỂ: Tập thể lao động tiên tiến", 5, nil)],
        plain("1", "Tổ chuyên môn Khối 4", "", "", "Trường Tiểu học Tân Việt"),
        [("II. CÁ NHÂN: Lao động tiên tiến", 5, nil)],
        plain("1", "Lê Văn Tâm", "1990", "", "Tổ chuyên môn Khối 4"),
        plain("2", "Phạm Thị Thúy", "", "1993", "Tổ chuyên môn Khối 4")))
    #expect(
      described(paper) == [
        "tap-the | Tổ chuyên môn Khối 4 | Trường Tiểu học Tân Việt | tap-the-lao-dong-tien-tien",
        "ca-nhan | Lê Văn Tâm | 1990 | nam | Tổ chuyên môn Khối 4 | lao-dong-tien-tien",
        "ca-nhan | Phạm Thị Thúy | 1993 | nu | Tổ chuyên môn Khối 4 | lao-dong-tien-tien",
      ])
    #expect(paper.register.nominees.allSatisfy { $0.years == 2025...2025 })
  }

  @Test("A table goes on over the page with its group, with and without its headings")
  func continued() throws {
    let headings = plain("STT", "Họ và tên", "Đơn vị")
    let first = table(
      headings, [("I. Chiến sĩ thi đua cơ sở", 3, nil)], plain("1", "Lê Văn Tâm", "Phòng A"))
    let bare = table(plain("2", "Phạm Thị Thúy", "Phòng B"), plain("3", "Đỗ Xuân Phú", "Phòng B"))
    let again = table(headings, plain("4", "Lương Thị Hạnh", "Phòng C"))
    let page = DocxFixture.paragraph("2")
    let paper = try register(first + page + bare + DocxFixture.paragraph("") + again)
    #expect(described(paper).count == 4)
    #expect(described(paper).allSatisfy { $0.hasSuffix("| chien-si-thi-dua-co-so") })
    #expect(paper.register.tables.map(\.continues) == [nil, 0, 1])
  }

  @Test("Words between two tables part them")
  func parted() throws {
    let headings = plain("STT", "Họ và tên", "Đơn vị")
    let first = table(headings, plain("1", "Lê Văn Tâm", "Phòng A"))
    let second = table(headings, plain("1", "Phạm Thị Thúy", "Phòng B"))
    let paper = try register(
      DocxFixture.paragraph("Danh hiệu “Chiến sĩ thi đua cơ sở”:") + first
        + DocxFixture.paragraph("Danh hiệu “Lao động tiên tiến”:") + second)
    #expect(
      described(paper) == [
        "ca-nhan | Lê Văn Tâm | Phòng A | chien-si-thi-dua-co-so",
        "ca-nhan | Phạm Thị Thúy | Phòng B | lao-dong-tien-tien",
      ])
    #expect(paper.register.tables.map(\.continues) == [nil, nil])
  }

  @Test("A name merged over several rows has several awards")
  func merged() throws {
    let paper = try register(
      table(
        plain("STT", "Họ và tên", "Danh hiệu đề nghị"),
        [("1", 1, true), ("Lê Văn Tâm", 1, true), ("Lao động tiên tiến", 1, nil)],
        [("", 1, false), ("", 1, false), ("Chiến sĩ thi đua cơ sở", 1, nil)]))
    #expect(
      described(paper) == ["ca-nhan | Lê Văn Tâm | lao-dong-tien-tien,chien-si-thi-dua-co-so"])
  }

  @Test("A row's earlier awards have years and decisions; the day of a decision is no year")
  func grounds() throws {
    let paper = try register(
      table(
        plain("STT", "Họ và tên", "Thành tích", "Danh hiệu đề nghị"),
        plain(
          "1", "Lê Văn Tâm",
          "Chiến sĩ thi đua cơ sở các năm 2022, 2023 (Quyết định số 15/QĐ-UBND ngày 10/01/2024); "
            + "Lao động tiên tiến năm học 2023 - 2024",
          "Chiến sĩ thi đua cấp tỉnh")))
    let nominee = try #require(paper.register.nominees.first)
    let found = nominee.history.map { entry in
      "\(entry.years?.upperBound ?? 0) \(entry.award?.awards.sorted().joined() ?? "") "
        + "\(entry.decision.symbol ?? "-") \(entry.decision.date?.iso ?? "-")"
    }
    #expect(
      found == [
        "2022 chien-si-thi-dua-co-so 15/QĐ-UBND 2024-01-10",
        "2023 chien-si-thi-dua-co-so 15/QĐ-UBND 2024-01-10", "2024 lao-dong-tien-tien - -",
      ])
  }

  // MARK: Text

  private func proposal(_ lines: String) throws -> Dossier.Paper {
    try Papers.paper(
      """
      TỜ TRÌNH
      Về việc đề nghị khen thưởng năm 2025

      Tân Việt, ngày 10 tháng 12 năm 2025
      Kính gửi: Chủ tịch Ủy ban nhân dân xã Tân Việt

      \(lines)

      """)
  }

  @Test("A birth year between name and post is no office")
  func birth() throws {
    let paper = try proposal(
      """
      Đề nghị tặng danh hiệu “Lao động tiên tiến” cho 01 cá nhân:
      1. Ông Đỗ Xuân Phú, sinh năm 1988, chuyên viên, Văn phòng xã.
      """)
    #expect(
      described(paper) == ["ca-nhan | Đỗ Xuân Phú | 1988 | nam | Văn phòng xã | lao-dong-tien-tien"]
    )
    let office = try #require(paper.register.nominees.first?.office)
    #expect(paper.text(office) == "chuyên viên")
  }

  @Test("A sentence names its nominee; what has been given names nobody")
  func sentence() throws {
    let paper = try proposal(
      """
      Đề nghị tặng Giấy khen cho bà Lương Thị Hạnh, chuyên viên, đã có thành tích trong năm 2025.
      Năm 2024 đã tặng Giấy khen cho ông Trần Quốc Hiển.
      """)
    #expect(described(paper) == ["ca-nhan | Lương Thị Hạnh | nu | giay-khen"])
  }

  @Test("Units among which a number is shared out are no nominees")
  func shares() throws {
    let paper = try proposal(
      """
      Đề nghị tặng danh hiệu “Lao động tiên tiến” cho 12 cá nhân:
      - Trường Tiểu học Tân Việt: 05 cá nhân;
      - Văn phòng xã: 07 cá nhân.
      """)
    #expect(described(paper) == [])
  }

  @Test("A unit above its people is a heading, not a nominee")
  func units() throws {
    let paper = try proposal(
      """
      Đề nghị tặng danh hiệu “Lao động tiên tiến” cho 02 cá nhân:
      a) Trường Tiểu học Tân Việt:
      - Ông Đỗ Xuân Phú, giáo viên;
      - Bà Vũ Thị Mai, giáo viên.
      """)
    #expect(
      described(paper) == [
        "ca-nhan | Đỗ Xuân Phú | nam | Trường Tiểu học Tân Việt | lao-dong-tien-tien",
        "ca-nhan | Vũ Thị Mai | nu | Trường Tiểu học Tân Việt | lao-dong-tien-tien",
      ])
  }
}
