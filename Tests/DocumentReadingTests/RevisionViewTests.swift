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

  @Test func aMovedParagraphStandsInOnePlaceOnEachSide() throws {
    func moved(_ way: String, _ content: String) -> String {
      """
      <w:p><w:pPr><w:rPr><w:\(way) w:id="1"/></w:rPr></w:pPr><w:\(way)RangeStart w:id="2" \
      w:name="m"/><w:\(way) w:id="3"><w:r><w:t>\(content)</w:t></w:r></w:\(way)>\
      <w:\(way)RangeEnd w:id="2"/></w:p>
      """
    }
    let bytes = DocxFixture(
      moved("moveFrom", "đi") + DocxFixture.paragraph("giữ") + moved("moveTo", "đi")
        + DocxFixture.paragraph("cuối")
    ).bytes
    #expect(
      try views(bytes) == [
        .final: ["giữ", "đi", "cuối"], .original: ["đi", "giữ", "cuối"],
        .marked: ["đi", "giữ", "đi", "cuối"],
      ])
  }

  @Test func whatWasInsertedAndDeletedAgainIsOnNeitherSide() throws {
    let bytes = DocxFixture(
      """
      <w:p><w:r><w:t>a</w:t></w:r><w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>b</w:delText></w:r>\
      </w:del><w:r><w:t>c</w:t></w:r></w:ins></w:p>
      """
    ).bytes
    #expect(try views(bytes) == [.final: ["ac"], .original: ["a"], .marked: ["abc"]])
  }

  @Test func formulasAreChangedToo() throws {
    func letter(_ text: String) -> String { "<m:r><m:t>\(text)</m:t></m:r>" }
    let bytes = DocxFixture(
      """
      <w:p><m:oMath>\(letter("x"))<w:del w:id="1">\(letter("1"))</w:del>\
      <w:ins w:id="2">\(letter("2"))</w:ins></m:oMath></w:p>
      """
    ).bytes
    #expect(try views(bytes) == [.final: ["x2"], .original: ["x1"], .marked: ["x12"]])
  }

  @Test func aDeletedFieldIsOnOneSide() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let bytes = DocxFixture(
      """
      <w:p><w:r><w:t>a</w:t></w:r><w:del w:id="1">\(mark("begin"))\
      <w:r><w:delInstrText>REF x</w:delInstrText></w:r>\(mark("separate"))\
      <w:r><w:delText>b</w:delText></w:r>\(mark("end"))</w:del><w:r><w:t>c</w:t></w:r></w:p>
      """
    ).bytes
    #expect(try views(bytes) == [.final: ["ac"], .original: ["abc"], .marked: ["abc"]])
  }

  @Test func changesOfFormatAreCounted() throws {
    func change(_ name: String, _ old: String) -> String {
      "<w:\(name)Change w:id=\"1\"><w:\(old)/></w:\(name)Change>"
    }
    let bytes = DocxFixture(
      """
      <w:p><w:pPr><w:rPr>\(change("rPr", "rPr"))</w:rPr>\(change("pPr", "pPr"))</w:pPr>\
      <w:r><w:rPr><w:b/>\(change("rPr", "rPr"))</w:rPr><w:t>a</w:t></w:r></w:p>\
      <w:tbl><w:tblPr>\(change("tblPr", "tblPr"))</w:tblPr><w:tr><w:trPr>\
      \(change("trPr", "trPr"))</w:trPr><w:tc><w:tcPr>\(change("tcPr", "tcPr"))</w:tcPr>\
      \(DocxFixture.paragraph("b"))</w:tc></w:tr></w:tbl><w:sectPr>\(change("sectPr", "sectPr"))\
      </w:sectPr>
      """
    ).bytes
    #expect(try counts(bytes).map(\.formatChanges) == [7])
    #expect(try counts(bytes).map { $0.insertions + $0.deletions } == [0])
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
