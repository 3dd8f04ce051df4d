import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Every letter of a block leads back to the very letter of the file, whatever stands around it.
struct DocxPlacesTests {
  private static func mark(_ type: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>"
  }
  private static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }
  private static func field(_ code: String, _ result: String) -> String {
    mark("begin") + code + mark("separate") + result + mark("end")
  }
  private static func code(_ code: String) -> String {
    "<w:r><w:instrText xml:space=\"preserve\"> \(code) </w:instrText></w:r>"
  }
  private static let box = """
    <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>\
    <w:p>\(run("hộp"))</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>\
    <w:pict><v:textbox><w:txbxContent><w:p>\(run("hộp"))</w:p></w:txbxContent></v:textbox></w:pict>\
    </mc:Fallback></mc:AlternateContent></w:r>
    """
  private static func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p>\(content)</w:p></w:tc>"
  }

  struct Paper: Sendable {
    var name: String
    /// Content of `w:body`.
    var body: String
    /// Of the blocks.
    var texts: [String]
  }

  private static let nestedFields = Paper(
    name: "a field inside the code and one inside the result of another",
    body: """
      <w:p>\(run("Căn cứ "))\(mark("begin"))\(code("IF"))\(field(code("DATE"), run("ẩn")))\
      \(code("x"))\(mark("separate"))\(run("Luật "))\(field(code("REF a"), run("Thi đua")))\
      \(run(", khen thưởng"))\(mark("end"))\(run(";"))</w:p>
      """,
    texts: ["Căn cứ Luật Thi đua, khen thưởng;"])

  private static let tables = Paper(
    name: "cells that cover others, and a table in a cell",
    body: """
      <w:tbl><w:tr>\(cell(run("gộp"), "<w:vMerge w:val=\"restart\"/>"))\(cell(run("một")))</w:tr>\
      <w:tr>\(cell(run("bị che"), "<w:vMerge/>"))<w:tc><w:tbl><w:tr>\(cell(run("trong")))</w:tr>\
      </w:tbl><w:p>\(run("hai"))</w:p></w:tc></w:tr></w:tbl>
      """,
    texts: ["gộp", "một", "trong", "hai"])

  private static let revisions = Paper(
    name: "hidden, deleted, moved and inserted words",
    body: """
      <w:p>\(run("a "))\(run("ẩn", "<w:vanish/>"))<w:del w:id="1"><w:r><w:delText>bỏ</w:delText></w:r>\
      </w:del><w:moveFrom w:id="2">\(run("đi"))</w:moveFrom><w:ins w:id="3">\(run("b "))</w:ins>\
      \(run("c"))</w:p>
      """,
    texts: ["a b c"])

  private static let joined = Paper(
    name: "paragraphs joined by a deleted mark, one of them hidden",
    body: """
      <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>\(run("Hội đồng "))</w:p>\
      <w:p>\(run("xã"))</w:p><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>\
      \(run("ẩn", "<w:vanish/>"))</w:p><w:p>\(run("cuối"))</w:p>
      """,
    texts: ["Hội đồng xã", "cuối"])

  private static let specials = Paper(
    name: "boxes, symbols, tabs, hyphens and alternatives",
    body: """
      <w:p>\(run("a"))\(box)<w:r><w:tab/><w:sym w:font="Symbol" w:char="F0B3"/><w:softHyphen/>\
      <w:noBreakHyphen/><w:br/></w:r>\(run("b"))<mc:AlternateContent><mc:Choice Requires="xx">\
      \(run("x"))</mc:Choice><mc:Fallback>\(run("c"))</mc:Fallback></mc:AlternateContent>\
      \(run("d"))</w:p>
      """,
    texts: ["a\t≥-\nbcd", "hộp"])

  private static let label = Paper(
    name: "a label, marks in another run and space that is layout",
    body: """
      <w:p><w:r><w:t> 1. </w:t></w:r>\(run(" Triê"))\(run("\u{309}n khai"))</w:p>
      """,
    texts: ["Triển khai"])

  private static let containers = Paper(
    name: "controls, smart tags, links and custom XML",
    body: """
      <w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:smartTag>\(run("a"))\
      </w:smartTag><w:hyperlink>\(run("b"))</w:hyperlink><w:customXml><w:customXmlPr/>\(run("c"))\
      </w:customXml><w:sdt><w:sdtContent>\(run("d"))</w:sdtContent></w:sdt></w:p></w:sdtContent>\
      </w:sdt>
      """,
    texts: ["abcd"])

  private static let papers = [
    nestedFields, tables, revisions, joined, specials, label, containers,
  ]

  @Test(arguments: papers)
  func everyLetterLeadsBack(paper: Paper) throws {
    let bytes = DocxFixture(paper.body).bytes
    let blocks = try DocumentReader.read(bytes, name: "a.docx").body.blocks
    #expect(blocks.map(\.text) == paper.texts)
    let places = try DocxTextPlaces(bytes, limits: .init())
    try #require(places.blocks.count == blocks.count)
    for (block, units) in zip(blocks, places.blocks) {
      for segment in block.source {
        try #require(units.indices.contains(segment.unit))
        // Not for changing, and so without a place.
        guard segment.isVerbatim, case .text(let text) = units[segment.unit] else { continue }
        let original = String(decoding: places.xml[text.bytes], as: UTF8.self).unicodeScalars
        let there = original.dropFirst(segment.offset).prefix(segment.scalars)
        let here = String(decoding: Array(block.text.utf8)[segment.utf8], as: UTF8.self)
        #expect(String(String.UnicodeScalarView(there)) == here)
      }
    }
  }

  @Test func whatMayBeChangedIsKnown() throws {
    let places = try DocxTextPlaces(
      DocxFixture(DocxPlacesTests.nestedFields.body).bytes, limits: .init())
    let isText = places.blocks[0].map { unit in
      if case .text = unit { true } else { false }
    }
    // “Căn cứ ”, the hidden date, “Luật ”, “Thi đua”, “, khen thưởng”, “;”.
    #expect(isText == [true, false, false, false, false, true])
  }
}
