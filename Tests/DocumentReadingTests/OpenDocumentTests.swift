import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// OpenDocument texts, packed and flat.
struct OpenDocumentTests {
  private func read(_ fixture: OpenDocumentFixture) throws -> SourceDocument {
    try DocumentReader.read(fixture.bytes, name: "kế hoạch.odt")
  }

  private func blocks(_ body: String) throws -> [Block] {
    try read(OpenDocumentFixture(body)).body.blocks
  }

  private func p(_ content: String) -> String { "<text:p>\(content)</text:p>" }

  @Test func packedAndFlatAreReadLikeADocx() throws {
    let text = "KẾ HOẠCH\n1. **Mục đích** *thi đua*\nTT\tNội dung\n1\tPhát  động\nTổng\t\nHết"
    let fixture = OpenDocumentFixture(text: text)
    let odt = try read(fixture)
    let flat = try DocumentReader.read(fixture.flatBytes, name: "a.fodt")
    let docx = try DocumentReader.read(DocxFixture(text: text).bytes, name: "a.docx")
    #expect(odt.format == .odt && flat.format == .odt)
    #expect(odt.body.name == "content.xml")
    #expect(odt.body.blocks == flat.body.blocks)
    #expect(lines(odt) == lines(docx))
    #expect(odt.body.tables == docx.body.tables)
    #expect(odt.body.blocks.map(\.place) == docx.body.blocks.map(\.place))
    #expect(odt.body.blocks.map(\.format.alignment) == docx.body.blocks.map(\.format.alignment))
    #expect(odt.body.blocks.map(\.runs) == docx.body.blocks.map(\.runs))
  }

  @Test func whiteSpaceIsCollapsedAndItsElementsAreNot() throws {
    let content = """
      <text:p>
        thi   đua<text:s/><text:s text:c="2"/>khen<text:tab/>thưởng<text:line-break/>năm
        <text:span> </text:span>2024</text:p>
      """
    #expect(try blocks(content).map(\.text) == ["thi đua   khen\tthưởng\nnăm 2024"])
  }

  @Test func linksFieldsRubyAndMarksAreText() throws {
    let content = """
      <text:a xlink:href="http://127.0.0.1/">trang</text:a> <text:page-number>2</text:page-number>\
      <text:bookmark-start text:name="x"/><text:ruby><text:ruby-base>a</text:ruby-base>\
      <text:ruby-text>b</text:ruby-text></text:ruby><text:hidden-text>ẩn</text:hidden-text>\
      <text:soft-page-break/>c
      """
    #expect(try blocks(p(content)).map(\.text) == ["trang 2ac"])
  }

  @Test func stylesAreFollowedUp() throws {
    var fixture = OpenDocumentFixture(
      """
      <text:p text:style-name="P1">a<text:span text:style-name="T1">b</text:span></text:p>\
      <text:h text:style-name="H" text:outline-level="2">c</text:h>
      """)
    fixture.styles = """
      <style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/>\
      </style:default-style>\
      <style:style style:name="Standard" style:family="paragraph"><style:text-properties \
      style:font-name="F1"/></style:style>\
      <style:style style:name="H" style:display-name="Đề mục" style:family="paragraph" \
      style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/>\
      <style:text-properties fo:font-size="150%" fo:font-weight="bold" fo:text-transform="uppercase"/>\
      </style:style>
      """
    fixture.automaticStyles = """
      <style:style style:name="P1" style:family="paragraph" style:parent-style-name="H">\
      <style:paragraph-properties fo:text-align="justify" fo:text-indent="1cm"/></style:style>\
      <style:style style:name="T1" style:family="text"><style:text-properties fo:font-size="13pt" \
      fo:font-weight="normal" fo:font-style="italic" style:text-underline-style="solid" \
      fo:font-family="'Times New Roman', serif"/></style:style>
      """
    let blocks = try read(fixture).body.blocks
    let first = try #require(blocks.first)
    #expect(first.format.alignment == .justified)
    #expect(first.format.firstLineIndent == 567)
    #expect(first.format.styleName == "Đề mục")
    #expect(first.format.outlineLevel == nil)
    #expect(first.runs.map(\.format.size) == [36, 26])
    #expect(first.runs.map(\.format.isBold) == [true, false])
    #expect(first.runs.map(\.format.isItalic) == [false, true])
    #expect(first.runs.map(\.format.isUnderlined) == [false, true])
    #expect(first.runs.map(\.format.font) == ["F1", "Times New Roman"])
    let isCapital = first.runs.map(\.format.isAllCapitals)
    #expect(isCapital == [true, true])
    #expect(blocks.last?.format.outlineLevel == 1)
    #expect(blocks.last?.format.alignment == .center)
  }

  @Test func hiddenTextIsLeftOut() throws {
    var fixture = OpenDocumentFixture(
      """
      <text:p>a<text:span text:style-name="T">b</text:span></text:p>\
      <text:section text:display="none"><text:p>c</text:p></text:section>\
      <text:section><text:p>d</text:p></text:section>
      """)
    fixture.automaticStyles = """
      <style:style style:name="T" style:family="text"><style:text-properties text:display="none"/>\
      </style:style>
      """
    #expect(try read(fixture).body.blocks.map(\.text) == ["a", "d"])
  }

  // MARK: Lists

  private static let lists = """
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" \
    style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" \
    style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="3" \
    style:num-format="1" style:num-suffix="." text:display-levels="2"/>\
    <text:list-level-style-bullet text:level="4" text:bullet-char="•"/></text:list-style>\
    <text:list-style style:name="D"><text:list-level-style-number text:level="1" \
    style:num-format="1" style:num-prefix="Điều " style:num-suffix="." text:start-value="3"/>\
    </text:list-style>
    """

  private func labels(_ body: String, styles: String = "") throws -> [String] {
    var fixture = OpenDocumentFixture(body)
    fixture.automaticStyles = OpenDocumentTests.lists
    fixture.styles = styles
    return lines(try read(fixture))
  }

  private func item(_ content: String, _ attributes: String = "") -> String {
    "<text:list-item\(attributes)>\(content)</text:list-item>"
  }

  @Test func labelsAreComputed() throws {
    let inner =
      "<text:list>" + item(p("b") + p("tiếp") + "<text:list>" + item(p("c")) + "</text:list>")
    let body =
      "<text:list text:style-name=\"L\">" + item(p("a") + inner + item(p("d")) + "</text:list>")
      + item(p("e")) + "<text:list-header>\(p("f"))</text:list-header>"
      + item(
        "<text:list><text:list-item><text:list><text:list-item><text:list>" + item(p("g"))
          + "</text:list></text:list-item></text:list></text:list-item></text:list>")
      + "</text:list>"
    #expect(
      try labels(body) == ["I.|a", "1.|b", "|tiếp", "1.1.|c", "2.|d", "II.|e", "|f", "-|g"])
  }

  @Test func aListMayGoOnOrStartAnew() throws {
    func list(_ attributes: String, _ text: String, _ start: String = "") -> String {
      "<text:list text:style-name=\"L\"\(attributes)>\(item(p(text), start))</text:list>"
    }
    let body =
      list(" xml:id=\"x\"", "a") + p("chen") + list("", "b")
      + list(" text:continue-list=\"x\"", "c") + list(" text:continue-numbering=\"true\"", "d")
      + list("", "e", " text:start-value=\"5\"")
    #expect(try labels(body) == ["I.|a", "|chen", "I.|b", "II.|c", "III.|d", "V.|e"])
  }

  @Test func namedLabelsAndNumberedHeadings() throws {
    let outline = """
      <text:outline-style><text:outline-level-style text:level="1" style:num-format="A" \
      style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/>\
      </text:outline-style>
      """
    let body =
      "<text:list text:style-name=\"D\">" + item(p("a")) + item(p("b")) + "</text:list>"
      + "<text:h text:outline-level=\"1\">c</text:h><text:h text:outline-level=\"2\">d</text:h>"
      + "<text:h text:outline-level=\"1\">e</text:h>"
      + "<text:h text:outline-level=\"1\" text:is-list-header=\"true\">f</text:h>"
    #expect(
      try labels(body, styles: outline) == [
        "Điều 3.|a", "Điều 4.|b", "A.|c", "|d", "B.|e", "|f",
      ])
  }

  // MARK: Tables, boxes, notes, changes

  @Test func spansHeadersAndNestedTables() throws {
    let body = """
      <table:table><table:table-header-rows><table:table-row><table:table-cell \
      table:number-rows-spanned="2">\(p("a"))</table:table-cell><table:table-cell \
      table:number-columns-spanned="2">\(p("b"))</table:table-cell><table:covered-table-cell/>\
      </table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>\
      <table:table-cell>\(p("c"))<table:table><table:table-row><table:table-cell>\(p("d"))\
      </table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell/>\
      </table:table-row></table:table>
      """
    let part = try read(OpenDocumentFixture(body)).body
    #expect(part.blocks.map(\.text) == ["a", "b", "c", "d", ""])
    let table = try #require(part.tables.first)
    #expect(table.columnCount == 3)
    #expect(table.rows.map(\.isHeader) == [true, false])
    #expect(table.rows[0].cells.map(\.rowSpan) == [2, 1])
    #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
    #expect(table.rows[1].cells.map(\.column) == [1, 2])
    #expect(part.tables.map(\.parent) == [nil, 0])
    #expect(part.blocks[3].place.cell == .init(table: 1, row: 0, cell: 0))
  }

  @Test func aTableOfContentsIsKnown() throws {
    let body = """
      <text:table-of-content><text:table-of-content-source><text:index-title-template>x\
      </text:index-title-template></text:table-of-content-source><text:index-body>\
      <text:index-title>\(p("MỤC LỤC"))</text:index-title>\(p("NỘI DUNG 1"))</text:index-body>\
      </text:table-of-content>\(p("NỘI DUNG"))
      """
    let blocks = try read(OpenDocumentFixture(body)).body.blocks
    #expect(blocks.map(\.text) == ["MỤC LỤC", "NỘI DUNG 1", "NỘI DUNG"])
    #expect(blocks.map(\.place.isInContents) == [true, true, false])
  }

  @Test func boxesNotesAndCommentsFollowTheirParagraph() throws {
    var fixture = OpenDocumentFixture(
      """
      <text:p>a<draw:frame><draw:text-box>\(p("hộp"))</draw:text-box></draw:frame>\
      <text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>\
      <text:note-body>\(p("chú thích"))</text:note-body></text:note>\
      <office:annotation><dc:creator>x</dc:creator>\(p("xem lại"))</office:annotation>b</text:p>\
      <draw:frame><draw:text-box>\(p("khung"))</draw:text-box></draw:frame>
      """)
    fixture.masterStyles = """
      <style:master-page style:name="S"><style:header>\(p("đầu trang"))</style:header>\
      <style:footer>\(p(""))</style:footer></style:master-page>
      """
    let document = try read(fixture)
    #expect(document.body.blocks.map(\.text) == ["ab", "hộp", "khung"])
    #expect(document.body.blocks.map(\.place.isInTextBox) == [false, true, true])
    #expect(document.parts.map(\.role) == [.body, .header, .footnotes, .comments])
    #expect(
      document.parts.dropFirst().map { $0.blocks.map(\.text) }
        == [["đầu trang"], ["chú thích"], ["xem lại"]])
    #expect(document.revisions.comments == 1)
  }

  @Test func theFinalViewOfChangesIsRead() throws {
    let body = """
      <text:tracked-changes><text:changed-region text:id="x"><text:deletion>\(p("bỏ"))\
      </text:deletion></text:changed-region><text:changed-region text:id="y"><text:insertion/>\
      </text:changed-region><text:changed-region text:id="z"><text:deletion/>\
      </text:changed-region></text:tracked-changes>\
      <text:p>a<text:change text:change-id="x"/><text:change-start text:change-id="y"/>b\
      <text:change-end text:change-id="y"/></text:p>\
      <text:p>c<text:change-start text:change-id="z"/>d<text:tab/></text:p>\
      <text:p>e<text:change-end text:change-id="z"/>f</text:p>
      """
    let document = try read(OpenDocumentFixture(body))
    #expect(document.body.blocks.map(\.text) == ["ab", "cf"])
    #expect(document.revisions.insertions == 1)
    #expect(document.revisions.deletions == 2)
  }

  @Test func anIndexShowsItsEntriesOnly() throws {
    let body = """
      <text:table-of-content><text:table-of-content-source><text:index-title-template>mẫu\
      </text:index-title-template></text:table-of-content-source><text:index-body>\(p("Mục một"))\
      </text:index-body></text:table-of-content>
      """
    #expect(try blocks(body).map(\.text) == ["Mục một"])
  }

  @Test func theSourceLeadsBack() throws {
    let block = try #require(
      try blocks(p("Tri<text:span>ê</text:span>\u{309}n<text:tab/>khai")).first)
    #expect(block.text == "Triển\tkhai")
    #expect(block.source.map(\.unit) == [0, 1, 2, 3, 4])
    #expect(block.source.map(\.isVerbatim) == [true, false, true, false, true])
    #expect(block.source.last?.utf8.upperBound == block.text.utf8.count)
  }

  // MARK: Refusals

  @Test func faultsAreRefused() throws {
    var fixture = OpenDocumentFixture(p("a"))
    fixture.mediaType = "application/vnd.oasis.opendocument.spreadsheet"
    #expect(try refusal(fixture.bytes).code == .unsupportedFormat)
    #expect(try refusal(fixture.flatBytes).code == .unsupportedFormat)
    fixture = OpenDocumentFixture(p("a"))
    fixture.prolog = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
    #expect(try refusal(fixture.bytes).code == .externalEntity)
    #expect(try refusal(fixture.flatBytes).code == .externalEntity)
    fixture = OpenDocumentFixture("<text:p>")
    #expect(try refusal(fixture.bytes).message.vi.contains("content.xml"))
    fixture = OpenDocumentFixture(p("a"))
    fixture.extraEntries = [
      .init(
        "META-INF/manifest.xml",
        text: """
          <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
          <manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>
          """)
    ]
    #expect(try refusal(fixture.bytes).code == .encrypted)
    let deep = OpenDocumentFixture(
      String(repeating: "<text:section>", count: 300)
        + String(repeating: "</text:section>", count: 300))
    #expect(try refusal(deep.bytes).code == .tooLarge)
  }

  @Test func limitsHold() throws {
    var cells = ReadingLimits()
    cells.tableCells = 100
    let row =
      "<table:table-cell table:number-columns-repeated=\"999999999\">\(p("a"))</table:table-cell>"
    let wide = OpenDocumentFixture(
      "<table:table><table:table-row table:number-rows-repeated=\"99999999\">\(row)</table:table-row></table:table>"
    )
    #expect(try refusal(wide.bytes, limits: cells).code == .tooLarge)
    var text = ReadingLimits()
    text.textScalars = 1000
    let spaces = OpenDocumentFixture(p("<text:s text:c=\"99999999\"/>"))
    #expect(try refusal(spaces.bytes, limits: text).code == .tooLarge)
    var blocks = ReadingLimits()
    blocks.blocks = 1
    #expect(
      try refusal(OpenDocumentFixture(p("a") + p("b")).bytes, limits: blocks).code == .tooLarge)
  }
}
