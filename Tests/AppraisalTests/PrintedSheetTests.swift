import Appraisal
import AppraisalReports
import DocumentAnalysis
import DocumentModel
import DocumentReading
import DossierAnalysis
import FixtureSupport
import JSONReading
import LegalKnowledge
import Reporting
import RuleEngine
import Testing
import TextMatching

/// The sheet as people hold it, read back with the program's own readers.
struct PrintedSheetTests {
  enum Form: String, CaseIterable {
    case docx
    case html
  }

  private func bytes(_ sheet: AppraisalSheet, as form: Form, _ language: Language = .vi) throws
    -> [UInt8]
  {
    switch form {
    case .docx: try AppraisalDocument.render(sheet, language: language)
    case .html: Array(AppraisalHTML.render(sheet, language: language).utf8)
    }
  }

  private func read(
    _ sheet: AppraisalSheet, as form: Form, _ language: Language = .vi
  ) throws -> SourceDocument {
    try DocumentReader.read(try bytes(sheet, as: form, language), name: "phieu.\(form.rawValue)")
  }

  /// A dossier with something of every verdict.
  private func mixed() throws -> AppraisalSheet {
    try Sheets.sheet(
      "xa-cuoi-nam-dat",
      changing: [
        (
          "05/06 người đạt danh hiệu “Lao động tiên tiến” (83,3 %)",
          "03/06 người đạt danh hiệu “Lao động tiên tiến” (50 %)"
        ),
        ("Năm 2025 được đánh giá hoàn thành tốt nhiệm vụ; tích cực", "Tích cực"),
      ])
  }

  /// The words of a table's rows, a string a cell.
  private func cells(_ table: Table, _ part: DocumentPart) -> [[String]] {
    table.rows.map { row in
      row.cells.map { cell in
        cell.blocks.map { part.blocks[$0].text }.joined(separator: "\n")
      }
    }
  }

  /// The table whose first row begins so.
  private func table(_ first: String, in document: SourceDocument) throws -> [[String]] {
    try #require(
      document.body.tables.map { cells($0, document.body) }
        .first { $0.first?.contains { $0.hasPrefix(first) } ?? false })
  }

  private static let verdicts = ["dat", "can-bo-sung", "khong-dat", "chua-kiem-tra"]

  @Test("The figures on paper are those of the JSON", arguments: Form.allCases)
  func figures(form: Form) throws {
    let sheet = try mixed()
    let tool = Report.Tool(name: "tdktlint", version: "0.1.0", rules: "sha256:00")
    let json = try JSONNode(
      parsing: Array(AppraisalJSON.render(sheet, tool: tool, language: .vi).utf8))
    func figures(_ node: JSONNode?) -> [String] {
      Self.verdicts.compactMap { node?["outcome"]?["verdicts"]?[$0]?.integer }.map(String.init)
    }
    let document = try read(sheet, as: form)
    let total = try table(form == .docx ? "Số điều kiện" : "Phần", in: document)
    #expect(total.last?.dropFirst().map { $0 } == figures(json))
    let cases = try table("Danh hiệu, hình thức", in: document).dropFirst()
    let told = try #require(json["cases"]?.array)
    #expect(cases.count == told.count && told.count == 4)
    for (row, node) in zip(cases, told) {
      #expect(row[0] == node["number"]?.integer.map(String.init))
      #expect(row[1].hasPrefix(node["name"]?.string ?? "?"))
      #expect(row[2] == node["awardName"]?.string)
      #expect(Array(row[3...6]) == figures(node))
      let proposal = ProposedOutcome(rawValue: node["outcome"]?["proposal"]?.string ?? "")
      #expect(row[7] == proposal?.words.vi)
    }
    // Every condition with its verdict, in order; those inside others too.
    func verdicts(_ nodes: [JSONNode]) -> [String] {
      nodes.flatMap { node in
        [node["verdict"]?.string ?? ""] + verdicts(node["parts"]?.array ?? [])
      }
    }
    let printed = document.body.tables.map { cells($0, document.body) }
      .filter { $0[0].last == "Kết luận" }
    let expected =
      [json["conditions"]?.array ?? []] + told.map { $0["conditions"]?.array ?? [] }
    #expect(printed.count == expected.count)
    for (table, nodes) in zip(printed, expected) {
      #expect(
        table.dropFirst().map { $0.last ?? "" }
          == verdicts(nodes).map { Verdict(rawValue: $0)?.words.vi ?? "?" })
    }
  }

  @Test("The Word document has the parts of the decree's layout, and can be filled in")
  func layout() throws {
    let sheet = try mixed()
    let source = try read(sheet, as: .docx)
    let texts = source.body.blocks.map(\.text)
    for words in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "PHIẾU THẨM ĐỊNH",
      "Số: ……/……", "Nơi nhận:", "NGƯỜI THẨM ĐỊNH",
    ] { #expect(texts.contains(words), "\(words)") }
    let title = try #require(texts.firstIndex(of: "PHIẾU THẨM ĐỊNH"))
    let annex = try #require(texts.firstIndex(of: "Phụ lục I"))
    let signature = try #require(texts.firstIndex(of: "NGƯỜI THẨM ĐỊNH"))
    #expect(title < signature && signature < annex)
    // Header rows are repeated on every page; the tables of the letterhead and signature have none.
    let headed = source.body.tables.filter { $0.rows.first?.isHeader ?? false }
    #expect(headed.count == source.body.tables.count - 2)
  }

  @Test("The page stands alone: no script, nothing fetched, every word escaped")
  func page() throws {
    var sheet = try Sheets.sheet("xa-cuoi-nam-dat")
    sheet.cases[2].name = "Lương Thị <b>Hạnh & Co</b>"
    sheet.papers[0].path = "<script>.docx"
    let html = AppraisalHTML.render(sheet, language: .vi)
    #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'"))
    for words in ["<script", "http://", "https://", "<b>", "javascript:", "url("] {
      #expect(!html.contains(words), "\(words)")
    }
    #expect(html.contains("lang=\"vi\"") && html.contains("scope=\"col\""))
    // The summary stands before the details, and leads to them.
    let summary = try #require(html.range(of: "id=\"truong-hop\""))
    let details = try #require(html.range(of: "id=\"chi-tiet\""))
    #expect(summary.lowerBound < details.lowerBound)
    for number in 1...4 {
      #expect(html.contains("href=\"#th-\(number)\"") && html.contains("id=\"th-\(number)\""))
    }
  }

  @Test("In English but for what the papers say", arguments: Form.allCases)
  func english(form: Form) throws {
    let document = try read(try mixed(), as: form, .en)
    let text = document.body.blocks.map(\.text).joined(separator: "\n")
    for words in ["NOT MET", "The numbers that the papers give agree"] {
      #expect(text.contains(words), "\(words)")
    }
    for words in ["KHÔNG ĐẠT", "Kết quả", "Điều kiện"] {
      #expect(!text.contains(words), "\(words)")
    }
  }

  @Test("The same dossier gives the same bytes", arguments: Form.allCases)
  func same(form: Form) throws {
    #expect(try bytes(try mixed(), as: form) == bytes(try mixed(), as: form))
  }

  @Test("A dossier of which nothing could be read still has its sheet", arguments: Form.allCases)
  func empty(form: Form) throws {
    var dossier = Dossier(path: "ho-so.zip", papers: [])
    dossier.unread = [
      Dossier.Unread(path: "ho-so.zip!/a.docx", reason: LocalizedText(vi: "Tệp hỏng.", en: "Bad."))
    ]
    let document = try read(try Sheets.sheet(dossier), as: form)
    let text = document.body.blocks.map(\.text).joined(separator: "\n")
    #expect(text.contains("ho-so.zip!/a.docx") && text.contains("Tệp hỏng."))
  }
}
