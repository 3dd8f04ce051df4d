import FixtureSupport
import Foundation
import LegalKnowledge
import Reporting
import Testing

@testable import TdktlintKit

/// Rules in XPath, through the command line as their authors use them.
@Suite("Rules in XPath")
struct QueryCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A pack with one rule: `check` begins on line 5 of its file.
  private func pack(_ check: String, message: String = "Xem lại {excerpt}.") throws -> String {
    try folder.write(
      "goi/modules/xa.xml",
      """
      <module xmlns="urn:tdktlint:rules:1" id="xa" version="1.0.0">
        <rule id="thu" tier="local" strength="mandatory" severity="error">
          <title>Thử</title>
          <message>\(message)</message>
          \(check)
        </rule>
      </module>
      """)
    return folder.path + "/goi"
  }

  private let plan = """
    KẾ HOẠCH
    Thi đua năm 2025

    Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ;

    I. MỤC ĐÍCH
    1. Các thôn đăng ký trước ngày 28/02/2025.
    2. Đài truyền thanh xã đưa tin.

    Nơi nhận:
    - Lưu: VT.
    """

  /// `excerpt: message` of each finding, in order.
  private func findings(_ check: String, message: String = "Xem lại.") throws -> [String] {
    let goi = try pack(check, message: message)
    let paper = try folder.write("ke-hoach.txt", plan)
    let outcome = tdktlint(
      ["check", "--no-builtin-rules", "--rules", goi, "--only", "xa", "--format", "github", paper])
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    return try excerpts(goi, paper)
  }

  private func excerpts(_ goi: String, _ paper: String) throws -> [String] {
    let outcome = tdktlint([
      "check", "--no-builtin-rules", "--rules", goi, "--only", "xa", "--format", "json", paper,
    ])
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let documents = (report as? [String: Any])?["documents"] as? [[String: Any]]
    let findings = documents?.first?["findings"] as? [[String: Any]] ?? []
    return findings.map { "\($0["excerpt"] ?? ""): \($0["message"] ?? "")" }
  }

  @Test("A report lands on the words of its node, with values in its message")
  func report() throws {
    let found = try findings(
      """
      <report context="akn:mainBody//akn:date" test="tdkt:date-before(@date, '2025-03-01')">
        <value name="ngay" select="@date"/><value name="muc" select="ancestor::akn:paragraph/akn:num"/>
      </report>
      """, message: "{excerpt} là {ngay}, mục {muc}")
    #expect(found == ["28/02/2025: 28/02/2025 là 2025-02-28, mục 1."])
  }

  @Test("An assert speaks where its test does not hold")
  func assert() throws {
    let found = try findings(
      "<assert context=\"akn:citation//akn:ref\" test=\"tdkt:in-force(@tdkt:instrument, '2025-01-01')\"/>"
    )
    #expect(
      found == ["Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ: Xem lại."])
  }

  @Test("A text node is its exact words; `at` moves the finding; a frame is a place without words")
  func places() throws {
    #expect(
      try findings(
        "<report context=\"akn:citation//akn:ref/text()\" test=\"contains(., 'của')\"/>")
        == ["của: Xem lại."])
    #expect(
      try findings(
        "<report context=\"/\" at=\"//akn:p[contains(., 'Đài')]\" test=\"$kind = 'ke-hoach'\"/>")
        == ["Đài truyền thanh xã đưa tin.: Xem lại."])
    #expect(
      try findings(
        "<assert context=\"akn:doc\" test=\"akn:conclusions/akn:container[@name='signature']\"/>")
        == [": Xem lại."])
    #expect(
      try findings("<report context=\"akn:section\" test=\"true()\"/>") == ["MỤC ĐÍCH: Xem lại."])
  }

  @Test(
    "The functions for dates, text and law",
    arguments: [
      "tdkt:matches('Đài truyền thanh', '^đài\\s')", "not(tdkt:matches('Đài', '^đài', 'c'))",
      "tdkt:lower('ĐÀI Ủy') = 'đài ủy'", "tdkt:key('Uỷ  ban') = tdkt:key('ỦY BAN')",
      "tdkt:date-before('28/02/2025', '2025-03-01')", "not(tdkt:date-before('x', '2025-03-01'))",
      "tdkt:date-add('2025-02-28', 1) = '2025-03-01'",
      "tdkt:date-add('31/12/2024', -31) = '2024-11-30'",
      "tdkt:days-between('2025-01-01', '31/12/2025') = 364",
      "tdkt:in-force('98/2023/NĐ-CP', '2024-06-01')",
      "not(tdkt:in-force('91/2017/NĐ-CP', '2024-06-01'))",
      "tdkt:status('91/2017/NĐ-CP', '2024-06-01') = 'ended'",
      "tdkt:status('98/2023/NĐ-CP', '2023-06-01') = 'not-yet'",
      "tdkt:status('1/2023/XYZ', '2023-06-01') = ''",
      "tdkt:successor('91/2017/NĐ-CP', '2024-06-01') = '98/2023/NĐ-CP'",
      "tdkt:governing('tdkt-law', '2024-06-01') = '06/2022/QH15'",
      "$kind = 'ke-hoach' and $stage = 'issued' and $plan-year = '2025' and $level = ''",
    ])
  func functions(test: String) throws {
    let found = try findings(
      "<report context=\"/\" test=\"\(test.replacing("<", with: "&lt;"))\"/>")
    #expect(found.count == 1, "\(test)")
  }

  @Test(
    "What is wrong in an expression is refused at load, with its line; status 2",
    arguments: [
      ("<report context=\"//akn:p\" test=\"contain(., 'a')\"/>", "có phải contains()?"),
      ("<report context=\"//akn:p[\" test=\"1\"/>", "“context”: biểu thức chưa trọn vẹn"),
      ("<report context=\"//p:p\" test=\"1\"/>", "tiền tố “p:” chưa khai báo"),
      ("<report context=\"//akn:p\" test=\"$loai = 1\"/>", "không có biến $loai"),
      ("<report context=\"'x'\" test=\"1\"/>", "phải chọn các nút"),
      ("<report context=\"//akn:p\" test=\"count('x')\"/>", "cần tập nút"),
      ("<report test=\"1\"/>", "thiếu thuộc tính “context”"),
      ("<report context=\"/\" test=\"1\" when=\"2\"/>", "thuộc tính lạ “when”"),
      ("<report context=\"/\" test=\"document('/etc/passwd')\"/>", "không đọc tệp nào khác"),
      ("<report context=\"/\" test=\"tdkt:matches(., '(a+)+$')\"/>", "gần như không dứt"),
      ("<report context=\"/\" test=\"tdkt:matches(., '(a')\"/>", "thiếu dấu )"),
      (
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>", "include"
      ),
    ])
  func faulty(check: String, says: String) throws {
    let goi = try pack(check)
    let paper = try folder.write("a.txt", "Thi đua.\n")
    let start = ContinuousClock.now
    let outcome = tdktlint(["check", "--no-builtin-rules", "--rules", goi, paper])
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors.first?.hasPrefix("\(goi)/modules/xa.xml:5: ") == true, "\(outcome.errors)")
    #expect(outcome.errors.first?.contains(says) == true, "\(outcome.errors)")
  }

  @Test("A rule file with a DOCTYPE is refused, whatever its entities point to")
  func entities() throws {
    for entity in [
      "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
      "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;\">",
    ] {
      let file = try folder.write(
        "thuc-the/modules/xa.xml",
        "<!DOCTYPE module [\(entity)]>\n"
          + "<module xmlns=\"urn:tdktlint:rules:1\" id=\"xa\" version=\"1\">&x;</module>")
      let paper = try folder.write("a.txt", "Thi đua.\n")
      let outcome = tdktlint([
        "check", "--no-builtin-rules", "--rules", folder.path + "/thuc-the", paper,
      ])
      #expect(outcome.status == 2)
      #expect(outcome.errors.first?.hasPrefix("\(file):1: ") == true)
      #expect(outcome.errors.first?.contains("DOCTYPE") == true)
    }
  }

  @Test(
    "An endless expression is stopped, with its place; status 2, the other rules' findings stay",
    arguments: [
      "count(//*[string-length(translate(string(/),string(/),string(/)))>0])",
      "count(//*[contains(string(/), concat(string(/), 'x'))]) > 0",
      "//*[//*[//*[//*[//*]]]]", "//*[tdkt:key(/) = tdkt:lower(/)]",
    ])
  func endless(test: String) throws {
    let goi = try pack("<report context=\"/\" test=\"\(test)\"/>")
    _ = try wordPack(in: folder)
    let long = (1...4_000).map { "\($0). Câu này sai ở thôn số \($0).\n" }.joined()
    let paper = try folder.write("dai.txt", long)
    let start = ContinuousClock.now
    // The limit of the rule is what ends it, not that of the paper.
    let outcome = tdktlint([
      "check", "--no-builtin-rules", "--time-limit", "60", "--rules", goi, paper,
    ])
    #expect(ContinuousClock.now - start < .seconds(30), "generous: the suite runs unoptimised")
    #expect(outcome.status == 2)
    #expect(outcome.errors.count == 1)
    #expect(
      outcome.errors.first?.hasPrefix("\(goi)/modules/xa.xml:5: “test”: biểu thức chạy quá lâu")
        == true)
    #expect(outcome.output.contains("tinh/tu-sai"))
  }

  @Test("The example pack's rules do what their examples say")
  func examplePack() throws {
    let goi = RulesData.repository + "Rules/packs/mau"
    let outcome = tdktlint(
      ["rules", "test", "--no-builtin-rules", goi], modules: builtInModules)
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
    #expect(outcome.output.contains("4 quy tắc, 4 ví dụ"))
  }

  @Test("Two hundred papers give the same bytes, one or eight at a time")
  func jobs() throws {
    let goi = try pack(
      "<report context=\"akn:mainBody//akn:date\" test=\"tdkt:date-before(@date, '2025-06-01')\"/>",
      message: "{excerpt}")
    _ = try wordPack(in: folder)
    for number in 0..<200 {
      try folder.write(
        "kho/\(number % 10)/\(number).txt",
        "Việc \(number) sai, xong ngày \(number % 28 + 1)/\(number % 12 + 1)/2025.\n")
    }
    let library = try RuleLibrary(
      .init(modules: [WordModule()], folders: [goi], includesBuiltInRules: false), depth: .full)
    func outputs(jobs: Int) -> [String] {
      var options = Linter.Options(today: CivilDate(dayNumber: 20_000))
      options.jobs = jobs
      let documents = Linter(library: library, options: options)
        .check(InputDiscovery.inputs(for: [folder.path + "/kho"]))
      let report = Report(
        tool: Report.Tool(name: "tdktlint", version: "1", rules: library.digest),
        documents: documents, rules: library.rules.rules.map(RuleDescription.init))
      return [
        TextReporter.render(
          report, options: .init(language: .vi, columns: 100, isColoured: false)),
        JSONReporter.render(report, language: .vi), SARIFReporter.render(report, language: .vi),
      ]
    }
    let one = outputs(jobs: 1)
    #expect(one == outputs(jobs: 8))
    #expect(one.allSatisfy { $0.contains("xa/thu") && $0.contains("tinh/tu-sai") })
    #expect(one[1].contains("\"documents\": 200"))
  }
}
