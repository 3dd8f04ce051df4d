import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Where the text of a DOCX paragraph is, and where it is not.
struct DocxTextTests {
  @Test func theMainPartIsFoundThroughItsRelationship() throws {
    var fixture = DocxFixture(paragraphs: ["Kế hoạch"])
    fixture.mainPart = "noi-dung/van-ban.xml"
    let document = try read(fixture)
    #expect(document.format == .docx)
    #expect(document.body.name == "noi-dung/van-ban.xml")
    #expect(document.body.blocks.map(\.text) == ["Kế hoạch"])
  }

  @Test func strictNamespacesAreReadAlike() throws {
    var fixture = DocxFixture(
      """
      <w:p><w:pPr><w:pStyle w:val="a"/><w:jc w:val="start"/><w:ind w:firstLine="1cm"/></w:pPr>
      <w:r><w:t>Kế hoạch</w:t></w:r></w:p>
      """)
    fixture.isStrict = true
    fixture.styles = """
      <w:style w:type="paragraph" w:styleId="a"><w:name w:val="Đề mục"/>
      <w:rPr><w:sz w:val="13pt"/><w:b w:val="true"/></w:rPr></w:style>
      """
    let block = try #require(try read(fixture).body.blocks.first)
    #expect(block.text == "Kế hoạch")
    #expect(block.format.alignment == .left)
    #expect(block.format.firstLineIndent == 567)
    #expect(block.runs.first?.format.size == 26)
    #expect(block.runs.first?.format.isBold == true)
  }

  @Test func aStrictPaperIsReadLikeATransitionalOne() throws {
    func cell(_ text: String, _ properties: String) -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(DocxFixture.paragraph(text))</w:tc>"
    }
    var fixture = DocxFixture(
      """
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr>\
      <w:b w:val="true"/><w:rFonts w:hAnsiTheme="minorHAnsi"/></w:rPr><w:t>Mục đích</w:t></w:r></w:p>\
      <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024</w:t></w:r><w:r>\
      <w:fldChar w:fldCharType="end"/></w:r><w:ins w:id="1"><w:r><w:t>x</w:t></w:r></w:ins></w:p>\
      <w:tbl><w:tr>\(cell("a", "<w:vMerge w:val=\"restart\"/>"))\(cell("b", "<w:gridSpan w:val=\"2\"/>"))\
      </w:tr><w:tr>\(cell("", "<w:vMerge/>"))\(cell("c", ""))</w:tr></w:tbl>\
      <w:p><w:r><mc:AlternateContent><mc:Choice Requires="w"><w:t>mới</w:t></mc:Choice><mc:Fallback>\
      <w:t>cũ</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
      """)
    fixture.header = DocxFixture.paragraph("đầu trang")
    fixture.footnotes = "<w:footnote w:id=\"1\">\(DocxFixture.paragraph("chú thích"))</w:footnote>"
    fixture.numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>\
      <w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>\
      </w:num>
      """
    fixture.theme = """
      <a:theme xmlns:a="urn:a"><a:themeElements><a:fontScheme><a:minorFont>\
      <a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
      """
    let transitional = try read(fixture)
    fixture.isStrict = true
    let strict = try read(fixture)
    #expect(strict.parts.map(\.blocks) == transitional.parts.map(\.blocks))
    #expect(strict.parts.map(\.tables) == transitional.parts.map(\.tables))
    #expect(strict.parts.map(\.role) == [.body, .header, .footnotes])
    #expect(strict.revisions == transitional.revisions)
    #expect(lines(strict) == ["I.|Mục đích", "|2024x", "|a", "|b", "|c", "|mới"])
    #expect(strict.body.blocks.first?.runs.first?.format.font == "Calibri")
  }

  @Test(arguments: [
    ("567", 567), ("1cm", 567), ("10mm", 567), ("36pt", 720), ("0.5in", 720), ("2pc", 480),
    ("2pi", 480), ("-1.27cm", -720),
  ])
  func measuresMayHaveTheirUnit(length: String, twips: Int) throws {
    let body = """
      <w:p><w:pPr><w:ind w:firstLine="\(length)"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>
      """
    #expect(try blocks(body).first?.format.firstLineIndent == twips)
  }

  @Test(arguments: [
    "<w:hyperlink r:id=\"rId9\">@</w:hyperlink>", "<w:ins w:id=\"1\">@</w:ins>",
    "<w:moveTo w:id=\"1\">@</w:moveTo>", "<w:smartTag>@</w:smartTag>",
    "<w:customXml>@</w:customXml>", "<w:sdt><w:sdtPr/><w:sdtContent>@</w:sdtContent></w:sdt>",
    "<w:fldSimple w:instr=\"PAGE\">@</w:fldSimple>", "<w:bdo>@</w:bdo>", "<w:dir>@</w:dir>",
    "<w:hyperlink><w:ins><w:sdt><w:sdtContent>@</w:sdtContent></w:sdt></w:ins></w:hyperlink>",
    "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>@</w:rubyBase></w:ruby></w:r>",
  ])
  func runsInsideContainersAreText(container: String) throws {
    let run = "<w:r><w:t>thi đua</w:t></w:r>"
    let inner = container.split(separator: "@", omittingEmptySubsequences: false)
    let body = """
      <w:p><w:r><w:t xml:space="preserve">Phong trào </w:t></w:r>\
      \(inner.joined(separator: run))<w:r><w:t>.</w:t></w:r></w:p>
      """
    #expect(try texts(body) == ["Phong trào thi đua."])
  }

  @Test func deletedTextIsGoneAndCounted() throws {
    let document = try read(
      DocxFixture(
        """
        <w:p><w:r><w:t>năm </w:t></w:r><w:del w:id="1"><w:r><w:delText>2022</w:delText></w:r></w:del>
        <w:ins w:id="2"><w:r><w:t>2023</w:t></w:r></w:ins>
        <w:moveFrom w:id="3"><w:r><w:t>cũ</w:t></w:r></w:moveFrom></w:p>
        """))
    #expect(document.body.blocks.map(\.text) == ["năm2023"])
    #expect(document.revisions.insertions == 1)
    #expect(document.revisions.deletions == 2)
  }

  @Test func aDeletedParagraphMarkJoinsParagraphs() throws {
    let deletedMark = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
    let body = """
      <w:p>\(deletedMark)<w:r><w:t xml:space="preserve">Hội đồng </w:t></w:r></w:p>
      <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>xã</w:t></w:r></w:p>
      <w:p>\(deletedMark)<w:del w:id="2"><w:r><w:delText>Bỏ</w:delText></w:r></w:del></w:p>
      <w:p><w:r><w:t>Còn lại</w:t></w:r></w:p>
      <w:p>\(deletedMark)</w:p>
      """
    let blocks = try blocks(body)
    #expect(blocks.map(\.text) == ["Hội đồng xã", "Còn lại"])
    #expect(blocks.first?.format.alignment == .center)
    #expect(blocks.first?.source.map(\.unit) == [0, 1])
  }

  @Test func aFieldShowsItsResultOnly() throws {
    let body = """
      <w:p><w:r><w:t xml:space="preserve">Trang </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
      <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
      <w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      """
    #expect(try texts(body) == ["Trang 2"])
  }

  @Test func aFieldInsideAFieldsCodeIsHidden() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    func text(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
    let body =
      "<w:p>" + text("a") + mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>"
      + mark("begin") + "<w:r><w:instrText>DATE</w:instrText></w:r>" + mark("separate")
      + text("ẩn") + mark("end") + mark("separate") + text("b") + mark("end") + text("c") + "</w:p>"
    #expect(try texts(body) == ["abc"])
  }

  @Test func aFieldMayRunOverParagraphs() throws {
    let body = """
      <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Mục một</w:t></w:r></w:p>
      <w:p><w:r><w:t>Mục hai</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      """
    #expect(try texts(body) == ["Mục một", "Mục hai"])
  }

  @Test func aFieldThatNeverEndsHidesNothing() throws {
    let body = """
      <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Kế hoạch</w:t></w:r></w:p>
      <w:p><w:r><w:t>Mục đích</w:t></w:r></w:p>
      """
    #expect(try texts(body) == ["Kế hoạch", "Mục đích"])
  }

  @Test func specialCharactersAreOneScalarEach() throws {
    let body = """
      <w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>\
      <w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:ptab/>\
      <w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Symbol" w:char="F02D"/>\
      <w:lastRenderedPageBreak/><w:t>g\u{A0}h</w:t></w:r></w:p>
      """
    #expect(try texts(body) == ["a\tb\nc\nd-ef\t\u{F0B7}-g\u{A0}h"])
  }

  @Test func symbolsHaveTheirCharacter() throws {
    func symbol(_ font: String, _ code: String) -> String {
      "<w:sym w:font=\"\(font)\" w:char=\"\(code)\"/>"
    }
    let body = """
      <w:p><w:r>\(symbol("Symbol", "F0B3"))\(symbol("Symbol", "00A3"))\(symbol("Wingdings", "F0B3"))\
      \(symbol("Arial", "1EA1"))\(symbol("Arial", "0007"))\(symbol("Arial", "FFFE"))\
      \(symbol("Arial", "D800"))<w:sym/></w:r></w:p>
      """
    #expect(try texts(body) == ["≥≤\u{F0B3}ạ\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"])
  }

  @Test func aSymbolOfTheNewKindIsReadFromItsFallback() throws {
    let body = """
      <w:p><w:r><mc:AlternateContent xmlns:se="http://schemas.microsoft.com/office/word/2015/wordml/symex">\
      <mc:Choice Requires="se"><se:symEx se:font="Segoe UI Symbol" se:char="2605"/></mc:Choice>\
      <mc:Fallback><w:t>★</w:t></mc:Fallback></mc:AlternateContent><w:t>a</w:t></w:r></w:p>
      """
    #expect(try texts(body) == ["★a"])
  }

  @Test func aSoftHyphenIsAnElementOfItsOwn() throws {
    let body = """
      <w:p><w:r><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:softHyphen/><w:t>íc m¬</w:t></w:r></w:p>
      """
    let block = try #require(try blocks(body).first)
    #expect(block.text == "ước mơ")
    #expect(block.source.first.map { [$0.unit, $0.offset] } == [0, 0])
    #expect(block.source.last?.unit == 1)
    #expect(block.runs.map(\.utf8) == [0..<block.text.utf8.count])
    let plain = "<w:p><w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r></w:p>"
    #expect(try blocks(plain).first?.source.map(\.unit) == [0, 2])
  }

  @Test(arguments: [
    "TOC \\o \"1-3\" \\h", " toc ", "TO|C \\o",
  ])
  func aTableOfContentsIsKnown(code: String) throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    func field(_ code: String, _ result: String) -> String {
      let pieces = code.split(separator: "|").map {
        "<w:r><w:instrText xml:space=\"preserve\">\(DocxFixture.escape(String($0)))</w:instrText></w:r>"
      }
      return mark("begin") + pieces.joined() + mark("separate") + result + mark("end")
    }
    func text(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
    let contents =
      text("I. MỤC ĐÍCH") + "<w:r><w:tab/></w:r>" + field("PAGEREF a", text("1")) + "</w:p><w:p>"
      + text("II. NỘI DUNG")
    let body =
      "<w:p>\(field(code, contents))</w:p><w:p>\(text("I. MỤC ĐÍCH"))</w:p>"
      + "<w:p>\(field("REF TOC", text("b")))</w:p>"
    let blocks = try blocks(body)
    #expect(blocks.map(\.text) == ["MỤC ĐÍCH\t1", "NỘI DUNG", "MỤC ĐÍCH", "b"])
    #expect(blocks.map(\.place.isInContents) == [true, true, false, false])
  }

  @Test func theGalleryOfContentsHasItsTitle() throws {
    func control(_ gallery: String) -> String {
      """
      <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="\(gallery)"/></w:docPartObj></w:sdtPr>\
      <w:sdtContent>\(DocxFixture.paragraph("MỤC LỤC"))</w:sdtContent></w:sdt>
      """
    }
    let body = control("Table of Contents") + control("Cover Pages")
    #expect(try blocks(body).map(\.place.isInContents) == [true, false])
  }

  @Test func aPageBreakPartsTextAndNothingElse() throws {
    let page = "<w:br w:type=\"page\"/>"
    let body = """
      <w:p><w:r>\(page)<w:t>a</w:t>\(page)<w:t>b</w:t>\(page)</w:r></w:p>
      """
    #expect(try texts(body) == ["a\nb"])
  }

  @Test func spaceCountsOnlyWhenPreserved() throws {
    let body = """
      <w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b </w:t></w:r></w:p>
      <w:p xml:space="preserve"><w:r><w:t> c</w:t></w:r></w:p>
      """
    let blocks = try blocks(body)
    #expect(blocks.map(\.text) == ["a b ", " c"])
    #expect(blocks.first?.source.first?.offset == 1)
  }

  @Test func hiddenTextIsLeftOut() throws {
    var fixture = DocxFixture(
      """
      <w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>
      <w:r><w:rPr><w:rStyle w:val="an"/></w:rPr><w:t>c</w:t></w:r>
      <w:r><w:rPr><w:rStyle w:val="an"/><w:vanish w:val="0"/></w:rPr><w:t>d</w:t></w:r></w:p>
      """)
    fixture.styles = """
      <w:style w:type="character" w:styleId="an"><w:rPr><w:vanish/></w:rPr></w:style>
      """
    #expect(try read(fixture).body.blocks.map(\.text) == ["ad"])
  }

  @Test func alternativesAreReadOnce() throws {
    func choice(_ requires: String) -> String {
      """
      <w:p><w:r><mc:AlternateContent><mc:Choice Requires="\(requires)"><w:t>mới</w:t></mc:Choice>
      <mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
      """
    }
    #expect(try texts(choice("wps")) == ["mới"])
    #expect(try texts(choice("xx")) == ["cũ"])
    #expect(try texts(choice("wps xx")) == ["cũ"])
    #expect(try texts(choice("undeclared")) == ["cũ"])
  }

  @Test func aTextBoxFollowsItsParagraphOnce() throws {
    let content = "<w:txbxContent><w:p><w:r><w:t>Độc lập</w:t></w:r></w:p></w:txbxContent>"
    let body = """
      <w:p><w:r><w:t>UBND </w:t></w:r><w:r><mc:AlternateContent>
      <mc:Choice Requires="wps"><w:drawing><wp:inline><wps:txbx>\(content)</wps:txbx></wp:inline>
      </w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(content)</v:textbox></w:pict>
      </mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>xã</w:t></w:r></w:p>
      <w:p><w:r><w:pict><v:shape><v:textbox>\(content)</v:textbox></v:shape></w:pict></w:r></w:p>
      """
    let blocks = try blocks(body)
    #expect(blocks.map(\.text) == ["UBNDxã", "Độc lập", "", "Độc lập"])
    #expect(blocks.map(\.place.isInTextBox) == [false, true, false, true])
  }

  /// Word hangs a box on the paragraph where the cursor stood: for a letterhead often the title.
  @Test func boxesHungOnTheFirstLineComeBeforeIt() throws {
    func box(_ text: String) -> String {
      """
      <w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(DocxFixture.paragraph(text))\
      </w:txbxContent></v:textbox></v:shape></w:pict></w:r>
      """
    }
    func line(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
    let body = """
      <w:p/><w:p>\(box("UBND XÃ"))\(box("Số: 01"))\(line("KẾ HOẠCH"))\(box("sau"))</w:p>\
      <w:p>\(box("hộp"))\(line("Mục đích"))</w:p>
      """
    let document = try read(DocxFixture(body))
    #expect(
      document.body.blocks.map(\.text)
        == ["", "UBND XÃ", "Số: 01", "KẾ HOẠCH", "sau", "Mục đích", "hộp"])
    #expect(
      document.body.blocks.map(\.place.isInTextBox)
        == [false, true, true, false, true, false, true])
    let places = try DocxTextPlaces(DocxFixture(body).bytes, limits: .init())
    #expect(places.blocks.map(\.count) == [0, 1, 1, 1, 1, 1, 1])
  }

  @Test func mathIsText() throws {
    let body = """
      <w:p><m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=1</m:t></m:r></m:oMath>
      </m:oMathPara></w:p>
      """
    #expect(try texts(body) == ["x=1"])
  }

  @Test func blockContainersAreLookedInto() throws {
    let p = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    let body = """
      <w:sdt><w:sdtContent>\(p)</w:sdtContent></w:sdt><w:customXml>\(p)</w:customXml>
      <mc:AlternateContent><mc:Choice Requires="w">\(p)</mc:Choice></mc:AlternateContent>
      <xx:unknown>\(p)</xx:unknown>
      """
    #expect(try texts(body) == ["a", "a", "a"])
  }

  @Test func notesHeadersAndCommentsAreParts() throws {
    var fixture = DocxFixture(paragraphs: ["Kế hoạch"])
    let p = { (text: String) in DocxFixture.paragraph(text) }
    fixture.header = p("Đầu trang")
    fixture.footer = p("Chân trang")
    fixture.footnotes = """
      <w:footnote w:type="separator" w:id="-1">\(p("___"))</w:footnote>
      <w:footnote w:id="1">\(p("Chú thích"))</w:footnote>
      """
    fixture.endnotes = "<w:endnote w:type=\"separator\" w:id=\"-1\">\(p("___"))</w:endnote>"
    fixture.comments = "<w:comment w:id=\"0\">\(p("Sửa lại"))</w:comment><w:comment w:id=\"1\"/>"
    let document = try read(fixture)
    #expect(document.parts.map(\.role) == [.body, .header, .footer, .footnotes, .comments])
    #expect(
      document.parts.map { $0.blocks.map(\.text) } == [
        ["Kế hoạch"], ["Đầu trang"], ["Chân trang"], ["Chú thích"], ["Sửa lại"],
      ])
    #expect(document.revisions.comments == 2)
  }

  @Test func sectionsAreCounted() throws {
    let body = """
      <w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>
      <w:p><w:r><w:t>b</w:t></w:r></w:p><w:sectPr/>
      """
    #expect(try blocks(body).map(\.place.section) == [0, 1])
  }

  @Test func macrosAndSignaturesAreRemarked() throws {
    var fixture = DocxFixture(paragraphs: ["a"])
    fixture.extraEntries = [
      .init("word/vbaProject.bin", [1, 2, 3]), .init("_xmlsignatures/origin.sigs", []),
    ]
    #expect(try read(fixture).remarks == [.macros, .signed])
    #expect(try read(DocxFixture(paragraphs: ["a"])).remarks.isEmpty)
  }

  // MARK: NFC and the way back

  @Test func marksInTheNextRunAreComposed() throws {
    let body = """
      <w:p><w:r><w:t>Triê</w:t></w:r><w:r><w:t>\u{309}n khai</w:t></w:r></w:p>
      """
    let document = try read(DocxFixture(body))
    let block = try #require(document.body.blocks.first)
    #expect(Array(block.text.utf8) == Array("Triển khai".utf8))
    #expect(document.remarks == [.notNormalised(part: 0, count: 1)])
    #expect(
      block.source == [
        SourceSegment(utf8: 0..<3, unit: 0, offset: 0, scalars: 3, isVerbatim: true),
        SourceSegment(utf8: 3..<6, unit: 0, offset: 3, scalars: 2, isVerbatim: false),
        SourceSegment(utf8: 6..<12, unit: 1, offset: 1, scalars: 6, isVerbatim: true),
      ])
    #expect(try #require(block.origin(utf8: 6)) == (unit: 1, scalar: 1))
  }

  @Test func theSourceCoversTheTextAfterALabel() throws {
    let body = """
      <w:p><w:r><w:t xml:space="preserve"> 1</w:t></w:r><w:r><w:t>.</w:t></w:r><w:r><w:tab/></w:r>
      <w:r><w:t>Mục</w:t></w:r><w:r><w:t xml:space="preserve"> đích</w:t></w:r></w:p>
      """
    let block = try #require(try blocks(body).first)
    #expect(block.label?.text == "1.")
    #expect(block.text == "Mục đích")
    #expect(block.source.map(\.unit) == [3, 4])
    #expect(block.source.first?.utf8.lowerBound == 0)
    #expect(block.source.last?.utf8.upperBound == block.text.utf8.count)
    #expect(try #require(block.origin(utf8: 5)) == (unit: 4, scalar: 0))
  }

  @Test func unitsCountHiddenElementsToo() throws {
    let body = """
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t><w:tab/></w:r><w:r><w:t>a</w:t></w:r></w:p>
      """
    #expect(try blocks(body).first?.source.map(\.unit) == [2])
  }
}
