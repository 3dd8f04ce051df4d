import Testing

@testable import LegalKnowledge

@Suite("Forms and signatures of a kind")
struct FormTests {
  private func form(_ id: String) throws -> DocumentForm {
    let kind = try #require(RulesFolder.knowledge.get().kind(id: "bao-cao-thanh-tich"))
    return try #require(kind.forms.first { $0.id == id })
  }

  @Test(arguments: [
    ("tap-the", "2020-01-01", "01", Verification.yes), ("tap-the", "2024-06-01", "02", .yes),
    ("tap-the", "2025-08-01", "04", .no), ("ca-nhan", "2024-06-01", "03", .no),
    ("ca-nhan", "2025-08-01", "05", .yes), ("anh-hung-tap-the", "2024-06-01", "05", .yes),
    ("dot-xuat", "2020-01-01", "06", .yes),
  ])
  func numbers(id: String, iso: String, number: String, verified: Verification) throws {
    let law = try RulesFolder.knowledge.get()
    let sample = try #require(law.sample(of: form(id), on: day(iso)))
    #expect(sample.number == number && sample.verified == verified)
  }

  @Test func aFormThatAppearsLater() throws {
    let law = try RulesFolder.knowledge.get()
    #expect(try law.sample(of: form("co-thi-dua-chinh-phu"), on: day("2024-06-01")) == nil)
    #expect(try law.sample(of: form("co-thi-dua-chinh-phu"), on: day("2025-08-01"))?.number == "02")
  }

  @Test func sections() throws {
    #expect(
      try form("tap-the").sections.map(\.id) == ["so-luoc", "thanh-tich", "khen-thuong-da-nhan"])
    #expect(
      try form("cong-hien").sections.map(\.id)
        == ["so-luoc", "qua-trinh-cong-tac", "khen-thuong-da-nhan", "ky-luat"])
    // One event is reported; earlier awards are not asked for.
    #expect(try form("dot-xuat").sections.map(\.id) == ["so-luoc", "thanh-tich"])
  }

  @Test func signers() throws {
    #expect(
      try form("tap-the").signers.map(\.id) == ["thu-truong-don-vi", "cap-tren-xac-nhan"])
    let minutes = try #require(RulesFolder.knowledge.get().kind(id: "bien-ban-hop"))
    #expect(minutes.signers.map(\.id) == ["chu-tri", "thu-ky"])
  }

  @Test(arguments: [
    ("2023-06-01", ["15/2003/QH11", "47/2005/QH11", "39/2013/QH13"], ["91/2017/NĐ-CP"]),
    ("2024-06-01", ["06/2022/QH15"], ["98/2023/NĐ-CP"]),
    ("2025-08-01", ["06/2022/QH15"], ["152/2025/NĐ-CP"]),
    ("2026-10-15", ["06/2022/QH15", "06/2026/QH16"], ["152/2025/NĐ-CP"]),
  ])
  func basesByRegime(iso: String, laws: [String], decrees: [String]) throws {
    let law = try RulesFolder.knowledge.get()
    for id in ["ke-hoach", "to-trinh", "quyet-dinh"] {
      let kind = try #require(law.kind(id: id))
      let bases = law.requiredBases(of: kind, on: try day(iso))
      #expect(bases.map(\.role) == ["tdkt-law", "tdkt-decree"])
      #expect(bases.map { $0.instruments.map(\.id) } == [laws, decrees])
    }
  }
}
