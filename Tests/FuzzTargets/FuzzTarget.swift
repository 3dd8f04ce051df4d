import DocumentModel
import DocumentReading
import FixtureSupport
import TdktlintKit

/// A part of the program that reads what strangers write, fed with bytes of any kind. Whatever they
/// are it answers or refuses; it never crashes and never takes long.
///
/// Every target is run by `make fuzz`; what once broke one is kept in `Tests/Fixtures/fuzz/NAME` and
/// read again by the tests.
public struct FuzzTarget: Sendable {
  public var name: String
  /// Inputs to begin with.
  public var seeds: @Sendable () -> [[UInt8]]
  /// Longest input tried, in bytes.
  public var longest: Int
  /// It has the law in memory, whose tagged pointers a detector of leaks takes for lost memory.
  public var holdsLaw = false
  public var run: @Sendable ([UInt8]) -> Void

  public static let all: [FuzzTarget] = [
    docx, document, numbering, odt, edXML, forms, text, citations, rules, configuration, jsonLines,
  ]

  public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

// MARK: Files

extension FuzzTarget {
  private static let paper = """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ TÂN VIỆT\tĐộc lập - Tự do - Hạnh phúc
    Số: 12/KH-UBND\tTân Việt, ngày 15 tháng 01 năm 2024

    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024

    Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
    Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ.

    I. MỤC ĐÍCH
    1. Nâng cao chất lượng phong trào thi đua.
    a) Trình khen thưởng theo khoản 2 Điều 23 Luật này trước ngày 15/11/2024.

    TT\tHọ và tên\tDanh hiệu
    1\tNguyễn Văn An\tLao động tiên tiến

    Nơi nhận:\tTM. ỦY BAN NHÂN DÂN
    - Lưu: VT.\tCHỦ TỊCH
    \tTrần Thị Bình
    """

  private static func read(_ bytes: [UInt8]) {
    var limits = ReadingLimits()
    // Far from the limit of a file: an input is small, and what it may take is in proportion.
    limits.inflatedBytes = 4 << 20
    limits.inflatedBytesPerEntry = 2 << 20
    _ = try? DocumentReader.read(bytes, name: "tep", limits: limits)
  }

  static let docx = FuzzTarget(
    name: "docx",
    seeds: {
      var rich = DocxFixture(text: paper)
      rich.header = DocxFixture.paragraph("Đầu trang")
      rich.styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"a\"/></w:style>"
      var stored = rich
      stored.isDeflated = false
      return [DocxFixture(paragraphs: ["Kế hoạch"]).bytes, rich.bytes, stored.bytes]
    }, longest: 16_384, run: read)

  /// The content of `w:body`, so that no checksum stands in the way.
  static let document = FuzzTarget(
    name: "document",
    seeds: {
      let body = """
        <w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>KẾ HOẠCH</w:t></w:r>\
        <w:ins w:id="1"><w:r><w:t>a</w:t><w:br/><w:tab/></w:r></w:ins><w:del w:id="2"><w:r>\
        <w:delText>b</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan \
        w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p><w:r>\
        <w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar \
        w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r><w:sdt>\
        <w:sdtContent><w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:sdtContent></w:sdt>\
        <mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p/></w:txbxContent>\
        </mc:Choice><mc:Fallback/></mc:AlternateContent></w:p>
        """
      return [body, DocxFixture(text: paper).body].map { Array($0.utf8) }
    }, longest: 32_768
  ) { bytes in
    read(DocxFixture(String(decoding: bytes, as: UTF8.self)).bytes)
  }

  /// Numbering and styles, parted by a line with `%%`.
  static let numbering = FuzzTarget(
    name: "numbering",
    seeds: {
      [
        Array(
          """
          <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt \
          w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt \
          w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/><w:pStyle w:val="a"/></w:lvl>\
          </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride \
          w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
          %%
          <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault>\
          </w:docDefaults><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/><w:pPr>\
          <w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style \
          w:type="paragraph" w:default="1" w:styleId="b"><w:rPr><w:b/><w:i w:val="0"/></w:rPr>\
          </w:style>
          """.utf8)
      ]
    }, longest: 16_384
  ) { bytes in
    let halves = String(decoding: bytes, as: UTF8.self).split(separator: "%%", maxSplits: 1)
    var fixture = DocxFixture(
      """
      <w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>\
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>\
      <w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="2"/></w:numPr></w:pPr></w:p>
      """)
    fixture.numbering = halves.first.map(String.init) ?? ""
    fixture.styles = halves.count > 1 ? String(halves[1]) : ""
    read(fixture.bytes)
  }

  static let odt = FuzzTarget(
    name: "odt",
    seeds: {
      let fixture = OpenDocumentFixture(text: paper)
      return [fixture.flatBytes, fixture.bytes]
    }, longest: 32_768, run: read)

  static let edXML = FuzzTarget(
    name: "edxml",
    seeds: {
      let files = [(name: "a.txt", bytes: Array("KẾ HOẠCH\n\nCăn cứ".utf8))]
      var soap = PacketFixture(files)
      soap.isSOAP = true
      return [PacketFixture(files).bytes, soap.bytes]
    }, longest: 16_384, run: read)

  /// Whatever else a file may be: HTML, MHTML, Akoma Ntoso, Word 2003, Flat OPC, PDF and pictures.
  static let forms = FuzzTarget(
    name: "forms",
    seeds: {
      let page = Array(
        """
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="b"

        --b
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        <html><body><p>K=E1=BA=BF ho=E1=BA=A1ch</p></body></html>
        --b--
        """.utf8)
      let akn = Array(
        """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" \
        xmlns:tdkt="urn:tdktlint:document:1"><doc><mainBody><section><num>I.</num><heading \
        tdkt:block="1">MỤC ĐÍCH</heading><content><p tdkt:block="2">a</p><table><tr><td \
        colspan="2"><p>b</p></td></tr></table></content></section></mainBody></doc></akomaNtoso>
        """.utf8)
      return [
        page, akn, Array(ReadablePaper(paper).html.utf8), Word2003Fixture(text: paper).bytes,
        DocxFixture(text: paper).flatBytes, Array("{\\rtf1 a}".utf8), Array("%PDF-1.7\n".utf8),
      ]
    }, longest: 32_768, run: read)

  // MARK: Text

  private static let linter: Linter? = {
    guard let day = CivilDate(iso: "2026-01-15"),
      let library = try? RuleLibrary(modules: builtInModules, depth: .check)
    else { return nil }
    return Linter(library: library, options: Linter.Options(today: day))
  }()

  /// All the way from a plain text to findings.
  static let text = FuzzTarget(
    name: "text", seeds: { [Array(paper.utf8), LegacyText.windows1258(paper)] }, longest: 8192,
    holdsLaw: true
  ) { bytes in
    guard let linter,
      let source = try? DocumentReader.readPlainText(bytes)
    else { return }
    _ = linter.findings(in: linter.recognise(source))
  }

  /// Citations, dates and times of one paragraph.
  static let citations = FuzzTarget(
    name: "citations",
    seeds: {
      [
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết;",
        "theo điểm a khoản 2 Điều 23, các khoản 1, 2 và 3 Điều 24 Luật Thi đua, khen thưởng năm 2022",
        "Chỉ thị 34-CT/TW ngày 07/4/2014 (sau đây gọi là Chỉ thị 34), Thông tư 01/2024/TT-BNV",
        "trước ngày 15/11/2024; chậm nhất ngày 20 hằng tháng; quý I, 6 tháng đầu năm, từ 1/1 đến 30/6",
        "Ủy ban nhân dân xã Tân Việt giao Phòng Nội vụ chủ trì, Sở Nội vụ trình Thủ tướng Chính phủ",
      ].map { Array($0.utf8) }
    }, longest: 2048, holdsLaw: true
  ) { bytes in
    guard let linter, let text = String(validating: bytes, as: UTF8.self) else { return }
    let part = DocumentPart(
      name: "text", role: .body, blocks: [Block(text: "Căn cứ"), Block(text: text)])
    _ = linter.recognise(SourceDocument(format: .text, parts: [part]))
  }
}
