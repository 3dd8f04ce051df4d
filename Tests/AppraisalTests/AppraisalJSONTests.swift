import Appraisal
import AppraisalReports
import DossierAnalysis
import FixtureSupport
import Reporting
import Testing
import TextMatching

struct AppraisalJSONTests {
  private let tool = Report.Tool(name: "tdktlint", version: "0.1.0", rules: "sha256:00")

  @Test(
    "The sheet is valid against the schema that users have",
    .enabled(if: Validator.hasJSONSchema, "run `make test`: it installs python3-jsonschema"))
  func validates() throws {
    let schema = RulesData.repository + "Rules/schema/appraisal.schema.json"
    var faulty = try Sheets.dossier(
      try Sheets.text("xa-cuoi-nam-dat").replacing("03 cá nhân", with: "05 cá nhân"))
    faulty.unread = [Dossier.Unread(path: "a.docx", reason: LocalizedText(vi: "Hỏng.", en: "Bad."))]
    for dossier in [faulty, Dossier(path: "rong", papers: [])] {
      let text = AppraisalJSON.render(try Sheets.sheet(dossier), tool: tool, language: .vi)
      #expect(try Validator.accepts(text, jsonSchema: schema))
    }
    // The test itself: an unknown member and an unknown verdict must be refused.
    let text = AppraisalJSON.render(try Sheets.sheet(faulty), tool: tool, language: .vi)
    for (old, new) in [
      ("\"requirement\"", "\"asks\""), ("\"verdict\": \"dat\"", "\"verdict\": \"ok\""),
    ] {
      let broken = text.replacing(old, with: new)
      #expect(broken != text)
      #expect(try !Validator.accepts(broken, jsonSchema: schema))
    }
  }

  @Test("English is chosen by the language")
  func english() throws {
    let sheet = try Sheets.sheet("xa-cuoi-nam-dat")
    let json = AppraisalJSON.render(sheet, tool: tool, language: .en)
    #expect(json.contains("\"lawDayReason\": \"the date of the proposal\""))
    #expect(
      json.contains("\"requirement\": \"The numbers that the papers give agree with the list\""))
  }

  @Test(
    "Nothing personal that the appraiser does not need: no birth, no home, no words of the papers")
  func personal() throws {
    let json = AppraisalJSON.render(try Sheets.sheet("xa-cuoi-nam-dat"), tool: tool, language: .vi)
    for words in ["1981", "An Hòa", "Sinh ngày", "excerpt"] { #expect(!json.contains(words)) }
  }
}
