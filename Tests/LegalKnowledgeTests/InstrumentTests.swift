import Testing

@testable import LegalKnowledge

@Suite("The standing of an instrument on a day")
struct InstrumentTests {
  enum Standing: Sendable { case inForce, notYet, ended, unknown }

  @Test(arguments: [
    ("15/2003/QH11", "2004-06-30", Standing.notYet), ("15/2003/QH11", "2004-07-01", .inForce),
    ("15/2003/QH11", "2023-12-31", .inForce), ("15/2003/QH11", "2024-01-01", .ended),
    ("47/2005/QH11", "2022-12-30", .inForce), ("39/2013/QH13", "2014-05-31", .notYet),
    ("39/2013/QH13", "2024-01-15", .ended), ("32/2009/QH12", "2024-01-15", .inForce),
    ("06/2022/QH15", "2023-12-31", .notYet), ("06/2022/QH15", "2024-01-01", .inForce),
    ("06/2022/QH15", "2026-10-01", .inForce), ("06/2026/QH16", "2026-09-30", .notYet),
    ("06/2026/QH16", "2026-10-01", .inForce), ("91/2017/NĐ-CP", "2017-09-30", .notYet),
    ("91/2017/NĐ-CP", "2023-12-31", .inForce), ("91/2017/NĐ-CP", "2024-01-01", .ended),
    ("98/2023/NĐ-CP", "2023-12-31", .notYet), ("98/2023/NĐ-CP", "2025-06-30", .inForce),
    ("98/2023/NĐ-CP", "2025-07-01", .ended), ("152/2025/NĐ-CP", "2025-06-30", .notYet),
    // A planned end is not an end.
    ("152/2025/NĐ-CP", "2027-03-02", .inForce), ("12/2019/TT-BNV", "2020-01-01", .inForce),
    ("12/2019/TT-BNV", "2024-04-15", .ended), ("01/2024/TT-BNV", "2024-04-14", .notYet),
    ("01/2024/TT-BNV", "2025-08-04", .inForce), ("01/2024/TT-BNV", "2025-08-05", .ended),
    ("15/2025/TT-BNV", "2025-08-05", .inForce), ("77/2015/QH13", "2025-02-28", .inForce),
    ("77/2015/QH13", "2025-03-01", .ended), ("65/2025/QH15", "2025-06-15", .inForce),
    ("65/2025/QH15", "2025-06-16", .ended), ("72/2025/QH15", "2025-06-16", .inForce),
    ("73/2024/NĐ-CP", "2026-07-01", .ended), ("161/2026/NĐ-CP", "2026-07-01", .inForce),
    // No first day of force is known: the data does not guess.
    ("65/2014/NĐ-CP", "2015-01-01", .unknown), ("65/2014/NĐ-CP", "2017-10-01", .ended),
    ("34-CT/TW@2014-04-07", "2022-12-30", .unknown), ("30/2020/NĐ-CP", "2020-03-05", .inForce),
  ])
  func status(id: String, iso: String, expected: Standing) throws {
    let law = try RulesFolder.knowledge.get()
    let instrument = try #require(law.instrument(id: id))
    let standing: Standing =
      switch law.status(of: instrument, on: try day(iso)) {
      case .inForce: .inForce
      case .notYetEffective: .notYet
      case .ended: .ended
      case .unknown: .unknown
      }
    #expect(standing == expected)
  }

  @Test(arguments: [
    ("15/2003/QH11", "2024-01-15", "06/2022/QH15"), ("47/2005/QH11", "2024-01-15", "06/2022/QH15"),
    ("39/2013/QH13", "2024-01-15", "06/2022/QH15"),
    ("91/2017/NĐ-CP", "2024-01-15", "98/2023/NĐ-CP"),
    // The chain is followed to the one in force on the day.
    ("91/2017/NĐ-CP", "2025-08-01", "152/2025/NĐ-CP"),
    ("42/2010/NĐ-CP", "2018-01-01", "91/2017/NĐ-CP"),
    ("42/2010/NĐ-CP", "2025-08-01", "152/2025/NĐ-CP"),
    ("12/2019/TT-BNV", "2025-09-01", "15/2025/TT-BNV"),
    ("77/2015/QH13", "2025-04-01", "65/2025/QH15"), ("77/2015/QH13", "2025-07-01", "72/2025/QH15"),
    ("28/2024/NĐ-CP", "2025-07-01", "152/2025/NĐ-CP"),
  ])
  func successor(id: String, iso: String, expected: String) throws {
    let law = try RulesFolder.knowledge.get()
    let instrument = try #require(law.instrument(id: id))
    #expect(law.successor(of: instrument, inForceOn: try day(iso))?.id == expected)
  }

  @Test func thereIsNoSuccessorBeforeItsTime() throws {
    let law = try RulesFolder.knowledge.get()
    let decree = try #require(law.instrument(id: "98/2023/NĐ-CP"))
    #expect(law.successor(of: decree, inForceOn: try day("2025-06-30")) == nil)
  }

  @Test func twoDirectivesShareOneSymbol() throws {
    let law = try RulesFolder.knowledge.get()
    let both = law.instruments(symbol: "34-CT/TW")
    #expect(both.map(\.id) == ["34-CT/TW@2014-04-07", "34-CT/TW@2024-05-24"])
    #expect(both.allSatisfy { $0.symbol == "34-CT/TW" })
    #expect(both.map { $0.issued?.date.iso } == ["2014-04-07", "2024-05-24"])
    #expect(both.map(\.role) == ["party-directive", nil])
  }

  @Test(arguments: [
    ("98/2023/NĐ-CP", "98/2023/NĐ-CP"), ("98/2023/nđ–cp", "98/2023/NĐ-CP"),
    ("98/2023/NÐ-CP", "98/2023/NĐ-CP"), ("98/2023/NĐ - CP", "98/2023/NĐ-CP"),
    ("19/CT-TTG", "19/CT-TTg"),
  ])
  func symbolsCompareHoweverTheyAreTyped(typed: String, id: String) throws {
    let law = try RulesFolder.knowledge.get()
    #expect(law.instruments(symbol: typed).map(\.id) == [id])
  }

  @Test func lookAlikeLawsStayApart() throws {
    let law = try RulesFolder.knowledge.get()
    #expect(law.instruments(symbol: "06/2022/QH15").map(\.id) == ["06/2022/QH15"])
    #expect(law.instruments(symbol: "06/2026/QH16").map(\.id) == ["06/2026/QH16"])
  }

  @Test func amendersThatAreInForce() throws {
    let law = try RulesFolder.knowledge.get()
    func amenders(of id: String, on iso: String) throws -> [String] {
      law.amenders(of: try #require(law.instrument(id: id)), inForceOn: try day(iso)).map(\.id)
    }
    #expect(try amenders(of: "06/2022/QH15", on: "2026-09-30") == [])
    #expect(try amenders(of: "06/2022/QH15", on: "2026-10-01") == ["06/2026/QH16"])
    // The heritage law of 2009 touches the law in passing and is not cited beside it.
    #expect(
      try amenders(of: "15/2003/QH11", on: "2022-12-30") == ["47/2005/QH11", "39/2013/QH13"])
  }

  @Test func certaintyIsKept() throws {
    let law = try RulesFolder.knowledge.get()
    let amending = try #require(law.instrument(id: "06/2026/QH16"))
    #expect(amending.verified == .secondary && amending.effective?.verified == .secondary)
    let decree = try #require(law.instrument(id: "98/2023/NĐ-CP"))
    #expect(decree.verified == .yes && decree.ended?.verified == .yes)
    let directive = try #require(law.instrument(id: "18/CT-TTg"))
    #expect(directive.verified == .no)
    #expect(law.instrument(id: "152/2025/NĐ-CP")?.plannedEnd?.date.iso == "2027-03-01")
  }
}
