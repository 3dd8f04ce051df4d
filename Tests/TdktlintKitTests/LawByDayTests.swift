import Foundation
import LegalKnowledge
import Reporting
import Testing

@testable import TdktlintKit

/// What is the valid basis on a day: every row of the table of regimes, on its first and last day,
/// as `law show` answers it.
@Suite("law show on days in each regime")
struct LawByDayTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var from: String
    /// The last day; for the open row, a day long after its first.
    var until: String
    /// Symbols by role.
    var governing: [String: [String]]
    /// Symbols that were out of force, or not in force yet.
    var others: [String]
    var testDescription: String { "\(from) – \(until)" }
  }

  private static let act2003 = ["15/2003/QH11", "47/2005/QH11", "39/2013/QH13"]

  static let rows: [Row] = [
    Row(
      from: "2017-12-15", until: "2019-12-31",
      governing: [
        "tdkt-law": act2003, "tdkt-decree": ["91/2017/NĐ-CP"],
        "tdkt-circular": ["08/2017/TT-BNV"], "local-government-law": ["77/2015/QH13"],
      ], others: ["06/2022/QH15", "98/2023/NĐ-CP", "12/2019/TT-BNV"]),
    Row(
      from: "2020-01-01", until: "2023-12-31",
      governing: [
        "tdkt-law": act2003, "tdkt-decree": ["91/2017/NĐ-CP"],
        "tdkt-circular": ["12/2019/TT-BNV"], "local-government-law": ["77/2015/QH13"],
      ], others: ["06/2022/QH15", "98/2023/NĐ-CP", "65/2025/QH15"]),
    Row(
      from: "2024-01-01", until: "2024-04-14",
      governing: [
        "tdkt-law": ["06/2022/QH15"], "tdkt-decree": ["98/2023/NĐ-CP"],
        "local-government-law": ["77/2015/QH13"],
      ], others: act2003 + ["91/2017/NĐ-CP", "01/2024/TT-BNV"]),
    Row(
      from: "2024-04-15", until: "2025-02-28",
      governing: [
        "tdkt-law": ["06/2022/QH15"], "tdkt-decree": ["98/2023/NĐ-CP"],
        "tdkt-circular": ["01/2024/TT-BNV"], "local-government-law": ["77/2015/QH13"],
      ], others: act2003 + ["91/2017/NĐ-CP", "152/2025/NĐ-CP"]),
    Row(
      from: "2025-03-01", until: "2025-06-15",
      governing: [
        "tdkt-law": ["06/2022/QH15"], "tdkt-decree": ["98/2023/NĐ-CP"],
        "tdkt-circular": ["01/2024/TT-BNV"], "local-government-law": ["65/2025/QH15"],
      ], others: ["77/2015/QH13", "72/2025/QH15", "152/2025/NĐ-CP"]),
    Row(
      from: "2025-06-16", until: "2025-06-30",
      governing: [
        "tdkt-law": ["06/2022/QH15"], "tdkt-decree": ["98/2023/NĐ-CP"],
        "tdkt-circular": ["01/2024/TT-BNV"], "local-government-law": ["72/2025/QH15"],
      ], others: ["65/2025/QH15", "152/2025/NĐ-CP", "129/2025/NĐ-CP"]),
    Row(
      from: "2025-07-01", until: "2025-08-04",
      governing: [
        "tdkt-law": ["06/2022/QH15"], "tdkt-decree": ["152/2025/NĐ-CP"],
        "local-authority-decree": ["129/2025/NĐ-CP"], "tdkt-circular": ["01/2024/TT-BNV"],
        "local-government-law": ["72/2025/QH15"],
      ], others: ["98/2023/NĐ-CP", "15/2025/TT-BNV", "06/2026/QH16"]),
    Row(
      from: "2025-08-05", until: "2026-09-30",
      governing: [
        "tdkt-law": ["06/2022/QH15"], "tdkt-decree": ["152/2025/NĐ-CP"],
        "local-authority-decree": ["129/2025/NĐ-CP"], "tdkt-circular": ["15/2025/TT-BNV"],
        "local-government-law": ["72/2025/QH15"],
      ], others: ["98/2023/NĐ-CP", "01/2024/TT-BNV", "06/2026/QH16"]),
    Row(
      from: "2026-10-01", until: "2026-11-20",
      governing: [
        "tdkt-law": ["06/2022/QH15", "06/2026/QH16"], "tdkt-decree": ["152/2025/NĐ-CP"],
        "local-authority-decree": ["129/2025/NĐ-CP"], "tdkt-circular": ["15/2025/TT-BNV"],
        "local-government-law": ["72/2025/QH15"],
      ], others: ["15/2003/QH11", "98/2023/NĐ-CP", "01/2024/TT-BNV"]),
  ]

  private static let law = Result { try RulePack.law(with: []) }

  /// The one instrument that `law show` prints for a symbol, as its JSON object.
  private func shown(_ symbol: String, on day: CivilDate) throws -> [String: Any] {
    let law = try Self.law.get()
    let entries = try LawLookup(law: law, day: day).entries(for: symbol)
    let text = LawJSON.show(entries, at: LawMoment(asOf: day), law: law)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require((value?["instruments"] as? [[String: Any]])?.first)
  }

  @Test(arguments: rows)
  func row(row: Row) throws {
    let law = try Self.law.get()
    for iso in [row.from, row.until] {
      let day = try #require(CivilDate(iso: iso))
      #expect(law.regime(on: day)?.governing == row.governing, "\(iso)")
      for (role, symbols) in row.governing {
        for symbol in symbols {
          let shown = try shown(symbol, on: day)
          #expect(shown["standing"] as? String == "in-force", "\(symbol) \(iso)")
          #expect((shown["sources"] as? [String])?.isEmpty == false, "\(symbol)")
          let windows = shown["governs"] as? [[String: Any]] ?? []
          let holds = windows.contains { window in
            window["role"] as? String == role && (window["from"] as? String ?? "9") <= iso
              && iso <= (window["until"] as? String ?? "9")
          }
          #expect(holds, "\(symbol) does not govern as \(role) on \(iso)")
        }
      }
      for symbol in row.others {
        let standing = try shown(symbol, on: day)["standing"] as? String
        #expect(standing != nil && standing != "in-force", "\(symbol) \(iso)")
      }
    }
  }

  @Test("The rows follow one another without a gap")
  func whole() throws {
    for (earlier, later) in zip(Self.rows, Self.rows.dropFirst()) {
      let last = try #require(CivilDate(iso: earlier.until))
      #expect(last.adding(days: 1).iso == later.from)
    }
  }
}
