import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// One paper with tracked changes, seen from both sides and as marked.
struct RevisionViewTests {
  private func views(_ bytes: [UInt8]) throws -> [RevisionView: [String]] {
    var seen: [RevisionView: [String]] = [:]
    for view in RevisionView.allCases {
      let document = try DocumentReader.read(bytes, name: "kế hoạch", view: view)
      seen[view] = document.body.blocks.map(\.text)
    }
    return seen
  }

  private func counts(_ bytes: [UInt8]) throws -> Set<RevisionSummary> {
    Set(
      try RevisionView.allCases.map {
        try DocumentReader.read(bytes, name: "kế hoạch", view: $0).revisions
      })
  }

  @Test func wordsOfADocx() throws {
    let bytes = DocxFixture(
      """
      <w:p><w:r><w:t xml:space="preserve">Năm </w:t></w:r>\
      <w:del w:id="1"><w:r><w:delText>2025</w:delText></w:r></w:del>\
      <w:ins w:id="2"><w:r><w:t>2026</w:t></w:r></w:ins></w:p>\
      <w:p><w:moveFrom w:id="3"><w:r><w:t>chuyển</w:t></w:r></w:moveFrom><w:r><w:t>và</w:t></w:r>\
      <w:moveTo w:id="4"><w:r><w:t>chuyển</w:t></w:r></w:moveTo></w:p>
      """
    ).bytes
    #expect(
      try views(bytes) == [
        .final: ["Năm 2026", "vàchuyển"], .original: ["Năm 2025", "chuyểnvà"],
        .marked: ["Năm 20252026", "chuyểnvàchuyển"],
      ])
    #expect(try counts(bytes).count == 1)
  }

  @Test func paragraphsOfADocx() throws {
    func mark(_ change: String) -> String {
      "<w:pPr><w:rPr><w:\(change) w:id=\"1\"/></w:rPr></w:pPr>"
    }
    let bytes = DocxFixture(
      """
      <w:p>\(mark("ins"))<w:r><w:t>Một</w:t></w:r></w:p><w:p><w:r><w:t>hai</w:t></w:r></w:p>
      <w:p>\(mark("del"))<w:r><w:t>Ba</w:t></w:r></w:p><w:p><w:r><w:t>bốn</w:t></w:r></w:p>
      """
    ).bytes
    #expect(
      try views(bytes) == [
        .final: ["Một", "hai", "Babốn"], .original: ["Mộthai", "Ba", "bốn"],
        .marked: ["Một", "hai", "Ba", "bốn"],
      ])
  }

  @Test func rowsAndCellsOfADocx() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(DocxFixture.paragraph(text))</w:tc>"
    }
    func row(_ properties: String, _ cells: String...) -> String {
      "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
    }
    let bytes = DocxFixture(
      "<w:tbl>" + row("<w:del w:id=\"1\"/>", cell("cũ")) + row("<w:ins w:id=\"2\"/>", cell("mới"))
        + row("", cell("a", "<w:cellDel w:id=\"3\"/>"), cell("b", "<w:cellIns w:id=\"4\"/>"))
        + "</w:tbl>"
    ).bytes
    #expect(
      try views(bytes) == [
        .final: ["mới", "b"], .original: ["cũ", "a"], .marked: ["cũ", "mới", "a", "b"],
      ])
    #expect(try counts(bytes).map(\.insertions) == [2])
  }

  @Test func theOriginalHasItsFormerFormat() throws {
    let bytes = DocxFixture(
      """
      <w:p><w:pPr><w:jc w:val="center"/><w:pPrChange w:id="1"><w:pPr><w:jc w:val="right"/></w:pPr>\
      </w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange w:id="2"><w:rPr><w:i/></w:rPr>\
      </w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>
      """
    ).bytes
    func block(_ view: RevisionView) throws -> Block {
      try #require(try DocumentReader.read(bytes, name: "a", view: view).body.blocks.first)
    }
    let (now, before) = (try block(.final), try block(.original))
    #expect(now.format.alignment == .center && before.format.alignment == .right)
    #expect(now.runs.first?.format.isBold == true && before.runs.first?.format.isBold != true)
    #expect(before.runs.first?.format.isItalic == true)
  }

  @Test func openDocumentKeepsRemovedTextApart() throws {
    let body = """
      <text:tracked-changes><text:changed-region text:id="x"><text:deletion><text:p>bỏ</text:p>\
      </text:deletion></text:changed-region><text:changed-region text:id="y"><text:insertion/>\
      </text:changed-region></text:tracked-changes>\
      <text:p>a<text:change text:change-id="x"/><text:change-start text:change-id="y"/>b</text:p>\
      <text:p><text:change-end text:change-id="y"/>c</text:p>
      """
    #expect(
      try views(OpenDocumentFixture(body).bytes) == [
        .final: ["ab", "c"], .original: ["abỏc"], .marked: ["abỏb", "c"],
      ])
  }

  @Test func pagesAndWord2003() throws {
    let page = "<html><body><p>năm <del>2025</del><ins>2026</ins></p></body></html>"
    let expected: [RevisionView: [String]] = [
      .final: ["năm 2026"], .original: ["năm 2025"], .marked: ["năm 20252026"],
    ]
    #expect(try views(Array(page.utf8)) == expected)
    func annotation(_ type: String, _ content: String) -> String {
      "<aml:annotation aml:id=\"1\" w:type=\"Word.\(type)\"><aml:content>\(content)"
        + "</aml:content></aml:annotation>"
    }
    let old = Word2003Fixture(
      "<w:p><w:r><w:t>năm </w:t></w:r>"
        + annotation("Deletion", "<w:r><w:delText>2025</w:delText></w:r>")
        + annotation("Insertion", "<w:r><w:t>2026</w:t></w:r>") + "</w:p>")
    #expect(try views(old.bytes) == expected)
  }
}
