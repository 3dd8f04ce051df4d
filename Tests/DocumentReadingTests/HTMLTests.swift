import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Pages saved from Word, LibreOffice and law portals.
struct HTMLTests {
  private func read(_ html: String) throws -> SourceDocument {
    try DocumentReader.read(Array(html.utf8), name: "kế hoạch.html")
  }

  private func page(_ body: String) -> String { "<html><body>\(body)</body></html>" }

  private func texts(_ body: String) throws -> [String] {
    try read(page(body)).body.blocks.map(\.text)
  }

  @Test func aPageIsReadLikeADocx() throws {
    let text = "KẾ HOẠCH\n1. **Mục đích** *thi đua*\nTT\tNội dung\n1\tPhát động\nTổng\t\nHết"
    let html = try read(ReadablePaper(text).html)
    let docx = try DocumentReader.read(DocxFixture(text: text).bytes, name: "a.docx")
    #expect(html.format == .html)
    #expect(lines(html) == lines(docx))
    #expect(html.body.tables == docx.body.tables)
    #expect(html.body.blocks.map(\.place) == docx.body.blocks.map(\.place))
    #expect(html.body.blocks.map(\.runs) == docx.body.blocks.map(\.runs))
    #expect(html.body.blocks.map(\.format.alignment) == docx.body.blocks.map(\.format.alignment))
  }

  @Test func whiteSpaceEntitiesAndBreaks() throws {
    #expect(
      try texts("<p>\n  thi&nbsp;&#273;ua,\n\t <b>khen </b> th&#x1B0;&#7903;ng<br>\n năm</p>\n x")
        == ["thi\u{A0}đua, khen thưởng\nnăm", "x"])
    #expect(try texts("một<br><br>hai<br> <br>ba") == ["một", "hai", "ba"])
    #expect(try texts("<pre>a\n b</pre>") == ["a\n b"])
  }

  @Test func manyBreaksPartParagraphs() throws {
    let typed = (1...11).map { "\($0). Việc thứ \($0)" }
    let labels = (1...11).map { "\($0).|Việc thứ \($0)" }
    #expect(lines(try read(page(typed.joined(separator: "<br>\n")))) == labels)
    #expect(lines(try read(page("<pre>\(typed.joined(separator: "\n  "))</pre>"))) == labels)
    // The lines of a signature are one block, as in Word.
    #expect(try texts("<p>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br>Lê Thị Bình</p>").count == 2)
    let bold = try read(page("<b>một<br>hai</b><br>" + typed.joined(separator: "<br>"))).body.blocks
    #expect(bold.prefix(3).map { $0.runs.map(\.format.isBold) } == [[true], [true], [false]])
    #expect(bold.map(\.source.last?.utf8.upperBound) == bold.map { $0.text.utf8.count })
  }

  @Test func aPieceOfAPageIsAPage() throws {
    #expect(try read("<p>Kế hoạch</p>\n<p>năm 2024</p>").body.blocks.map(\.text).count == 2)
    #expect(try read("<span>Kế hoạch</span>").format == .html)
    #expect(try read("<Tên đơn vị> xây dựng kế hoạch").format == .text)
    for other in ["<p xmlns='urn:a'>a</p>", "<?xml version='1.0'?><article>a</article>"] {
      #expect(try refusal(Array(other.utf8)).code == .unsupportedFormat)
    }
  }

  @Test func tablesThatLayThePageOutAreSeenThrough() throws {
    let letterhead = "<table><tr><td>UBND XÃ</td><td>CỘNG HÒA</td></tr></table>"
    let paper = (1...12).map { "<p>\($0). Việc thứ \($0)</p>" }.joined()
    let menu = "<ul><li>Trang chủ</li></ul>"
    let nested =
      "<table><tr><td>\(menu)</td><td><table><tr><td>\(letterhead)\(paper)</td></tr></table></td></tr></table>"
    let part = try read(page(nested)).body
    #expect(part.tables.map(\.rows.count) == [1])
    #expect(part.tables.map(\.parent) == [nil])
    #expect(part.blocks.count { $0.place.cell != nil } == 2)
    #expect(part.blocks.last.map { "\($0.label?.text ?? "")\($0.text)" } == "12.Việc thứ 12")
    // The rows above and below such a cell stay a table.
    let rows = """
      <table><tr><td>UBND XÃ</td><td>CỘNG HÒA</td></tr><tr><td colspan=2>\(paper)</td></tr>
      <tr><td>Nơi nhận:</td><td>CHỦ TỊCH</td></tr></table>
      """
    let sheet = try read(page(rows)).body
    #expect(sheet.tables.map(\.rows.count) == [1, 1])
    #expect(sheet.tables.map(\.blocks) == [0..<2, 14..<16])
    #expect(sheet.blocks[14].place.cell == .init(table: 1, row: 0, cell: 0))
    // A table of the paper stays one, however much is in it.
    let list = (1...20).map { "<tr><td>\($0)</td><td><p>Nguyễn Văn A</p></td></tr>" }.joined()
    #expect(try read(page("<table>\(list)</table>")).body.tables.first?.rows.count == 20)
  }

  @Test func scriptsStylesAndTheFrameOfASiteAreDropped() throws {
    let body = """
      <nav>Trang chủ</nav><script>alert("1")</script><style>p { color: red }</style>
      <!-- lời bình --><form><p>Kế hoạch</p><input value="tìm"><button>Tải về</button></form>
      <p style="display: none">ẩn</p><p hidden>ẩn</p><noscript>bật</noscript>
      <iframe src="http://127.0.0.1/"></iframe><p>năm <span style='mso-hide:all'>ẩn</span>2024</p>
      """
    #expect(try texts(body) == ["Kế hoạch", "năm 2024"])
    #expect(
      try texts("<div>đầu trang</div><main><p>Nội dung</p></main><div>cuối</div>") == ["Nội dung"])
  }

  @Test func wordsOwnMarkup() throws {
    let html = """
      <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
      <head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
      <!--[if gte mso 9]><xml><o:p>ẩn</o:p></xml><![endif]-->
      <style><!-- p.MsoNormal {font-size:14.0pt} --></style></head>
      <body lang=VI><div class=WordSection1>
      <p class=MsoNormal align=center style='text-align:center;text-indent:1.0cm'><b><span
      style='font-size:13.0pt;font-family:"Times New Roman";text-transform:uppercase'>Kế
      hoạch<o:p></o:p></span></b></p>
      <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span
      style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Mục đích<a
      style='mso-footnote-id:ftn1' href="#_ftn1"><span>[1]</span></a></p>
      <p><del>cũ</del><ins>mới</ins></p>
      </div><div style='mso-element:footnote-list'><div><p>Chú thích</p></div></div></body></html>
      """
    let document = try read(html)
    #expect(lines(document) == ["|Kế hoạch", "1.|Mục đích", "|mới"])
    let block = try #require(document.body.blocks.first)
    #expect(block.format.alignment == .center)
    #expect(block.format.firstLineIndent == 567)
    let format = try #require(block.runs.first?.format)
    #expect(format.isBold && format.isAllCapitals)
    #expect(format.size == 26)
    #expect(format.font == "Times New Roman")
    #expect(document.revisions.insertions == 1)
    #expect(document.revisions.deletions == 1)
    #expect(document.parts.map(\.role) == [.body, .footnotes])
    #expect(document.parts.last?.blocks.map(\.text) == ["Chú thích"])
  }

  @Test func listsHaveLabels() throws {
    let body = """
      <ol type="I"><li>một<ul><li>hai</li><li><p>ba</p><p>tiếp</p></li></ul></li><li>bốn</ol>
      <ol start=3 style="list-style-type: lower-alpha"><li>năm<li value="7">sáu</ol>
      <ul style="list-style: none"><li>- bảy</ul>
      <ol><li style="list-style-type: upper-roman">tám<li style="list-style-position: inside">chín</ol>
      """
    #expect(
      lines(try read(page(body))) == [
        "I.|một", "-|hai", "-|ba", "|tiếp", "II.|bốn", "c.|năm", "g.|sáu", "-|bảy",
        "I.|tám", "2.|chín",
      ])
  }

  @Test func tablesHaveSpansAndHeaders() throws {
    let body = """
      <table><caption>Bảng 1</caption><thead><tr><th rowspan=2>TT<th colspan=2>Nội dung</thead>
      <tr><td>a<td>b<tr><td>1<td><table><tr><td>trong</table><td></table>
      """
    let part = try read(page(body)).body
    #expect(part.blocks.map(\.text) == ["Bảng 1", "TT", "Nội dung", "a", "b", "1", "trong", ""])
    let table = try #require(part.tables.first)
    #expect(table.columnCount == 3)
    #expect(table.rows.map(\.isHeader) == [true, false, false])
    #expect(table.rows[1].cells.map(\.column) == [1, 2])
    #expect(part.tables.map(\.parent) == [nil, 0])
    #expect(part.blocks[1].runs.first?.format.isBold == true)
  }

  @Test func headingsHaveLevels() throws {
    let blocks = try read(page("<h2>Mục đích</h2><p>x</p>")).body.blocks
    #expect(blocks.map(\.format.outlineLevel) == [1, nil])
  }

  @Test func theEncodingIsToldByTheBytesThenByThePage() throws {
    let text = "Kế hoạch thi đua, khen thưởng"
    func page(_ charset: String, _ content: [UInt8]) -> [UInt8] {
      Array("<html><head><meta charset=\"\(charset)\"></head><body><p>".utf8) + content
        + Array("</p></body></html>".utf8)
    }
    let cases: [[UInt8]] = [
      page("utf-8", Array(text.utf8)), page("windows-1252", Array(text.utf8)),
      page("windows-1258", LegacyText.windows1258(text)),
      page("x-none", LegacyText.windows1258(text)),
      [0xFF, 0xFE]
        + String(decoding: page("utf-16", Array(text.utf8)), as: UTF8.self).utf16.flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        },
    ]
    for (index, bytes) in cases.enumerated() {
      let document = try DocumentReader.read(bytes, name: "a.html")
      #expect(document.body.blocks.map(\.text) == [text], "\(index)")
    }
    let old = LegacyText.bytes(LegacyText.tcvn3(text))
    let font = Array("<font face='.VnTime'>".utf8) + old + Array("</font>".utf8)
    let document = try DocumentReader.read(page("windows-1252", font), name: "a.html")
    #expect(document.body.blocks.map(\.text) == [text])
    #expect(document.remarks == [.convertedEncoding(.tcvn3, part: 0, block: 0, blocks: 1)])
  }

  @Test func faultsAreRefusedOrMended() throws {
    #expect(try texts("<p>một<b>hai<p>ba</i>&bogus; < 5") == ["mộthai", "ba&bogus; < 5"])
    let deep = page(String(repeating: "<div>", count: 300))
    #expect(try refusal(Array(deep.utf8)).code == .tooLarge)
    #expect(try refusal(Array(page("<p> </p>").utf8)).code == .empty)
    var limits = ReadingLimits()
    limits.textBytes = 20
    #expect(try refusal(Array(page("a").utf8), limits: limits).code == .tooLarge)
    limits = ReadingLimits()
    limits.tableCells = 1
    let table = page("<table><tr><td>a<td>b</table>")
    #expect(try refusal(Array(table.utf8), limits: limits).code == .tooLarge)
    let entity = """
      <!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/passwd">]><html><body><p>a&b;</p></body></html>
      """
    let document = try? read(entity)
    #expect(document?.body.blocks.contains { $0.text.contains("root:") } != true)
  }
}
