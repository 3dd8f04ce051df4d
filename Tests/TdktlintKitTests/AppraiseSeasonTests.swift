import FixtureSupport
import Foundation
import Synchronization
import Testing

@testable import TdktlintKit

@Suite("tdktlint appraise: a season")
struct AppraiseSeasonTests {
  private let folder: TemporaryFolder
  private let sample: SampleDossier

  init() throws {
    folder = try TemporaryFolder()
    sample = try SampleDossier()
  }

  private var season: String { folder.path + "/dot" }

  private func appraise(_ arguments: String...) -> Outcome {
    tdktlint(["appraise"] + arguments, modules: builtInModules)
  }

  /// A list of one person for one award.
  private func list(_ name: String, born: Int, unit: String, award: String) -> String {
    """
    DANH SÁCH
    Đề nghị khen thưởng năm 2025

    STT\tHọ và tên\tNăm sinh\tĐơn vị\tDanh hiệu đề nghị
    1\t\(name)\t\(born)\t\(unit)\t\(award)
    """
  }

  @Test("Subfolders and archives of a folder without papers are its dossiers, in order of name")
  func discovery() throws {
    try sample.write(to: "dot/xa-b/ho-so-2", in: folder)
    try sample.write(to: "dot/xa-b/ho-so-1", in: folder)
    try folder.write("dot/xa-a.zip", ZipWriter.archive(sample.entries))
    try folder.write("dot/ghi-chu.md", "Không phải văn bản.")
    let names = DossierDiscovery([season + "/"]).sources.map { $0.path.dropFirst(season.count + 1) }
    #expect(names == ["xa-a.zip", "xa-b/ho-so-1", "xa-b/ho-so-2"])
    #expect(DossierDiscovery([season]).isSeason)
    // A paper directly in it makes the folder one dossier.
    try folder.write("dot/to-trinh.docx", sample.papers[0].bytes)
    #expect(DossierDiscovery([season]).sources.map(\.path) == [season])
    #expect(!DossierDiscovery([season]).isSeason)
  }

  @Test("Single files make one dossier; folders and archives beside them are others")
  func operands() throws {
    let one = try sample.write(to: "mot", in: folder)
    let two = try folder.write("hai.zip", ZipWriter.archive(sample.entries))
    let files = sample.papers.map { "\(one)/\($0.name)" }
    let sources = DossierDiscovery([two, files[0], one, files[1], two]).sources
    #expect(sources.map(\.path) == [two, files[0], one])
    #expect(sources[1].form == .files([files[0], files[1]]))
  }

  @Test("Every dossier has its line, those that could not be opened too")
  func summary() throws {
    try sample.write(to: "dot/b", in: folder)
    let faulty = try sample.write(to: "dot/c", in: folder)
    try FileManager.default.removeItem(atPath: faulty + "/bao-cao-phu.docx")
    try folder.write("dot/a.zip", Array(ZipWriter.archive(sample.entries).dropLast(60)))
    let outcome = appraise("--format", "csv", season)
    #expect(outcome.status == 3 && outcome.errors.count == 1)
    let whole = outcome.output.split(separator: "\r\n").filter { $0.contains(",Cả hồ sơ,") }
    #expect(whole.count == 3)
    #expect(whole[0].hasPrefix("\(season)/a.zip,") && whole[0].hasSuffix(",0,0,1,"))
    #expect(whole[1].hasPrefix("\(season)/b,") && whole[1].contains(",0,0,0,"))
    #expect(whole[2].hasPrefix("\(season)/c,") && whole[2].contains(",1,0,0,"))
    let text = appraise("--color", "never", season)
    #expect(text.output.contains("1 lỗi, 0 cảnh báo"))
  }

  @Test("One person in two dossiers is named with both places")
  func repeated() throws {
    try folder.write(
      "dot/a/ds.txt", list("Lương Thị Hạnh", born: 1990, unit: "Trạm A", award: "Giấy khen"))
    try folder.write(
      "dot/b/ds.txt",
      list("LƯƠNG THỊ HẠNH", born: 1990, unit: "Trường B", award: "Lao động tiên tiến"))
    // A namesake of another year, and one of whom nothing tells that it is the same person.
    try folder.write(
      "dot/c/ds.txt", list("Lương Thị Hạnh", born: 1975, unit: "Trạm A", award: "Giấy khen"))
    let outcome = appraise("--color", "never", "--fail-on", "never", season)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Lương Thị Hạnh, sinh năm 1990"))
    #expect(outcome.output.contains("a/ds.txt, dòng 5: Trạm A"))
    #expect(outcome.output.contains("b/ds.txt, dòng 5: Trường B"))
    #expect(!outcome.output.contains("c/ds.txt, dòng 5"))
    let csv = appraise("--format", "csv", season).output.split(separator: "\r\n")
    let named = csv.filter { $0.hasSuffix("Lương Thị Hạnh, sinh năm 1990\"") }
    #expect(named.count == 2)
  }

  @Test("One thread and eight give the same bytes", arguments: ["json", "csv"])
  func jobs(format: String) throws {
    for number in 0..<9 {
      try folder.write(
        "dot/\(number)/ds.txt",
        list("Nguyễn Văn Sơn", born: 1980 + number % 3, unit: "Tổ \(number)", award: "Giấy khen"))
    }
    let one = appraise("--format", format, "--jobs", "1", season)
    let many = appraise("--format", format, "--jobs", "8", season)
    #expect(one.output == many.output && one.status == many.status && !one.output.isEmpty)
  }

  @Test("Progress is shown on a terminal, for a season, and not when unwanted")
  func progress() throws {
    for number in 0..<3 { try sample.write(to: "dot/\(number)", in: folder) }
    func shown(_ arguments: [String]) -> String {
      let written = Mutex("")
      let io = CommandIO(
        writeOutput: { _ in true }, writeError: { _ in }, isOutputTerminal: false, columns: 100,
        writeProgress: { text in written.withLock { $0 += text } })
      let tool = CommandLineTool(modules: builtInModules, io: io, today: .today())
      _ = tool.run(["appraise"] + arguments)
      return written.withLock { $0 }
    }
    let lines = shown([season]).split(separator: "\r")
    #expect(lines.count == 5)
    #expect(lines[3] == "\u{1B}[K[\(String(repeating: "#", count: 30))] 3/3 hồ sơ")
    #expect(lines[4] == "\u{1B}[K")
    #expect(shown([season, "--progress", "never"]).isEmpty)
    #expect(shown([season + "/0"]).isEmpty)
  }

  @Test("A folder without dossiers is said, and is no error")
  func nothing() throws {
    try folder.write("dot/ghi-chu.md", "")
    let outcome = appraise(season)
    #expect(outcome.status == 0 && outcome.errors.count == 1)
  }
}

@Suite("tdktlint appraise: command line and configuration")
struct AppraisePolicyTests {
  private let folder: TemporaryFolder
  private let sample: SampleDossier

  init() throws {
    folder = try TemporaryFolder()
    sample = try SampleDossier()
  }

  private func appraise(_ arguments: String...) -> Outcome {
    tdktlint(["appraise"] + arguments, modules: builtInModules)
  }

  static let misuses: [([String], String)] = [
    ([], "chưa nêu hồ sơ"),
    (["--received", "2026-13-01", "a"], "--received"),
    (["--format", "sarif", "a"], "--format"),
    (["--as-of", "hôm nay", "a"], "--as-of"),
  ]

  @Test("Wrong use is 2, with what was meant", arguments: misuses)
  func wrongUse(_ arguments: [String], _ says: String) {
    let outcome = tdktlint(["appraise"] + arguments, modules: builtInModules)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.first?.contains(says) == true)
  }

  @Test("Help says what a dossier and what a season is, in both languages")
  func help() {
    let outcome = tdktlint(["appraise", "--help"])
    #expect(outcome.status == 0 && outcome.output.contains("là một hồ sơ"))
    let english = tdktlint(["appraise", "--help", "--lang", "en"])
    #expect(english.output.contains("is one dossier"))
    for line in (outcome.output + english.output).split(separator: "\n") {
      #expect(line.unicodeScalars.count <= 100, "\(line)")
    }
  }

  @Test("Rule packs and suppressions of the configuration in the dossier's folder hold for it")
  func configuration() throws {
    let pack = try wordPack(in: folder)
    let plain = try sample.write(to: "ho-so", in: folder)
    try folder.write("ho-so/ghi-chu.txt", "Một câu sai.\n")
    func appraise(_ arguments: String...) -> Outcome {
      tdktlint(["appraise", "--no-builtin-rules", "--skip", "tool"] + arguments)
    }
    #expect(appraise(plain).status == 0)
    try folder.write("ho-so/.tdktlint.yml", "version: 1\nrules: [\(pack)]\n")
    let packed = appraise(plain)
    #expect(packed.status == 1 && packed.output.contains("tinh/tu-sai"), "\(packed)")
    #expect(appraise("--no-config", plain).status == 0)
  }

  @Test("A finding across papers can be set aside with a reason")
  func suppressions() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    try FileManager.default.removeItem(atPath: plain + "/bao-cao-phu.docx")
    #expect(appraise(plain).status == 1)
    try folder.write(
      "ho-so/.tdktlint.yml",
      """
      version: 1
      suppressions:
        - rule: dossier/report-missing-for-nominee
          path: to-trinh.docx
          reason: Báo cáo nộp bản giấy.
          owner: Phòng Văn hóa - Xã hội
          expires: 2025-12-31
      """)
    let outcome = appraise(plain)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("1 được bỏ qua theo cấu hình"))
  }

  @Test(
    "External plug-ins are asked about every paper, with any number of threads",
    .enabled(if: hasPython))
  func plugins() throws {
    for number in 0..<4 {
      try folder.write(
        "dot/\(number)/a.txt", "Mời \(number) cán bộ công chức các thôn dự họp.\n")
      try folder.write("dot/\(number)/b.txt", "Không có gì ở đây.\n")
    }
    try folder.write("dot/hong.zip", "PK\u{3}\u{4}")
    let outcomes = ["1", "8"].map { jobs in
      tdktlint([
        "appraise", "--no-builtin-rules", "--plugin", examplePlugin, "--format", "json", "--jobs",
        jobs, folder.path + "/dot",
      ])
    }
    #expect(outcomes[0].output == outcomes[1].output && outcomes[0].status == 3)
    let documents = try AppraisedDocuments(outcomes[0])
    for number in 0..<4 {
      #expect(
        documents.findings("dot/\(number)/a.txt").contains("tu-ngu/liet-ke cán bộ công chức"))
      #expect(documents.findings("dot/\(number)/b.txt").allSatisfy { !$0.hasPrefix("tu-ngu/") })
    }
  }

  @Test("English speaks English")
  func english() throws {
    let plain = try sample.write(to: "ho-so", in: folder)
    #expect(appraise("--lang", "en", plain).output.contains("6 documents: 0 errors"))
  }
}
