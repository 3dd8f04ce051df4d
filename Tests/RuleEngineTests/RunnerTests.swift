import DocumentAnalysis
import LegalKnowledge
import Testing
import TextMatching

@testable import RuleEngine

private func run(
  _ xml: String, on document: RecognisedDocument, checks: [NativeCheck] = [wordCheck],
  selection: RuleSelection = RuleSelection(), isExplained: Bool = false
) throws -> [Finding] {
  RuleRunner(rules: try load(xml, checks: checks), law: testLaw)
    .run(document, selection: selection, isExplained: isExplained)
}

@Suite("Running rules")
struct RunnerTests {
  @Test("A finding says what, where and why")
  func finding() throws {
    let findings = try run(
      module(
        rule: #"id="word" tier="decree" strength="mandatory""#,
        ruleBody(
          basis: """
            <basis ref="10/2010/NĐ-CP" provision="Điều 7"/>
            <basis ref="20/2020/NĐ-CP" provision="Điều 8"/>
            """)),
      on: paper(["Mở đầu", "Mục một:", "Điều này sai rồi"]))
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.rule == "mau/word")
    #expect(finding.severity == .error)
    #expect(finding.message.vi == "Từ “sai” sai.")
    #expect(finding.message.en == "The word \"sai\" is wrong.")
    #expect(
      finding.location
        == Location(
          part: "text", block: 2, section: "1", start: 9, end: 12, line: 3, column: 10,
          endLine: 3, endColumn: 13))
    #expect(finding.excerpt == "sai")
    #expect(String(finding.context[utf8Range: finding.contextRange]) == "sai")
    // The decree of 2010 ended in 2019: only the one of the paper's time is shown.
    #expect(finding.basis.map(\.name) == ["Nghị định 20/2020/NĐ-CP"])
    #expect(finding.basis.first?.provision == "Điều 8")
    #expect(finding.basis.first?.from == day("2020-01-01"))
    #expect(finding.fingerprint.count == 32)
  }

  struct Cap: CustomTestStringConvertible {
    var name: String
    var tier = "decree"
    var strength = "mandatory"
    var basis = "20/2020/NĐ-CP"
    var isCertain = true
    var verified = Verification.yes
    var from = "2024-01-15"
    var to: String?
    var ruleFrom = "2020-01-01"
    var expected: Severity
    /// What the explanation gives as the reason; nil when nothing lowered the level.
    var reason: Explanation.Cap.Reason?
    var testDescription: String { name }
  }

  static let caps: [Cap] = [
    Cap(name: "mandatory decree", expected: .error),
    Cap(name: "fact", tier: "fact", basis: "", expected: .error),
    Cap(name: "local", tier: "local", basis: "", expected: .error),
    Cap(name: "practice", tier: "practice", expected: .warning, reason: .practice),
    Cap(
      name: "conditional", strength: "conditional", expected: .warning,
      reason: .strength(.conditional)),
    Cap(
      name: "recommended", strength: "recommended", expected: .warning,
      reason: .strength(.recommended)),
    Cap(
      name: "fact seen in a secondary source", verified: .secondary, expected: .warning,
      reason: .facts(.secondary)),
    Cap(name: "unverified fact", verified: .no, expected: .note, reason: .facts(.no)),
    Cap(name: "true on some days only", isCertain: false, expected: .note, reason: .uncertainDay),
    Cap(
      name: "norm from a secondary source", basis: "21/2021/NĐ-CP", expected: .warning,
      reason: .norm(.secondary)),
    Cap(name: "unverified norm", basis: "22/2022/NĐ-CP", expected: .note, reason: .norm(.no)),
    Cap(
      name: "a rule of facts is not capped by its reference", tier: "fact",
      basis: "22/2022/NĐ-CP", expected: .error),
    Cap(
      name: "norm ended before the paper", basis: "10/2010/NĐ-CP", expected: .note,
      reason: .noNormInForce),
    Cap(
      name: "rule ends inside the paper's interval", from: "2024-12-01", to: "2025-02-01",
      expected: .note, reason: .window),
    Cap(
      name: "law amended by an unread text", tier: "law", basis: "06/2022/QH15",
      from: "2026-10-15", ruleFrom: "2025-01-01", expected: .note, reason: .amendedUnseen),
    Cap(name: "the same law before that", tier: "law", basis: "06/2022/QH15", expected: .error),
  ]

  @Test("A rule claims no more than its norm and its facts allow", arguments: caps)
  func capped(_ cap: Cap) throws {
    let check = NativeCheck(name: "word", arguments: ["word"]) { context in
      occurrences(of: "sai", in: context.document).map {
        Observation(at: $0, isCertain: cap.isCertain, verified: cap.verified)
      }
    }
    let until = cap.ruleFrom == "2020-01-01" ? "until=\"2024-12-31\"" : ""
    let findings = try run(
      module(
        rule: """
          id="word" tier="\(cap.tier)" strength="\(cap.strength)" from="\(cap.ruleFrom)" \(until)
          """,
        ruleBody(basis: cap.basis.isEmpty ? "" : "<basis ref=\"\(cap.basis)\"/>")),
      on: paper(["sai"], from: cap.from, to: cap.to), checks: [check], isExplained: true)
    #expect(findings.map(\.severity) == [cap.expected])
    let level = try #require(findings.first?.explanation?.level)
    #expect(level.row.level == .error)
    #expect(level.caps.map(\.reason) == [cap.reason].compactMap { $0 })
  }

  @Test("Words about an amended law carry the regime's caution")
  func caution() throws {
    let xml = module(
      rule: #"id="word" tier="law" strength="mandatory""#,
      ruleBody(basis: #"<basis ref="06/2022/QH15"/>"#))
    let after = try run(xml, on: paper(["sai"], from: "2026-10-15"))
    #expect(after.first?.message.vi.hasSuffix("Luật đã được sửa đổi.") == true)
    let before = try run(xml, on: paper(["sai"], from: "2024-01-15"))
    #expect(before.first?.message.vi == "Từ “sai” sai.")
    #expect(before.first?.basis.first?.name == "Luật Mẫu 06/2022/QH15")
  }

  @Test("The first severity row whose conditions hold wins")
  func severityRows() throws {
    let xml = module(
      ruleBody(
        severity: """
          <severity level="note" stages="draft"/>
          <severity level="warning" kinds="to-trinh"/>
          <severity level="note" until="2022-12-31"/>
          <severity level="error"/>
          """))
    func level(_ document: RecognisedDocument) throws -> Severity? {
      try run(xml, on: document).first?.severity
    }
    #expect(try level(paper(["sai"])) == .error)
    #expect(try level(paper(["sai"], stage: .draft)) == .note)
    #expect(try level(paper(["sai"], kind: "to-trinh")) == .warning)
    #expect(try level(paper(["sai"], from: "2022-05-01")) == .note)
  }

  @Test("A rule is silent outside its kinds, stages and time")
  func filters() throws {
    let xml = module(
      rule: #"id="word" tier="fact" strength="mandatory" from="2024-01-01" until="2025-06-30""#,
      ruleBody(more: #"<applies kinds="ke-hoach" stages="issued"/>"#))
    func count(_ document: RecognisedDocument) throws -> Int {
      try run(xml, on: document).count
    }
    #expect(try count(paper(["sai"])) == 1)
    #expect(try count(paper(["sai"], kind: "to-trinh")) == 0)
    #expect(try count(paper(["sai"], kind: nil)) == 0)
    #expect(try count(paper(["sai"], stage: .draft)) == 0)
    #expect(try count(paper(["sai"], from: "2023-12-31")) == 0)
    #expect(try count(paper(["sai"], from: "2025-07-01")) == 0)
  }

  @Test("Findings come in reading order, once each")
  func order() throws {
    let check = NativeCheck(name: "word", arguments: ["word"]) { context in
      let seen = occurrences(of: "sai", in: context.document).map {
        Observation(at: $0, arguments: ["word": .text("sai")])
      }
      return seen.reversed() + seen
    }
    let findings = try run(
      module(ruleBody()), on: paper(["sai và sai", "sai"]), checks: [check])
    #expect(findings.map(\.location.block) == [0, 0, 1])
    #expect(findings.map(\.location.start) == [0, 7, 0])
    #expect(Set(findings.map(\.fingerprint)).count == 3)
  }

  @Test("Edits elsewhere leave a fingerprint as it is")
  func fingerprints() throws {
    func prints(_ paragraphs: [String]) throws -> [String] {
      try run(module(ruleBody()), on: paper(paragraphs)).map(\.fingerprint)
    }
    let before = try prints(["Phần A:", "điều này sai", "Phần B:", "cũng sai"])
    let added = try prints(["Lời mới", "Phần A:", "một", "điều  này sai hẳn", "Phần B:", "sai"])
    #expect(before.count == 2 && before == added)
    #expect(try prints(["Phần khác:", "điều này sai"]) != [before[0]])
  }

  @Test("A span outside the paper says nothing; one off a letter's boundary is drawn back")
  func spans() throws {
    let check = NativeCheck(name: "word", arguments: ["word"]) { _ in
      [
        Observation(at: TextSpan(block: 9, utf8: 0..<1)),
        Observation(at: TextSpan(block: 0, utf8: 0..<4)),
        Observation(at: TextSpan(block: 0, utf8: 0..<99)),
      ]
    }
    let findings = try run(module(ruleBody()), on: paper(["căn cứ"]), checks: [check])
    #expect(findings.map(\.excerpt) == ["căn", "căn cứ"])
  }

  @Test(
    "Rules are chosen by patterns on their ids",
    arguments: [
      ("citations/wrong-date", "citations", true), ("citations/wrong-date", "citation", false),
      ("citations/wrong-date", "citations/*", true), ("citations/wrong-date", "*/wrong-*", true),
      ("citations/wrong-date", "*date", true), ("citations/wrong-date", "*dat", false),
      ("citations/wrong-date", "citations/wrong-?ate", true),
      ("citations/wrong-date", "structure/*", false), ("a/bb", "a/*b*b*b", false),
    ])
  func globs(id: String, glob: String, matches: Bool) {
    #expect(RuleSelection.matches(id, glob: glob) == matches)
  }

  @Test("skip wins over only")
  func selection() {
    let selection = RuleSelection(only: ["citations"], skip: ["*/wrong-date"])
    #expect(selection.includes("citations/wrong-title"))
    #expect(!selection.includes("citations/wrong-date"))
    #expect(!selection.includes("structure/empty-section"))
  }
}
