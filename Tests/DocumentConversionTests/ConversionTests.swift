import DocumentConversion
import DocumentModel
import DocumentReading
import FixtureSupport
import Foundation
import Testing

/// A program in `PATH`; tests that need one are skipped without it.
private func find(_ program: String) -> String? {
  let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
  return folders.map { "\($0)/\(program)" }.first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}

final class ConversionTests {
  /// Scripts that stood for converters; taken away with the test.
  private var scripts: [String] = []

  deinit {
    for path in scripts { try? FileManager.default.removeItem(atPath: path) }
  }

  /// A PDF of one page that shows a line of text, or nothing.
  private func pdf(_ text: String?) -> [UInt8] {
    let content = text.map { "BT /F1 12 Tf 72 720 Td (\($0)) Tj ET" } ?? ""
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      """
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
      /Resources<</Font<</F1 5 0 R>>>>>>
      """,
      "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    let table = offsets.map {
      String(repeating: "0", count: 10 - "\($0)".count) + "\($0) 00000 n \n"
    }
    file += "xref\n0 6\n0000000000 65535 f \n\(table.joined())trailer\n<</Size 6/Root 1 0 R>>\n"
    return Array((file + "startxref\n\(start)\n%%EOF\n").utf8)
  }

  private func error(_ converter: DocumentConverter, _ bytes: [UInt8]) throws -> ReadingError {
    try #require(throws: ReadingError.self) { try converter.read(bytes, name: "a") }
  }

  private static let rtf = Array(
    "{\\rtf1\\ansi K\\u7871? ho\\u7841?ch\\par M\\u7909?c \\u273?\\u237?ch\\par}".utf8)

  @Test func withoutTheProgramsTheAnswerSaysWhatToInstall() throws {
    var converter = DocumentConverter()
    converter.office = "khong-co-soffice"
    converter.pdfText = "/khong/co/pdftotext"
    let office = try error(converter, ConversionTests.rtf)
    #expect(office.code == .converterMissing)
    #expect(office.hint.vi.contains("LibreOffice") && office.hint.en.contains("LibreOffice"))
    let pdfText = try error(converter, pdf("a"))
    #expect(pdfText.code == .converterMissing)
    #expect(pdfText.hint.vi.contains("poppler-utils"))
  }

  @Test func whatNeedsNoConverterIsReadWithoutOne() throws {
    var converter = DocumentConverter()
    converter.office = "khong-co"
    converter.pdfText = "khong-co"
    let document = try converter.read(DocxFixture(paragraphs: ["Kế hoạch"]).bytes, name: "a.docx")
    #expect(document.format == .docx)
    #expect(document.remarks.isEmpty)
    #expect(try error(converter, [0, 1, 2]).code == .notADocument)
  }

  @Test(.enabled(if: find("pdftotext") != nil))
  func thePDFsTextLayerIsRead() throws {
    let document = try DocumentConverter().read(pdf("Ke hoach thi dua"), name: "a.pdf")
    #expect(document.format == .pdf)
    #expect(document.body.blocks.map(\.text) == ["Ke hoach thi dua"])
    #expect(document.body.blocks.map(\.place.line) == [nil])
    #expect(document.remarks == [.converted(program: "pdftotext")])
  }

  @Test(.enabled(if: find("pdftotext") != nil))
  func aScanAndADamagedFileSaySo() throws {
    #expect(try error(DocumentConverter(), pdf(nil)).code == .scan)
    #expect(
      try error(DocumentConverter(), Array("%PDF-1.4 hỏng %%EOF".utf8)).code == .conversionFailed)
  }

  @Test func aFileThatWasCutStartsNoProgram() throws {
    var converter = DocumentConverter()
    converter.office = "khong-co"
    converter.pdfText = "khong-co"
    #expect(try error(converter, Array("%PDF-1.4\n1 0 obj".utf8)).code == .truncated)
    #expect(try error(converter, Array("{\\rtf1 K".utf8)).code == .truncated)
    #expect(try error(converter, Array(pdf("a").dropLast(6))).code == .truncated)
  }

  @Test func aConverterThatHangsIsStopped() throws {
    var converter = DocumentConverter()
    converter.pdfText = try script("sleep 60")
    converter.timeLimit = .milliseconds(300)
    let stopped = try error(converter, pdf("a"))
    #expect(stopped.code == .conversionFailed)
    #expect(stopped.message.vi.contains("quá lâu"))
  }

  @Test func theConverterFindsAnEmptyHomeAndLeavesNothingBehind() throws {
    var converter = DocumentConverter()
    converter.pdfText = try script(
      "echo \"1. $(pwd)\"; echo \"2. $(ls)\"; echo \"3. ${http_proxy:-không}\"")
    let lines = try converter.read(pdf("a"), name: "a.pdf").body.blocks.map(\.text)
    #expect(lines.dropFirst() == ["van-ban.pdf", "không"])
    let folder = try #require(lines.first)
    #expect(folder.contains("tdktlint-"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test(.enabled(if: find("soffice") != nil))
  func oldWordIsReadThroughLibreOffice() throws {
    let document = try DocumentConverter().read(ConversionTests.rtf, name: "a.rtf")
    #expect(document.format == .doc)
    #expect(document.body.blocks.map(\.text) == ["Kế hoạch", "Mục đích"])
    #expect(document.remarks.contains(.converted(program: "LibreOffice")))
  }

  /// A shell script as a converter.
  private func script(_ body: String) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-script-\(UUID().uuidString).sh").path
    scripts.append(path)
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }
}
