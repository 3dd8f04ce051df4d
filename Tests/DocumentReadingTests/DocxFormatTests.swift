import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Effective formatting through defaults, styles, theme and direct properties.
struct DocxFormatTests {
  private func read(_ body: String, styles: String, theme: String? = nil) throws -> [Block] {
    var fixture = DocxFixture(body)
    fixture.styles = styles
    fixture.theme = theme
    return try DocumentReader.read(fixture.bytes, name: "a.docx").body.blocks
  }

  private static let styles = """
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>
    <w:sz w:val="22"/></w:rPr></w:rPrDefault>
    <w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
    <w:rPr><w:sz w:val="26"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
    <w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/><w:ind w:firstLine="720"/></w:pPr>
    <w:rPr><w:b/><w:caps/><w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>
    <w:pPr><w:outlineLvl w:val="1"/><w:ind w:hanging="360"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Dam"><w:name w:val="Đậm"/><w:rPr><w:b/><w:u w:val="single"/>
    </w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="V1"><w:basedOn w:val="V2"/></w:style>
    <w:style w:type="paragraph" w:styleId="V2"><w:basedOn w:val="V1"/></w:style>
    """

  @Test func theDefaultStyleHoldsWithoutOne() throws {
    let theme = """
      <a:theme xmlns:a="urn:a"><a:themeElements><a:fontScheme>
      <a:majorFont><a:latin typeface="Cambria"/></a:majorFont>
      <a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
      """
    let block = try #require(
      try read(DocxFixture.paragraph("a"), styles: DocxFormatTests.styles, theme: theme).first)
    #expect(block.format.styleName == "Normal")
    #expect(block.format.alignment == .justified)
    #expect(block.format.outlineLevel == nil)
    #expect(block.runs.map(\.format.size) == [26])
    #expect(block.runs.first?.format.font == "Calibri")
  }

  @Test func aChainOfStylesIsFollowed() throws {
    let body = """
      <w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>
      """
    let block = try #require(try read(body, styles: DocxFormatTests.styles).first)
    let format = try #require(block.runs.first?.format)
    #expect(block.format.styleName == "heading 2")
    #expect(block.format.alignment == .center)
    #expect(block.format.outlineLevel == 1)
    #expect(block.format.firstLineIndent == -360)
    #expect(format.isBold && format.isItalic && format.isAllCapitals)
    #expect(format.size == 26)
    #expect(format.font == "Times New Roman")
  }

  @Test func togglesOfStylesCancelAndDirectOnesDoNot() throws {
    func run(_ properties: String) -> String {
      "<w:r><w:rPr>\(properties)</w:rPr><w:t>a</w:t></w:r>"
    }
    let style = "<w:rStyle w:val=\"Dam\"/>"
    let body = """
      <w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>\(run(style))\(run(""))\(run(style + "<w:b/>"))\
      \(run("<w:b w:val=\"0\"/>"))</w:p>
      """
    let block = try #require(try read(body, styles: DocxFormatTests.styles).first)
    #expect(block.runs.map(\.format.isBold) == [false, true, true, false])
    #expect(block.runs.map(\.format.isUnderlined) == [true, false, true, false])
    #expect(block.runs.map(\.utf8) == [0..<1, 1..<2, 2..<3, 3..<4])
  }

  @Test func equalNeighboursAreOneRun() throws {
    let body = """
      <w:p><w:r><w:t>Kế </w:t></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>hoạch</w:t></w:r>
      <w:r><w:rPr><w:i/></w:rPr><w:t>năm</w:t></w:r></w:p>
      """
    let block = try #require(try read(body, styles: DocxFormatTests.styles).first)
    #expect(block.runs.map(\.utf8) == [0..<11, 11..<15])
  }

  @Test func aMarkOfAnotherFormatFollowsItsLetter() throws {
    let body = """
      <w:p><w:r><w:t>Triê</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>\u{309}n</w:t></w:r></w:p>
      """
    let block = try #require(try read(body, styles: "").first)
    #expect(block.runs.map(\.utf8) == [0..<6, 6..<7])
  }

  @Test func aLoopOfStylesEnds() throws {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"V1\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    #expect(try read(body, styles: DocxFormatTests.styles).map(\.text) == ["a"])
  }

  @Test func directParagraphPropertiesWin() throws {
    let body = """
      <w:p><w:pPr><w:pStyle w:val="H1"/><w:jc w:val="right"/><w:outlineLvl w:val="9"/>
      <w:pPrChange><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange></w:pPr>
      <w:r><w:rPr><w:sz w:val="28"/><w:rPrChange><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrChange>
      </w:rPr><w:t>a</w:t></w:r></w:p>
      """
    let block = try #require(try read(body, styles: DocxFormatTests.styles).first)
    #expect(block.format.alignment == .right)
    #expect(block.format.outlineLevel == nil)
    #expect(block.runs.first?.format.size == 28)
  }

  @Test func tableStylesReachTheirCells() throws {
    let styles = """
      <w:style w:type="table" w:styleId="T"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="24"/>
      </w:rPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>
      <w:tblStylePr w:type="band1Horz"><w:rPr><w:i/></w:rPr></w:tblStylePr></w:style>
      """
    let row = "<w:tr><w:tc>\(DocxFixture.paragraph("a"))</w:tc></w:tr>"
    let body = """
      <w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="0020"/></w:tblPr>\(row)\(row)</w:tbl>
      \(DocxFixture.paragraph("b"))
      """
    let blocks = try read(body, styles: styles)
    #expect(blocks.map { $0.runs.first?.format.isBold } == [true, false, false])
    #expect(blocks.map { $0.runs.first?.format.size } == [24, 24, nil])
    #expect(blocks.map(\.format.alignment) == [.center, .center, .left])
    #expect(blocks.allSatisfy { $0.runs.first?.format.isItalic == false })
  }

  private static let theme = """
    <a:theme xmlns:a="urn:a"><a:themeElements><a:fontScheme>
    <a:majorFont><a:latin typeface="Cambria"/></a:majorFont>
    <a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
    """

  /// The font that Vietnamese letters are shown in, by the `w:rFonts` of the style and of the run.
  private func font(style: String, run: String) throws -> String? {
    let styles = """
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rFonts \(style)/></w:rPr>
      </w:style>
      """
    let body = "<w:p><w:r><w:rPr><w:rFonts \(run)/></w:rPr><w:t>ấ</w:t></w:r></w:p>"
    return try read(body, styles: styles, theme: DocxFormatTests.theme).first?.runs.first?
      .format.font
  }

  @Test func aThemeWinsOverTheNameBesideIt() throws {
    let name = "w:ascii=\"Arial\" w:hAnsi=\"Times New Roman\""
    #expect(try font(style: "", run: name + " w:hAnsiTheme=\"majorHAnsi\"") == "Cambria")
    #expect(try font(style: "w:hAnsiTheme=\"minorHAnsi\"", run: name) == "Times New Roman")
    #expect(try font(style: name, run: "w:hAnsiTheme=\"minorHAnsi\"") == "Calibri")
  }

  @Test func theFontsOfTwoRangesAreInheritedApart() throws {
    let both = "w:ascii=\".VnTime\" w:hAnsi=\".VnTime\""
    #expect(try font(style: both, run: "w:ascii=\"Arial\"") == ".VnTime")
    #expect(try font(style: both, run: "w:hAnsi=\"Arial\"") == "Arial")
    #expect(try font(style: both, run: "w:asciiTheme=\"minorHAnsi\"") == ".VnTime")
    #expect(try font(style: both, run: "w:eastAsia=\"SimSun\" w:cs=\"Arial\"") == ".VnTime")
    #expect(try font(style: "", run: "w:ascii=\"Arial\"") == "Arial")
  }

  @Test func tablesTakePartInTheTogglesOfStyles() throws {
    let styles = """
      <w:style w:type="table" w:styleId="T"><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>
      """
    func cell(_ style: String) -> String {
      "<w:tc><w:p><w:pPr>\(style)</w:pPr><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    }
    let body = """
      <w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr>\(cell(""))\
      \(cell("<w:pStyle w:val=\"B\"/>"))</w:tr></w:tbl>
      """
    let blocks = try read(body, styles: styles)
    #expect(blocks.map { $0.runs.first?.format.isBold } == [true, false])
  }

  @Test func whatTheDefaultsSwitchOnNoStyleCancels() throws {
    let styles = """
      <w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:b/></w:rPr></w:style>
      """
    let block = try read(DocxFixture.paragraph("a"), styles: styles).first
    #expect(block?.runs.first?.format.isBold == true)
  }

  @Test func theFormatIsNilWhereTheFormIsSilent() throws {
    let block = try #require(try DocumentReadingTests.blocks(DocxFixture.paragraph("a")).first)
    #expect(block.runs.first?.format.font == nil)
    #expect(block.runs.first?.format.size == nil)
  }
}
