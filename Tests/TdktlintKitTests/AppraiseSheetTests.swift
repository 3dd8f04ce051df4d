import FixtureSupport
import Foundation
import Testing

@testable import TdktlintKit

@Suite("tdktlint appraise: sheets")
struct AppraiseSheetTests {
  private let folder: TemporaryFolder
  private let plain: String

  init() throws {
    folder = try TemporaryFolder()
    plain = try SampleDossier().write(to: "ho-so", in: folder)
  }

  private func appraise(_ arguments: String...) -> Outcome {
    tdktlint(["appraise"] + arguments, modules: builtInModules)
  }

  private func json(_ outcome: Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("Text: the findings, then each nominee with an outcome, then what was not checked")
  func text() throws {
    let output = appraise("--color", "never", plain).output
    let places = [
      "6 văn bản: 0 lỗi", "Trường hợp đề nghị", "Trần Quốc Hiển · Chiến sĩ thi đua cơ sở",
      "Máy chưa kiểm tra được", "Đề xuất: đủ điều kiện",
    ].map { output.range(of: $0)?.lowerBound }
    let found = places.compactMap { $0 }
    #expect(found.count == places.count, "\(output)")
    #expect(found == found.sorted())
  }

  @Test("JSON of one dossier carries its sheet; of a season, that of each")
  func machines() throws {
    let one = try json(appraise("--format", "json", plain))
    let sheet = try #require(one["dossier"] as? [String: Any])
    #expect((sheet["cases"] as? [Any])?.count == 4)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/dot", withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: plain, toPath: folder.path + "/dot/a")
    try folder.write("dot/b.zip", "PK\u{3}\u{4}")
    let season = try json(appraise("--format", "json", folder.path + "/dot"))
    let dossiers = try #require(season["dossiers"] as? [[String: Any]])
    #expect(dossiers.count == 2 && season["dossier"] == nil)
    #expect((dossiers[0]["sheet"] as? [String: Any])?["outcome"] != nil)
    #expect(dossiers[1]["sheet"] is NSNull)
    #expect((season["repeated"] as? [Any])?.isEmpty == true)
  }

  @Test(
    "JSON is valid against the schema that users have",
    .enabled(if: Validator.hasJSONSchema, "run `make test`: it installs python3-jsonschema"))
  func schema() throws {
    let schema = RulesData.repository + "Rules/schema/report.schema.json"
    for name in ["a", "b"] { try SampleDossier().write(to: "dot/\(name)", in: folder) }
    try folder.write("dot/c.zip", "PK\u{3}\u{4}")
    for operand in [plain, folder.path + "/dot"] {
      let text = appraise("--format", "json", operand).output
      #expect(try Validator.accepts(text, jsonSchema: schema))
      #expect(
        try !Validator.accepts(
          text.replacing("\"dossier", with: "\"dosier"), jsonSchema: schema))
    }
  }

  @Test("The sheet goes to a file by its suffix, and a file that is there is not overwritten")
  func sheet() throws {
    let page = folder.path + "/phieu.html"
    #expect(appraise("--sheet", page, plain).status == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("Trần Quốc Hiển"))
    #expect(appraise("--format", "html", plain).output == html)
    // The same bytes once more are no change.
    #expect(appraise("--sheet", page, plain).status == 0)
    try folder.write("phieu.html", "Đã sửa tay.")
    let refused = appraise("--sheet", page, plain)
    #expect(refused.status == 2 && refused.errors.first?.contains("không ghi đè") == true)
    #expect(try String(contentsOfFile: page, encoding: .utf8) == "Đã sửa tay.")

    let paper = folder.path + "/phieu.docx"
    #expect(appraise("--sheet", paper, plain).status == 0)
    let checked = tdktlint(["inspect", paper], modules: builtInModules)
    #expect(checked.status == 0 && checked.output.contains("PHIẾU THẨM ĐỊNH"), "\(checked)")
  }

  @Test("A season has a sheet for each dossier, named after it")
  func sheets() throws {
    let sample = try SampleDossier()
    try sample.write(to: "dot/xa-a/ho-so", in: folder)
    try folder.write("dot/xa-b/ho-so.zip", ZipWriter.archive(sample.entries))
    try folder.write("dot/hong.zip", "PK\u{3}\u{4}")
    let target = folder.path + "/phieu"
    #expect(appraise("--sheet", target, folder.path + "/dot").status == 3)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: target).sorted()
        == ["xa-a - ho-so.docx", "xa-b - ho-so.docx"])
  }

  @Test("Names of sheets are told apart")
  func names() {
    #expect(SheetFiles.names(of: ["a/x/ho-so", "a/y/ho-so.zip"]) == ["x - ho-so", "y - ho-so"])
    #expect(SheetFiles.names(of: ["a/x", "a/x.zip", "a/X.ZIP"]) == ["x", "x (2)", "X (3)"])
    #expect(SheetFiles.names(of: ["ho-so"]) == ["ho-so"])
    #expect(SheetFiles.names(of: []).isEmpty)
  }

  @Test("A name that does not fit is wrong use", arguments: ["phieu.pdf", "phieu"])
  func wrongName(name: String) {
    let outcome = appraise("--sheet", folder.path + "/" + name, plain)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
  }

  @Test("Nothing is written where the next run would take it for a paper")
  func inside() throws {
    #expect(appraise("--sheet", plain + "/phieu.docx", plain).status == 2)
    #expect(appraise("--sheet", plain + "/../ho-so/con/phieu.html", plain).status == 2)
    #expect(appraise("--format", "html", "-o", plain + "/phieu.html", plain).status == 2)
    let names = try FileManager.default.contentsOfDirectory(atPath: plain)
    #expect(names.count == 6)
  }

  @Test("The summary of a season counts nominees by unit and award")
  func summary() throws {
    try SampleDossier().write(to: "dot/a", in: folder)
    let lines = appraise("--format", "csv", folder.path + "/dot").output.split(separator: "\r\n")
    #expect(lines.count == 5)
    let lead = "\(folder.path)/dot/a,Văn phòng Hội đồng nhân dân và Ủy ban nhân dân,"
    #expect(lines[1].hasPrefix(lead) && lines[1].contains(",Cả hồ sơ,4,4,0,0,đủ điều kiện,0,0,0,"))
    #expect(lines.last?.contains(",Lao động tiên tiến,2,2,0,0,đủ điều kiện,0,0,,") == true)
  }

  @Test("A file that cannot be read is on the sheet")
  func unread() throws {
    try folder.write("ho-so/anh.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0])
    let sheet = try #require(
      try json(appraise("--format", "json", plain))["dossier"] as? [String: Any])
    let papers = try #require(sheet["papers"] as? [[String: Any]])
    #expect(papers.count == 7)
    #expect(papers.last?["read"] as? Bool == false)
  }
}
