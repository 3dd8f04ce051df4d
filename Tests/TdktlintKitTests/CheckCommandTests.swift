import FixtureSupport
import Foundation
import Testing

@testable import TdktlintKit

@Suite("tdktlint check")
struct CheckCommandTests {
  private let folder: TemporaryFolder
  private let pack: [String]

  init() throws {
    folder = try TemporaryFolder()
    pack = ["--no-builtin-rules", "--rules", try wordPack(in: folder), "--skip", "tool"]
  }

  private func check(_ arguments: String...) -> Outcome { tdktlint(["check"] + pack + arguments) }

  private func json(_ outcome: Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("Nothing found is 0, findings are 1, --fail-on decides from which level")
  func findings() throws {
    let clean = try folder.write("đúng.txt", "Một câu đúng.\n")
    let faulty = try folder.write("sai.txt", "Một câu sai.\n")
    #expect(check(clean).status == 0)
    let outcome = check(faulty)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("LỖI tinh/tu-sai"))
    #expect(outcome.output.contains("│ Một câu ⟦sai⟧."))
    #expect(outcome.output.hasSuffix("1 văn bản: 1 lỗi, 0 cảnh báo, 0 lưu ý\n"))
    #expect(check(faulty, "--fail-on", "never").status == 0)
  }

  @Test("A level below --fail-on does not fail", arguments: ["error", "warning", "note"])
  func threshold(level: String) throws {
    let folder = try TemporaryFolder()
    let pack = try wordPack(in: folder, severity: "warning")
    let file = try folder.write("a.txt", "sai\n")
    let outcome = tdktlint([
      "check", "--no-builtin-rules", "--rules", pack, "--skip", "tool", "--fail-on", level, file,
    ])
    #expect(outcome.status == (level == "error" ? 0 : 1))
  }

  @Test("An input that cannot be read is 3, and the others are still reported")
  func unreadable() throws {
    let faulty = try folder.write("sai.txt", "Một câu sai.\n")
    let garbage = try folder.write("rác.docx", [0x50, 0x4B, 0x03, 0x04, 0, 1, 2, 3])
    let missing = folder.path + "/không-có.txt"
    let outcome = check(garbage, faulty, missing)
    #expect(outcome.status == 3)
    #expect(outcome.errors.count == 2)
    #expect(outcome.errors.allSatisfy { !$0.contains("\n") })
    #expect(outcome.errors[0].hasPrefix("tdktlint: \(garbage): "))
    #expect(outcome.output.contains("tinh/tu-sai"))
    #expect(outcome.output.contains("2 tệp không đọc được"))

    let report = try json(check("--format", "json", garbage, faulty, missing))
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(documents.map { ($0["error"] as? [String: Any])?["code"] as? String }[2] == "not-found")
    #expect(documents[0]["kind"] is NSNull)
    #expect((documents[1]["findings"] as? [Any])?.count == 1)
    #expect((report["summary"] as? [String: Int])?["unreadable"] == 2)
  }

  @Test("JSON goes to standard output alone, also when inputs fail")
  func streams() {
    let outcome = check("--format", "json", folder.path + "/không-có.txt")
    #expect(outcome.status == 3 && outcome.errors.isEmpty && outcome.output.hasPrefix("{"))
  }

  /// A suppression can be judged only at the end, so that a run with one keeps all reports.
  @Test(
    "A report told while the inputs are checked is the one told at the end",
    arguments: ["text", "json", "sarif", "github", "gitlab"])
  func pieces(format: String) throws {
    for number in 100..<240 {
      try folder.write(
        "vb/\(number).txt", "Một câu \(number % 20 == 0 ? "sai" : "đúng").\n")
    }
    for number in [100, 237] { try folder.write("vb/\(number).docx", [0x50, 0x4B, 3, 4, 0]) }
    let keeping = try folder.write(
      "giữ.yml",
      """
      version: 1
      suppressions:
        - {rule: tinh/tu-sai, path: khác.txt, reason: "thử", owner: VP, expires: 2099-01-01}
      """)
    let papers = folder.path + "/vb"
    let running = check("--no-config", "--format", format, papers)
    let whole = check("--config", keeping, "--format", format, papers)
    // Not compared where they would be printed.
    let isSame = running == whole
    #expect(isSame && running.status == 3)
    #expect(running.errors.count == (format == "text" ? 2 : 0))
    guard format == "json" else { return }
    let file = folder.path + "/báo-cáo"
    #expect(check("--no-config", "--format", format, "-o", file, papers).output.isEmpty)
    let isWritten = try String(contentsOfFile: file, encoding: .utf8) == running.output
    #expect(isWritten)
  }

  @Test("A report does not take the place of what is to be read")
  func spared() throws {
    let paper = try folder.write("vb/a.txt", "Một câu sai.\n")
    let link = folder.path + "/liên-kết.txt"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: paper)
    for output in [paper, link] {
      let outcome = check("--output", output, folder.path + "/vb")
      #expect(outcome.status == 2 && outcome.errors.first?.contains("vb/a.txt") == true)
      #expect(tdktlint(["inspect", "--output", output, paper]).status == 2)
      #expect(tdktlint(["appraise", "--output", output, paper]).status == 2)
    }
    #expect(try String(contentsOfFile: paper, encoding: .utf8) == "Một câu sai.\n")
  }

  @Test("Text in an old code is told once, with its place")
  func oldCode() throws {
    let text = "C«ng t¸c thi ®ua, khen th­ëng cña x· T©n ViÖt ®­îc triÓn khai ®Õn c¸c th«n.\n"
    let file = try folder.write("cũ.txt", text)
    let outcome = tdktlint(["check", "--no-config", file], modules: builtInModules)
    #expect(outcome.output.contains("consistency/unicode · dòng 1"))
    #expect(!outcome.output.contains("tool/converted-encoding"))
  }

  @Test("A folder is searched, in order, without hidden, lock and other files")
  func folders() throws {
    for name in ["b.txt", "a/c.TXT", ".ẩn/d.txt", "~$b.txt", "e.pdf", ".f.txt", "a/.g.txt"] {
      try folder.write("hồ sơ/\(name)", "Một câu đúng.\n")
    }
    let report = try json(check("--format", "json", folder.path + "/hồ sơ"))
    let documents = try #require(report["documents"] as? [[String: Any]])
    let base = folder.path + "/hồ sơ/"
    #expect(documents.map { $0["path"] as? String } == [base + "a/c.TXT", base + "b.txt"])
  }

  @Test("Templates and files with macros are documents of a folder too")
  func wordForms() throws {
    let names = ["a.docm", "a.docx", "a.dotm", "a.dotx"]
    for name in names {
      try folder.write("mẫu/\(name)", DocxFixture(paragraphs: ["Một câu sai."]).bytes)
    }
    let report = try json(check("--format", "json", folder.path + "/mẫu"))
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(
      documents.map { $0["path"] as? String } == names.map { "\(folder.path)/mẫu/\($0)" })
    #expect(documents.allSatisfy { ($0["findings"] as? [Any])?.count == 1 })
  }

  @Test("A folder without documents is said, and is no error")
  func emptyFolder() throws {
    try folder.write("trống/ghi chú.md", "")
    let outcome = check(folder.path + "/trống")
    #expect(outcome.status == 0)
    #expect(outcome.errors.count == 1)
  }

  @Test("The same input, once or many at a time, gives the same bytes")
  func jobs() throws {
    for index in 0..<40 { try folder.write("nhiều/\(index).txt", "Câu \(index) sai.\n") }
    let one = check("--format", "json", "--jobs", "1", folder.path + "/nhiều")
    let many = check("--format", "json", "--jobs", "8", folder.path + "/nhiều")
    #expect(one.output == many.output && one.status == 1)
    #expect(one.output.contains("\"documents\": 40"))
  }

  @Test("A file given twice is checked once")
  func twice() throws {
    let file = try folder.write("a.txt", "sai\n")
    #expect(check(file, file).output.contains("1 văn bản: 1 lỗi"))
  }

  @Test("A report can be written to a file")
  func output() throws {
    let file = try folder.write("a.txt", "sai\n")
    let target = folder.path + "/báo cáo.json"
    let outcome = check("--format", "json", "-o", target, file)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(try String(contentsOfFile: target, encoding: .utf8).hasPrefix("{"))
    #expect(check("--output", folder.path + "/không/có.json", file).status == 2)
  }

  @Test(
    "Reports for CI servers go to standard output alone, unreadable inputs among them",
    arguments: [
      ("junit", "<failure type=\"error\"", "<error type=\"not-found\""),
      ("github", ",line=1,col=9,endColumn=12,title=tinh/tu-sai::", "title=tool/not-found::"),
      ("gitlab", "\"check_name\": \"tinh/tu-sai\"", "\"check_name\": \"tool/not-found\""),
    ])
  func servers(format: String, fault: String, unreadable: String) throws {
    let file = try folder.write("a.txt", "Một câu sai.\n")
    let outcome = check("--format", format, file, folder.path + "/không-có.txt")
    #expect(outcome.status == 3 && outcome.errors.isEmpty)
    #expect(outcome.output.contains(fault) && outcome.output.contains(unreadable))
  }

  @Test("SARIF lists every rule of the run")
  func sarif() throws {
    let file = try folder.write("a.txt", "sai\n")
    let log = try json(check("--format", "sarif", file))
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let ids = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
    #expect(ids.contains("tinh/tu-sai") && ids.contains("tool/date-assumed"))
    #expect((run["results"] as? [Any])?.count == 1)
  }

  struct Misuse: CustomTestStringConvertible {
    var arguments: [String]
    var says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let misuses: [Misuse] = [
    Misuse(arguments: [], says: "chưa nêu tệp"),
    Misuse(arguments: ["--formt", "json", "a"], says: "có phải “--format”"),
    Misuse(arguments: ["--format", "jsn", "a"], says: "có phải “json”"),
    Misuse(arguments: ["a", "--format"], says: "thiếu giá trị sau --format"),
    Misuse(arguments: ["--format=json", "--format=text", "a"], says: "hai lần"),
    Misuse(arguments: ["--no-builtin-rules=yes", "a"], says: "không nhận giá trị"),
    Misuse(arguments: ["--as-of", "2024-02-30", "a"], says: "2024-02-30"),
    Misuse(arguments: ["--kind", "ke-hoac", "a"], says: "có phải “ke-hoach”"),
    Misuse(arguments: ["--stage", "drafft", "a"], says: "có phải “draft”"),
    Misuse(arguments: ["--jobs", "0", "a"], says: "từ 1 đến 256"),
    Misuse(arguments: ["--only", "tinh/tu-sia", "a"], says: "có phải “tinh/tu-sai”"),
    Misuse(arguments: ["--rules", "/không/có", "a"], says: "không có thư mục"),
  ]

  @Test("Wrong use is 2, with what was meant", arguments: misuses)
  func wrongUse(_ misuse: Misuse) {
    let outcome = tdktlint(["check"] + pack + misuse.arguments)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.count == 1)
    #expect(outcome.errors.first?.contains(misuse.says) == true, "\(outcome.errors)")
  }

  @Test("Wrong use comes before unreadable input, a faulty rule file too")
  func faultyRules() throws {
    let file = try folder.write(
      "hỏng/modules/x.xml", "<module xmlns=\"urn:tdktlint:rules:1\" id=\"x\">\n</module>")
    let outcome = tdktlint(
      ["check", "--rules", folder.path + "/hỏng", "/không/có.txt"], modules: builtInModules)
    #expect(outcome.status == 2)
    #expect(outcome.errors == ["\(file):1: <module> thiếu thuộc tính “version”"])
  }

  @Test("A folder that is no rule pack is refused")
  func notAPack() throws {
    try folder.write("khác/a.xml", "<a/>")
    let outcome = tdktlint(["check", "--rules", folder.path + "/khác", "a.txt"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.first?.contains("modules/, law/ hay kinds/") == true)
  }

  @Test("After -- a name may begin with a dash")
  func dashes() {
    let outcome = check("--", "--không-có.txt")
    #expect(outcome.status == 3)
  }

  @Test("--lang en speaks English, in errors of the command line too")
  func english() throws {
    let file = try folder.write("a.txt", "đúng\n")
    #expect(check("--lang", "en", file).output.contains("1 document: 0 errors"))
    #expect(
      tdktlint(["chek", "--lang", "en"]).errors.first?.contains("did you mean \"check\"?") == true)
  }

  @Test(
    "Help is there for the program and every command", arguments: ["check", "inspect", "rules"])
  func help(command: String) {
    let outcome = tdktlint([command, "--help"])
    #expect(outcome.status == 0 && outcome.output.hasPrefix("Cách dùng: tdktlint \(command) "))
    #expect(tdktlint(["help", command]).output == outcome.output)
    #expect(tdktlint(["--help"]).output.contains("tdktlint \(command) "))
    for line in outcome.output.split(separator: "\n") {
      #expect(line.unicodeScalars.count <= 100, "\(line)")
    }
  }

  @Test("No command at all prints the overview as an error")
  func bare() {
    let outcome = tdktlint([])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(tdktlint(["--version"]).output == "tdktlint 0.1.0\n")
  }
}
