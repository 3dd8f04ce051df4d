import Testing

@testable import LegalKnowledge

/// Which basis is valid on a day: the first and last day of every window, and days inside.
@Suite("What governs on a day")
struct RegimeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var days: [String]
    var regime: String
    var law: [String]
    var decree: [String]
    var circular: [String]
    var localGovernment: [String]
    var testDescription: String { days.joined(separator: ", ") }
  }

  static let rows: [Row] = [
    Row(
      days: ["2017-12-15", "2018-06-01", "2019-12-31"], regime: "15/2003/QH11+91/2017/NĐ-CP",
      law: ["15/2003/QH11", "47/2005/QH11", "39/2013/QH13"], decree: ["91/2017/NĐ-CP"],
      circular: ["08/2017/TT-BNV"], localGovernment: ["77/2015/QH13"]),
    Row(
      days: ["2017-10-01", "2017-12-14"], regime: "15/2003/QH11+91/2017/NĐ-CP",
      law: ["15/2003/QH11", "47/2005/QH11", "39/2013/QH13"], decree: ["91/2017/NĐ-CP"],
      circular: [], localGovernment: ["77/2015/QH13"]),
    Row(
      days: ["2020-01-01", "2022-12-30", "2023-12-31"], regime: "15/2003/QH11+91/2017/NĐ-CP",
      law: ["15/2003/QH11", "47/2005/QH11", "39/2013/QH13"], decree: ["91/2017/NĐ-CP"],
      circular: ["12/2019/TT-BNV"], localGovernment: ["77/2015/QH13"]),
    Row(
      days: ["2024-01-01", "2024-01-15", "2024-04-14"], regime: "06/2022/QH15+98/2023/NĐ-CP",
      law: ["06/2022/QH15"], decree: ["98/2023/NĐ-CP"], circular: [],
      localGovernment: ["77/2015/QH13"]),
    Row(
      days: ["2024-04-15", "2025-02-28"], regime: "06/2022/QH15+98/2023/NĐ-CP",
      law: ["06/2022/QH15"], decree: ["98/2023/NĐ-CP"], circular: ["01/2024/TT-BNV"],
      localGovernment: ["77/2015/QH13"]),
    Row(
      days: ["2025-03-01", "2025-06-15"], regime: "06/2022/QH15+98/2023/NĐ-CP",
      law: ["06/2022/QH15"], decree: ["98/2023/NĐ-CP"], circular: ["01/2024/TT-BNV"],
      localGovernment: ["65/2025/QH15"]),
    Row(
      days: ["2025-06-16", "2025-06-30"], regime: "06/2022/QH15+98/2023/NĐ-CP",
      law: ["06/2022/QH15"], decree: ["98/2023/NĐ-CP"], circular: ["01/2024/TT-BNV"],
      localGovernment: ["72/2025/QH15"]),
    Row(
      days: ["2025-07-01", "2025-08-04"], regime: "06/2022/QH15+152/2025/NĐ-CP",
      law: ["06/2022/QH15"], decree: ["152/2025/NĐ-CP"], circular: ["01/2024/TT-BNV"],
      localGovernment: ["72/2025/QH15"]),
    Row(
      days: ["2025-08-05", "2026-09-30"], regime: "06/2022/QH15+152/2025/NĐ-CP",
      law: ["06/2022/QH15"], decree: ["152/2025/NĐ-CP"], circular: ["15/2025/TT-BNV"],
      localGovernment: ["72/2025/QH15"]),
    Row(
      days: ["2026-10-01", "2026-10-15", "2030-01-01"],
      regime: "06/2022/QH15*06/2026/QH16+152/2025/NĐ-CP", law: ["06/2022/QH15", "06/2026/QH16"],
      decree: ["152/2025/NĐ-CP"], circular: ["15/2025/TT-BNV"], localGovernment: ["72/2025/QH15"]),
  ]

  @Test(arguments: rows)
  func governs(row: Row) throws {
    let law = try RulesFolder.knowledge.get()
    for iso in row.days {
      let day = try day(iso)
      #expect(law.regime(on: day)?.id == row.regime, "\(iso)")
      #expect(law.governing(role: "tdkt-law", on: day).map(\.id) == row.law, "\(iso)")
      #expect(law.governing(role: "tdkt-decree", on: day).map(\.id) == row.decree, "\(iso)")
      #expect(law.governing(role: "tdkt-circular", on: day).map(\.id) == row.circular, "\(iso)")
      #expect(
        law.governing(role: "local-government-law", on: day).map(\.id) == row.localGovernment,
        "\(iso)")
    }
  }

  @Test func whatGovernsIsInForce() throws {
    let law = try RulesFolder.knowledge.get()
    for regime in law.regimes {
      for id in regime.governing.values.joined() {
        let instrument = try #require(law.instrument(id: id))
        for day in [regime.from, regime.until ?? regime.from] {
          #expect(law.status(of: instrument, on: day) == .inForce, "\(id), \(day.iso)")
        }
      }
    }
  }

  @Test func windowsFollowOneAnother() throws {
    let regimes = try RulesFolder.knowledge.get().regimes
    for (earlier, later) in zip(regimes, regimes.dropFirst()) {
      #expect(earlier.until?.adding(days: 1) == later.from, "\(later.id)")
    }
    #expect(regimes.last?.until == nil)
    #expect(try regimes.first?.from == day("2004-07-01"))
  }

  @Test func communePowersComeWithTheTwoTierGovernment() throws {
    let law = try RulesFolder.knowledge.get()
    let role = "local-authority-decree"
    #expect(try law.governing(role: role, on: day("2025-06-30")).isEmpty)
    #expect(try law.governing(role: role, on: day("2025-07-01")).map(\.id) == ["129/2025/NĐ-CP"])
  }

  @Test func onlyTheAmendedLawCarriesACaution() throws {
    let law = try RulesFolder.knowledge.get()
    let caution = try #require(law.regime(on: day("2026-10-15"))?.caution)
    #expect(caution.vi.contains("06/2026/QH16") && caution.en.contains("06/2026/QH16"))
    #expect(try law.regime(on: day("2026-09-30"))?.caution == nil)
  }

  @Test func beforeTheFirstLawNothingIsSaid() throws {
    #expect(try RulesFolder.knowledge.get().regime(on: day("2004-06-30")) == nil)
  }
}
