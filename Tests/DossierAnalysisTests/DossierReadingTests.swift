import DocumentAnalysis
import DocumentReading
import DossierAnalysis
import FixtureSupport
import Foundation
import LegalKnowledge
import Testing

struct DossierReadingTests {
  @Test func everyPaperIsToldByItsContent() throws {
    let dossier = try Dossiers.read("xa-cuoi-nam-dat")
    #expect(
      dossier.papers.map { $0.role.rawValue } == [
        "to-trinh", "bao-cao-thanh-tich", "bao-cao-thanh-tich", "bao-cao-thanh-tich",
        "bao-cao-thanh-tich", "bien-ban",
      ])
    #expect(dossier.day?.iso == "2025-12-10")
  }

  @Test func theProposalNamesItsNominees() throws {
    let proposal = try Dossiers.read("xa-cuoi-nam-dat").papers[0]
    #expect(
      proposal.register.nominees.map { described($0, proposal) } == [
        "tap-the | Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã | | | tap-the-lao-dong-tien-tien",
        "ca-nhan | Trần Quốc Hiển | Chánh Văn phòng | "
          + "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã | chien-si-thi-dua-co-so",
        "ca-nhan | Lương Thị Hạnh | chuyên viên | "
          + "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã | lao-dong-tien-tien",
        "ca-nhan | Đỗ Xuân Phú | chuyên viên | "
          + "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã | lao-dong-tien-tien",
      ])
    #expect(
      proposal.register.counts.map { "\($0.value) \($0.recipient.rawValue) \($0.awards.sorted())" }
        == [
          "1 tap-the []", "3 ca-nhan []", "1 tap-the [\"tap-the-lao-dong-tien-tien\"]",
          "1 ca-nhan [\"chien-si-thi-dua-co-so\"]", "2 ca-nhan [\"lao-dong-tien-tien\"]",
        ])
  }

  @Test func aReportTellsItsSubjectAndHistory() throws {
    let paper = try Dossiers.read("xa-cuoi-nam-dat").papers[2]
    let report = try #require(paper.report)
    #expect(report.subject?.text == "Trần Quốc Hiển")
    #expect(report.birthYear == 1981)
    #expect(report.office?.text == "Chánh Văn phòng")
    #expect(report.unit?.text == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã")
    #expect(report.awards.map { $0.awards.sorted() } == [["chien-si-thi-dua-co-so"]])
    #expect(
      report.history.map { entry in
        "\(entry.years?.lowerBound ?? 0) "
          + (entry.award?.awards.sorted().joined() ?? entry.completion?.rawValue ?? "")
          + " \(entry.decision.symbol ?? "-") \(entry.decision.date?.iso ?? "-")"
      } == [
        "2025 xuat-sac 88/QĐ-UBND 2025-11-20",
        "2023 lao-dong-tien-tien 15/QĐ-UBND 2024-01-10",
        "2024 chien-si-thi-dua-co-so 212/QĐ-UBND 2024-12-20",
      ])
    #expect(report.works.count == 1)
    #expect(report.works.first?.decision.symbol == "88/QĐ-UBND")
  }

  @Test func theDayOfReceiptDecidesWhichLawGoverns() throws {
    let law = try RulesData.law()
    var dossier = try Dossiers.read("nhan-truoc-sua-luat")
    #expect(dossier.governingDay(law)?.iso == "2026-09-18")
    dossier.received = CivilDate(iso: "2026-09-25")
    #expect(dossier.governingDay(law)?.iso == "2026-09-18")
    dossier.received = CivilDate(iso: "2026-10-05")
    #expect(dossier.governingDay(law)?.iso == "2026-10-05")
  }

  @Test func minutesTellAttendanceAndVotes() throws {
    let paper = try Dossiers.read("xa-cuoi-nam-dat").papers[5]
    let minutes = try #require(paper.minutes)
    #expect(minutes.date?.iso == "2025-12-05")
    #expect(minutes.members?.value == 9)
    #expect(minutes.present?.value == 9)
    #expect(minutes.absent?.value == 0)
    #expect(
      minutes.ballots.map { "\($0.votes.agreed)/\($0.votes.total ?? 0)" }
        == ["9/9", "9/9", "9/9", "9/9"])
    #expect(minutes.ballots.allSatisfy { $0.votes.percent == 10_000 })
  }

  @Test(
    "Attendance is read however it is worded",
    arguments: [
      ("Tổng số thành viên Hội đồng: 09 đồng chí; có mặt 08/09; vắng 01.", "9 8 1 -"),
      ("Tổng số thành viên Hội đồng có mặt: 8. Hội đồng gồm 9 thành viên.", "9 8 - -"),
      ("Có 8 thành viên Hội đồng dự họp, trên tổng số 9 thành viên Hội đồng.", "9 8 - -"),
      ("Hội đồng có 11 thành viên; dự họp 10, vắng mặt 1.", "11 10 1 -"),
      ("Có mặt: 10/11 thành viên Hội đồng; 1 thành viên gửi phiếu bằng văn bản.", "11 10 - 1"),
    ]) func attendance(line: String, expected: String) throws
  {
    let text = """
      HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG XÃ TÂN VIỆT
      BIÊN BẢN HỌP
      Bình xét thi đua năm 2025

      Thời gian: 14 giờ 00, ngày 05 tháng 12 năm 2025.
      \(line)
      """
    let law = try RulesData.law()
    let source = try DocumentReader.read(Array(text.utf8), name: "bien-ban.txt")
    let today = try #require(CivilDate(iso: "2026-11-01"))
    let paper = DossierReader(law: law).paper(
      Recogniser(law: law).recognise(source, options: AnalysisOptions(today: today)),
      path: "bien-ban.txt")
    let minutes = try #require(paper.minutes)
    let figures = [minutes.members, minutes.present, minutes.absent, minutes.written]
    #expect(figures.map { $0.map { "\($0.value)" } ?? "-" }.joined(separator: " ") == expected)
  }

  private func described(_ nominee: Nominee, _ paper: Dossier.Paper) -> String {
    [
      nominee.recipient?.rawValue ?? "", nominee.nameText, nominee.office.map(paper.text) ?? "",
      nominee.unitText, nominee.awards.flatMap { $0.awards.sorted() }.joined(separator: ","),
    ].joined(separator: " | ").split(separator: " ").joined(separator: " ")
  }
}

enum Dossiers {
  static func read(_ name: String) throws -> Dossier {
    let law = try RulesData.law()
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/dossiers")
    let text = try String(contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    let reader = DossierReader(law: law)
    let recogniser = Recogniser(law: law)
    let today = try #require(CivilDate(iso: "2026-11-01"))
    return Dossier(
      path: name,
      papers: try DossierText(text).papers.map { paper in
        let source = try DocumentReader.read(DocxFixture(text: paper.text).bytes, name: paper.name)
        return reader.paper(
          recogniser.recognise(source, options: AnalysisOptions(today: today)), path: paper.name)
      })
  }
}
