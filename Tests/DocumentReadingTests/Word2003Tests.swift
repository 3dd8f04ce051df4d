import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// XML of Word 2003: the names and places that differ from a DOCX.
struct Word2003Tests {
  private func read(_ fixture: Word2003Fixture) throws -> SourceDocument {
    try DocumentReader.read(fixture.bytes, name: "kế hoạch.xml")
  }

  private func p(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func itIsReadLikeADocx() throws {
    let text = "KẾ HOẠCH\n1. **Mục đích** thi đua\nTT\tNội dung\n1\tPhát động\nTổng\t"
    let old = try read(Word2003Fixture(text: text))
    let new = try DocumentReader.read(DocxFixture(text: text).bytes, name: "a.docx")
    #expect(old.format == .word2003)
    #expect(old.body.blocks == new.body.blocks)
    #expect(old.body.tables == new.body.tables)
  }

  @Test func listsAndStylesHaveOtherNames() throws {
    var fixture = Word2003Fixture(
      p(
        "Mục đích",
        "<w:pStyle w:val=\"H\"/><w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr>")
        + p("Yêu cầu", "<w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr>")
        + p("gạch", "<w:listPr><w:ilvl w:val=\"1\"/><w:ilfo w:val=\"1\"/></w:listPr>"))
    fixture.lists = """
      <w:listDef w:listDefId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="1"/>\
      <w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:nfc w:val="23"/><w:lvlText w:val="·"/>\
      </w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="3"/></w:list>
      """
    fixture.styles = """
      <w:style w:type="paragraph" w:styleId="H"><w:name w:val="Đề mục"/><w:pPr>\
      <w:ind w:first-line="720"/></w:pPr><w:rPr><w:b w:val="on"/><w:i w:val="off"/>\
      <w:rFonts w:ascii="Arial" w:h-ansi="Times New Roman"/></w:rPr></w:style>
      """
    let document = try read(fixture)
    #expect(lines(document) == ["I.|Mục đích", "II.|Yêu cầu", "-|gạch"])
    let block = try #require(document.body.blocks.first)
    #expect(block.format.firstLineIndent == 720)
    #expect(block.format.styleName == "Đề mục")
    let format = try #require(block.runs.first?.format)
    #expect(format.isBold && !format.isItalic && format.font == "Times New Roman")
  }

  @Test func annotationsAreRevisionsAndComments() throws {
    func annotation(_ type: String, _ content: String) -> String {
      "<aml:annotation aml:id=\"1\" w:type=\"Word.\(type)\"><aml:content>\(content)</aml:content></aml:annotation>"
    }
    let document = try read(
      Word2003Fixture(
        "<w:p><w:r><w:t>năm </w:t></w:r>"
          + annotation("Deletion", "<w:r><w:delText>2022</w:delText></w:r>")
          + annotation("Insertion", "<w:r><w:t>2023</w:t></w:r>")
          + annotation("Bookmark.Start", "")
          + "<w:r>" + annotation("Comment", p("Xem lại")) + "</w:r></w:p>"))
    #expect(document.body.blocks.map(\.text) == ["năm 2023"])
    #expect(document.revisions.insertions == 1)
    #expect(document.revisions.deletions == 1)
    #expect(document.revisions.comments == 1)
    #expect(document.parts.map(\.role) == [.body, .comments])
    #expect(document.parts.last?.blocks.map(\.text) == ["Xem lại"])
  }

  @Test func sectionsSmartTagsAndLinksAreLookedInto() throws {
    let document = try read(
      Word2003Fixture(
        "<wx:sect><wx:sub-section>" + "<hs:ten>" + p("một") + "</hs:ten>"
          + "<w:p><st1:place w:st=\"on\"><w:r><w:t>Tân </w:t></w:r></st1:place>"
          + "<w:hlink><w:r><w:t>Việt</w:t></w:r></w:hlink></w:p>"
          + "</wx:sub-section><w:sectPr><w:hdr w:type=\"odd\">" + p("đầu trang")
          + "</w:hdr><w:ftr w:type=\"odd\">" + p("chân trang") + "</w:ftr></w:sectPr></wx:sect>"))
    #expect(document.parts.map(\.role) == [.body, .header, .footer])
    #expect(
      document.parts.map { $0.blocks.map(\.text) } == [
        ["một", "Tân Việt"], ["đầu trang"], ["chân trang"],
      ])
  }

  @Test func notesBoxesAndMergedCells() throws {
    let document = try read(
      Word2003Fixture(
        "<w:p><w:r><w:t>Chữ</w:t></w:r><w:r><w:footnote>" + p("chú thích") + "</w:footnote></w:r>"
          + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("hộp")
          + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
          + "<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val=\"restart\"/></w:tcPr>" + p("a")
          + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr>"
          + p("") + "</w:tc><w:tc>" + p("c") + "</w:tc></w:tr></w:tbl>"))
    #expect(document.body.blocks.map(\.text) == ["Chữ", "hộp", "a", "b", "c"])
    #expect(document.body.blocks.map(\.place.isInTextBox) == [false, true, false, false, false])
    #expect(document.body.tables.first?.rows[0].cells.map(\.rowSpan) == [2, 1])
    #expect(document.parts.map(\.role) == [.body, .footnotes])
  }

  @Test func macrosAreNotedAndFaultsRefused() throws {
    var fixture = Word2003Fixture(p("a"))
    fixture.attributes = " w:macrosPresent=\"yes\""
    #expect(try read(fixture).remarks == [.macros])
    fixture.prolog = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
    #expect(try refusal(fixture.bytes).code == .externalEntity)
    let root =
      "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>"
    #expect(try refusal(Array(root.utf8)).code == .corrupt)
    var limits = ReadingLimits()
    limits.textScalars = 3
    #expect(try refusal(Word2003Fixture(p("thi đua")).bytes, limits: limits).code == .tooLarge)
    let deep = Word2003Fixture(
      String(repeating: "<wx:sect>", count: 300) + String(repeating: "</wx:sect>", count: 300))
    #expect(try refusal(deep.bytes).code == .tooLarge)
  }
}
