import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Text in the codes of old fonts comes out in Unicode, with the way back.
struct LegacyEncodingTests {
  private static let plan = """
    ỦY BAN NHÂN DÂN XÃ TÂN VIỆT
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024
    Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
    đ) Điểm này đứng sau điểm d, trước điểm e; giữ nguyên chữ ư, ơ, ă, â, ê, ô.
    Phối hợp với Phòng Nội vụ huyện tổ chức sơ kết, tổng kết; kịp thời biểu dương, nhân rộng.
    """
  private static let planLines = plan.split(separator: "\n").map(String.init)

  private func run(_ text: String, font: String) -> String {
    """
    <w:r><w:rPr><w:rFonts w:ascii="\(font)" w:hAnsi="\(font)"/></w:rPr>\
    <w:t xml:space="preserve">\(DocxFixture.escape(text))</w:t></w:r>
    """
  }

  private func converted(_ document: SourceDocument) -> [SourceDocument.Remark] {
    document.remarks.filter { if case .convertedEncoding = $0 { true } else { false } }
  }

  @Test func theVectorsOfTheStandardComeOutByFont() throws {
    let document = try read(
      DocxFixture(
        "<w:p>\(run("§éc lËp - Tù do - H¹nh phóc", font: ".VnTime"))</w:p>"
          + "<w:p>\(run("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", font: ".VnTimeH"))</w:p>"
          + "<w:p>\(run("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", font: "VNI-Times"))</w:p>"
          + "<w:p>\(run("Ñoäc laäp - Töï do - Haïnh phuùc", font: "VNI-Helve"))</w:p>"))
    #expect(
      document.body.blocks.map(\.text) == [
        "Độc lập - Tự do - Hạnh phúc", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc",
      ])
    #expect(document.remarks == [.convertedEncoding(.tcvn3, part: 0, block: 0, blocks: 4)])
  }

  @Test func everyLetterComesOutByFont() throws {
    let letters = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ"
    let words = letters.map { "\($0)" }.joined(separator: " ")
    let capitals = words.uppercased()
    let document = try read(
      DocxFixture(
        "<w:p>\(run(LegacyText.tcvn3(words), font: ".VnArial"))</w:p>"
          + "<w:p>\(run(LegacyText.tcvn3Capitals(capitals), font: ".VnArialH"))</w:p>"
          + "<w:p>\(run(LegacyText.vni(words), font: "VNI-Times"))</w:p>"
          + "<w:p>\(run(LegacyText.vni(capitals), font: "VNI-Times"))</w:p>"))
    #expect(document.body.blocks.map(\.text) == [words, capitals, words, capitals])
  }

  @Test func theFontMayComeFromTheStyleAndTheTheme() throws {
    var fixture = DocxFixture("<w:p><w:r><w:t>Tæ chøc thi ®ua</w:t></w:r></w:p>")
    fixture.styles = """
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr>\
      </w:rPrDefault></w:docDefaults>
      """
    fixture.theme = """
      <a:theme xmlns:a="urn:a"><a:themeElements><a:fontScheme><a:minorFont>\
      <a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
      """
    #expect(try read(fixture).body.blocks.map(\.text) == ["Tổ chức thi đua"])
  }

  @Test func theSoftHyphenIsALetterOfTheOldFonts() throws {
    func paragraph(_ font: String) -> String {
      """
      <w:p><w:r><w:rPr><w:rFonts w:hAnsi="\(font)"/></w:rPr><w:t>th</w:t><w:softHyphen/><w:t>ëng</w:t>\
      </w:r></w:p>
      """
    }
    #expect(try texts(paragraph(".VnTime")) == ["thưởng"])
    #expect(try texts(paragraph("Times New Roman")) == ["thëng"])
    #expect(
      try texts("<w:p>\(run("khen th\u{AD}ëng", font: ".VnTime"))</w:p>") == ["khen thưởng"])
  }

  @Test func unicodeUnderAnOldFontStaysAsItIs() throws {
    let body =
      "<w:p>\(run("Công an xã Tân Việt tổ chức thực hiện phong trào thi đua", font: ".VnTime"))</w:p>"
      + "<w:p>\(run("Công an xã", font: ".VnTime"))</w:p>"
      + "<w:p>\(run("Trang 1", font: ".VnTimeH"))</w:p>"
    let document = try read(DocxFixture(body))
    #expect(
      document.body.blocks.map(\.text).prefix(2) == [
        "Công an xã Tân Việt tổ chức thực hiện phong trào thi đua", "Công an xã",
      ])
    #expect(converted(document).isEmpty)
  }

  @Test func aLabelHiddenByTheCodeIsSplitOff() throws {
    let block = try #require(
      try blocks("<w:p>\(run("®) §iÓm nµy", font: ".VnTime"))</w:p>").first)
    #expect(block.label?.text == "đ)")
    #expect(block.label?.numbers == [5])
    #expect(block.text == "Điểm này")
  }

  @Test func positionsLeadBackToTheOldLetters() throws {
    let block = try #require(
      try blocks("<w:p>\(run("Haïnh phuùc", font: "VNI-Times"))</w:p>").first)
    #expect(block.text == "Hạnh phúc")
    // H | ạ | nh ph | ú | c: the mark belongs to its letter.
    #expect(block.source.map(\.offset) == [0, 1, 3, 8, 10])
    #expect(block.source.map(\.scalars) == [1, 2, 5, 2, 1])
    #expect(block.source.map(\.isVerbatim) == [true, false, true, false, true])
    #expect(block.source.last?.utf8.upperBound == block.text.utf8.count)
    #expect(block.runs.map(\.utf8) == [0..<block.text.utf8.count])
  }

  @Test(arguments: ["tcvn3", "vni"])
  func textWithoutItsFontsIsToldByItsWords(code: String) throws {
    let old = LegacyEncodingTests.planLines.map { line -> String in
      guard code == "tcvn3" else { return LegacyText.vni(line) }
      return line == line.uppercased() ? LegacyText.tcvn3Capitals(line) : LegacyText.tcvn3(line)
    }
    let document = try read(DocxFixture(paragraphs: old))
    #expect(
      lines(document) == lines(try read(DocxFixture(paragraphs: LegacyEncodingTests.planLines))))
    let encoding: LegacyEncoding = code == "tcvn3" ? .tcvn3 : .vni
    #expect(
      document.remarks == [.convertedEncoding(encoding, part: 0, block: 0, blocks: old.count)])
  }

  /// “Sè” and “Soá” are Vietnamese syllables as they stand.
  @Test(arguments: ["tcvn3", "vni"])
  func aLineThatReadsEitherWayGoesWithThoseAroundIt(code: String) throws {
    let number = "Số: 12/KH-UBND"
    let old = code == "tcvn3" ? LegacyText.tcvn3 : LegacyText.vni
    let paper = Array(LegacyEncodingTests.planLines.dropFirst(3))
    let document = try read(
      DocxFixture(paragraphs: [old(number)] + paper.map(old) + [old(number), "12/KH"]))
    #expect(
      document.body.blocks.map(\.text)
        == [number] + (try read(DocxFixture(paragraphs: paper))).body.blocks.map(\.text)
        + [number, "12/KH"])
    // Among text in Unicode it stays, and so does Unicode that would read as well in the old code.
    let mixed = try read(
      DocxFixture(
        paragraphs: paper.map(old) + LegacyEncodingTests.planLines + ["Công an xã", old(number)]
          + LegacyEncodingTests.planLines))
    #expect(mixed.body.blocks.contains { $0.text == "Công an xã" })
    #expect(mixed.body.blocks.contains { $0.text == old(number) })
  }

  @Test func aFewWordsAreEnoughBesideAFontOfTheCode() throws {
    let title = "<w:p>\(run("KÕ ho¹ch n¨m 2024", font: "Times New Roman"))</w:p>"
    let body = "<w:p>\(run("Tæ chøc thi ®ua", font: ".VnTime"))</w:p>"
    #expect(try texts(title + body) == ["Kế hoạch năm 2024", "Tổ chức thi đua"])
    #expect(try texts(title) == ["KÕ ho¹ch n¨m 2024"])
  }

  @Test func unicodeMayStandBesideOldTextInOneParagraph() throws {
    let body =
      "<w:p>" + run("Tæ chøc ", font: ".VnTime") + run("phong trào ", font: "Times New Roman")
      + run("thi đua yêu nước ", font: ".VnTime") + run("(xã) ", font: "Times New Roman")
      + run("®ît ", font: ".VnTime") + run("i", font: ".VnTimeH") + "</w:p>"
    #expect(try texts(body) == ["Tổ chức phong trào thi đua yêu nước (xã) đợt I"])
  }

  @Test func ordinaryTextIsNotTouched() throws {
    let document = try read(
      DocxFixture(
        paragraphs: LegacyEncodingTests.planLines + [
          "Công an xã", "Ông Nguyễn Văn A", "- Phòng Y tế;", "Café Montréal, señor Núñez",
          "“Xã hội số” ® 2024", "à á â ã è é ê ì í ò ó ô õ ù ú ý",
        ]))
    #expect(document.remarks.isEmpty)
    #expect(document.body.blocks.last?.text == "à á â ã è é ê ì í ò ó ô õ ù ú ý")
  }

  // MARK: Plain text

  private func text(_ bytes: [UInt8]) throws -> SourceDocument {
    try DocumentReader.read(bytes, name: "a.txt")
  }

  @Test func plainTextOfEachEncodingIsReadAlike() throws {
    let unicode = try readText(LegacyEncodingTests.plan)
    let capitals = LegacyEncodingTests.planLines.map { line in
      line == line.uppercased() ? LegacyText.tcvn3Capitals(line) : LegacyText.tcvn3(line)
    }.joined(separator: "\n")
    let cases: [(bytes: [UInt8], encoding: LegacyEncoding)] = [
      (LegacyText.bytes(capitals), .tcvn3),
      (LegacyText.bytes(LegacyText.vni(LegacyEncodingTests.plan)), .vni),
      (LegacyText.windows1258(LegacyEncodingTests.plan), .windows1258),
    ]
    for (bytes, encoding) in cases {
      let document = try text(bytes)
      #expect(lines(document) == lines(unicode), "\(encoding)")
      #expect(document.body.blocks.map(\.place) == unicode.body.blocks.map(\.place))
      #expect(
        document.remarks == [
          .convertedEncoding(encoding, part: 0, block: 0, blocks: unicode.body.blocks.count)
        ])
    }
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func capitalsBesideSmallLettersComeOutAsSuch(end: String) throws {
    let old = [
      LegacyText.tcvn3Capitals("XÃ TÂN VIỆT") + "\t" + LegacyText.tcvn3("Độc lập - Tự do"),
      LegacyText.tcvn3Capitals("SỞ NỘI VỤ") + "      " + LegacyText.tcvn3("Hạnh phúc"),
      LegacyText.tcvn3Capitals("KẾ HOẠCH"),
    ].joined(separator: end)
    #expect(
      try text(LegacyText.bytes(old)).body.blocks.map(\.text) == [
        "XÃ TÂN VIỆT", "SỞ NỘI VỤ", "Độc lập - Tự do", "Hạnh phúc", "KẾ HOẠCH",
      ])
  }

  @Test func aFewWordsAreEnoughForBytesThatAreNoUnicode() throws {
    #expect(lines(try text(LegacyText.bytes("KÕ ho¹ch"))) == ["|Kế hoạch"])
    #expect(lines(try text(LegacyText.windows1258("Kế hoạch"))) == ["|Kế hoạch"])
    #expect(try refusal(LegacyText.bytes("Café Montréal, señor Núñez")).code == .notText)
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsReadWithAndWithoutAMark(isLittleEndian: Bool, hasMark: Bool) throws {
    let units = Array(((hasMark ? "\u{FEFF}" : "") + LegacyEncodingTests.plan).utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittleEndian ? pair : pair.reversed()
    }
    let document = try text(bytes)
    #expect(lines(document) == lines(try readText(LegacyEncodingTests.plan)))
    #expect(document.remarks.isEmpty)
  }

  @Test func aColumnInAnOldTextIsThatOfTheFile() throws {
    let document = try text(LegacyText.bytes(LegacyText.vni("Hạnh phúc thi đua, khen thưởng")))
    let block = try #require(document.body.blocks.first)
    let offset = block.text.utf8.count - "thưởng".utf8.count
    // Two of the old letters make one before it, in ạ, ú, and none elsewhere.
    #expect(try #require(block.origin(utf8: offset)) == (unit: 1, scalar: 26))
  }
}
