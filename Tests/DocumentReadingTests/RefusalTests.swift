import DocumentReading
import FixtureSupport
import Testing
import TextMatching

/// Files that cannot be read: each gets one clear answer.
struct RefusalTests {
  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// An OLE compound file with one directory entry beside the root.
  private static func compoundFile(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 512 - 8)
    for name in ["Root Entry", stream] {
      var entry = utf16(name) + [UInt8](repeating: 0, count: 128)
      entry = Array(entry.prefix(128))
      entry[64] = UInt8(2 * name.utf16.count + 2)
      bytes += entry
    }
    return bytes + [UInt8](repeating: 0, count: 768)
  }

  private static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
  }

  private static func office(_ part: String) -> [UInt8] {
    ZipWriter.archive([
      .init(
        "_rels/.rels",
        text: """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Target="\(part)" Type="http://schemas.openxmlformats.org/\
          officeDocument/2006/relationships/officeDocument"/></Relationships>
          """),
      .init(part, text: "<workbook/>"),
    ])
  }

  static let files: [(what: String, bytes: [UInt8], code: ReadingError.Code, says: String)] = [
    ("random bytes", noise(4096), .notADocument, "nhị phân"),
    ("an empty file", [], .empty, "rỗng"),
    ("white space only", Array(" \n\n\t\n".utf8), .empty, "rỗng"),
    (
      "a truncated DOCX", Array(DocxFixture(paragraphs: ["Kế hoạch"]).bytes.dropLast(40)),
      .truncated, "cắt cụt"
    ),
    ("a DOCX under a password", compoundFile("EncryptedPackage"), .encrypted, "mật khẩu"),
    ("an old .doc", compoundFile("WordDocument"), .oldWord, ".doc"),
    ("an old .xls", compoundFile("Workbook"), .unsupportedFormat, "OLE"),
    ("a workbook", office("xl/workbook.xml"), .unsupportedFormat, ".xlsx"),
    ("a presentation", office("ppt/presentation.xml"), .unsupportedFormat, ".pptx"),
    (
      "an OpenDocument workbook",
      ZipWriter.archive([
        .init("mimetype", text: "application/vnd.oasis.opendocument.spreadsheet"),
        .init("content.xml", text: "<office/>"),
      ]), .unsupportedFormat, "OpenDocument"
    ),
    ("a ZIP", ZipWriter.archive([.init("a.txt", text: "a")]), .notADocument, "ZIP"),
    (
      "an XML with an external entity",
      Array(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
          .utf8),
      .externalEntity, "DOCTYPE"
    ),
    (
      "an XML", Array("<?xml version=\"1.0\"?><hoSo><a/></hoSo>".utf8), .unsupportedFormat, "<hoSo>"
    ),
    ("an HTML page without text", Array("<!DOCTYPE html><p>".utf8), .empty, "rỗng"),
    (
      "an XML without declaration", Array("<hoSo>\n<a/>\n</hoSo>\n".utf8), .unsupportedFormat,
      "<hoSo>"
    ),
    (
      "a web archive without a page",
      Array("MIME-Version: 1.0\nContent-Type: multipart/related\n\n".utf8),
      .unsupportedFormat, "MHTML"
    ),
    ("RTF", Array("{\\rtf1 K}".utf8), .unsupportedFormat, "RTF"),
    ("PDF", Array("%PDF-1.7\n".utf8), .unsupportedFormat, "PDF"),
    ("a JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], .unsupportedFormat, "JPEG"),
    (
      "text in an unknown encoding", Array("Café Montréal".unicodeScalars.map { UInt8($0.value) }),
      .notText, "TCVN3"
    ),
    ("text with a NUL", Array("Kế\0hoạch".utf8), .notADocument, "nhị phân"),
  ]

  @Test(arguments: 0..<files.count)
  func eachFileGetsItsAnswer(index: Int) throws {
    let (what, bytes, code, words) = RefusalTests.files[index]
    let error = try refusal(bytes)
    #expect(error.code == code, "\(what)")
    #expect(error.message.vi.contains(words), "\(what): \(error.message.vi)")
    for text in [error.message, error.hint] {
      #expect(!text.vi.isEmpty && !text.en.isEmpty, "\(what)")
      #expect(!text.vi.contains("\n") && !text.en.contains("\n"), "\(what)")
    }
  }

  @Test func anHTMLPageUnderAWordNameIsReadForWhatItIs() throws {
    let page = "<html xmlns=\"http://www.w3.org/TR/REC-html40\"><body><p>Kế hoạch</p></body></html>"
    let document = try DocumentReader.read(Array(page.utf8), name: "kh.DOC")
    #expect(document.format == .html)
    #expect(document.body.blocks.map(\.text) == ["Kế hoạch"])
  }

  @Test func everyPrefixOfADocxIsRefusedOrRead() throws {
    let whole = DocxFixture(paragraphs: ["Kế hoạch", "1. Mục đích"]).bytes
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: ReadingError.self) {
        try DocumentReader.read(Array(whole.prefix(count)), name: "a.docx")
      }
    }
  }

  @Test func aDamagedByteNeverCrashes() throws {
    let whole = DocxFixture(paragraphs: ["Kế hoạch", "1. Mục đích"]).bytes
    for index in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[index] ^= 0x55
      _ = try? DocumentReader.read(bytes, name: "a.docx")
    }
  }

  // MARK: Packages

  @Test func aPartThatClaimsFourGigabytesIsRefused() throws {
    var fixture = DocxFixture("")
    fixture.extraEntries = [
      .init("word/bom.xml", repeating: 0x20, count: 1 << 20, claiming: 4_294_967_000)
    ]
    #expect(try refusal(fixture.bytes).code == .tooLarge)
  }

  @Test func theMainPartThatInflatesBeyondItsClaimIsRefused() throws {
    var entries = DocxFixture("").entries
    entries[1] = .init("word/document.xml", repeating: 0x20, count: 40 << 20, claiming: 1000)
    let clock = ContinuousClock()
    let start = clock.now
    let error = try refusal(ZipWriter.archive(entries))
    #expect(error.code == .tooLarge)
    #expect(clock.now - start < .seconds(1))
  }

  @Test func theMainPartOverTheLimitIsRefused() throws {
    var entries = DocxFixture("").entries
    entries[1] = .init("word/document.xml", repeating: 0x20, count: 2 << 20, claiming: 2 << 20)
    var limits = ReadingLimits()
    limits.inflatedBytesPerEntry = 1 << 20
    #expect(try refusal(ZipWriter.archive(entries), limits: limits).code == .tooLarge)
  }

  @Test func allPartsTogetherAreLimited() throws {
    var fixture = DocxFixture(paragraphs: [String(repeating: "a", count: 600)])
    fixture.styles = String(repeating: "<!-- -->", count: 100)
    var limits = ReadingLimits()
    limits.inflatedBytes = 2000
    #expect(try refusal(fixture.bytes, limits: limits).code == .tooLarge)
  }

  @Test func limitsOnEntriesBlocksTextCellsAndDepth() throws {
    let many = DocxFixture(paragraphs: ["một", "hai", "ba"])
    let table = DocxFixture(text: "a\tb\tc\nd\te\tf")
    let deep = DocxFixture(
      String(repeating: "<w:sdt><w:sdtContent>", count: 200)
        + String(repeating: "</w:sdtContent></w:sdt>", count: 200))
    var entries = ReadingLimits()
    entries.entries = 2
    var blocks = ReadingLimits()
    blocks.blocks = 2
    var text = ReadingLimits()
    text.textScalars = 7
    var cells = ReadingLimits()
    cells.tableCells = 5
    #expect(try refusal(many.bytes, limits: entries).code == .tooLarge)
    #expect(try refusal(many.bytes, limits: blocks).code == .tooLarge)
    #expect(try refusal(many.bytes, limits: text).code == .tooLarge)
    #expect(try refusal(table.bytes, limits: cells).code == .tooLarge)
    #expect(try refusal(deep.bytes).code == .tooLarge)
    #expect(throws: Never.self) { try read(many) }
  }

  @Test func limitsOnNodesAttributesAndLengthsOfParagraphs() throws {
    func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
      var limits = ReadingLimits()
      change(&limits)
      return limits
    }
    func words(_ bytes: [UInt8], _ change: (inout ReadingLimits) -> Void) throws -> String {
      let error = try refusal(bytes, limits: limits(change))
      #expect(error.code == .tooLarge)
      return error.message.vi
    }
    let docx = DocxFixture(paragraphs: ["một", "hai"]).bytes
    #expect(try words(docx) { $0.xmlNodes = 10 }.contains("phần tử XML"))
    #expect(try words(docx) { $0.xmlAttributes = 3 }.contains("thuộc tính"))
    #expect(try words(docx) { $0.paragraphScalars = 2 }.contains("đoạn dài hơn 2"))
    // Before the rest of the part is read, and whether or not it would be shown.
    let letters = String(repeating: "a", count: 90)
    let hidden = DocxFixture("<w:p><w:r><w:instrText>\(letters)</w:instrText></w:r></w:p>")
    #expect(try words(hidden.bytes) { $0.textScalars = 80 }.contains("80 ký tự"))
    let page = Array("<html><body><p>một<p>hai".utf8)
    #expect(try words(page) { $0.xmlNodes = 2 }.contains("phần tử XML"))
    #expect(try words(page) { $0.textBytes = 5 }.contains("HTML"))
    let wide = Array("<html><body><p a='<' b=\"<\" c=d e f>một".utf8)
    #expect(try words(wide) { $0.xmlAttributes = 4 }.contains("thuộc tính"))
    let text = Array("một\thai\tba".utf8)
    #expect(try words(text) { $0.tableCells = 1 }.contains("ô bảng"))
    #expect(try words(text) { $0.textBytes = 5 }.contains("văn bản thuần"))
  }

  /// Word puts up to five on a paragraph and its runs.
  @Test func marksOfWordsSessionsDoNotCount() throws {
    func paper(_ attribute: String) -> [UInt8] {
      DocxFixture(String(repeating: "<w:p \(attribute)=\"00A1\"/>", count: 100)).bytes
    }
    var limits = ReadingLimits()
    limits.xmlNodes = 150
    #expect(throws: Never.self) {
      try DocumentReader.read(paper("w:rsidR"), name: "a.docx", limits: limits)
    }
    #expect(try refusal(paper("w:other"), limits: limits).code == .tooLarge)
  }

  /// Of the styles of a paper too, and whatever the encoding.
  @Test func aWideElementIsSeenBeforeItIsParsed() throws {
    let attributes = (0..<300).map { "a\($0)='>'" }.joined(separator: " ")
    var fixture = DocxFixture(paragraphs: ["a"])
    fixture.styles = "<w:style \(attributes)/>"
    #expect(try refusal(fixture.bytes).code == .tooLarge)
    let wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a \(attributes)/>"
    let utf16 = [0xFF, 0xFE] + RefusalTests.utf16(wide)
    var entries = DocxFixture(paragraphs: ["a"]).entries
    entries[1] = .init("word/document.xml", utf16)
    #expect(try refusal(ZipWriter.archive(entries)).code == .tooLarge)
  }

  @Test func readingStopsWhenItsTimeIsOver() throws {
    let bytes = DocxFixture(paragraphs: (0..<500).map { "Đoạn \($0)" }).bytes
    var code: ReadingError.Code?
    let result: Void? = TimeBound.run(.nanoseconds(1)) {
      code = (try? refusal(bytes))?.code
    }
    #expect(result == nil)
    #expect(code == .tooSlow)
  }

  @Test func textIsLimitedToo() throws {
    var limits = ReadingLimits()
    limits.blocks = 1
    #expect(try refusal(Array("Một.\n\nHai.".utf8), limits: limits).code == .tooLarge)
    limits = ReadingLimits()
    limits.lines = 1
    #expect(try refusal(Array("Một.\n\nHai.".utf8), limits: limits).code == .tooLarge)
    limits = ReadingLimits()
    limits.textScalars = 4
    #expect(try refusal(Array("Một.\n\nHai.".utf8), limits: limits).code == .tooLarge)
    limits = ReadingLimits()
    limits.fileBytes = 4
    #expect(try refusal(Array("Một.\n\nHai.".utf8), limits: limits).code == .tooLarge)
  }

  @Test func anEncryptedEntryIsRefused() throws {
    var entries = DocxFixture(paragraphs: ["a"]).entries
    for index in entries.indices { entries[index].flags |= 1 }
    #expect(try refusal(ZipWriter.archive(entries)).code == .encrypted)
  }

  @Test func aDoctypeInAPartIsRefused() throws {
    var fixture = DocxFixture(paragraphs: ["a"])
    fixture.prolog = "<!DOCTYPE w [<!ENTITY a SYSTEM \"http://127.0.0.1/\">]>"
    #expect(try refusal(fixture.bytes).code == .externalEntity)
    var entries = DocxFixture(paragraphs: ["a"]).entries
    entries[0] = .init("_rels/.rels", text: "<!DOCTYPE a><Relationships/>")
    #expect(try refusal(ZipWriter.archive(entries)).code == .externalEntity)
  }

  @Test func aDoctypeInTheStylesIsRefused() throws {
    var fixture = DocxFixture(paragraphs: ["a"])
    fixture.styles = ""
    var entries = fixture.entries
    entries[2] = .init("word/styles.xml", text: "<!DOCTYPE a><a/>")
    #expect(try refusal(ZipWriter.archive(entries)).code == .externalEntity)
  }

  @Test func aMalformedPartIsNamed() throws {
    let error = try refusal(DocxFixture("<w:p>").bytes)
    #expect(error.code == .corrupt)
    #expect(error.message.vi.contains("word/document.xml"))
    var fixture = DocxFixture(paragraphs: ["a"])
    fixture.styles = "<w:style>"
    #expect(try refusal(fixture.bytes).message.vi.contains("word/styles.xml"))
  }

  @Test func twoEntriesOfOneNameAreRefused() throws {
    var fixture = DocxFixture(paragraphs: ["a"])
    fixture.extraEntries = [.init("Word/Document.XML", text: "<w/>")]
    #expect(try refusal(fixture.bytes).code == .corrupt)
  }

  @Test func aRelationshipOutOfThePackageIsNotFollowed() throws {
    var entries = DocxFixture(paragraphs: ["a"]).entries
    entries[0] = .init(
      "_rels/.rels",
      text: """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="a" Type="x/officeDocument" Target="../../etc/passwd"/>\
        <Relationship Id="b" Type="x/officeDocument" TargetMode="External" \
        Target="http://127.0.0.1/"/></Relationships>
        """)
    #expect(try refusal(ZipWriter.archive(entries)).code == .corrupt)
  }

  @Test func aMissingPartIsReported() throws {
    var entries = DocxFixture(paragraphs: ["a"]).entries
    entries.remove(at: 1)
    #expect(try refusal(ZipWriter.archive(entries)).code == .corrupt)
  }
}
