import FixtureSupport
import RuleEngine
import Testing
import TextMatching
import XMLReading

@testable import Reporting

/// An element as a value, which outlives its document.
private struct Element {
  var name: String
  var attributes: [String: String]
  var children: [Element]
  var text: String

  init(_ node: XMLNode) {
    name = node.name
    attributes = Dictionary(
      node.attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    children = node.children.map(Element.init)
    text = node.text
  }

  subscript(_ attribute: String) -> String? { attributes[attribute] }
}

@Suite("JUnit output")
struct JUnitTests {
  private let sample = sampleReport(
    [
      document("./kế hoạch/a b.txt", [finding(), finding(.note)]),
      document("b.docx", [finding(.warning, line: nil)], format: .docx),
      document("sạch.txt", []), unreadable,
    ], exitStatus: 3)

  private func parsed(_ report: Report) throws -> Element {
    let text = JUnitReporter.render(report, language: .vi)
    let document = try XMLDocument(parsing: Array(text.utf8))
    return withExtendedLifetime(document) { Element(document.root) }
  }

  @Test("A suite a document; a case a finding, or one that passed; an error where unreadable")
  func suites() throws {
    let root = try parsed(sample)
    let suites = root.children
    #expect([root["tests"], root["failures"], root["errors"]] == ["5", "3", "1"])
    #expect(
      suites.map { $0["name"] }
        == ["./kế hoạch/a b.txt", "b.docx", "sạch.txt", "hỏng.docx"])
    #expect(suites.map { $0["tests"] } == ["2", "1", "1", "1"])
    #expect(suites.map { $0["failures"] } == ["2", "1", "0", "0"])
    #expect(suites.map { $0["errors"] } == ["0", "0", "0", "1"])
    #expect(suites.map(\.children.count) == [2, 1, 1, 1])
    #expect(suites[2].children[0].children.isEmpty)
    let error = try #require(suites[3].children[0].children.first)
    #expect(error.name == "error")
    #expect([error["type"], error["message"]] == ["truncated", "Tệp bị cụt."])
    #expect(error.text == "Tệp bị cụt.\nChép lại tệp.")
  }

  @Test("A case tells rule, place and file; its failure severity, message, words, basis and fix")
  func failure() throws {
    let suites = try parsed(sample).children
    let test = suites[0].children[0]
    #expect(
      [test["name"], test["file"], test["line"]]
        == ["citations/expired-instrument (mục II.1, dòng 12)", "kế hoạch/a b.txt", "12"])
    let failure = try #require(test.children.first)
    #expect(failure.name == "failure")
    #expect([failure["type"], failure["message"]] == ["error", "Nghị định đã hết hiệu lực."])
    #expect(
      failure.text == """
        Nghị định đã hết hiệu lực.
        “Nghị định số 91/2017/NĐ-CP”
        Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 116 (hiệu lực từ 01/01/2024; theo nguồn thứ cấp)
        Đề xuất: Viện dẫn Nghị định mới.
        """)
    // The same rule at the same place again is another case.
    #expect(
      suites[0].children[1]["name"]
        == "citations/expired-instrument (mục II.1, dòng 12) #2")
    let other = suites[1].children[0]
    #expect(
      [other["name"], other["line"]]
        == ["citations/expired-instrument (mục II.1, đoạn 5)", nil])
  }

  @Test("What belongs to no document has a suite without a file")
  func ownFindings() throws {
    var report = sampleReport([document("sạch.txt", [])])
    report.findings = [finding()]
    let root = try parsed(report)
    let suites = root.children
    #expect([root["tests"], root["failures"], root["errors"]] == ["2", "1", "0"])
    #expect(suites.map { $0["name"] } == ["sạch.txt", "tdktlint"])
    #expect([suites[1].children[0]["file"], suites[1].children[0]["line"]] == [nil, nil])
  }

  @Test("Markup is escaped, and what XML forbids is replaced")
  func escaping() throws {
    let nasty = "<a href=\"x\">&amp; ]]>\ttab\nline\rreturn \u{00}\u{1B}[31m\u{FFFE}\u{85}\u{1F600}"
    let kept =
      "<a href=\"x\">&amp; ]]>\ttab\nline\rreturn \u{FFFD}\u{FFFD}[31m\u{FFFD}\u{85}\u{1F600}"
    var odd = finding()
    odd.message = LocalizedText(vi: nasty, en: "")
    odd.excerpt = nasty
    let suite = try #require(
      try parsed(sampleReport([document("a\"<&>'\n.txt", [odd])])).children.first)
    #expect(suite["name"] == "a\"<&>'\n.txt")
    let failure = try #require(suite.children.first?.children.first)
    #expect(failure["message"] == kept)
    #expect(failure.text.hasPrefix(kept + "\n“" + kept + "”\n"))
  }

  @Test(
    "The report is valid against the schema",
    .enabled(if: Validator.hasXMLLint, "run `make test`: it installs xmllint"))
  func validates() throws {
    var whole = sample
    whole.findings = [finding()]
    for report in [sample, whole, sampleReport([])] {
      for language in Language.allCases {
        let text = JUnitReporter.render(report, language: language)
        #expect(try Validator.accepts(text, xsd: "junit.xsd"))
      }
    }
    // The test itself: two cases of one name, and a line of 0, must be refused.
    let text = JUnitReporter.render(sample, language: .vi)
    for (old, new) in [(" #2\"", "\""), ("line=\"12\"", "line=\"0\"")] {
      let broken = text.replacing(old, with: new)
      #expect(broken != text)
      #expect(try !Validator.accepts(broken, xsd: "junit.xsd"))
    }
  }
}
