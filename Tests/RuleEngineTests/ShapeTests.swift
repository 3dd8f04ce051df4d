import DataFiles
import DocumentAnalysis
import DocumentModel
import Testing

@testable import LegalKnowledge
@testable import RuleEngine

@Suite("Checks declared in XML")
struct ShapeTests {
  @Test("Forbidden words: phrases by neighbours and exceptions, patterns by paragraph")
  func forbid() throws {
    let text = paper([
      "Giao ĐÀI truyền thanh xã.", "Trạm (trước đây là đài truyền thanh) đưa tin.",
      "Gửi đài truyền thanh tỉnh.", "đài truyền thanhx",
    ])
    #expect(
      try said(
        """
        <forbid><phrase unless-after="tỉnh">đài truyền thanh</phrase>
        <except>trước đây là đài truyền thanh</except></forbid>
        """, message: "{words}", of: text) == ["ĐÀI truyền thanh | ĐÀI truyền thanh"])
    #expect(
      try said(#"<forbid><pattern>^(?:giao|gửi)\b</pattern></forbid>"#, of: text)
        == ["Giao", "Gửi"])
    #expect(
      try said(#"<forbid capitals="same"><phrase>đài truyền thanh</phrase></forbid>"#, of: text)
        == ["đài truyền thanh", "đài truyền thanh"])
    #expect(
      try said("<forbid><phrase>truyền thanh | đài truyền thanh xã</phrase></forbid>", of: text)
        == ["ĐÀI truyền thanh xã", "truyền thanh", "truyền thanh"],
      "of two finds in one place the longer")
  }

  @Test("Where it looks: parts of the paper, sections by their headings")
  func scope() throws {
    var text = paper([
      "KẾ HOẠCH", "Thi đua năm nay", "I. Nội dung:", "Thi đua tốt.", "II. Tổ chức:", "Thi đua mãi.",
    ])
    text.components.subject = [TextSpan(block: 1, utf8: 0..<text.blocks[1].text.utf8.count)]
    text.components.body = 2..<6
    func found(_ attributes: String) throws -> Int {
      try said("<forbid \(attributes)><phrase>thi đua</phrase></forbid>", of: text).count
    }
    #expect(try found("") == 3)
    #expect(try found(#"in="title""#) == 1)
    #expect(try found(#"in="title body""#) == 3)
    #expect(try found(#"section="tổ chức""#) == 1)
    #expect(try found(#"in="body" section="nội dung | kinh phí""#) == 1)
    #expect(try found(#"section="kinh phí""#) == 0)
    #expect(try found(#"in="recipients""#) == 0)
  }

  @Test("The names of cited papers are left alone unless asked for")
  func cited() throws {
    var text = paper(["Thực hiện Kế hoạch đài truyền thanh xã."])
    text.citations = [Citation(span: TextSpan(block: 0, utf8: 0..<40), role: .mention)]
    let phrase = "<phrase>đài truyền thanh</phrase>"
    #expect(try said("<forbid>\(phrase)</forbid>", of: text).isEmpty)
    #expect(try said(#"<forbid cited="search">\#(phrase)</forbid>"#, of: text).count == 1)
  }

  @Test("A line break inside a paragraph is a space; no phrase reaches over two paragraphs")
  func breaks() throws {
    let text = paper(["đài\ntruyền thanh", "đài", "truyền thanh"])
    #expect(try said("<forbid><phrase>đài truyền thanh</phrase></forbid>", of: text).count == 1)
    #expect(try said(#"<forbid><pattern>đài\struyền</pattern></forbid>"#, of: text).count == 1)
    #expect(try said(#"<forbid><pattern>^truyền</pattern></forbid>"#, of: text).count == 1)
  }

  @Test("Wrong words are mended, with a capital kept; dated ones only in papers of their time")
  func substitute() throws {
    let check = """
      <fix kind="mechanical"/>
      <substitute><swap wrong="thi đưa | thi đau" right="thi đua" before="cụm | khối"/>
      <swap wrong="chiến sỹ" right="chiến sĩ" from="2024-01-01"/></substitute>
      """
    let rules = try loadLocal(localModule(check, message: "{words} → {right}"))
    let runner = RuleRunner(rules: rules, law: testLaw)
    let words = ["Cụm thi đưa, khối Thi đau; cuộc thi đưa ra.", "Chiến sỹ thi đua"]
    let findings = runner.run(paper(words))
    #expect(
      findings.map(\.message.vi) == [
        "thi đưa → thi đua", "Thi đau → Thi đua", "Chiến sỹ → Chiến sĩ",
      ])
    #expect(findings.flatMap(\.fixes).map(\.kind) == [.mechanical, .mechanical, .mechanical])
    #expect(findings.flatMap(\.fixes).flatMap(\.edits).map(\.text).last == "Chiến sĩ")
    #expect(runner.run(paper(words, from: "2023-05-01")).count == 2)
    let advice =
      #"<substitute edit="no"><swap wrong="theo đợt" right="theo chuyên đề"/></substitute>"#
    let advised = RuleRunner(rules: try loadLocal(localModule(advice)), law: testLaw)
      .run(paper(["Thi đua theo đợt."]))
    #expect(advised.first?.fixes.first?.kind == .proposed)
    #expect(advised.first?.fixes.first?.edits.isEmpty == true)
  }

  @Test("A part must hold words; a paper without the part, or without the condition, is let be")
  func requireMatch() throws {
    let check = """
      <require-match section="tổ chức"><when><phrase>báo cáo</phrase></when>
      <pattern>ngày \\d+</pattern></require-match>
      """
    #expect(
      try said(check, of: paper(["Nội dung:", "ngày 2", "Tổ chức:", "Báo cáo xã."])) == ["⟂"])
    #expect(try said(check, of: paper(["Tổ chức:", "Báo cáo ngày 15."])).isEmpty)
    #expect(try said(check, of: paper(["Tổ chức:", "Các thôn làm."])).isEmpty)
    #expect(try said(check, of: paper(["Nội dung:", "Báo cáo xã."])).isEmpty)

    var listed = paper(["Nơi nhận:", "Lưu: VP."])
    listed.components.recipients = Recipients(
      label: TextSpan(block: 0, utf8: 0..<11),
      lines: [
        Recipients.Line(span: TextSpan(block: 1, utf8: 0..<9), dash: "-", isArchive: true)
      ])
    let archive = #"<require-match in="archive-line"><pattern>^Lưu: VT</pattern></require-match>"#
    #expect(try said(archive, of: listed) == ["Lưu: VP."], "one line is itself what is wrong")
  }

  @Test("Listed sections: by heading, by a line, by running text")
  func requireSection() throws {
    let check = """
      <require-section><section><title>Kinh phí</title><headings>kinh phí | nguồn lực</headings>
      <prose>dự toán</prose></section></require-section>
      """
    func missing(_ lines: [String]) throws -> [String] {
      var text = paper(lines)
      text.components.body = 0..<lines.count
      text.components.lastBodyBlock = lines.count - 1
      return try said(check, message: "{section}/{kind}", of: text)
    }
    #expect(try missing(["Nội dung:", "Thi đua."]) == ["⟂ | Kinh phí/ke-hoach"])
    #expect(try missing(["Nội dung:", "Nguồn lực:", "Xã."]).isEmpty)
    #expect(try missing(["Nội dung:", "Kinh phí thực hiện"]).isEmpty)
    #expect(try missing(["Nội dung:", "Trong dự toán được giao."]).isEmpty)
    #expect(try missing(["Nội dung:", "Kinh phí thì chưa rõ."]) == ["⟂ | Kinh phí/ke-hoach"])
  }

  @Test("A named instrument must be cited while it is in force, where a legal basis stands")
  func requireCitation() throws {
    let check = #"<require-citation instrument="20/2020/NĐ-CP"/>"#
    func missing(
      _ role: Citation.Role? = nil, from: String = "2024-01-15", to: String? = nil,
      basis: Bool = true, check: String = check
    ) throws -> [String] {
      var text = paper(["Căn cứ Nghị định;", "Ban hành:"], from: from, to: to)
      let span = TextSpan(block: 0, utf8: 0..<5)
      if basis {
        text.components.legalBases = [
          LegalBasis(opening: .canCu, span: span, runsIntoBody: false)
        ]
      }
      if let role {
        text.citations = [
          Citation(span: span, role: role, resolution: .instrument("20/2020/NĐ-CP"))
        ]
      }
      return try said(check, message: "{instrument}", of: text)
    }
    #expect(
      try missing()
        == ["⟂ | Nghị định số 20/2020/NĐ-CP ngày 01 tháng 01 năm 2020 của Chính phủ về mẫu"])
    #expect(try missing(.legalBasis).isEmpty)
    #expect(try missing(.mention).count == 1)
    #expect(try missing(from: "2019-06-01").isEmpty, "not in force yet")
    #expect(try missing(from: "2019-12-01", to: "2020-02-01").isEmpty, "not on every possible day")
    #expect(try missing(basis: false).isEmpty, "no basis at all is another rule's matter")
    let anywhere = #"<require-citation in="anywhere" instrument="20/2020/NĐ-CP"/>"#
    #expect(try missing(.mention, check: anywhere).isEmpty)
    #expect(try missing(basis: false, check: anywhere).count == 1)
  }

  @Test("A table known by its head must have its columns, however worded")
  func tableColumns() throws {
    let check = """
      <table-columns><table>nội dung | nhiệm vụ</table>
      <column><title>Chủ trì</title><headings>chủ trì | đơn vị</headings></column>
      <column><title>Thời hạn</title><headings>thời hạn | hoàn thành</headings></column>
      </table-columns>
      """
    func missing(_ rows: [String]) throws -> [String] {
      try said(check, message: "{column}", of: paper(["Bảng"]).with(table: rows))
    }
    #expect(try missing(["TT|Nội dung|Đơn vị", "1|A|B"]) == ["Nội dung | Thời hạn"])
    #expect(try missing(["TT|Nhiệm vụ", "1|A"]).count == 2)
    #expect(try missing(["TT|Nhiệm vụ|Đơn vị chủ trì, hoàn thành", "1|A|B"]).isEmpty)
    #expect(try missing(["TT|Họ tên|Chức vụ", "1|A|B"]).isEmpty, "another table")
    #expect(
      try missing(["1|A thực hiện nhiệm vụ|B"]).count == 2, "a head is the first row with words")
    #expect(try said(check, of: paper(["Nội dung | Đơn vị"])).isEmpty)
  }

  @Test("A value must be the same in several places; both sides are shown")
  func consistent() throws {
    let check = """
      <consistent><value>(\\d+) tập thể</value><reference in="title"/>
      <place in="body"><within>đề nghị[^.]*</within></place></consistent>
      """
    func disagreeing(_ title: String, _ body: String) throws -> [Finding] {
      var text = paper([title, body])
      text.components.subject = [TextSpan(block: 0, utf8: 0..<title.utf8.count)]
      text.components.body = 1..<2
      let rules = try loadLocal(localModule(check, message: "{reference}≠{given}"))
      return RuleRunner(rules: rules, law: testLaw).run(text)
    }
    let found = try disagreeing("Khen 05 tập thể", "Xã đề nghị khen 06 tập thể.")
    #expect(found.map(\.message.vi) == ["05≠06"])
    #expect(found.map(\.excerpt) == ["06 tập thể"])
    #expect(found.first?.related.map(\.excerpt) == ["05 tập thể"])
    #expect(try disagreeing("Khen 05 tập thể", "Đề nghị khen 01 tập thể và 05 tập thể.").isEmpty)
    #expect(try disagreeing("Khen 05 tập thể", "Có 12 tập thể. Đề nghị khen.").isEmpty)
    #expect(try disagreeing("Khen tập thể", "Đề nghị khen 06 tập thể.").isEmpty)
  }

  @Test("A rule for one family of papers says nothing about another")
  func families() throws {
    let xml = localModule(
      #"<applies families="party"/><forbid><phrase>sai</phrase></forbid>"#)
    let runner = RuleRunner(rules: try loadLocal(xml), law: testLaw)
    var text = paper(["sai"])
    #expect(runner.run(text).isEmpty)
    text.kind.family = .party
    #expect(runner.run(text).count == 1)
  }

  @Test("A fault that a paper brings out leaves the other rules' findings whole")
  func fault() throws {
    let broken = NativeCheck(name: "broken") { _ throws(DataFileError) in
      throw DataFileError(path: "a.xml", line: 7, message: .init(vi: "hỏng", en: "broken"))
    }
    let declared = module(
      ruleBody(
        more: "</rule><rule id=\"broken\" tier=\"fact\" strength=\"mandatory\">"
          + ruleBody(messages: "<message>A</message><message xml:lang=\"en\">A</message>")
          .replacing("native=\"word\"", with: "native=\"broken\"")))
    let rules = try load(declared, checks: [wordCheck, broken])
    let review = RuleRunner(rules: rules, law: testLaw).review(paper(["sai"]), workers: 2)
    #expect(review.findings.map(\.rule) == ["mau/word"])
    #expect(review.faults.map { $0.description(in: .vi) } == ["a.xml:7: hỏng"])
  }
}
