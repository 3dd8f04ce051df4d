import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// A DOCX as one XML file.
struct FlatOPCTests {
  private func readFlat(_ fixture: DocxFixture) throws -> SourceDocument {
    try DocumentReader.read(fixture.flatBytes, name: "kế hoạch.xml")
  }

  @Test func itIsReadLikeThePackage() throws {
    var fixture = DocxFixture(
      text: "KẾ HOẠCH\n1. **Mục đích** thi đua\nTT\tNội dung\n1\tPhát động")
    fixture.footnotes = "<w:footnote w:id=\"1\">\(DocxFixture.paragraph("Chú thích"))</w:footnote>"
    fixture.styles = """
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>
      <w:rPr><w:sz w:val="26"/></w:rPr></w:style>
      """
    let flat = try readFlat(fixture)
    let packed = try read(fixture)
    #expect(flat.format == .flatOPC)
    #expect(flat.parts.map(\.name) == ["word/document.xml", "word/footnotes.xml"])
    #expect(flat.parts.map(\.blocks) == packed.parts.map(\.blocks))
    #expect(flat.parts.map(\.tables) == packed.parts.map(\.tables))
    #expect(flat.body.blocks.first?.runs.first?.format.size == 26)
  }

  @Test func namespacesMayBeDeclaredOnThePackage() throws {
    let file = """
      <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" \
      xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <pkg:part pkg:name="/_rels/.rels"><pkg:xmlData>\
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>\
      </pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>\
      <w:document><w:body><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Kế hoạch</w:t></w:r>\
      </w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>
      """
    let document = try DocumentReader.read(Array(file.utf8), name: "a.xml")
    #expect(document.body.blocks.map(\.text) == ["Kế hoạch"])
    #expect(document.body.blocks.first?.format.alignment == .center)
  }

  @Test func macrosAreNotedAndBinaryPartsOverTenMegabytesDoNoHarm() throws {
    var fixture = DocxFixture(paragraphs: ["Kế hoạch"])
    fixture.extraEntries = [
      .init("word/vbaProject.bin", [UInt8](repeating: 7, count: 9 << 20))
    ]
    let bytes = fixture.flatBytes
    #expect(bytes.count > 12 << 20)
    let document = try DocumentReader.read(bytes, name: "a.xml")
    #expect(document.body.blocks.map(\.text) == ["Kế hoạch"])
    #expect(document.remarks == [.macros])
  }

  @Test func refusals() throws {
    var fixture = DocxFixture(paragraphs: ["một", "hai", "ba"])
    var limits = ReadingLimits()
    limits.entries = 2
    #expect(try refusal(fixture.flatBytes, limits: limits).code == .tooLarge)
    limits = ReadingLimits()
    limits.inflatedBytesPerEntry = 200
    #expect(try refusal(fixture.flatBytes, limits: limits).code == .tooLarge)
    limits = ReadingLimits()
    limits.blocks = 2
    #expect(try refusal(fixture.flatBytes, limits: limits).code == .tooLarge)
    fixture.extraEntries = [.init("Word/Document.xml", text: "<w/>")]
    #expect(try refusal(fixture.flatBytes).code == .corrupt)
    let deep = DocxFixture(
      String(repeating: "<w:sdt>", count: 300) + String(repeating: "</w:sdt>", count: 300))
    #expect(try refusal(deep.flatBytes).code == .tooLarge)
    let package = "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
    #expect(try refusal(Array((package + "</pkg:package>").utf8)).code == .notADocument)
    #expect(try refusal(Array(package.utf8)).code == .corrupt)
    #expect(
      try refusal(Array(("<!DOCTYPE a>" + package + "</pkg:package>").utf8)).code
        == .externalEntity)
  }
}
