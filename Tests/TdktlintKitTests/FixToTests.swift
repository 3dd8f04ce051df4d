import FixtureSupport
import Foundation
import Testing

@testable import TdktlintKit

@Suite("tdktlint check --fix-to")
struct FixToTests {
  private let folder: TemporaryFolder
  private let text = """
    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024

    Căn cứ Luật Thi đua khen thưởng ngày 15 tháng 6 năm 2022;

    Ủy ban nhân dân xã Tân Việt ban hành Kế hoạch năm 2024, giao Văn phòng theo dõi.

    """

  init() throws { folder = try TemporaryFolder() }

  private func check(_ arguments: String...) -> Outcome {
    tdktlint(["check", "--only", "citations"] + arguments, modules: builtInModules)
  }

  private func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  private func json(_ outcome: Outcome) throws -> [[String: Any]] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((value as? [String: Any])?["documents"] as? [[String: Any]])
  }

  @Test("Copies keep their place below the folder; originals and other files stay")
  func copies() throws {
    let faulty = try folder.write("vào/xã/a.txt", text)
    try folder.write("vào/sạch.txt", "Một câu đúng.\n")
    let target = folder.path + "/ra/sâu"
    let outcome = check(folder.path + "/vào", "--fix-to", target, "--lang", "en")
    #expect(outcome.errors.isEmpty)
    #expect(bytes(faulty) == Array(text.utf8))
    let mended = text.replacing("Thi đua khen", with: "Thi đua, khen")
    #expect(bytes(target + "/xã/a.txt") == Array(mended.utf8))
    #expect(!FileManager.default.fileExists(atPath: target + "/sạch.txt"))
    #expect(outcome.output.contains("Mended copy: \(target)/xã/a.txt"))
    #expect(
      outcome.output.contains(
        "line 4: “Luật Thi đua khen thưởng” → “Luật Thi đua, khen thưởng” (citations/law-name-form)"
      ))
    #expect(outcome.output.contains("No copy: there was nothing to mend by machine."))
  }

  @Test("Each change is in the JSON; without the option there is no such member")
  func report() throws {
    let file = try folder.write("a.docx", DocxFixture(text: text).bytes)
    let target = folder.path + "/ra"
    let document = try #require(
      try json(check(file, "--fix-to", target, "--format", "json")).first)
    let copy = try #require(document["copy"] as? [String: Any])
    #expect(copy["path"] as? String == target + "/a.docx")
    let changes = try #require(copy["changes"] as? [[String: Any]])
    #expect(changes.map { $0["rule"] as? String } == ["citations/law-name-form"])
    #expect(changes.first?["from"] as? String == "Luật Thi đua khen thưởng")
    #expect(changes.first?["to"] as? String == "Luật Thi đua, khen thưởng")
    #expect(
      (changes.first?["location"] as? [String: Any])?["part"] as? String == "word/document.xml")
    #expect((copy["refused"] as? [Any])?.isEmpty == true)
    #expect(copy["error"] is NSNull)
    #expect(try json(check(file, "--format", "json")).first?["copy"] == nil)
  }

  @Test("A run can be repeated; another file is not overwritten, and then nothing is written")
  func overwriting() throws {
    let first = try folder.write("vào/a.txt", text)
    let second = try folder.write("vào/b.txt", text)
    let target = folder.path + "/ra"
    #expect(check(first, "--fix-to", target).errors.isEmpty)
    #expect(check(first, "--fix-to", target).errors.isEmpty)
    try folder.write("ra/a.txt", "việc của người khác\n")
    let outcome = check(second, first, "--fix-to", target)
    #expect(outcome.status == 2)
    #expect(outcome.errors.count == 1 && outcome.errors[0].contains("\(target)/a.txt"))
    #expect(bytes(target + "/a.txt") == Array("việc của người khác\n".utf8))
    #expect(bytes(target + "/b.txt") == nil)
  }

  @Test("No copy takes the place of an original or of another copy")
  func places() throws {
    let first = try folder.write("một/a.txt", text)
    let second = try folder.write("hai/a.txt", text)
    for arguments in [
      [first, "--fix-to", folder.path + "/một"], [first, "--fix-to", folder.path + "/hai/../một/"],
      [folder.path + "/một", "--fix-to", folder.path + "/một"],
      [first, second, "--fix-to", folder.path + "/ra"], ["-", "--fix-to", folder.path + "/ra"],
      [second, "--fix-to", first],
    ] {
      let outcome = tdktlint(["check"] + arguments, modules: builtInModules)
      #expect(outcome.status == 2 && outcome.errors.count == 1, "\(arguments)")
      #expect(outcome.errors.first?.contains("--fix-to") == true)
    }
    #expect(bytes(first) == Array(text.utf8))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/ra") == false)
  }

  @Test("A signed package is told, and the others are mended")
  func signed() throws {
    var fixture = DocxFixture(text: text)
    fixture.extraEntries = [ZipWriter.Entry("_xmlsignatures/sig1.xml", text: "<a/>")]
    let signed = try folder.write("ký.docx", fixture.bytes)
    let plain = try folder.write("a.txt", text)
    let outcome = check(signed, plain, "--fix-to", folder.path + "/ra", "--lang", "en")
    #expect(outcome.output.contains("digitally signed"))
    #expect(bytes(folder.path + "/ra/ký.docx") == nil)
    #expect(bytes(folder.path + "/ra/a.txt") != nil)
  }

  @Test("An input that cannot be read is still told")
  func unreadable() throws {
    let outcome = check(folder.path + "/không-có.txt", "--fix-to", folder.path + "/ra")
    #expect(outcome.status == 3 && outcome.errors.count == 1)
  }
}
