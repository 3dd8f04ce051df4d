import DocumentAnalysis
import DocumentReading
import DossierAnalysis
import FixtureSupport
import LegalKnowledge
import Testing

/// Awards of the past as reports tell them, held against what the law asks for.
struct HistoryTests {
  private static let opening = """
    BÁO CÁO THÀNH TÍCH
    Đề nghị tặng danh hiệu %TITLE%

    Tân Việt, ngày 03 tháng 12 năm 2025
    Họ và tên: Trần Quốc Hiển

    """

  private func first(
    _ award: String, _ title: String, _ lines: String, concurrent: Set<String> = []
  ) throws -> CriterionAssessment {
    let law = try RulesData.law()
    let text = Self.opening.replacing("%TITLE%", with: title) + lines
    let paper = try Papers.paper(text)
    let report = try #require(paper.report)
    let day = paper.document.date.earliest
    let evidence = Evidence(
      report: report, document: paper.document, year: report.year(on: day), concurrent: concurrent)
    let routes = CriterionEvaluator(law: law, day: day).routes(
      to: try #require(law.award(id: award)), for: .individual, evidence)
    return try #require(routes.first?.criteria.first)
  }

  private static let provincial = "chien-si-thi-dua-bo-ban-nganh-tinh"
  private static let title = "chiến sĩ thi đua cấp tỉnh năm 2025"
  private static let year = "Năm %d: đạt danh hiệu “Chiến sĩ thi đua cơ sở”.\n"

  private func years(_ years: Int...) -> String {
    years.map { Self.year.replacing("%d", with: "\($0)") }.joined()
  }

  @Test("A year left out is to be added, and it is named")
  func gap() throws {
    let found = try first(Self.provincial, Self.title, years(2022, 2024))
    #expect(found.verdict == .incomplete)
    #expect(found.found.vi.hasSuffix("mới nêu: 2022, 2024; thiếu năm 2023."))
  }

  @Test("Years that end before the proposal are not in a row up to it")
  func broken() throws {
    let found = try first(Self.provincial, Self.title, years(2020, 2021, 2022))
    #expect(found.verdict == .incomplete)
    #expect(found.found.vi.hasSuffix("thiếu năm 2023, 2024."))
  }

  @Test("Three years up to the one before the proposal, or with the one proposed, are enough")
  func enough() throws {
    #expect(try first(Self.provincial, Self.title, years(2022, 2023, 2024)).verdict == .met)
    let last = try first(
      Self.provincial, Self.title, years(2023, 2024), concurrent: ["chien-si-thi-dua-co-so"])
    #expect(last.verdict == .met)
  }

  @Test("A title that takes several years need not come every year; people judge")
  func severalYears() throws {
    let lines = "Năm 2021: chiến sĩ thi đua cấp tỉnh.\nNăm 2024: chiến sĩ thi đua cấp tỉnh.\n"
    let found = try first(
      "chien-si-thi-dua-toan-quoc", "“Chiến sĩ thi đua toàn quốc” năm 2025", lines)
    #expect(found.verdict == .notChecked)
  }

  @Test("“Chưa có” under the heading says that there are none")
  func none() throws {
    let found = try first(
      Self.provincial, Self.title, "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG\nChưa có.\n")
    #expect(found.verdict == .notMet)
    #expect(found.spans.count == 1)
  }

  @Test("An assessment below the level contradicts, praise does not")
  func praise() throws {
    let title = "“Lao động tiên tiến” năm 2025"
    let rated = try first(
      "lao-dong-tien-tien", title, "Năm 2025 được xếp loại hoàn thành nhiệm vụ.\n")
    #expect(rated.verdict == .notMet)
    let praised = try first(
      "lao-dong-tien-tien", title, "Năm 2025 hoàn thành nhiệm vụ được giao.\n")
    #expect(praised.verdict != .notMet)
  }

  @Test("Five years after the earlier award cannot have passed")
  func tooSoon() throws {
    func run(_ year: Int) throws -> CriterionAssessment {
      let law = try RulesData.law()
      let paper = try Papers.paper(
        Self.opening.replacing("%TITLE%", with: "“Huân chương Lao động” hạng Ba năm 2025")
          + "Năm \(year): “Bằng khen của Thủ tướng Chính phủ”.\n")
      let day = paper.document.date.earliest
      let evidence = Evidence(
        report: try #require(paper.report), document: paper.document, year: 2025)
      let routes = CriterionEvaluator(law: law, day: day).routes(
        to: try #require(law.award(id: "huan-chuong-lao-dong-ba")), for: .individual, evidence)
      let chain = try #require(routes.first { $0.route.provision.point == "e" })
      return try #require(
        chain.criteria.first { if case .run = $0.criterion { true } else { false } })
    }
    let late = try run(2023)
    #expect(late.verdict == .notMet)
    #expect(late.found.vi.contains("được tặng năm 2023"))
    #expect(try run(2020).verdict == .incomplete)
  }

  @Test("School years count as the year they end in")
  func schoolYears() throws {
    let lines = """
      Năm học 2022 - 2023: “Chiến sĩ thi đua cơ sở”.
      Năm học 2023 - 2024: “Chiến sĩ thi đua cơ sở”.
      Năm học 2024 - 2025: “Chiến sĩ thi đua cơ sở”.

      """
    let found = try first(
      Self.provincial, "chiến sĩ thi đua cấp tỉnh năm học 2025 - 2026", lines)
    #expect(found.verdict == .met)
  }
}

enum Papers {
  /// A paper of a dossier, read from DOCX.
  static func paper(_ text: String) throws -> Dossier.Paper {
    try paper(DocxFixture(text: text))
  }

  static func paper(_ fixture: DocxFixture) throws -> Dossier.Paper {
    let law = try RulesData.law()
    let today = try #require(CivilDate(iso: "2026-11-01"))
    let document = Recogniser(law: law).recognise(
      try DocumentReader.read(fixture.bytes, name: "van-ban.docx"),
      options: AnalysisOptions(today: today))
    return DossierReader(law: law).paper(document, path: "van-ban.docx")
  }
}
