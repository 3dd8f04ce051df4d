import Testing

@testable import TdktlintKit

/// Rules written in XML alone, through the command line as their authors use it.
@Suite("Rules without code")
struct ShapeCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A pack with one rule: `check` stands on line 5 of its file.
  private func pack(_ check: String, examples: String = "") throws -> String {
    try folder.write(
      "goi/modules/xa.xml",
      """
      <module xmlns="urn:tdktlint:rules:1" id="xa" version="1.0.0">
        <rule id="dai-truyen-thanh" tier="local" strength="recommended" severity="warning">
          <title>Tên cũ của đài</title><title xml:lang="en">Former name of the station</title>
          <message>“{words}” nay là trạm truyền thanh.</message>
          \(check)
          \(examples)
        </rule>
      </module>
      """)
    return folder.path + "/goi"
  }

  private let station = "<forbid><phrase>đài truyền thanh</phrase></forbid>"

  @Test("A rule in a new folder works in check, rules show, rules test and SARIF")
  func wholeWay() throws {
    let goi = try pack(
      station,
      examples: """
        <example id="fail-a" expect="fail">Giao ⟦Đài  truyền thanh⟧ xã đưa tin.</example>
        <example id="pass-a" expect="pass">Giao trạm truyền thanh xã đưa tin.</example>
        """)
    let paper = try folder.write("tin.txt", "Giao đài truyền thanh xã đưa tin bài.\n")

    let checked = tdktlint(["check", "--rules", goi, paper], modules: builtInModules)
    #expect(checked.status == 0, "a warning does not fail the run: \(checked.errors)")
    #expect(checked.output.contains("xa/dai-truyen-thanh"))
    #expect(checked.output.contains("“đài truyền thanh” nay là trạm truyền thanh."))

    let shown = tdktlint(
      ["rules", "show", "--rules", goi, "xa/dai-truyen-thanh"], modules: builtInModules)
    #expect(shown.status == 0 && shown.output.contains("Tên cũ của đài"))

    let tested = tdktlint(["rules", "test", "--no-builtin-rules", goi])
    #expect(tested.status == 0 && tested.output == "1 quy tắc, 2 ví dụ: 0 không đạt\n")

    let sarif = tdktlint(
      ["check", "--format", "sarif", "--rules", goi, paper], modules: builtInModules)
    #expect(sarif.output.contains(#""ruleId": "xa/dai-truyen-thanh""#))
    #expect(sarif.output.contains("Former name of the station") || sarif.output.contains("Tên cũ"))
  }

  @Test(
    "A catastrophic pattern is refused when it is read, with its place",
    arguments: [
      #"(a|b|ab)*c"#,
      #"^(\p{L}+)+$"#, #"^(\p{L}+\s?)*$"#, #"(a|aa)+$"#, #"(a|a)*b"#, #"(x+x+)+y"#,
      #"^Căn cứ (\p{L}+\s*)+;$"#, #"(\w*)*thi đua"#, #"(?:[\p{L}\h]+)*!"#,
      #"^(([a-z])+.)+[A-Z]([a-z])+$"#,
      #"(?<ten>(\p{Lu}\p{Ll}*\h?)+)+:"#,
    ])
  func catastrophic(pattern: String) throws {
    let goi = try pack("<forbid><pattern>\(escaped(pattern))</pattern></forbid>")
    let paper = try folder.write("tin.txt", "Thi đua.\n")
    let start = ContinuousClock.now
    let outcome = tdktlint(["check", "--no-builtin-rules", "--rules", goi, paper])
    #expect(ContinuousClock.now - start < .seconds(10), "hostile input must not hang the run")
    #expect(outcome.status == 2)
    #expect(outcome.errors.first?.hasPrefix("\(goi)/modules/xa.xml:5: mẫu “") == true)
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "Ordinary patterns are taken",
    arguments: [
      #"\bngày\h+\d{1,2}\h+tháng\h+\d{1,2}\h+năm\h+\d{4}"#, #"(?:Điều|khoản)\s+\d+(?:\s*,\s*\d+)*"#,
      #"[^.;]*thi đua[^.;]*khen"#, #"(\p{L}+\s)+đua"#, #"số\h*[….]+/KH-UBND"#,
      #"\d+(?:[.,]\d+)*\h*%"#,
      #"^\h*[-–+]\h*Lưu"#, #"(?i)phối hợp (?:với|cùng) [\p{L} ]{3,60}"#,
    ])
  func ordinary(pattern: String) throws {
    let goi = try pack("<forbid><pattern>\(escaped(pattern))</pattern></forbid>")
    let paper = try folder.write("tin.txt", "Thi đua.\n")
    let outcome = tdktlint(["check", "--no-builtin-rules", "--rules", goi, paper])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
  }

  /// The trial at load follows two ways through the pattern; the limit while matching is for what it
  /// does not see.
  @Test("A pattern that only a document brings out is stopped there, with its place; status 2")
  func stoppedWhileMatching() throws {
    let pattern = #"q(?:z|[k-m]|[k-m][k-m]|w)+\d"#
    let goi = try pack("<forbid><pattern>\(escaped(pattern))</pattern></forbid>")
    _ = try wordPack(in: folder)
    let bad = try folder.write("a.txt", "q" + String(repeating: "m", count: 60) + " và 1\n")
    let good = try folder.write("b.txt", "Giao sai.\n")
    let outcome = tdktlint([
      "check", "--no-builtin-rules", "--rules", goi, bad, good,
    ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.count == 1)
    #expect(outcome.errors.first?.hasPrefix("\(goi)/modules/xa.xml:5: ") == true)
    #expect(outcome.errors.first?.contains("chạy quá lâu") == true)
    #expect(outcome.output.contains("tinh/tu-sai"), "the other rule's finding is there")
  }

  @Test(
    "A pattern that is not well formed is refused with its place in the file and in the pattern",
    arguments: [
      (#"thi đua ("#, "ký tự thứ 9, sau “thi đua (”: thiếu dấu )"),
      (#"[a-"#, "thiếu dấu ]"), (#"*a"#, "không đứng sau thứ gì"), (#"\p{Xx}"#, "sau \\p"),
      (#"(?<=a+)b"#, "độ dài cố định"), (#"a*"#, "khớp cả với chỗ trống"),
    ])
  func malformed(pattern: String, says: String) throws {
    let goi = try pack("<forbid><pattern>\(escaped(pattern))</pattern></forbid>")
    let outcome = tdktlint(["rules", "test", "--no-builtin-rules", goi])
    #expect(outcome.status == 2)
    #expect(outcome.errors.first?.hasPrefix("\(goi)/modules/xa.xml:5: ") == true)
    #expect(outcome.errors.first?.contains(says) == true, "\(outcome.errors)")
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
