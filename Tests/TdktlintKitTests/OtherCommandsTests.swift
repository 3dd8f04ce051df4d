import Foundation
import Testing

@testable import TdktlintKit

@Suite("tdktlint inspect and rules")
struct OtherCommandsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("inspect tells what was recognised, as text and as the JSON document object")
  func inspect() throws {
    let file = try folder.write("a.txt", "KẾ HOẠCH\nCông tác thi đua năm 2024\n")
    let text = tdktlint(["inspect", "--as-of", "2024-02-01", file])
    #expect(text.status == 0)
    #expect(text.output.contains("Thành phần thể thức") && text.output.contains("Bố cục"))
    let json = tdktlint(["inspect", "--format", "json", "--as-of", "2024-02-01", file])
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["asOf"] as? String == "2024-02-01")
    #expect(object["components"] is [String: Any] && object["outline"] is [Any])
    #expect(
      (object["mentions"] as? [String: Any])?.keys.sorted()
        == ["acts", "awards", "bodies", "citations", "dates", "times"])
    #expect(object["error"] is NSNull && object["findings"] == nil)
  }

  @Test("inspect shows the side of tracked changes that is asked for")
  func view() throws {
    let file = try folder.write(
      "sua.html",
      """
      <html><body><p>KẾ HOẠCH</p><p>Công tác thi đua năm <del>2025</del><ins>2026</ins></p>
      <p>1. Phát động trước ngày <del>15/3</del><ins>31/3</ins>.</p></body></html>
      """)
    func times(_ options: String...) -> [Bool] {
      let output = tdktlint(["inspect"] + options + [file]).output
      return ["• 15/3 →", "• 31/3 →"].map { output.contains($0) }
    }
    #expect(times() == [false, true] && times("--view", "final") == [false, true])
    #expect(times("--view", "original") == [true, false])
    #expect(tdktlint(["inspect", "--view", "khac", file]).status == 2)
  }

  /// One task with what each kind of mention looks for.
  private static let task = """
    KẾ HOẠCH
    Công tác thi đua năm 2025

    1. Chủ tịch UBND xã Tân Việt phát động phong trào trước ngày 31/3; báo cáo trong quý II.
    2. Xét danh hiệu “Chiến sĩ thi đua cơ sở” và Chiến sỹ thi đua cơ sở các năm trước.
    """

  @Test("inspect tells times, bodies, acts and awards, with where they stand")
  func mentions() throws {
    let file = try folder.write("b.txt", Self.task)
    let text = tdktlint(["inspect", "--as-of", "2025-01-10", file]).output
    #expect(text.contains("  • 31/3 → trước, chậm nhất · 31/03/2025\n"))
    #expect(text.contains("  • quý II → trong · 01/04/2025 – 30/06/2025\n"))
    #expect(text.contains("  • Chủ tịch UBND xã Tân Việt → cấp xã\n"))
    #expect(text.contains("UBND xã Tân Việt phát động → phát động\n"))
    #expect(text.contains("  • “Chiến sĩ thi đua cơ sở” → Chiến sĩ thi đua cơ sở · 2 lần\n"))

    let json = tdktlint(["inspect", "--format", "json", "--as-of", "2025-01-10", file]).output
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let mentions = try #require(value?["mentions"] as? [String: Any])
    func first(_ name: String, _ words: String) throws -> [String: Any] {
      let all = mentions[name] as? [[String: Any]]
      return try #require(all?.first { $0["text"] as? String == words })
    }
    let time = try first("times", "31/3")
    #expect(time["form"] as? String == "day" && time["number"] as? Int == 31)
    #expect(time["month"] as? Int == 3 && time["year"] is NSNull)
    #expect(time["relation"] as? String == "before")
    // Scalars of the block without its label, and the line and column in the file.
    #expect(time["start"] as? Int == 58 && time["end"] as? Int == 62)
    #expect(time["line"] as? Int == 4 && time["column"] as? Int == 62)
    let body = try first("bodies", "UBND xã Tân Việt")
    #expect(body["level"] as? String == "xa" && body["properName"] as? String == "Tân Việt")
    #expect((body["office"] as? [String: Any])?["text"] as? String == "Chủ tịch")
    let act = try #require((mentions["acts"] as? [[String: Any]])?.first)
    #expect(act["kind"] as? String == "launch")
    #expect((act["verb"] as? [String: Any])?["text"] as? String == "phát động")
    let awards = (mentions["awards"] as? [[String: Any]] ?? []).map { award in
      (award["awards"] as? [[String: String]] ?? []).map {
        "\($0["award"] ?? "") \($0["reading"] ?? "")"
      }
    }
    #expect(awards == [["chien-si-thi-dua-co-so official"], ["chien-si-thi-dua-co-so outdated"]])
  }

  @Test("inspect of nothing is 3; of two files, wrong use")
  func inspectFailures() {
    let text = tdktlint(["inspect", "/không/có.txt"])
    #expect(text.status == 3 && text.output.isEmpty && text.errors.count == 1)
    let json = tdktlint(["inspect", "--format", "json", "/không/có.txt"])
    #expect(json.status == 3 && json.errors.isEmpty && json.output.contains("\"not-found\""))
    #expect(tdktlint(["inspect", "a", "b"]).status == 2)
  }

  @Test("rules list and show describe what is loaded")
  func rules() throws {
    let pack = ["--no-builtin-rules", "--rules", try wordPack(in: folder)]
    let list = tdktlint(["rules", "list"] + pack)
    #expect(list.output.contains("lỗi       tinh/tu-sai "))
    #expect(list.output.hasSuffix("12 quy tắc\n"))
    let show = tdktlint(["rules", "show", "tinh/tu-sai"] + pack)
    #expect(show.status == 0)
    #expect(show.output.contains("Sai (fail-a)\n    Chữ này ⟦sai⟧ rồi."))
    let unknown = tdktlint(["rules", "show", "tu-sai"] + pack)
    #expect(unknown.status == 2)
    #expect(unknown.errors.first?.contains("có phải “tinh/tu-sai”") == true)
    #expect(tdktlint(["rules", "lst"] + pack).errors.first?.contains("có phải “list”") == true)
  }
}
