import DataFiles
import LegalKnowledge
import Testing

@testable import RuleEngine

@Suite("Reading rule declarations")
struct LoaderTests {
  @Test("A whole rule is read")
  func whole() throws {
    let rules = try load(
      module(
        rule: #"id="word" tier="decree" strength="mandatory" from="2020-01-01" until="2025-12-31""#,
        ruleBody(
          severity: """
            <severity level="error" kinds="to-trinh" stages="issued" tier="law"/>
            <severity level="warning"/>
            """,
          basis: #"<basis ref="20/2020/NĐ-CP" provision="Điều 8"/>"#,
          more: """
            <applies kinds="ke-hoach to-trinh" stages="draft"/>
            <why xml:lang="vi">Vì  sao.</why>
            <fix kind="proposed" safety="cần người quyết định"><safety xml:lang="en">a person decides</safety></fix>
            """))
    ).rules
    let rule = try #require(rules.first)
    #expect(rule.id == "mau/word")
    #expect(rule.severities.map(\.level) == [.error, .warning])
    #expect(rule.severities[0].tier == .law)
    #expect(rule.kinds == ["ke-hoach", "to-trinh"])
    #expect(rule.stages == ["draft"])
    #expect(rule.bases == [Rule.Basis(instrument: "20/2020/NĐ-CP", provision: "Điều 8")])
    #expect(rule.title.en == "Title")
    #expect(rule.why.vi == "Vì sao.")
    #expect(rule.fix?.safety.en == "a person decides")
    #expect(rule.check == .native(module: "mau", name: "word"))
    #expect(rule.from == day("2020-01-01") && rule.until == day("2025-12-31"))
    #expect(rule.examples.map(\.id) == ["fail-a", "pass-a"])
    #expect(rule.line == 2)
  }

  @Test("A quick load leaves texts and examples unread")
  func quick() throws {
    let rule = try #require(try load(module(ruleBody()), depth: .check).rules.first)
    #expect(rule.examples.isEmpty && rule.title.vi.isEmpty)
    #expect(rule.messages[""]?.vi == "Từ “{word}” sai.")
  }

  @Test("Leaving examples out keeps every line where it was")
  func withoutExamples() {
    let file = """
      <a>
        <example id="x" expect="fail">
          một ⟦hai⟧
        </example>
        <examples/><message>{example }</message><example id="y">z</example>
      </a>
      """
    let rest = String(decoding: ExampleText.removed(from: Array(file.utf8)), as: UTF8.self)
    #expect(rest == "<a>\n  \n\n\n  <examples/><message>{example }</message>\n</a>")
    #expect(ExampleText.removed(from: Array("<example ".utf8)) == Array("<example ".utf8))
  }

  @Test("An example keeps its lines and loses the file's indentation")
  func exampleText() throws {
    let text = ExampleText.stripped("\n      UBND XÃ\n        thụt vào\n\n      Số: 01\n    ")
    #expect(text == "UBND XÃ\n  thụt vào\n\nSố: 01")
    #expect(ExampleText.stripped("một dòng\n   hai\n     ba\n") == "một dòng\nhai\n  ba")
  }

  struct Refusal: CustomTestStringConvertible {
    var name: String
    var xml: String
    var line: Int
    var says: String
    var testDescription: String { name }
  }

  static let refusals: [Refusal] = [
    Refusal(
      name: "malformed XML", xml: "<module>\n<rule>\n</module>", line: 3,
      says: "XML không đúng cú pháp"),
    Refusal(
      name: "document type", xml: "<!DOCTYPE module []>\n<module/>", line: 1, says: "DOCTYPE"),
    Refusal(
      name: "wrong namespace", xml: #"<module xmlns="urn:other" id="mau" version="1"/>"#, line: 1,
      says: "urn:tdktlint:rules:1"),
    Refusal(
      name: "reserved module id", xml: module(id: "tool", ruleBody()), line: 1, says: "dành riêng"),
    Refusal(
      name: "module id with capitals", xml: module(id: "Mau", ruleBody()), line: 1,
      says: "chữ thường"),
    Refusal(
      name: "unknown attribute, near miss",
      xml: module(rule: #"id="word" teir="fact" strength="mandatory""#, ruleBody()), line: 2,
      says: "có phải “tier”"),
    Refusal(
      name: "unknown element", xml: module("<massage/>\n" + ruleBody()), line: 3,
      says: "có phải “message”"),
    Refusal(
      name: "unknown tier",
      xml: module(rule: #"id="word" tier="opinion" strength="mandatory""#, ruleBody()), line: 2,
      says: "fact, law, decree"),
    Refusal(
      name: "missing strength", xml: module(rule: #"id="word" tier="fact""#, ruleBody()), line: 2,
      says: "thiếu thuộc tính “strength”"),
    Refusal(
      name: "impossible day",
      xml: module(
        rule: #"id="word" tier="fact" strength="mandatory" from="2023-02-29""#, ruleBody()),
      line: 2, says: "2023-02-29"),
    Refusal(
      name: "window upside down",
      xml: module(
        rule: #"id="word" tier="fact" strength="mandatory" from="2024-01-01" until="2023-01-01""#,
        ruleBody()), line: 2, says: "trước “from”"),
    Refusal(
      name: "unknown kind", xml: module(#"<applies kinds="ke-hoac"/>"# + ruleBody()), line: 3,
      says: "có phải “ke-hoach”"),
    Refusal(
      name: "unknown stage", xml: module(#"<applies stages="signed"/>"# + ruleBody()), line: 3,
      says: "draft, issued"),
    Refusal(
      name: "unknown case",
      xml: module(
        ruleBody(severity: #"<severity level="note" case="x"/><severity level="error"/>"#)),
      line: 3, says: "“case” không nhận giá trị “x”"),
    Refusal(
      name: "no severity at all", xml: module(ruleBody(severity: "")), line: 2,
      says: "mức nghiêm trọng"),
    Refusal(
      name: "severity twice over",
      xml: module(
        rule: #"id="word" tier="fact" strength="mandatory" severity="note""#, ruleBody()),
      line: 2, says: "không dùng cả hai"),
    Refusal(
      name: "severity never reached",
      xml: module(
        ruleBody(severity: "<severity level=\"error\"/>\n<severity level=\"note\"/>")), line: 4,
      says: "không bao giờ"),
    Refusal(
      name: "basis not in the law", xml: module(ruleBody(basis: #"<basis ref="20/2020/ND-CP"/>"#)),
      line: 3, says: "có phải “20/2020/NĐ-CP”"),
    Refusal(
      name: "decree tier without basis",
      xml: module(rule: #"id="word" tier="decree" strength="mandatory""#, ruleBody()), line: 2,
      says: "<basis ref"),
    Refusal(
      name: "argument not offered",
      xml: module(
        ruleBody(
          messages: "<message>Từ {wrod}.</message><message xml:lang=\"en\">A</message>")),
      line: 5, says: "có phải {word}"),
    Refusal(
      name: "braces do not pair", xml: module(ruleBody(messages: "<message>Từ {word.</message>")),
      line: 5, says: "không khớp thành cặp"),
    Refusal(
      name: "no Vietnamese message",
      xml: module(ruleBody(messages: #"<message xml:lang="en">A</message>"#)), line: 5,
      says: "thiếu <message xml:lang=\"vi\">"),
    Refusal(
      name: "no message", xml: module(ruleBody(messages: "")), line: 2, says: "thiếu <message"),
    Refusal(
      name: "message twice", xml: module(ruleBody(more: "<message>B</message>")), line: 10,
      says: "chỉ dùng một lần"),
    Refusal(
      name: "no title",
      xml: module(
        """
        <severity level="note"/><message>A</message><message xml:lang="en">A</message>
        <check/><example id="a" expect="pass">A</example>
        """), line: 2, says: "<title"),
    Refusal(
      name: "no check",
      xml: module(#"<severity level="note"/><title>A</title><message>A</message>"#), line: 2,
      says: "thiếu phép kiểm"),
    Refusal(
      name: "check that is not compiled in", xml: module("<check native=\"wrod\"/>"), line: 3,
      says: "có phải “mau/word”"),
    Refusal(
      name: "two checks", xml: module("<forbid/>" + ruleBody()), line: 7,
      says: "đã có phép kiểm <forbid> ở dòng 3"),
    Refusal(
      name: "no failing example",
      xml: module(ruleBody(examples: #"<example id="a" expect="pass">Đúng.</example>"#)), line: 2,
      says: "expect=\"fail\""),
    Refusal(
      name: "no passing example",
      xml: module(ruleBody(examples: #"<example id="a" expect="fail">⟦sai⟧</example>"#)), line: 2,
      says: "expect=\"pass\""),
    Refusal(
      name: "failing example without marker",
      xml: module(ruleBody(examples: #"<example id="a" expect="fail">sai</example>"#)), line: 8,
      says: "⟦…⟧"),
    Refusal(
      name: "absence with marker",
      xml: module(
        ruleBody(examples: #"<example id="a" expect="fail" absent="yes">⟦sai⟧</example>"#)),
      line: 8, says: "absent"),
    Refusal(
      name: "marker left open",
      xml: module(ruleBody(examples: #"<example id="a" expect="fail">⟦sai</example>"#)), line: 8,
      says: "không khớp"),
    Refusal(
      name: "passing example with marker",
      xml: module(ruleBody(examples: #"<example id="a" expect="pass">⟦sai⟧</example>"#)), line: 8,
      says: "im lặng"),
    Refusal(
      name: "example id twice",
      xml: module(
        ruleBody(
          more: #"<example id="fail-a" expect="pass">Đúng.</example>"#)), line: 10,
      says: "“fail-a” đã có"),
    Refusal(
      name: "rule id twice",
      xml: """
        <module xmlns="urn:tdktlint:rules:1" id="mau" version="1">
        <rule id="word" tier="fact" strength="mandatory">\(ruleBody())</rule>
        <rule id="word" tier="fact" strength="mandatory">\(ruleBody())</rule>
        </module>
        """, line: 10, says: "đã khai báo ở dòng 2"),
  ]

  @Test("What the format does not know is refused, with path, line and advice", arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let error = try #require(throws: DataFileError.self) { try load(refusal.xml) }
    #expect(error.path == "Rules/modules/mau.xml")
    #expect(error.line == refusal.line, "\(error.description(in: .vi))")
    #expect(error.message.vi.contains(refusal.says), "\(error.description(in: .vi))")
    #expect(!error.message.en.isEmpty && error.message.en != error.message.vi)
  }

  @Test("A compiled check that no rule declares is refused")
  func undeclared() throws {
    let lonely = NativeCheck(name: "lonely") { _ in [] }
    let error = try #require(throws: DataFileError.self) {
      try load(module(ruleBody()), checks: [wordCheck, lonely])
    }
    #expect(error.message.vi.contains("“mau/lonely”"))
  }

  @Test("A check with cases needs a message and a level for each")
  func cases() throws {
    let check = NativeCheck(name: "word", cases: ["blank", "wrong"]) { _ in [] }
    let partly = """
      <message case="blank">A</message><message case="blank" xml:lang="en">A</message>
      """
    let error = try #require(throws: DataFileError.self) {
      try load(module(ruleBody(messages: partly)), checks: [check])
    }
    #expect(error.message.vi.contains("wrong"))
    let both =
      partly + #"<message case="wrong">B</message><message case="wrong" xml:lang="en">B</message>"#
    let rules = try load(
      module(
        ruleBody(
          severity: #"<severity level="note" case="blank"/><severity level="error" case="wrong"/>"#,
          messages: both)), checks: [check])
    #expect(rules.rules.first?.messages["wrong"]?.vi == "B")
  }

  @Test("A local pack may lend a compiled check and needs no examples, but not take a module's id")
  func localPack() throws {
    let builtIn = DataFile(path: "Rules/modules/mau.xml", bytes: Array(module(ruleBody()).utf8))
    func loadLocal(id: String) throws -> RuleSet {
      let xml = """
        <module xmlns="urn:tdktlint:rules:1" id="\(id)" version="1">
        <rule id="tu-ngu" tier="local" strength="recommended" severity="warning">
        <title>Từ ngữ</title><message>Sai.</message><check native="mau/word"/>
        </rule>
        </module>
        """
      return try RuleSet.load(
        files: [builtIn],
        local: [DataFile(path: "/quy-che/modules/tinh.xml", bytes: Array(xml.utf8))],
        modules: [TestModule(checks: [wordCheck])], law: testLaw, depth: .check)
    }
    #expect(try loadLocal(id: "tinh").rules.map(\.id) == ["mau/word", "tinh/tu-ngu"])
    let error = try #require(throws: DataFileError.self) { try loadLocal(id: "mau") }
    #expect(error.path == "/quy-che/modules/tinh.xml")
  }
}
