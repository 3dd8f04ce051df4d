import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// One list item and one table row the way different programs write them: the same paper.
struct DocxHabitTests {
  private let plain: [String] = [
    "|KẾ HOẠCH\nCông tác thi đua", "1.|Mục đích, yêu cầu", "|TT", "|Nội dung",
  ]

  private func numbering(_ level: String) -> String {
    """
    <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>\(level)</w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
    """
  }

  private func row(_ cells: String...) -> String {
    "<w:tr><w:trPr><w:cantSplit w:val=\"0\"/></w:trPr>"
      + cells.map { "<w:tc><w:tcPr><w:vAlign w:val=\"top\"/></w:tcPr>\($0)</w:tc>" }.joined()
      + "</w:tr>"
  }

  /// Every property is written out, switched off where it does not hold; comments and suggestions
  /// leave their controls around runs, and words fall apart into many runs.
  @Test func googleDocs() throws {
    func run(_ text: String) -> String {
      """
      <w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"><w:rPr><w:b w:val="1"/>\
      <w:i w:val="0"/><w:smallCaps w:val="0"/><w:strike w:val="0"/><w:vanish w:val="0"/>\
      <w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">\(text)</w:t></w:r>
      """
    }
    func control(_ content: String) -> String {
      """
      <w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>\
      \(content)</w:sdtContent></w:sdt>
      """
    }
    let paragraph = "<w:pageBreakBefore w:val=\"0\"/><w:rPr><w:rtl w:val=\"0\"/></w:rPr>"
    var fixture = DocxFixture(
      """
      <w:p><w:pPr><w:pStyle w:val="Title"/>\(paragraph)</w:pPr>\(run("KẾ "))\(run("HOẠCH"))\
      <w:r><w:br w:type="textWrapping"/></w:r>\(control(run("Công tác ")))\(run("thi đua"))</w:p>\
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>\(paragraph)</w:pPr>\
      \(control(control(run("Mục ")) + run("đích")))\(run(", yêu cầu"))</w:p>\
      \(control("<w:tbl>" + row("<w:p>\(run("TT"))</w:p>", "<w:p>\(run("Nội dung"))</w:p>") + "</w:tbl>"))
      """)
    fixture.numbering = numbering(
      """
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>\
      <w:lvlJc w:val="left"/><w:rPr><w:u w:val="none"/></w:rPr></w:lvl>
      """)
    fixture.styles = """
      <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b w:val="0"/>\
      <w:vanish w:val="0"/></w:rPr></w:style>
      """
    let document = try read(fixture)
    #expect(lines(document) == plain)
    #expect(document.body.blocks[1].runs.first?.format.isBold == true)
  }

  /// Styles are called by numbers, and a hint for Eastern letters cuts words.
  @Test func wpsOffice() throws {
    func run(_ text: String, _ hint: String = "default") -> String {
      """
      <w:r><w:rPr><w:rFonts w:hint="\(hint)" w:ascii="Times New Roman" w:hAnsi="Times New Roman" \
      w:cs="Times New Roman"/><w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve">\(text)</w:t></w:r>
      """
    }
    var fixture = DocxFixture(
      """
      <w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/>\
      <w:bookmarkEnd w:id="0"/>\(run("KẾ HO"))\(run("Ạ", "eastAsia"))\(run("CH"))<w:r><w:br/></w:r>\
      \(run("Công tác thi đua"))</w:p><w:p><w:pPr><w:pStyle w:val="3"/></w:pPr>\
      \(run("Mục đích, "))\(run("yêu cầu"))</w:p><w:tbl><w:tblPr><w:tblStyle w:val="4"/></w:tblPr>\
      \(row("<w:p>\(run("TT"))</w:p>", "<w:p>\(run("Nội dung"))</w:p>"))</w:tbl>
      """)
    fixture.numbering = numbering(
      """
      <w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>\
      <w:suff w:val="space"/><w:lvlText w:val="%1."/></w:lvl>
      """)
    fixture.styles = """
      <w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/>\
      <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="3"><w:name w:val="List Number"/><w:basedOn w:val="1"/>\
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="table" w:default="1" w:styleId="4"><w:name w:val="Normal Table"/></w:style>
      """
    let document = try read(fixture)
    #expect(lines(document) == plain)
    #expect(document.body.blocks[0].format.outlineLevel == 0)
    #expect(document.body.blocks[1].runs.map(\.format.font) == ["Times New Roman"])
  }
}
