import DocumentModel
import FixtureSupport
import Foundation
import Testing

@testable import DocumentReading

/// What a file says does not hang on how its markup is cut and ordered.
struct MetamorphicTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    var font: String
    var text: String
    var testDescription: String { "\(font): \(text)" }
  }

  private static let words = "đ) Công tác thi đua, khen thưởng năm 2024; Ủy ban nhân dân xã"
  private static let samples = [
    Sample(font: "Times New Roman", text: words),
    Sample(font: "Times New Roman", text: LegacyText.decomposed(words)),
    Sample(font: "Times New Roman", text: "Thi \u{F0}ua c\u{43E}n kh\u{AD}en \u{200B}th\u{430}ng"),
    Sample(font: ".VnTime", text: LegacyText.tcvn3("đ) Công tác thi đua, khen thưởng; ủy ban")),
    Sample(font: "VNI-Times", text: LegacyText.vni(words)),
  ]

  private func paragraph(_ runs: [String], font: String, changes: Bool) -> String {
    let content = runs.enumerated().map { index, text in
      let bold = changes && index.isMultiple(of: 2) ? "<w:b/>" : ""
      return """
        <w:r><w:rPr><w:rFonts w:ascii="\(font)" w:hAnsi="\(font)"/>\(bold)</w:rPr>\
        <w:t xml:space="preserve">\(DocxFixture.escape(text))</w:t></w:r>
        """
    }
    return "<w:p>\(content.joined(separator: "<w:proofErr w:type=\"spellStart\"/>"))</w:p>"
  }

  @Test("A run may be cut at any place", arguments: MetamorphicTests.samples)
  func cuts(sample: Sample) throws {
    let whole = try read(
      DocxFixture(paragraph([sample.text], font: sample.font, changes: false)))
    let scalars = Array(sample.text.unicodeScalars)
    for cut in 1..<scalars.count {
      let pieces = [scalars[..<cut], scalars[cut...]].map { String(String.UnicodeScalarView($0)) }
      let plain = try read(DocxFixture(paragraph(pieces, font: sample.font, changes: false)))
      #expect(lines(plain) == lines(whole), "cut at \(cut)")
      #expect(plain.body.blocks.map(\.runs) == whole.body.blocks.map(\.runs), "cut at \(cut)")
      #expect(plain.body.blocks.map(\.label) == whole.body.blocks.map(\.label))
      #expect(plain.remarks == whole.remarks, "cut at \(cut)")
      let bold = try read(DocxFixture(paragraph(pieces, font: sample.font, changes: true)))
      #expect(lines(bold) == lines(whole), "bold to \(cut)")
      #expect(bold.remarks == whole.remarks, "bold to \(cut)")
    }
    let letters = scalars.map { String(String.UnicodeScalarView([$0])) }
    let shreds = try read(DocxFixture(paragraph(letters, font: sample.font, changes: true)))
    #expect(lines(shreds) == lines(whole))
  }

  // MARK: Order of attributes

  private func expectSame(_ a: SourceDocument, _ b: SourceDocument) {
    #expect(a.parts.map(\.name) == b.parts.map(\.name))
    #expect(a.parts.map(\.blocks) == b.parts.map(\.blocks))
    #expect(a.parts.map(\.tables) == b.parts.map(\.tables))
    #expect(a.remarks == b.remarks)
    #expect(a.revisions == b.revisions)
  }

  @Test("The attributes of an element may stand in any order")
  func attributes() throws {
    var docx = DocxFixture(
      """
      <w:p w:rsidR="1" w:rsidP="2"><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="1"/>\
      <w:numId w:val="3"/></w:numPr><w:ind w:left="720" w:firstLine="567"/></w:pPr>\
      <w:ins w:id="1" w:author="A" w:date="2024-01-02T00:00:00Z"><w:r w:rsidR="4"><w:rPr>\
      <w:rFonts w:ascii="Arial" w:hAnsi=".VnTime" w:cs="Arial"/><w:sz w:val="28"/></w:rPr>\
      <w:t xml:space="preserve">Tæ chøc thi ®ua </w:t></w:r></w:ins><w:r><w:br w:type="page" w:clear="all"/>\
      <w:sym w:font="Symbol" w:char="F02D"/></w:r></w:p>\
      <w:tbl><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="2"/></w:tblGrid><w:tr><w:tc><w:tcPr>\
      <w:tcW w:w="3" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>\(DocxFixture.paragraph("ô"))\
      </w:tc></w:tr></w:tbl>
      """)
    docx.styles = """
      <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>\
      <w:style w:type="paragraph" w:customStyle="1" w:styleId="H"><w:name w:val="Đề mục"/>\
      <w:basedOn w:val="N"/><w:rPr><w:b/></w:rPr></w:style>
      """
    docx.numbering = """
      <w:abstractNum w:abstractNumId="5" w:nsid="6"><w:lvl w:ilvl="0" w:tplc="7"><w:start w:val="1"/>\
      <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1" w:tplc="8">\
      <w:start w:val="2"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>\
      </w:abstractNum><w:num w:numId="3" w:durableId="9"><w:abstractNumId w:val="5"/></w:num>
      """
    let plain = try read(docx)
    #expect(lines(plain) == ["2.|Tổ chức thi đua \n-", "|ô"])
    let turned = ZipWriter.archive(AttributeOrder.reversed(docx.entries))
    #expect(turned != docx.bytes)
    expectSame(try DocumentReader.read(turned, name: "a.docx"), plain)
  }

  @Test(
    "The attributes of a real file may stand in any order", .enabled(if: Samples.areThere),
    arguments: Samples.names)
  func attributesOfSamples(name: String) throws {
    for form in ["as-found", "hostile"] {
      let path = "\(Samples.folder)/\(name).\(form).docx"
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let archive = try ZipArchive(bytes, limits: .init())
      let budget = ReadingBudget(limits: .init())
      let entries = try archive.entries.filter { !$0.name.hasSuffix("/") }
        .map { ZipWriter.Entry($0.name, try archive.bytes(of: $0, budget: budget)) }
      expectSame(
        try DocumentReader.read(
          ZipWriter.archive(AttributeOrder.reversed(entries)), name: "a.docx"),
        try DocumentReader.read(bytes, name: "a.docx"))
    }
  }
}
