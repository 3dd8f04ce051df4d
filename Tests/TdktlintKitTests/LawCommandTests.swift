import Foundation
import Testing

@testable import TdktlintKit

@Suite("tdktlint law")
struct LawCommandTests {
  @Test("list groups by type, with the standing on the day")
  func list() throws {
    let outcome = tdktlint(["law", "list", "--as-of", "2025-07-01", "--role", "tdkt-decree"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("Nghị định"))
    let old = try #require(lines.first { $0.contains("98/2023/NĐ-CP") })
    #expect(old.contains("hết hiệu lực"))
    let new = try #require(lines.first { $0.contains("152/2025/NĐ-CP") })
    #expect(new.contains("còn hiệu lực"))
    #expect(!outcome.output.contains("15/2025/TT-BNV"))
  }

  @Test("show tells standing, window, successor, what it details, sources")
  func show() {
    let outcome = tdktlint(["law", "show", "98/2023/NĐ-CP", "--as-of", "2025-07-01"])
    #expect(outcome.status == 0)
    for words in [
      "Nghị định 98/2023/NĐ-CP", "hết hiệu lực sau ngày 30/06/2025",
      "Có hiệu lực từ: 01/01/2024", "Được thay thế bởi: Nghị định 152/2025/NĐ-CP từ 01/07/2025",
      "Quy định chi tiết: Luật Thi đua, khen thưởng 06/2022/QH15",
      "Điều chỉnh với vai trò tdkt-decree: từ 01/01/2024 đến 30/06/2025", "Nguồn: ",
      "Độ tin cậy: đã đọc trong văn bản",
    ] {
      #expect(outcome.output.contains(words), "\(words)")
    }
  }

  @Test("A type before the symbol and the other language are understood")
  func showVariants() {
    let named = tdktlint(["law", "show", "Nghị định số 98/2023/NĐ-CP", "--as-of", "2024-02-01"])
    #expect(named.status == 0 && named.output.contains("còn hiệu lực"))
    let english = tdktlint(
      ["law", "show", "98/2023/NĐ-CP", "--as-of", "2024-02-01", "--lang", "en"])
    #expect(english.output.contains("Standing on 2024-02-01: in force"))
  }

  @Test("A symbol of two instruments shows both")
  func namesakes() {
    let outcome = tdktlint(["law", "show", "34-CT/TW", "--as-of", "2025-01-01"])
    #expect(outcome.output.contains("07/04/2014") && outcome.output.contains("24/05/2024"))
  }

  @Test("What was not yet issued is said to be so")
  func knownAt() {
    let arguments = ["law", "show", "152/2025/NĐ-CP", "--as-of", "2025-07-05", "--known-at"]
    #expect(tdktlint(arguments + ["2025-06-01"]).output.contains("chưa ban hành"))
    #expect(tdktlint(arguments + ["2025-06-14"]).output.contains("còn hiệu lực"))
    let old = ["law", "show", "98/2023/NĐ-CP", "--as-of", "2025-07-05", "--known-at", "2025-06-01"]
    let outcome = tdktlint(old)
    #expect(outcome.output.contains("còn hiệu lực"))
    #expect(!outcome.output.contains("Được thay thế bởi"))
    #expect(!outcome.output.contains("30/06/2025"))
  }

  @Test("A near miss says what was probably meant, and is wrong use")
  func nearMiss() {
    let outcome = tdktlint(["law", "show", "98/2023/NĐ-CB"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.first?.contains("có phải “98/2023/NĐ-CP”?") == true)
    #expect(tdktlint(["law", "lst"]).errors.first?.contains("có phải “list”") == true)
    #expect(tdktlint(["law", "show", "x", "--as-of", "2025-02-30"]).status == 2)
  }

  @Test("JSON carries the same facts")
  func json() throws {
    let outcome = tdktlint(
      ["law", "show", "98/2023/NĐ-CP", "--as-of", "2025-07-01", "--format", "json"])
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["asOf"] as? String == "2025-07-01" && object["version"] as? Int == 1)
    let instrument = try #require((object["instruments"] as? [[String: Any]])?.first)
    #expect(instrument["standing"] as? String == "ended")
    #expect((instrument["until"] as? [String: Any])?["date"] as? String == "2025-06-30")
    let successors = try #require(instrument["replacedBy"] as? [[String: Any]])
    #expect(successors.contains { $0["id"] as? String == "152/2025/NĐ-CP" })
    #expect((instrument["sources"] as? [String])?.isEmpty == false)
  }

  @Test("check verifies everything and lists what is unverified")
  func check() {
    let outcome = tdktlint(["law", "check"], modules: builtInModules)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("chưa kiểm chứng"))
    #expect(outcome.output.contains("06/2026/QH16"))
    #expect(outcome.output.contains("Mọi tệp đã được đối chiếu"))
  }

  @Test("check refuses a faulty pack with file and line")
  func checkPack() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "law/regimes.xml", "<regimes xmlns=\"urn:tdktlint:law:1\">\n</regimes>\n")
    let outcome = tdktlint(["law", "check", folder.path], modules: builtInModules)
    #expect(outcome.status == 2)
    #expect(outcome.errors.first?.hasPrefix("\(path):1: ") == true)
  }

  @Test("A pack's regulation is shown with what it adds")
  func pack() {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    let folder = parts.joined(separator: "/") + "/Rules/packs/bac-ninh"
    let outcome = tdktlint(["law", "show", "86/2025/QĐ-UBND", "--rules", folder])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Điều 6: Hồ sơ khen thưởng tổng kết năm: trước ngày 10/12"))
    #expect(tdktlint(["law", "check", folder], modules: builtInModules).status == 0)
  }
}
