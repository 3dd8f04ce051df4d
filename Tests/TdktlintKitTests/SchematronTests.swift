import FixtureSupport
import Foundation
import Testing

@testable import TdktlintKit

/// Schematron files, through the command line as their authors use them.
@Suite("Rules in Schematron")
struct SchematronTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// `body` begins on line 3 of the file.
  private func pack(_ body: String, attributes: String = "") throws -> String {
    try folder.write(
      "goi/modules/so.sch",
      """
      <sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" \(attributes)>
      <sch:ns prefix="akn" uri="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>
      \(body)
      </sch:schema>
      """)
    return folder.path + "/goi"
  }

  private let plan = """
    KẾ HOẠCH
    Thi đua năm 2025

    Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;

    I. MỤC ĐÍCH
    1. Các thôn đăng ký trước ngày 28/02/2025.
    2. Đài truyền thanh xã đưa tin.

    Nơi nhận:
    - Lưu: VT.
    """

  private func check(_ goi: String, _ more: [String] = []) throws -> Outcome {
    let paper = try folder.write("ke-hoach.txt", plan)
    return tdktlint(
      ["check", "--no-builtin-rules", "--rules", goi, "--skip", "tool"] + more + [paper])
  }

  /// `severity rule excerpt: message`, in order.
  private func findings(_ goi: String, _ more: [String] = []) throws -> [String] {
    let outcome = try check(goi, ["--format", "json"] + more)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let documents = (report as? [String: Any])?["documents"] as? [[String: Any]]
    let findings = documents?.first?["findings"] as? [[String: Any]] ?? []
    return findings.map {
      "\($0["severity"] ?? "") \($0["rule"] ?? "") \($0["excerpt"] ?? ""): \($0["message"] ?? "")"
    }
  }

  private let phases = """
    <sch:phase id="nhanh"><sch:active pattern="ngay"/></sch:phase>
    <sch:phase id="ky"><sch:let name="chu" value="'Đài'"/><sch:active pattern="doan"/></sch:phase>
    <sch:pattern id="ngay">
      <sch:let name="han" value="'2025-03-01'"/>
      <sch:rule context="akn:mainBody//akn:date">
        <sch:assert id="sau-han" test="not(tdkt:date-before(@date, $han))" role="error"
          diagnostics="d1 d2">Ngày {<sch:value-of select="@date"/>} trước <sch:emph>hạn</sch:emph> trong
          <sch:name/>.</sch:assert>
      </sch:rule>
    </sch:pattern>
    <sch:pattern id="doan">
      <sch:rule context="akn:mainBody//akn:p[contains(., 'Đài')]">
        <sch:report test="true()" flag="info">Có chữ Đài.</sch:report>
      </sch:rule>
      <sch:rule context="akn:mainBody//akn:p">
        <sch:report id="doan-khac" test="true()">Đoạn khác.</sch:report>
      </sch:rule>
    </sch:pattern>
    <sch:diagnostics>
      <sch:diagnostic id="d1">Hạn là <sch:value-of select="$han"/>.</sch:diagnostic>
      <sch:diagnostic id="d2" xml:lang="en">Too early.</sch:diagnostic>
    </sch:diagnostics>
    """

  @Test("Patterns, variables, values and diagnostics; the first rule that fits a node has it")
  func patterns() throws {
    let goi = try pack(phases)
    let found = try findings(goi)
    #expect(found.count == 3)
    #expect(
      found.contains(
        "error so/sau-han 28/02/2025: Ngày {2025-02-28} trước hạn trong date. Hạn là 2025-03-01."))
    #expect(
      found.contains("warning so/doan-khac Các thôn đăng ký trước ngày 28/02/2025.: Đoạn khác."))
    let report = try #require(found.last)
    #expect(report.hasPrefix("note so/report-"))
    #expect(report.hasSuffix(" Đài truyền thanh xã đưa tin.: Có chữ Đài."))
    let english = try findings(goi, ["--lang", "en"])
    #expect(english.contains { $0.hasSuffix("Hạn là 2025-03-01. Too early.") })
  }

  @Test("A phase chooses its patterns: by option, by default, or all of them")
  func phase() throws {
    let goi = try pack(phases)
    #expect(try findings(goi, ["--phase", "nhanh"]).map { $0.prefix(16) } == ["error so/sau-han"])
    #expect(try findings(goi, ["--phase", "ky"]).count == 2)
    #expect(try findings(goi, ["--phase", "#ALL"]).count == 3)
    let other = try pack(phases, attributes: "defaultPhase=\"nhanh\"")
    #expect(try findings(other).count == 1)
    #expect(try findings(other, ["--phase", "#ALL"]).count == 3)
    let unknown = try check(goi, ["--phase", "nhan"])
    #expect(unknown.status == 2 && unknown.errors.first?.contains("nhanh") == true)
  }

  @Test("Abstract patterns take parameters, abstract rules are extended")
  func abstract() throws {
    let goi = try pack(
      """
      <sch:pattern abstract="true" id="cam">
        <sch:rule context="$noi"><sch:extends rule="chung"/>
          <sch:report id="co-$ten" test="contains(., $chu)">Có <sch:value-of select="$chu"/>.</sch:report>
        </sch:rule>
      </sch:pattern>
      <sch:pattern id="a" is-a="cam">
        <sch:param name="noi" value="akn:p"/><sch:param name="chu" value="'Đài'"/>
        <sch:param name="ten" value="dai"/>
      </sch:pattern>
      <sch:pattern id="b" is-a="cam">
        <sch:param name="noi" value="akn:heading"/><sch:param name="chu" value="'ĐÍCH'"/>
        <sch:param name="ten" value="dich"/>
      </sch:pattern>
      <sch:pattern id="c">
        <sch:rule abstract="true" id="chung">
          <sch:let name="dai" value="string-length(.)"/>
          <sch:assert id="ngan" test="$dai &lt; 60">Dài <sch:value-of select="$dai"/>.</sch:assert>
        </sch:rule>
      </sch:pattern>
      """)
    #expect(
      try findings(goi) == [
        "warning so/ngan Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;: "
          + "Dài 74.", "warning so/co-dich MỤC ĐÍCH: Có ĐÍCH.",
        "warning so/co-dai Đài truyền thanh xã đưa tin.: Có Đài.",
      ])
  }

  @Test("An id made for an assert without one outlasts edits elsewhere")
  func identifiers() throws {
    func ids(_ before: String) throws -> [String] {
      let goi = try pack(
        before
          + "<sch:pattern id=\"x\"><sch:rule context=\"akn:num\"><sch:report test=\"true()\">Số."
          + "</sch:report></sch:rule></sch:pattern>")
      return try findings(goi).map { String($0.split(separator: " ")[1]) }.filter {
        $0.contains("report")
      }
    }
    let plain = try ids("")
    #expect(plain.count == 3 && Set(plain).count == 1)
    #expect(try ids("\n\n<sch:title>Tên</sch:title><sch:pattern id=\"y\"/>") == plain)
  }

  @Test(
    "What is wrong in a schema is refused with its place; status 2",
    arguments: [
      ("<sch:include href=\"/etc/passwd\"/>", 3, "không đọc tệp nào khác"),
      (
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>", 3,
        "không đọc"
      ),
      ("<sch:patern/>", 3, "có phải <pattern>?"),
      ("<sch:pattern ids=\"a\"/>", 3, "thuộc tính lạ “ids”"),
      ("<sch:pattern>\n<sch:rule context=\"//x:p\"/></sch:pattern>", 4, "tiền tố “x:”"),
      (
        "<sch:pattern><sch:rule context=\"akn:p\">\n\n<sch:assert test=\"document('a')\">A</sch:assert>"
          + "</sch:rule></sch:pattern>", 5, "không đọc tệp nào khác"
      ),
      (
        "<sch:pattern><sch:rule context=\"akn:p\"><sch:assert test=\"$x\">A</sch:assert></sch:rule>"
          + "</sch:pattern>", 3, "không có biến $x"
      ),
      (
        "<sch:pattern><sch:rule context=\"akn:p\"><sch:assert test=\"1\" diagnostics=\"d\">A"
          + "</sch:assert></sch:rule></sch:pattern>", 3, "không có “d”"
      ),
      ("<sch:pattern is-a=\"khong\"/>", 3, "không có “khong”"),
      ("<sch:phase id=\"a\"><sch:active pattern=\"b\"/></sch:phase>", -1, ""),
      (
        "<sch:pattern><sch:rule context=\"akn:p\"><sch:assert test=\"tdkt:matches(., '(a+)+$')\">A"
          + "</sch:assert></sch:rule></sch:pattern>", 3, "không dứt"
      ),
    ])
  func faulty(body: String, line: Int, says: String) throws {
    let goi = try pack(body)
    let outcome = try check(goi)
    guard line > 0 else {
      #expect(outcome.status == 0, "a phase that is not chosen is not looked into")
      return
    }
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    let place = "\(goi)/modules/so.sch:\(line): "
    #expect(outcome.errors.first?.hasPrefix(place) == true, "\(outcome.errors)")
    #expect(outcome.errors.first?.contains(says) == true, "\(outcome.errors)")
  }

  @Test("Another query language, a DOCTYPE and an endless test are refused or stopped")
  func hostile() throws {
    let xslt2 = try check(try pack("", attributes: "queryBinding=\"xslt2\""))
    #expect(xslt2.status == 2)
    #expect(xslt2.errors.first?.contains("so.sch:1: queryBinding “xslt2”") == true)
    try folder.write(
      "goi/modules/so.sch",
      "<!DOCTYPE schema [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
        + "<schema xmlns=\"http://purl.oclc.org/dsdl/schematron\">&x;</schema>")
    let entity = try check(folder.path + "/goi")
    #expect(entity.status == 2 && entity.errors.first?.contains("so.sch:1: ") == true)
    let endless = try check(
      try pack(
        "<sch:pattern><sch:rule context=\"/\">\n<sch:assert test=\"//*[//*[//*[//*[//*]]]]\">A"
          + "</sch:assert></sch:rule></sch:pattern>"))
    #expect(endless.status == 2)
    #expect(endless.errors.first?.contains("so.sch:4: “test”: biểu thức chạy quá lâu") == true)
  }

  // MARK: SVRL

  private func isValid(_ text: String) throws -> Bool {
    let file = try folder.write("bao-cao.svrl", text)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
    process.arguments = [
      "--noout", "--nonet", "--relaxng",
      RulesData.repository + "Tests/Fixtures/schemas/svrl.rng", file,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let hasXMLLint = FileManager.default.fileExists(atPath: "/usr/bin/xmllint")

  @Test("SVRL tells patterns, rules, findings and diagnostics", .enabled(if: hasXMLLint))
  func svrl() throws {
    let goi = try pack(phases)
    let output = try check(goi, ["--format", "svrl", "--phase", "#ALL"]).output
    #expect(try isValid(output))
    let lines = output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.filter { $0.hasPrefix("<svrl:active-pattern") }.count == 2)
    #expect(lines.filter { $0.hasPrefix("<svrl:fired-rule") }.count == 3)
    #expect(lines.filter { $0.hasPrefix("<svrl:failed-assert") }.count == 1)
    #expect(lines.filter { $0.hasPrefix("<svrl:successful-report") }.count == 2)
    #expect(output.contains("phase=\"#ALL\""))
    #expect(output.contains("<svrl:diagnostic-reference diagnostic=\"d1\">"))
    #expect(output.contains("<svrl:text>Hạn là 2025-03-01.</svrl:text>"))
    #expect(output.contains("role=\"error\""))
    #expect(
      output.contains(
        "location=\"/akn:akomaNtoso[1]/akn:doc[1]/akn:mainBody[1]/akn:section[1]/akn:paragraph[1]"
          + "/akn:content[1]/akn:p[1]/akn:date[1]\""))
  }

  @Test(
    "SVRL of a clean paper, an unreadable one and of all rules is valid too",
    .enabled(if: hasXMLLint))
  func svrlOfAll() throws {
    let clean = try check(
      try pack(
        "<sch:pattern id=\"p\"><sch:rule context=\"akn:p\"><sch:assert test=\"true()\">A</sch:assert>"
          + "</sch:rule></sch:pattern>"), ["--format", "svrl"])
    #expect(clean.status == 0)
    #expect(try isValid(clean.output))
    #expect(clean.output.contains("<svrl:fired-rule context=\"akn:p\"/>"))
    #expect(!clean.output.contains("failed-assert"))

    let paper = try folder.write("ke-hoach.txt", plan)
    let empty = try folder.write("rong.txt", "")
    let all = tdktlint(["check", "--format", "svrl", paper, empty], modules: builtInModules)
    #expect(all.status == 3)
    #expect(try isValid(all.output))
    #expect(all.output.contains("<svrl:active-pattern id=\"structure\" documents=\"\(paper)\""))
    #expect(all.output.contains("id=\"tool.unreadable.empty\""))
    #expect(all.output.contains("//*[self::akn:p or self::akn:heading][@tdkt:block="))
  }
}
