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
    #expect((object["mentions"] as? [String: Any])?.keys.sorted() == ["citations", "dates"])
    #expect(object["error"] is NSNull && object["findings"] == nil)
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
    #expect(list.output.contains("lỗi       tinh/tu-sai  "))
    #expect(list.output.hasSuffix("4 quy tắc\n"))
    let show = tdktlint(["rules", "show", "tinh/tu-sai"] + pack)
    #expect(show.status == 0)
    #expect(show.output.contains("Sai (fail-a)\n    Chữ này ⟦sai⟧ rồi."))
    let unknown = tdktlint(["rules", "show", "tu-sai"] + pack)
    #expect(unknown.status == 2)
    #expect(unknown.errors.first?.contains("có phải “tinh/tu-sai”") == true)
    #expect(tdktlint(["rules", "lst"] + pack).errors.first?.contains("có phải “list”") == true)
  }
}
