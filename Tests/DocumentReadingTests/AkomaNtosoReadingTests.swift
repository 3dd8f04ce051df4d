import DocumentModel
import DocumentReading
import Testing

/// Akoma Ntoso of other programs; what this one prints is read back in `AkomaNtosoRoundTripTests`.
struct AkomaNtosoReadingTests {
  private func read(_ content: String) throws -> SourceDocument {
    let file = """
      <?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" \
      xmlns:tdkt="urn:tdktlint:document:1"><doc name="ke-hoach"><meta><identification source="#a">\
      <FRBRWork/></identification></meta>\(content)</doc></akomaNtoso>
      """
    return try DocumentReader.read(Array(file.utf8), name: "a.xml")
  }

  @Test func numbersAreLabelsOfWhatFollows() throws {
    let document = try read(
      """
      <preface><p>KẾ  HOẠCH</p></preface><mainBody><section><num>I.</num>
        <heading>MỤC <b>ĐÍCH</b></heading>
        <paragraph><num>1.</num><content><p>Nâng cao<br/>chất lượng</p><p>- gạch</p></content>
        </paragraph></section><point><num> đ) </num><content><p>Điểm</p></content></point>
      <table><tr><th><p>TT</p></th><th><p>Nội dung</p></th></tr>
      <tr><td colspan="2"><p>a</p><p>b</p></td></tr></table></mainBody>
      """)
    #expect(document.format == .akn)
    #expect(
      lines(document) == [
        "|KẾ HOẠCH", "I.|MỤC ĐÍCH", "1.|Nâng cao\nchất lượng", "-|gạch", "đ)|Điểm", "|TT",
        "|Nội dung", "|a", "|b",
      ])
    #expect(document.body.blocks[1].label?.style == .upperRoman)
    #expect(document.body.blocks[4].label?.numbers == [5])
    #expect(document.body.tables.first?.rows.map(\.isHeader) == [true, false])
    #expect(document.body.tables.first?.rows[1].cells.map(\.columnSpan) == [2])
  }

  @Test func fragmentsOfOneBlockComeTogether() throws {
    let document = try read(
      """
      <mainBody><section><num tdkt:block="2">I.</num><heading tdkt:block="2">MỤC ĐÍCH</heading>
      <content><p tdkt:block="2">: rõ ràng</p><p tdkt:block="3" tdkt:label="-">- a\tb</p></content>
      </section></mainBody>
      """)
    #expect(lines(document) == ["|", "|", "I.|MỤC ĐÍCH: rõ ràng", "-|- a\tb"])
  }

  @Test func refusals() throws {
    #expect(throws: ReadingError.self) { try read("<mainBody/>") }
    #expect(throws: ReadingError.self) { try read("<mainBody>") }
    #expect(throws: ReadingError.self) {
      try read("<mainBody><p tdkt:block=\"999999999\">a</p></mainBody>")
    }
    #expect(throws: ReadingError.self) {
      try read(String(repeating: "<hcontainer>", count: 300))
    }
    let root = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>"
    #expect(try refusal(Array(("<!DOCTYPE a>" + root).utf8)).code == .externalEntity)
  }
}
