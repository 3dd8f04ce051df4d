import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// What a package holds besides its text, and what it is taken for.
struct DocxPackageTests {
  private static let mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let macroType = "application/vnd.ms-word."

  @Test(arguments: [
    ("kế hoạch.docx", mainType + "document.main+xml"),
    ("kế hoạch.dotx", mainType + "template.main+xml"),
    ("kế hoạch.docm", macroType + "document.macroEnabled.main+xml"),
    ("kế hoạch.dotm", macroType + "template.macroEnabledTemplate.main+xml"),
    ("kế hoạch.doc", mainType + "document.main+xml"),
  ])
  func documentsAndTemplatesAreReadAlike(name: String, type: String) throws {
    var fixture = DocxFixture(paragraphs: ["Kế hoạch"])
    fixture.extraEntries = [
      .init(
        "[Content_Types].xml",
        text: """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Override PartName="/word/document.xml" ContentType="\(type)"/></Types>
          """)
    ]
    let document = try DocumentReader.read(fixture.bytes, name: name)
    #expect(document.format == .docx)
    #expect(document.body.blocks.map(\.text) == ["Kế hoạch"])
    #expect(document.remarks.isEmpty)
  }

  @Test func macrosAreFoundUnderWhateverName() throws {
    var fixture = DocxFixture(paragraphs: ["a"])
    fixture.relatedParts = [
      ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "ma.bin", nil, "x")
    ]
    #expect(try read(fixture).remarks == [.macros])
  }

  private static let signatureOrigin =
    "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"

  /// Office, the packaging library of .NET that signing tools use, and any other name.
  @Test(arguments: [
    "_xmlsignatures/origin.sigs", "package/services/digital-signature/origin.psdsor", "ky/goc.bin",
  ])
  func aSignatureIsFoundByItsRelationship(origin: String) throws {
    var fixture = DocxFixture(paragraphs: ["a"])
    fixture.packageRelationships = [(DocxPackageTests.signatureOrigin, "/" + origin)]
    fixture.extraEntries = [.init(origin, [])]
    #expect(try read(fixture).remarks == [.signed])
    #expect(try DocxTextPlaces(fixture.bytes, limits: .init()).isSigned)
    fixture.packageRelationships = [("http://example.org/digital/origin", "/a.bin")]
    fixture.extraEntries = []
    #expect(try read(fixture).remarks.isEmpty)
    #expect(try !DocxTextPlaces(fixture.bytes, limits: .init()).isSigned)
  }

  @Test func theGlossaryIsNoText() throws {
    var fixture = DocxFixture(paragraphs: ["Kế hoạch"])
    fixture.relatedParts = [
      (
        "glossaryDocument", "glossary/document.xml", "glossaryDocument",
        "<w:docParts><w:docPart><w:docPartBody>\(DocxFixture.paragraph("mẫu"))</w:docPartBody>"
          + "</w:docPart></w:docParts>"
      )
    ]
    #expect(try read(fixture).parts.map { $0.blocks.map(\.text) } == [["Kế hoạch"]])
  }

  // MARK: Text left to Word to take in

  private func withChunk(_ name: String, _ content: String) -> DocxFixture {
    let chunk = name.split(separator: ".").first ?? ""
    var fixture = DocxFixture(
      DocxFixture.paragraph("trước") + "<w:altChunk r:id=\"\(chunk)\"/>"
        + DocxFixture.paragraph("sau"))
    fixture.relatedParts = [("aFChunk", name, nil, content)]
    return fixture
  }

  private static let page = """
    <html><head><meta charset="utf-8"></head><body><p>Kế hoạch</p>\
    <table><tr><td>TT</td><td><b>Nội dung</b></td></tr></table></body></html>
    """

  @Test func aPageInsideIsPartOfTheText() throws {
    let archive = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary="x"

      --x
      Content-Type: text/html; charset="utf-8"

      \(DocxPackageTests.page)
      --x--
      """
    for fixture in [
      withChunk("trang.html", DocxPackageTests.page), withChunk("trang.mht", archive),
    ] {
      let body = try read(fixture).body
      #expect(body.blocks.map(\.text) == ["trước", "Kế hoạch", "TT", "Nội dung", "sau"])
      #expect(body.tables.map(\.blocks) == [2..<4])
      #expect(body.blocks[3].place.cell == .init(table: 0, row: 0, cell: 1))
      // Nothing of it stands in the main part.
      #expect(body.blocks.map(\.source.isEmpty) == [false, true, true, true, false])
      let places = try DocxTextPlaces(fixture.bytes, limits: .init())
      #expect(places.blocks.map(\.count) == [1, 0, 0, 0, 1])
    }
  }

  @Test func aTableInsideATextWithTablesIsShifted() throws {
    let row = "<w:tr><w:tc>\(DocxFixture.paragraph("a"))</w:tc></w:tr>"
    var fixture = withChunk("trang.html", DocxPackageTests.page)
    fixture.body = "<w:tbl>\(row)</w:tbl>" + fixture.body
    let body = try read(fixture).body
    #expect(body.tables.map(\.blocks) == [0..<1, 3..<5])
    #expect(body.tables[1].rows[0].cells.map(\.blocks) == [3..<4, 4..<5])
    #expect(body.blocks[4].place.cell?.table == 1)
  }

  @Test func textIsTakenInAndAnythingElseRefused() throws {
    #expect(
      try read(withChunk("loi.txt", "Kế hoạch")).body.blocks.map(\.text)
        == ["trước", "Kế hoạch", "sau"])
    #expect(try read(withChunk("rong.html", "")).body.blocks.map(\.text) == ["trước", "sau"])
    let error = try refusal(withChunk("noi-dung.rtf", "{\\rtf1 a}").bytes)
    #expect(error.code == .unsupportedFormat)
    #expect(error.message.vi.contains("word/noi-dung.rtf"))
  }

  @Test func aDocumentInsideIsReadAndOneInsideThatIsNot() throws {
    func holding(_ inner: [UInt8]) -> DocxFixture {
      var fixture = withChunk("con.docx", "")
      fixture.replacedEntries = ["word/con.docx": inner]
      return fixture
    }
    let inner = DocxFixture(paragraphs: ["trong"])
    #expect(
      try read(holding(inner.bytes)).body.blocks.map(\.text) == ["trước", "trong", "sau"])
    #expect(try refusal(holding(holding(inner.bytes).bytes).bytes).code == .unsupportedFormat)
  }
}
