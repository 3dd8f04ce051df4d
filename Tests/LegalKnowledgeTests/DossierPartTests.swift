import LegalKnowledge
import Testing

@Suite("Papers of a dossier")
struct DossierPartTests {
  private func part(
    _ paper: DossierPart.Paper, of award: String, on day: String
  ) throws -> DossierPart? {
    let law = try RulesFolder.knowledge.get()
    let asOf = try #require(CivilDate(iso: day))
    return law.dossierPart(paper, of: try RulesFolder.award(award), on: asOf)
  }

  @Test("Titles and commendations have clauses of their own")
  func clauses() throws {
    let title = try part(.minutes, of: "tap-the-lao-dong-xuat-sac", on: "2024-05-01")
    #expect(title?.provision.text == "Điều 84 khoản 1 điểm c")
    let commendation = try part(.minutes, of: "bang-khen-thu-tuong", on: "2024-05-01")
    #expect(commendation?.provision.text == "Điều 84 khoản 2 điểm c")
  }

  @Test("An opinion goes with the flag of the Government, not with the national title")
  func opinion() throws {
    #expect(try part(.opinion, of: "co-thi-dua-chinh-phu", on: "2024-05-01") != nil)
    #expect(try part(.opinion, of: "chien-si-thi-dua-toan-quoc", on: "2024-05-01") == nil)
  }

  @Test("Medals are not published, orders are")
  func publication() throws {
    #expect(try part(.publication, of: "huan-chuong-lao-dong-ba", on: "2024-05-01") != nil)
    #expect(try part(.publication, of: "huy-chuong-huu-nghi", on: "2024-05-01") == nil)
  }

  @Test("Base-level dossiers follow the province from July 2025")
  func ownRules() throws {
    #expect(try part(.ownRules, of: "lao-dong-tien-tien", on: "2025-06-30") == nil)
    #expect(try part(.ownRules, of: "lao-dong-tien-tien", on: "2025-07-01") != nil)
    #expect(try part(.ownRules, of: "tap-the-lao-dong-xuat-sac", on: "2025-07-01") == nil)
  }

  @Test("Nothing is said of the 2003 Law, and less is certain after October 2026")
  func windows() throws {
    #expect(try part(.proposal, of: "giay-khen", on: "2023-12-31") == nil)
    #expect(try part(.proposal, of: "giay-khen", on: "2026-09-30")?.verified == .yes)
    let later = try part(.proposal, of: "giay-khen", on: "2026-10-01")
    #expect(later?.verified == .no)
    #expect(later?.amendment != nil)
  }
}
