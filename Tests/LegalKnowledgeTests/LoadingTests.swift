import DataFiles
import Testing

@testable import LegalKnowledge

@Suite("The repository's own law loads")
struct LoadingTests {
  @Test func everyFileIsRead() throws {
    let law = try RulesFolder.knowledge.get()
    #expect(law.kinds.map(\.id).sorted() == Self.kinds)
    #expect(law.regimes.count == 16)
    #expect(law.territorialUnits.contains { $0.word == "đặc khu" && $0.level == .commune })
    #expect(law.bodyTypes.contains { $0.codes.contains("UBND") })
  }

  static let kinds = [
    "bao-cao", "bao-cao-thanh-tich", "bien-ban-hop", "cong-van", "danh-sach", "giay-chung-nhan",
    "ke-hoach", "quyet-dinh", "thong-bao", "to-trinh",
  ]

  @Test func everyFileOfTheFoldersIsTaken() throws {
    // A path that only looks like the folder must not be read as law.
    let other = DataFile(path: "Rules/modules/lawful.xml", bytes: Array("<x/>".utf8))
    let law = try LegalKnowledge.load(try RulesFolder.files() + [other])
    #expect(!law.instruments.isEmpty)
  }

  @Test func nothingGivesNothing() throws {
    let law = try LegalKnowledge.load([])
    #expect(law.instruments.isEmpty && law.kinds.isEmpty)
  }

  @Test(
    "The types of Decree 30/2020 have their codes",
    arguments: [
      ("quyet-dinh", "QĐ"), ("quy-dinh", "QyĐ"), ("chuong-trinh", "CTr"), ("to-trinh", "TTr"),
      ("ban-thoa-thuan", "BTT"), ("ke-hoach", "KH"), ("bien-ban", "BB"), ("huong-dan", "HD"),
    ])
  func administrativeCodes(id: String, code: String) throws {
    let type = try #require(RulesFolder.knowledge.get().type(id: id))
    #expect(type.codes == [code])
    #expect(type.families.contains(.administrative))
  }

  @Test func thereAre29AdministrativeTypes() throws {
    let copies: Set = ["sao-y", "trich-sao", "sao-luc"]
    let types = try RulesFolder.knowledge.get().types
      .filter { $0.families.contains(.administrative) && !copies.contains($0.id) }
    #expect(types.count == 29)
  }

  @Test func onlyLawsAndTheirLikeAreCitedByName() throws {
    let named = try RulesFolder.knowledge.get().types.filter(\.isCitedByName).map(\.id)
    #expect(Set(named) == ["hien-phap", "bo-luat", "luat", "phap-lenh"])
  }

  @Test func aPartyRegulationIsNotAStateOne() throws {
    let types = try RulesFolder.knowledge.get().types.filter { $0.name == "Quy định" }
    #expect(Set(types.map(\.codes)) == [["QyĐ"], ["QĐ"]])
  }

  @Test func everyInstrumentHasASourceAndAKnownType() throws {
    let law = try RulesFolder.knowledge.get()
    for instrument in law.instruments {
      #expect(!instrument.sources.isEmpty, "\(instrument.id)")
      #expect(law.type(id: instrument.type) != nil, "\(instrument.id)")
    }
  }
}
