import DossierAnalysis
import FixtureSupport
import Foundation
import Testing

@testable import TdktlintKit

/// A clean dossier of `Tests/Fixtures/dossiers`, written as DOCX.
struct SampleDossier {
  let papers: [(name: String, bytes: [UInt8])]

  init(_ name: String = "xa-cuoi-nam-dat") throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/dossiers/\(name).txt")
    papers = DossierText(try String(contentsOf: file, encoding: .utf8)).papers.map {
      ($0.name, DocxFixture(text: $0.text).complete.bytes)
    }
  }

  /// Writes its papers into a subfolder; returns that folder's path.
  @discardableResult
  func write(to name: String, in folder: TemporaryFolder) throws -> String {
    for paper in papers { try folder.write("\(name)/\(paper.name)", paper.bytes) }
    return "\(folder.path)/\(name)"
  }

  var entries: [ZipWriter.Entry] { papers.map { ZipWriter.Entry($0.name, $0.bytes) } }
}

/// What `appraise --format json` says of the documents.
struct AppraisedDocuments {
  private let documents: [[String: Any]]

  init(_ outcome: Outcome) throws {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    documents = try #require((value as? [String: Any])?["documents"] as? [[String: Any]])
  }

  var paths: [String] { documents.compactMap { $0["path"] as? String } }

  /// Code of the error of the first document whose path ends so.
  func error(_ suffix: String) -> String? {
    (document(suffix)?["error"] as? [String: Any])?["code"] as? String
  }

  /// `rule excerpt`, of the documents that were read.
  func findings(_ suffix: String) -> [String] {
    (document(suffix)?["findings"] as? [[String: Any]] ?? []).map { finding in
      "\(finding["rule"] ?? "") \(finding["excerpt"] ?? "")"
    }
  }

  func kind(_ suffix: String) -> String? { document(suffix)?["kind"] as? String }

  private func document(_ suffix: String) -> [String: Any]? {
    documents.first { ($0["path"] as? String)?.hasSuffix(suffix) ?? false }
  }
}

@Suite("tdktlint appraise: reading a dossier")
struct AppraiseReadingTests {
  private let folder: TemporaryFolder
  private let sample: SampleDossier

  init() throws {
    folder = try TemporaryFolder()
    sample = try SampleDossier()
  }

  private func appraise(_ arguments: String...) -> Outcome {
    tdktlint(["appraise"] + arguments, modules: builtInModules)
  }

  @Test("A clean dossier has no error and no warning, whatever form it comes in")
  func forms() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    let archive = try folder.write("ho-so.zip", ZipWriter.archive(sample.entries))
    let files = sample.papers.map { "\(plain)/\($0.name)" }
    for operands in [[plain], [plain + "/"], [archive], files] {
      let outcome = tdktlint(
        ["appraise", "--format", "json", "--fail-on", "warning"] + operands,
        modules: builtInModules)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      let documents = try AppraisedDocuments(outcome)
      #expect(documents.paths.count == 6)
      #expect(documents.kind("to-trinh.docx") == "to-trinh")
    }
    #expect(
      try AppraisedDocuments(appraise("--format", "json", archive)).paths.first
        == "\(archive)!/bao-cao-hanh.docx")
  }

  @Test("What a paper is comes from its content, whatever its name says")
  func names() throws {
    for (number, paper) in sample.papers.enumerated() {
      try folder.write("ho-so/scan\(number).docx", paper.bytes)
    }
    let outcome = appraise("--format", "json", "--fail-on", "warning", folder.path + "/ho-so")
    #expect(outcome.status == 0)
    #expect(try AppraisedDocuments(outcome).kind("scan5.docx") == "bien-ban-hop")
  }

  @Test("A finding across papers names both places")
  func across() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    try FileManager.default.removeItem(atPath: plain + "/bao-cao-phu.docx")
    let outcome = appraise("--format", "json", plain)
    #expect(outcome.status == 1)
    #expect(
      try AppraisedDocuments(outcome).findings("to-trinh.docx")
        .contains("dossier/report-missing-for-nominee Đỗ Xuân Phú"))
  }

  /// Files that cannot be read, with the code of the reason.
  static let unreadable: [(name: String, bytes: [UInt8], code: String)] = [
    ("rac.docx", Array("PK\u{3}\u{4}".utf8) + [0, 1, 2, 3], "truncated"),
    ("mat-khau.docx", encrypted, "encrypted"),
    ("trong.zip", ZipWriter.archive([ZipWriter.Entry("a.txt", text: "a")]), "unsupported-format"),
    ("rong.docx", [], "empty"),
    ("anh.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "unsupported-format"),
  ]

  /// The directory entry that tells a package under a password (MS-OFFCRYPTO 2.3).
  private static var encrypted: [UInt8] {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var entry = [UInt8](repeating: 0, count: 128)
    entry.replaceSubrange(0..<name.count, with: name)
    entry[64] = UInt8(name.count + 2)
    return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
      + [UInt8](repeating: 0, count: 504) + entry
  }

  @Test("Files that cannot be read are told one by one, and the rest is appraised")
  func broken() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    let broken = AppraiseReadingTests.unreadable
    for file in broken { try folder.write("ho-so/phu/\(file.name)", file.bytes) }
    let archive = try folder.write(
      "ho-so.zip",
      ZipWriter.archive(
        sample.entries + broken.map { ZipWriter.Entry("phu/\($0.name)", $0.bytes) }))
    for operand in [plain, archive] {
      let outcome = appraise("--format", "json", "--fail-on", "warning", operand)
      #expect(outcome.status == 3 && outcome.errors.isEmpty)
      let documents = try AppraisedDocuments(outcome)
      #expect(documents.paths.count == sample.papers.count + broken.count)
      for file in broken { #expect(documents.error(file.name) == file.code, "\(file.name)") }
      #expect(documents.kind("bien-ban.docx") == "bien-ban-hop")
    }
    let text = appraise(archive)
    #expect(text.errors.count == broken.count)
    #expect(text.errors.allSatisfy { $0.hasPrefix("tdktlint: \(archive)!/phu/") })
    #expect(text.output.contains("\(broken.count) tệp không đọc được"))
  }

  @Test("An entry under a password, one that leads out and one that swells are told by themselves")
  func hostileEntries() throws {
    var locked = ZipWriter.Entry("khoa.docx", Array("x".utf8))
    locked.flags |= 1
    let outside = folder.path + "-ngoai.txt"
    let escaping = ZipWriter.Entry("../\(outside)", text: "Một câu.")
    let bomb = ZipWriter.Entry("bom.txt", repeating: 0x20, count: 80 << 20, claiming: 80 << 20)
    let archive = try folder.write(
      "ho-so.zip", ZipWriter.archive(sample.entries + [locked, escaping, bomb]))
    let outcome = appraise("--format", "json", "--fail-on", "warning", archive)
    #expect(outcome.status == 3)
    let documents = try AppraisedDocuments(outcome)
    #expect(documents.paths.count == 9)
    #expect(documents.error("khoa.docx") == "encrypted")
    #expect(documents.error(outside) == "corrupt")
    #expect(documents.error("bom.txt") == "too-large")
    #expect(documents.kind("to-trinh.docx") == "to-trinh")
    #expect(!FileManager.default.fileExists(atPath: outside))
  }

  @Test("An archive that cannot be opened is told; so is a dossier that is not there")
  func wholeDossier() throws {
    let archive = try folder.write(
      "hong.zip", Array(ZipWriter.archive(sample.entries).dropLast(60)))
    let plain = try sample.write(to: "ho-so", in: folder)
    let outcome = appraise("--format", "json", archive, plain, folder.path + "/khong-co")
    #expect(outcome.status == 3)
    let documents = try AppraisedDocuments(outcome)
    #expect(documents.error("hong.zip") == "truncated")
    #expect(documents.error("khong-co") == "not-found")
    #expect(documents.kind("ho-so/to-trinh.docx") == "to-trinh")
  }

  @Test("A paper that may be the unreadable file is asked for, not said to be missing")
  func absence() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    func levels(_ rule: String) throws -> [String] {
      let outcome = appraise("--format", "json", "--only", rule, plain)
      let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      let sheet = (report as? [String: Any])?["dossier"] as? [String: Any]
      return (sheet?["findings"] as? [[String: Any]] ?? []).compactMap { $0["severity"] as? String }
    }
    let (report, minutes) = ("dossier/report-missing-for-nominee", "dossier/missing-document")
    try FileManager.default.removeItem(atPath: plain + "/bao-cao-phu.docx")
    #expect(try levels(report) == ["error"])
    try folder.write("ho-so/bao-cao-phu.docx", Array(sample.papers[1].bytes.prefix(300)))
    #expect(try levels(report) == ["warning"])
    #expect(try levels(minutes) == [])
    try FileManager.default.removeItem(atPath: plain + "/bien-ban.docx")
    #expect(try levels(minutes) == ["warning"])
    #expect(appraise(plain).output.contains("có thể nằm ở tệp không đọc được (bao-cao-phu.docx)"))
  }

  @Test("A link that leads out of the dossier is not followed")
  func links() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    let outside = try folder.write("ngoai.txt", "Điều không ai gửi.\n")
    try FileManager.default.createSymbolicLink(
      atPath: plain + "/lien-ket.txt", withDestinationPath: outside)
    let outcome = appraise("--format", "json", plain)
    #expect(outcome.status == 3)
    #expect(try AppraisedDocuments(outcome).error("lien-ket.txt") == "unsafe-path")
    #expect(!outcome.output.contains("Điều không ai gửi"))
  }

  @Test("What systems and Word leave behind is passed over")
  func leftovers() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    for name in [".DS_Store", "~$to-trinh.docx", "Thumbs.db", ".an/a.txt"] {
      try folder.write("ho-so/\(name)", "x")
    }
    #expect(try AppraisedDocuments(appraise("--format", "json", plain)).paths.count == 6)
  }

  @Test("A paper that is there twice is told and set aside")
  func duplicates() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    let report = try #require(sample.papers.first { $0.name == "bao-cao-hien.docx" })
    // The same bytes, and the same text in another package.
    try folder.write("ho-so/z-ban-sao.docx", report.bytes)
    let text = try #require(
      DossierText(
        try String(
          contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Fixtures/dossiers/xa-cuoi-nam-dat.txt"), encoding: .utf8)
      ).papers.first { $0.name == "bao-cao-hien.docx" }
    ).text
    var other = DocxFixture(text: text)
    other.isDeflated = false
    try folder.write("ho-so/z-luu-lai.docx", other.bytes)
    let outcome = appraise("--format", "json", "--fail-on", "error", plain)
    #expect(outcome.status == 0)
    let documents = try AppraisedDocuments(outcome)
    #expect(documents.findings("z-ban-sao.docx") == ["tool/duplicate-paper "])
    #expect(documents.findings("z-luu-lai.docx") == ["tool/duplicate-paper "])
    #expect(documents.findings("bao-cao-hien.docx").allSatisfy { !$0.hasPrefix("dossier/") })
    #expect(outcome.output.contains("\(plain)/bao-cao-hien.docx"))
    let silent = appraise("--format", "json", "--skip", "tool", plain)
    #expect(try AppraisedDocuments(silent).findings("z-ban-sao.docx").isEmpty)
  }

  @Test("A long list is read to its end")
  func longList() throws {
    // A gap before the last row: whoever tells it has read them all.
    let rows = (Array(1...499) + [501]).map {
      "\($0)\t\(LargeDossier.name(of: $0))\t\(1960 + $0 % 40)\tTổ \($0)\tLao động tiên tiến"
    }
    let list = """
      DANH SÁCH
      Đề nghị tặng danh hiệu “Lao động tiên tiến” năm 2025

      STT\tHọ và tên\tNăm sinh\tĐơn vị\tDanh hiệu đề nghị
      \(rows.joined(separator: "\n"))
      """
    try folder.write("ho-so/danh-sach.docx", DocxFixture(text: list).complete.bytes)
    let found = try AppraisedDocuments(
      appraise("--format", "json", "--only", "nominees/serial-gap", folder.path + "/ho-so"))
    #expect(found.findings("danh-sach.docx") == ["nominees/serial-gap 501"])
  }

  @Test("A list over the limit of cells is told, and the papers beside it are appraised")
  func hugeList() throws {
    let row = "<w:tr>\(String(repeating: "<w:tc><w:p/></w:tc>", count: 50))</w:tr>"
    let table = "<w:tbl>\(String(repeating: row, count: 4_001))</w:tbl>"
    try folder.write("ho-so/danh-sach.docx", DocxFixture(table).complete.bytes)
    try folder.write("ho-so/to-trinh.docx", sample.papers[0].bytes)
    let documents = try AppraisedDocuments(
      appraise("--format", "json", "--only", "nominees", folder.path + "/ho-so"))
    #expect(documents.error("danh-sach.docx") == "too-large")
    #expect(documents.kind("to-trinh.docx") == "to-trinh")
  }

  @Test("One thread and eight give the same bytes", arguments: ["text", "json"])
  func jobs(format: String) throws {
    for paper in LargeDossier(count: 12).papers {
      try folder.write("ho-so/\(paper.name)", paper.docx)
    }
    let one = appraise("--format", format, "--jobs", "1", folder.path + "/ho-so")
    let many = appraise("--format", format, "--jobs", "8", folder.path + "/ho-so")
    #expect(one.output == many.output && one.status == many.status && !one.output.isEmpty)
  }
}
