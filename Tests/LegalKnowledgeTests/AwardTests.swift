import TextMatching
import Testing

@testable import LegalKnowledge

@Suite("Awards by name")
struct AwardTests {
  private func matches(_ name: String, _ iso: String = "2025-08-01") throws -> [AwardNames.Match] {
    try RulesFolder.knowledge.get().awards(named: name, on: day(iso))
  }

  @Test(arguments: [
    ("Chiến sĩ thi đua cơ sở", "chien-si-thi-dua-co-so"),
    ("“CHIẾN SĨ THI ĐUA CƠ SỞ”", "chien-si-thi-dua-co-so"),
    ("chiến sĩ thi đua Bộ, ban, ngành, tỉnh", "chien-si-thi-dua-bo-ban-nganh-tinh"),
    ("“Huân chương Lao động” hạng Nhất", "huan-chuong-lao-dong-nhat"),
    ("Huân chương Lao động hạng Ba", "huan-chuong-lao-dong-ba"),
    ("Gia đình văn hoá", "gia-dinh-van-hoa"),
    ("Bằng khen của Thủ tướng Chính phủ", "bang-khen-thu-tuong"),
  ])
  func officialNames(name: String, id: String) throws {
    let found = try matches(name)
    #expect(found.map(\.award.id) == [id])
    #expect(found.first?.kind == .official)
  }

  @Test(arguments: [
    ("LĐTT", "lao-dong-tien-tien"), ("CSTĐCS", "chien-si-thi-dua-co-so"),
    ("chiến sĩ thi đua cấp tỉnh", "chien-si-thi-dua-bo-ban-nganh-tinh"),
    ("Bằng khen của Chủ tịch UBND tỉnh", "bang-khen-bo-ban-nganh-tinh"),
    ("Giấy khen của Chủ tịch UBND xã", "giay-khen"),
  ])
  func variants(name: String, id: String) throws {
    let found = try matches(name)
    #expect(found.map(\.award.id) == [id])
    #expect(found.first?.kind == .variant)
  }

  @Test func anOldSpellingIsOutdatedFrom2024() throws {
    #expect(try matches("Chiến sỹ thi đua cơ sở", "2023-12-31").first?.kind == .variant)
    let now = try #require(try matches("Chiến sỹ thi đua cơ sở", "2024-01-01").first)
    guard case .outdated(let name) = now.kind else {
      Issue.record("\(now.kind)")
      return
    }
    #expect(try name.validity?.until == day("2023-12-31"))
  }

  @Test func anOrderWithoutItsRankIsAllItsRanks() throws {
    #expect(try matches("Huân chương Lao động").map(\.award.rank) == [1, 2, 3])
    #expect(try matches("Kỷ niệm chương").count == 2)
  }

  @Test func aSlipIsANearMiss() throws {
    let found = try #require(try matches("Chiến sĩ thi đua cở sở").first)
    #expect(found.award.id == "chien-si-thi-dua-co-so")
    guard case .near = found.kind else {
      Issue.record("\(found.kind)")
      return
    }
    #expect(try matches("Chiến sĩ thi đua liên xã").isEmpty)
    #expect(try matches("Huân chương Sao đỏ").isEmpty)
    #expect(try matches("").isEmpty)
  }

  @Test func theCommuneTitleIsRenamed() throws {
    let award = try RulesFolder.award("xa-phuong-thi-tran-tieu-bieu")
    #expect(try award.name(on: day("2025-06-30")) == "xã, phường, thị trấn tiêu biểu")
    #expect(try award.name(on: day("2025-07-01")) == "xã, phường, đặc khu tiêu biểu")
    let old = try matches("xã, phường, thị trấn tiêu biểu", "2025-07-01")
    guard case .outdated = old.first?.kind else {
      Issue.record("\(String(describing: old.first?.kind))")
      return
    }
  }

  @Test func flagsAreTitlesNotCommendations() throws {
    for id in ["co-thi-dua-chinh-phu", "co-thi-dua-bo-ban-nganh-tinh"] {
      #expect(try RulesFolder.award(id).awardClass == .emulationTitle)
    }
  }

  @Test func noNameMeansTwoAwardsUnlessItIsAShortForm() throws {
    let law = try RulesFolder.knowledge.get()
    for award in law.awards {
      for name in award.names {
        let on = try name.validity?.from ?? day("2024-06-01")
        let found = law.awards(named: name.text, on: on).filter { $0.kind == .official }
        #expect(found.map(\.award.id) == [award.id], "\(name.text)")
      }
    }
  }
}
