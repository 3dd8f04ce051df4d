import Appraisal
import DataFiles
import FixtureSupport
import RuleEngine
import Testing

struct ConditionsTests {
  @Test(
    "Every rule on dossiers and nominees bears on one condition, or is listed as bearing on none")
  func everyRuleIsMapped() throws {
    let conditions = try Sheets.conditions()
    let named =
      conditions.entries.flatMap { $0.rules.map(\.rule) } + conditions.manual.flatMap(\.rules)
    let rules = try Sheets.library.get().rules.rules.map(\.id)
    for id in rules where id.hasPrefix("dossier/") || id.hasPrefix("nominees/") {
      let times = named.count { $0 == id } + (conditions.bearingless.contains(id) ? 1 : 0)
      #expect(times == 1, "\(id) is mapped \(times) times in Rules/appraisal")
    }
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var name: String
    var body: String
    var line = 2
    var says: String
    var testDescription: String { name }
  }

  private static let title = """
    <title xml:lang="vi">a</title><title xml:lang="en">a</title>
    <met xml:lang="vi">b</met><met xml:lang="en">b</met>
    """

  static let bad = [
    Bad(name: "an unknown element", body: "<conditon/>", says: "có phải “condition”"),
    Bad(
      name: "an unknown effect",
      body:
        "<condition id=\"a\" scope=\"dossier\">\(title)<rule ref=\"a/b\" effect=\"fail\"/></condition>",
      line: 3, says: "có phải “fails”"),
    Bad(
      name: "a scope that is none",
      body:
        "<condition id=\"a\" scope=\"person\">\(title)<rule ref=\"a/b\" effect=\"fails\"/></condition>",
      says: "dossier, nominee"),
    Bad(
      name: "an award that the catalogue does not hold",
      body: "<condition id=\"a\" scope=\"dossier\" awards=\"lao-dong-tien-tienn\">\(title)"
        + "<rule ref=\"a/b\" effect=\"fails\"/></condition>", says: "có phải “lao-dong-tien-tien”"),
    Bad(
      name: "an instrument that the data does not hold",
      body: "<condition id=\"a\" scope=\"dossier\">\(title)<basis ref=\"06/2022/QH\"/>"
        + "<rule ref=\"a/b\" effect=\"fails\"/></condition>", line: 3, says: "06/2022/QH15"),
    Bad(
      name: "nothing to compare",
      body: "<condition id=\"a\" scope=\"dossier\">\(title)</condition>",
      says: "không có gì để đối chiếu"),
    Bad(
      name: "no English",
      body: "<condition id=\"a\" scope=\"dossier\"><title>a</title><met>b</met>"
        + "<rule ref=\"a/b\" effect=\"fails\"/></condition>", says: "tiếng Anh"),
    Bad(
      name: "something of a nominee asked of the dossier",
      body: "<condition id=\"a\" scope=\"dossier\">\(title)"
        + "<needs what=\"own-report\" otherwise=\"incomplete\"/></condition>", line: 3,
      says: "scope=\"nominee\""),
    Bad(
      name: "one rule in two conditions",
      body:
        "<condition id=\"a\" scope=\"dossier\">\(title)<rule ref=\"a/b\" effect=\"fails\"/></condition>\n"
        + "<condition id=\"b\" scope=\"nominee\">\(title)<rule ref=\"a/b\" effect=\"asks\"/></condition>",
      line: 4, says: "đã thuộc điều kiện “a”"),
    Bad(
      name: "an id used twice",
      body:
        "<condition id=\"a\" scope=\"dossier\">\(title)<rule ref=\"a/b\" effect=\"fails\"/></condition>\n"
        + "<condition id=\"a\" scope=\"dossier\">\(title)<rule ref=\"a/c\" effect=\"fails\"/></condition>",
      line: 4, says: "“a” đã dùng"),
    Bad(
      name: "a rule without its module",
      body:
        "<condition id=\"a\" scope=\"dossier\">\(title)<rule ref=\"b\" effect=\"fails\"/></condition>",
      line: 3, says: "mã quy tắc"),
    Bad(
      name: "a check by people without saying who",
      body:
        "<manual id=\"a\"><title xml:lang=\"vi\">a</title><title xml:lang=\"en\">a</title></manual>",
      says: "<who>"),
  ]

  @Test("A faulty file is refused with its line", arguments: bad)
  func refused(bad: Bad) throws {
    let file = DataFile(
      path: "Rules/appraisal/x.xml",
      text: "<appraisal xmlns=\"urn:tdktlint:appraisal:1\">\n\(bad.body)\n</appraisal>")
    let law = try RulesData.law()
    let error = try #require(throws: DataFileError.self) {
      try AppraisalConditions(files: [file], law: law)
    }
    #expect(error.path == "Rules/appraisal/x.xml" && error.line == bad.line, "\(error)")
    #expect(error.message.vi.contains(bad.says), "\(error.message.vi)")
    #expect(!error.message.en.isEmpty && error.message.en != error.message.vi)
  }
}
