import Foundation
import LegalKnowledge
import Reporting
import Testing

@testable import TdktlintKit

/// Who decides on what: every cell of the matrix of Điều 77–80, as `law show` answers it on days of
/// each regime.
@Suite("law show tells who decides, on days in each regime")
struct AuthorityByDayTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// As a person names it.
    var award: String
    /// Ids of those who decide under the law alone.
    var actors: Set<String>
    /// From 01/07/2025, when the commune took over what the district had; nil when the same.
    var later: Set<String>?
    var testDescription: String { award }
  }

  private static let ministry = "bo-truong-thu-truong-ban-nganh"
  private static let province = "chu-tich-ubnd-tinh"
  private static let unit = "thu-truong-don-vi-phap-nhan"
  private static let district = "chu-tich-ubnd-huyen"
  private static let commune = "chu-tich-ubnd-xa"
  private static let enterprise = "giam-doc-doanh-nghiep-htx"
  private static let board = "chu-tich-hoi-dong-doanh-nghiep"
  private static let president: Set<String> = ["chu-tich-nuoc"]
  private static let atBase: Set<String> = [ministry, unit, district, enterprise]
  private static let atBaseLater: Set<String> = [ministry, unit, commune, enterprise]

  static let rows: [Row] = [
    Row(award: "Huân chương Sao vàng", actors: president),
    Row(award: "huan-chuong-lao-dong-ba", actors: president),
    Row(award: "Anh hùng Lao động", actors: president),
    Row(award: "Huy chương Hữu nghị", actors: president),
    Row(award: "Giải thưởng Hồ Chí Minh", actors: president),
    Row(award: "Giải thưởng Nhà nước", actors: president),
    Row(award: "Cờ thi đua của Chính phủ", actors: ["chinh-phu"]),
    Row(award: "Chiến sĩ thi đua toàn quốc", actors: ["thu-tuong"]),
    Row(award: "Bằng khen của Thủ tướng Chính phủ", actors: ["thu-tuong"]),
    Row(award: "co-thi-dua-bo-ban-nganh-tinh", actors: [ministry, province]),
    Row(award: "chien-si-thi-dua-bo-ban-nganh-tinh", actors: [ministry, province]),
    Row(award: "bang-khen-bo-ban-nganh-tinh", actors: [ministry, province]),
    Row(
      award: "ky-niem-chuong-bo-ban-nganh-tinh",
      actors: [ministry, province, "nguoi-dung-dau-to-chuc-xa-hoi"]),
    Row(
      award: "ky-niem-chuong-uy-ban-thuong-vu-quoc-hoi", actors: ["uy-ban-thuong-vu-quoc-hoi"]),
    Row(award: "Tập thể lao động xuất sắc", actors: [ministry, province]),
    Row(award: "xa-phuong-thi-tran-tieu-bieu", actors: [province]),
    Row(award: "thon-to-dan-pho-van-hoa", actors: [district], later: [commune]),
    Row(award: "Tập thể lao động tiên tiến", actors: atBase, later: atBaseLater),
    Row(award: "Chiến sĩ thi đua cơ sở", actors: atBase, later: atBaseLater),
    Row(
      award: "Lao động tiên tiến", actors: atBase.union([commune]), later: atBaseLater),
    Row(
      award: "giay-khen", actors: [unit, district, commune, enterprise, board],
      later: [unit, commune, enterprise, board]),
    Row(award: "Gia đình văn hóa", actors: [commune]),
  ]

  private static let law = Result { try RulePack.law(with: []) }

  private func shown(_ name: String, on day: CivilDate) throws -> [String: Any] {
    let law = try Self.law.get()
    let entries = try LawLookup(law: law, day: day).entries(for: name)
    let text = LawJSON.show(entries, at: LawMoment(asOf: day), law: law)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require((value?["awards"] as? [[String: Any]])?.first)
  }

  private func actors(_ award: [String: Any]) -> Set<String> {
    Set((award["deciders"] as? [[String: Any]] ?? []).compactMap { $0["actor"] as? String })
  }

  @Test(arguments: rows)
  func row(row: Row) throws {
    let days: [(iso: String, actors: Set<String>)] = [
      ("2024-01-01", row.actors), ("2025-06-30", row.actors),
      ("2025-07-01", row.later ?? row.actors), ("2026-09-30", row.later ?? row.actors),
      ("2026-10-15", row.later ?? row.actors),
    ]
    for (iso, actors) in days {
      let shown = try shown(row.award, on: try #require(CivilDate(iso: iso)))
      #expect(self.actors(shown) == actors, "\(iso)")
      #expect((shown["sources"] as? [String])?.isEmpty == false)
      for power in shown["deciders"] as? [[String: Any]] ?? [] {
        let place = (power["provision"] as? [String: Any])?["place"] as? String
        #expect(place?.isEmpty == false, "\(iso): no provision")
        // After the unread amendment nothing is certain any more.
        let isAmended = iso >= "2026-10-01"
        #expect((power["verified"] as? String == "no") == isAmended, "\(iso)")
      }
    }
  }

  @Test("Every order, medal, honour and prize is the President's")
  func president() throws {
    let law = try Self.law.get()
    let classes: Set<Award.Class> = [.order, .medal, .honour, .prize]
    let awards = law.awards.filter { classes.contains($0.awardClass) }
    #expect(awards.count > 40)
    for award in awards {
      for iso in ["2024-01-01", "2025-07-01", "2026-10-15"] {
        let shown = try shown(award.id, on: try #require(CivilDate(iso: iso)))
        #expect(actors(shown) == Self.president, "\(award.id) \(iso)")
      }
    }
  }

  @Test("The page of a person: criteria, article, who decides at which level, caution")
  func page() {
    let arguments = ["law", "show", "Chiến sĩ thi đua cơ sở", "--as-of"]
    let early = tdktlint(arguments + ["2024-06-01"])
    #expect(early.status == 0)
    for words in [
      "danh hiệu thi đua", "cá nhân", "Điều 23", "hoàn thành xuất sắc nhiệm vụ",
      "Chủ tịch Ủy ban nhân dân cấp huyện", "[cấp huyện]", "Nguồn: Luật 06/2022/QH15, Điều 23",
    ] {
      #expect(early.output.contains(words), "\(words)")
    }
    #expect(!early.output.contains("Lưu ý"))
    let late = tdktlint(arguments + ["2026-10-15"])
    #expect(late.output.contains("Lưu ý: Từ ngày 01/10/2026"))
    #expect(late.output.contains("Chủ tịch Ủy ban nhân dân cấp xã"))
    #expect(!late.output.contains("cấp huyện"))
  }

  @Test("A misspelt award is asked back")
  func nearMiss() {
    let outcome = tdktlint(["law", "show", "Chiến sĩ thi đua cơ xở"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.first?.contains("có phải “Chiến sĩ thi đua cơ sở”?") == true)
  }
}
