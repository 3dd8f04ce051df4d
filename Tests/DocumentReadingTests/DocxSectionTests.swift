import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Sections, and the headers and footers that stand on their pages.
struct DocxSectionTests {
  private func reference(_ part: String, _ pages: String = "default") -> String {
    let kind = part.hasPrefix("header") ? "header" : "footer"
    return "<w:\(kind)Reference w:type=\"\(pages)\" r:id=\"\(part)\"/>"
  }

  /// One paragraph a section; each is given by the content of its `w:sectPr`.
  private func paper(_ sections: String..., settings: String? = nil) -> DocxFixture {
    var body = ""
    for (index, section) in sections.enumerated() {
      let properties = "<w:sectPr>\(section)</w:sectPr>"
      body +=
        index + 1 < sections.count
        ? "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(index)</w:t></w:r></w:p>"
        : DocxFixture.paragraph("\(index)") + properties
    }
    var fixture = DocxFixture(body)
    fixture.settings = settings
    fixture.relatedParts = ["header1", "header2", "header3", "footer1"].map { name in
      let kind = String(name.prefix(6))
      return (
        kind, name + ".xml", kind == "header" ? "hdr" : "ftr", DocxFixture.paragraph(name)
      )
    }
    return fixture
  }

  /// Sections by header or footer, `header1: 0 1`.
  private func margins(_ fixture: DocxFixture) throws -> [String] {
    try read(fixture).parts.dropFirst().map { part in
      ([part.blocks[0].text + ":"] + part.sections.map(String.init)).joined(separator: " ")
    }
  }

  @Test func aSectionWithoutAHeaderOfItsOwnTakesThatBeforeIt() throws {
    let fixture = paper(
      reference("footer1"), reference("header1"), "", reference("header2"))
    #expect(try read(fixture).body.blocks.map(\.place.section) == [0, 1, 2, 3])
    #expect(try margins(fixture) == ["header1: 1 2", "header2: 3", "footer1: 0 1 2 3"])
  }

  @Test func aFirstPageNeedsItsMark() throws {
    let first = reference("header1", "first") + reference("header2")
    #expect(try margins(paper(first)) == ["header2: 0"])
    #expect(
      try margins(paper(first, "<w:titlePg/>", "<w:titlePg w:val=\"0\"/>"))
        == ["header1: 1", "header2: 0 1 2"])
  }

  @Test func evenPagesNeedTheSetting() throws {
    let even = reference("header1", "even") + reference("header2")
    #expect(try margins(paper(even)) == ["header2: 0"])
    #expect(try margins(paper(even, settings: "<w:zoom/>")) == ["header2: 0"])
    #expect(
      try margins(paper(even, settings: "<w:evenAndOddHeaders w:val=\"false\"/>"))
        == ["header2: 0"])
    #expect(
      try margins(paper(even, settings: "<w:evenAndOddHeaders/>")) == ["header1: 0", "header2: 0"])
  }

  @Test func aHeaderOnNoPageIsNotPartOfThePaper() throws {
    #expect(try margins(paper("")) == [])
    var fixture = paper("")
    fixture.relatedParts[0].content =
      "<w:p><w:del w:id=\"1\"><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>"
    // What was deleted there can be read by whoever has the file.
    #expect(try read(fixture).revisions.deletions == 1)
  }

  @Test func aDeletedSectionBreakPartsNothing() throws {
    let fixture = DocxFixture(
      """
      <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr><w:sectPr/></w:pPr>\
      <w:r><w:t xml:space="preserve">a </w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>\
      <w:p><w:r><w:t>c</w:t></w:r></w:p><w:sectPr/>
      """)
    let now = try read(fixture).body.blocks
    #expect(now.map(\.text) == ["a b", "c"])
    #expect(now.map(\.place.section) == [0, 0])
    let before = try DocumentReader.read(fixture.bytes, name: "a", view: .original).body.blocks
    #expect(before.map(\.place.section) == [0, 1, 1])
  }
}
