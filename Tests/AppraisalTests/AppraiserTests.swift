import DocumentAnalysis
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import Testing
import TextMatching

@testable import Appraisal

struct AppraiserTests {
  private static let clean = "xa-cuoi-nam-dat"

  @Test("A clean dossier: every nominee with the award proposed, nothing against it")
  func clean() throws {
    let sheet = try Sheets.sheet(Self.clean)
    #expect(
      sheet.cases.map { "\($0.number) \($0.name) | \($0.award ?? "-")" } == [
        "1 Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã | tap-the-lao-dong-tien-tien",
        "2 Trần Quốc Hiển | chien-si-thi-dua-co-so",
        "3 Lương Thị Hạnh | lao-dong-tien-tien",
        "4 Đỗ Xuân Phú | lao-dong-tien-tien",
      ])
    #expect(sheet.outcome.proposal == .eligible && sheet.outcome.grounds.isEmpty)
    #expect(sheet.cases.allSatisfy { $0.outcome.proposal == .eligible })
    #expect(sheet.head.proposer?.hasPrefix("Văn phòng Hội đồng nhân dân") == true)
    #expect(sheet.head.symbol == "15/TTr-VP" && sheet.head.date?.iso == "2025-12-10")
    #expect(sheet.head.lawDay?.iso == "2025-12-10")
    #expect(sheet.head.lawDayReason.vi == "ngày của tờ trình")
    #expect(sheet.head.regime == "06/2022/QH15+152/2025/NĐ-CP")
  }

  @Test("What is met shows where it was found and the norm of the day")
  func grounds() throws {
    let sheet = try Sheets.sheet(Self.clean)
    let route = try #require(sheet.cases[1].route)
    #expect(route.basis.instrument == "06/2022/QH15")
    #expect(route.basis.provision?.hasPrefix("Điều 23") == true)
    let found = sheet.cases[1].conditions.flatMap { [$0] + $0.parts }.flatMap(\.found)
    let initiative = try #require(found.first { $0.words.vi.contains("88/QĐ-UBND") })
    let place = try #require(initiative.places.first)
    #expect(sheet.papers[place.paper].path == "bao-cao-hien.docx")
    #expect(place.location?.line == 15)
    let vote = try #require(sheet.condition("ket-qua-xet", case: 2))
    #expect(vote.found.map(\.words.vi).contains("Phiếu đồng ý: 9/9 (100 %)."))
    // Norms out of force on the day are not cited.
    let papers = try #require(sheet.condition("thanh-phan-ho-so"))
    #expect(papers.basis.map(\.instrument) == ["06/2022/QH15", "152/2025/NĐ-CP"])
    #expect(papers.basis.map(\.verified) == [.yes, .no])
  }

  @Test("A report that is missing: to be completed, for that nominee alone")
  func missingReport() throws {
    let text = try Sheets.text(Self.clean)
    let papers = text.components(separatedBy: "=== ")
    let without = papers.filter { !$0.hasPrefix("bao-cao-phu.docx") }.joined(separator: "=== ")
    let sheet = try Sheets.sheet(try Sheets.dossier(without))
    let condition = try #require(sheet.condition("bao-cao-thanh-tich", case: 4))
    #expect(condition.verdict == .incomplete)
    #expect(
      condition.findings.map { sheet.findings[$0].finding.rule }
        == ["dossier/report-missing-for-nominee"])
    #expect(sheet.cases.map(\.outcome.proposal) == [.eligible, .eligible, .eligible, .incomplete])
    #expect(sheet.outcome.proposal == .incomplete)
    #expect(
      sheet.outcome.grounds.contains(.caseCondition(case: 4, condition: "bao-cao-thanh-tich")))
    // Nothing to hold the standard against: not checked, never “not met”.
    #expect(sheet.condition("tieu-chuan", case: 4)?.verdict == .notChecked)
  }

  @Test("A rating below the standard contradicts it: not eligible, for that case")
  func notMet() throws {
    let sheet = try Sheets.sheet(
      Self.clean,
      changing: [
        (
          "05/06 người đạt danh hiệu “Lao động tiên tiến” (83,3 %)",
          "03/06 người đạt danh hiệu “Lao động tiên tiến” (50 %)"
        )
      ])
    let failed = sheet.cases[0].conditions.filter { $0.verdict == .notMet }
    #expect(
      failed.flatMap { [$0] + $0.parts }.flatMap(\.found).map(\.words.vi)
        .contains("Báo cáo nêu 3/6, 50 %."))
    #expect(sheet.cases.map(\.outcome.proposal) == [.notEligible, .eligible, .eligible, .eligible])
    #expect(sheet.outcome.proposal == .notEligible)
  }

  @Test("What the report does not prove is to be completed, never not met")
  func notProved() throws {
    let sheet = try Sheets.sheet(
      Self.clean,
      changing: [
        (
          "hoàn thành xuất sắc nhiệm vụ. Có sáng kiến “Số hóa quy trình tiếp nhận văn bản tại Ủy ban nhân dân xã” được công nhận tại Quyết định số 88/QĐ-UBND ngày 20/11/2025 của Chủ tịch UBND xã Tân Việt.",
          "hoàn thành tốt nhiệm vụ."
        )
      ])
    let open = try #require(sheet.condition("tieu-chuan-2", case: 2))
    #expect(open.verdict == .incomplete && open.parts.map(\.verdict) == [.notMet, .incomplete])
    #expect(sheet.cases[1].outcome.proposal == .incomplete)
    #expect(sheet.cases[1].outcome.tally.notMet == 0)
  }

  @Test("A rating below the clause that the proposal names contradicts it")
  func namedClause() throws {
    let sheet = try Sheets.sheet(Self.clean, changing: [Self.lowRating])
    #expect(sheet.cases[2].route?.basis.provision == "Điều 24 khoản 1")
    #expect(sheet.condition("tieu-chuan-1", case: 3)?.verdict == .notMet)
    #expect(sheet.cases[2].outcome.proposal == .notEligible)
  }

  @Test("Who is rated goes by the rating, whichever clause the proposal leaves open")
  func openClause() throws {
    let sheet = try Sheets.sheet(
      Self.clean, changing: [Self.lowRating, ("theo khoản 1 Điều 24 Luật", "theo Điều 24 Luật")])
    #expect(sheet.condition("tieu-chuan-1", case: 3)?.verdict == .notMet)
    #expect(
      sheet.cases.map(\.outcome.proposal) == [.eligible, .eligible, .notEligible, .eligible])
  }

  private static let lowRating = (
    "được đánh giá hoàn thành tốt nhiệm vụ; tích cực", "được đánh giá hoàn thành nhiệm vụ; tích cực"
  )

  @Test("Silence of a rule that was not asked proves nothing")
  func notAsked() throws {
    let dossier = try Sheets.dossier(try Sheets.text(Self.clean))
    let sheet = try Sheets.sheet(dossier, review: try Sheets.review(dossier), rules: [])
    let condition = try #require(sheet.condition("so-luong"))
    #expect(condition.verdict == .notChecked)
    #expect(condition.found.contains { $0.words.vi.contains("nominees/count-mismatch") })
    #expect(condition.look != nil)
  }

  @Test("A file that cannot be read leaves the dossier to be completed")
  func unread() throws {
    var dossier = try Sheets.dossier(try Sheets.text(Self.clean))
    dossier.unread = [
      Dossier.Unread(
        path: "khoa.docx", reason: LocalizedText(vi: "Tệp có mật khẩu.", en: "It is encrypted."))
    ]
    let sheet = try Sheets.sheet(dossier)
    let condition = try #require(sheet.condition("doc-duoc-ho-so"))
    #expect(condition.verdict == .incomplete && sheet.outcome.proposal == .incomplete)
    let found = condition.found.first { $0.words.vi == "Không đọc được: Tệp có mật khẩu." }
    let place = try #require(found?.places.first)
    #expect(sheet.papers[place.paper].path == "khoa.docx")
    #expect(sheet.papers[place.paper].unread?.vi == "Tệp có mật khẩu.")
  }

  @Test("Without a paper that could be read nothing is met and nothing fails")
  func empty() throws {
    let sheet = try Sheets.sheet(Dossier(path: "rong", papers: []))
    #expect(sheet.outcome.proposal == .incomplete && sheet.outcome.tally.notMet == 0)
    #expect(sheet.cases.isEmpty && sheet.head.lawDay == nil)
  }

  private func finding(
    _ rule: String, _ severity: Severity, line: Int = 1, block: Int = 0
  ) -> Finding {
    Finding(
      rule: rule, severity: severity, message: LocalizedText(vi: "Sai.", en: "Wrong."), basis: [],
      location: Location(
        part: "text", block: block, section: nil, start: 0, end: 3, line: line, column: 1),
      excerpt: "", context: "", contextRange: 0..<0, fixes: [], related: [], fingerprint: "")
  }

  /// The sheet of the clean dossier with one finding added to its first paper.
  private func sheet(with finding: Finding) throws -> AppraisalSheet {
    let dossier = try Sheets.dossier(try Sheets.text(Self.clean))
    var review = try Sheets.review(dossier)
    review.findings[0].append(finding)
    return try Sheets.sheet(dossier, review: review)
  }

  @Test("An error of a rule that no condition names counts all the same")
  func uncovered() throws {
    let sheet = try sheet(with: finding("dia-phuong/so-ban", .error))
    #expect(sheet.outcome.proposal == .incomplete)
    #expect(sheet.outcome.grounds == [.finding(sheet.findings.count { $0.paper == 0 } - 1)])
    #expect(
      try self.sheet(with: finding("dia-phuong/so-ban", .warning)).outcome.proposal == .eligible)
    var accepted = finding("dia-phuong/so-ban", .error)
    accepted.suppressed = Finding.Suppressed(
      Suppression(rule: "dia-phuong/so-ban", paths: [], reason: "đã thống nhất"))
    #expect(try self.sheet(with: accepted).outcome.proposal == .eligible)
  }

  @Test("Errors of form leave the dossier to be completed, warnings of form do not")
  func form() throws {
    #expect(
      try sheet(with: finding("structure/missing-title", .error)).condition("the-thuc")?.verdict
        == .incomplete)
    #expect(
      try sheet(with: finding("structure/missing-title", .warning)).condition("the-thuc")?.verdict
        == .met)
  }

  @Test(
    "What a finding does depends on the condition and on how certain it is",
    arguments: [
      ("dossier/simplified-procedure", Severity.error, Verdict.notMet, "thu-tuc-don-gian"),
      ("dossier/simplified-procedure", .warning, .incomplete, "thu-tuc-don-gian"),
      ("dossier/simplified-procedure", .note, .notChecked, "thu-tuc-don-gian"),
      ("dossier/date-order", .error, .incomplete, "trinh-tu"),
      ("dossier/unrecognised-document", .note, .notChecked, "doc-duoc-ho-so"),
    ])
  func effects(rule: String, severity: Severity, verdict: Verdict, condition: String) throws {
    let sheet = try sheet(with: finding(rule, severity))
    #expect(sheet.condition(condition)?.verdict == verdict)
  }

  @Test("A finding on a nominee's line belongs to that nominee; one on no line to the dossier")
  func placing() throws {
    let dossier = try Sheets.dossier(try Sheets.text(Self.clean))
    let name = try #require(
      dossier.papers[0].register.nominees.first { $0.nameText == "Lương Thị Hạnh" })
    let own = try sheet(
      with: finding("nominees/recipient-kind-mismatch", .error, block: name.anchor.block))
    #expect(own.condition("danh-hieu-doi-tuong", case: 3)?.verdict == .notMet)
    #expect(own.condition("danh-hieu-doi-tuong", case: 4)?.verdict != .notMet)
    #expect(own.condition("danh-hieu-doi-tuong") == nil)
    let free = try sheet(with: finding("nominees/recipient-kind-mismatch", .error))
    #expect(free.condition("danh-hieu-doi-tuong")?.verdict == .notMet)
    #expect(free.outcome.proposal == .notEligible)
  }

  @Test("After an amendment that nobody has read, the standard is for people")
  func amended() throws {
    var dossier = try Sheets.dossier(try Sheets.text(Self.clean))
    dossier.asOf = CivilDate(iso: "2026-10-15")
    let sheet = try Sheets.sheet(dossier)
    #expect(sheet.head.caution?.vi.contains("06/2026/QH16") == true)
    #expect(sheet.head.lawDayReason.vi == "theo ngày được chỉ định")
    let standards = sheet.cases.flatMap(\.conditions).filter { $0.id.hasPrefix("tieu-chuan") }
    #expect(!standards.isEmpty && standards.allSatisfy { $0.verdict == .notChecked })
  }

  @Test("A change of law between proposal and receipt, and one soon after the receipt")
  func transition() throws {
    let text = try Sheets.text(Self.clean).replacing(
      "Tân Việt, ngày 10 tháng 12 năm 2025", with: "Tân Việt, ngày 10 tháng 9 năm 2026")
    var dossier = try Sheets.dossier(text)
    #expect(try Sheets.sheet(dossier).head.transition == nil)
    dossier.received = CivilDate(iso: "2026-09-20")
    let before = try Sheets.sheet(dossier).head
    #expect(before.lawDay?.iso == "2026-09-10" && before.caution == nil)
    #expect(
      before.transition?.vi.hasPrefix("Nhận trước ngày 01/10/2026: xét theo quy định có trước")
        == true)
    dossier.received = CivilDate(iso: "2026-10-02")
    let after = try Sheets.sheet(dossier).head
    #expect(after.lawDay?.iso == "2026-10-02" && after.caution != nil)
    #expect(after.lawDayReason.vi.hasPrefix("ngày nhận hồ sơ"))
    #expect(after.transition?.vi.hasPrefix("Nhận từ ngày 01/10/2026") == true)
  }

  @Test("Namesakes of one paper are two cases; one person under two awards too")
  func namesakes() throws {
    let text = """
      === danh-sach.txt ===
      DANH SÁCH
      Đề nghị tặng danh hiệu thi đua năm 2025

      STT	Họ và tên	Năm sinh	Đơn vị	Danh hiệu
      1	Nguyễn Thị Lan	1985	Trường Tiểu học Tân Việt	Lao động tiên tiến
      2	Nguyễn Thị Lan	1992	Trường Mầm non Tân Việt	Lao động tiên tiến
      3	Đỗ Xuân Phú	1988	Văn phòng	Lao động tiên tiến
      4	Đỗ Xuân Phú	1988	Văn phòng	Chiến sĩ thi đua cơ sở
      """
    let cases = CaseFinder(try Sheets.dossier(text)).drafts
    #expect(
      cases.map { "\($0.name) \($0.birthYear ?? 0) \($0.mention?.award?.id ?? "")" } == [
        "Nguyễn Thị Lan 1985 lao-dong-tien-tien", "Nguyễn Thị Lan 1992 lao-dong-tien-tien",
        "Đỗ Xuân Phú 1988 lao-dong-tien-tien", "Đỗ Xuân Phú 1988 chien-si-thi-dua-co-so",
      ])
  }

  @Test("A list that repeats the proposal's names makes no second case")
  func oneCase() throws {
    let text = try Sheets.text(Self.clean)
    let list = """

      === danh-sach.docx ===
      DANH SÁCH
      Đề nghị tặng danh hiệu “Lao động tiên tiến” năm 2025

      STT	Họ và tên	Đơn vị
      1	Lương Thị Hạnh	Văn phòng HĐND và UBND
      2	Đỗ Xuân Phú	Văn phòng HĐND và UBND
      """
    #expect(try Sheets.sheet(try Sheets.dossier(text + list)).cases.count == 4)
  }
}
