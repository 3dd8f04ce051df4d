// Everything that is not a DOCX: OpenDocument, XML in one file, pages, plain text, other files under
// a document's name.

extension HostileFile {
  private static let paper = "KẾ HOẠCH\n\nCông tác thi đua, khen thưởng năm 2024"

  private static func odt(_ change: (inout [ZipWriter.Entry]) -> Void) -> [UInt8] {
    var entries = OpenDocumentFixture(text: paper).entries
    change(&entries)
    return ZipWriter.archive(entries)
  }

  private static func replace(
    _ name: String, _ text: String, in entries: inout [ZipWriter.Entry]
  ) {
    entries = entries.map { $0.name == name ? .init(name, text: text) : $0 }
  }

  static let openDocuments: [HostileFile] = [
    HostileFile(
      "mat-khau.odt", "an ODT under a password", "encrypted",
      odt { entries in
        entries.removeAll { $0.name == "META-INF/manifest.xml" }
        entries.append(
          .init(
            "META-INF/manifest.xml",
            text: "<manifest><file-entry><encryption-data/></file-entry></manifest>"))
      }),
    HostileFile(
      "bang-tinh.odt", "an OpenDocument workbook", "unsupported-format",
      odt { replace("mimetype", "application/vnd.oasis.opendocument.spreadsheet", in: &$0) }),
    HostileFile(
      "thuc-the.odt", "a DOCTYPE in the content", "external-entity",
      odt { replace("content.xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", in: &$0) }),
    HostileFile(
      "hong.odt", "content that is not well formed", "corrupt",
      odt { replace("content.xml", "<office:document-content>", in: &$0) }),
    HostileFile(
      "khong-van-ban.odt", "an ODT without a text", "corrupt",
      odt { replace("content.xml", "<a/>", in: &$0) }),
    HostileFile(
      "thieu-noi-dung.odt", "an ODT without its content", "not-a-document",
      odt { $0.removeAll { $0.name == "content.xml" } }),
    HostileFile(
      "cat-cut.odt", "an ODT without its end", "truncated",
      OpenDocumentFixture(text: paper).bytes.dropLast(60)),
    HostileFile(
      "long-sau.fodt", "spans inside one another", "too-large",
      OpenDocumentFixture("<text:p>\(times(300, "<text:span>"))").flatBytes),
    HostileFile(
      "cot-lap.fodt", "columns and rows repeated without end", "too-large",
      OpenDocumentFixture(
        """
        <table:table><table:table-row table:number-rows-repeated="2000000000">\
        <table:table-cell table:number-columns-repeated="2000000000"><text:p>a</text:p>\
        </table:table-cell></table:table-row></table:table>
        """
      ).flatBytes),
    HostileFile(
      "dau-cach.fodt", "spaces repeated without end", "too-large",
      OpenDocumentFixture("<text:p>\(times(60, "<text:s text:c=\"2000000000\"/>"))</text:p>")
        .flatBytes),
  ]

  private static func opc(_ parts: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?><pkg:package \
      xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">\(parts)</pkg:package>
      """.utf8)
  }

  private static func akn(_ body: String) -> [UInt8] {
    Array(
      """
      <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" \
      xmlns:tdkt="urn:tdktlint:document:1"><doc><mainBody>\(body)</mainBody></doc></akomaNtoso>
      """.utf8)
  }

  private static func packet(
    _ name: String, _ bytes: [UInt8], change: (inout PacketFixture) -> Void = { _ in }
  ) -> [UInt8] {
    var packet = PacketFixture([(name, bytes)])
    change(&packet)
    return packet.bytes
  }

  static let xmlForms: [HostileFile] = [
    HostileFile(
      "opc-hong.xml", "a Flat OPC that is not well formed", "corrupt",
      DocxFixture(text: paper).flatBytes.dropLast(30)),
    HostileFile(
      "opc-trung.xml", "a Flat OPC with two parts of one name", "corrupt",
      opc(times(2, "<pkg:part pkg:name=\"/a.xml\"><pkg:xmlData><a/></pkg:xmlData></pkg:part>"))),
    HostileFile("opc-rong.xml", "a Flat OPC without parts", "not-a-document", opc("")),
    HostileFile(
      "opc-thuc-the.xml", "a DOCTYPE before a Flat OPC", "external-entity",
      Array("<!DOCTYPE a><pkg:package xmlns:pkg=\"a\"/>".utf8)),
    HostileFile(
      "2003-rong.xml", "a Word 2003 XML without a body", "corrupt",
      Array(
        "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>".utf8)),
    HostileFile(
      "2003-long-sau.xml", "a Word 2003 XML with deep nesting", "too-large",
      Word2003Fixture(times(300, "<w:p>")).bytes),
    HostileFile(
      "2003-thuc-the.xml", "a DOCTYPE in a Word 2003 XML", "external-entity",
      {
        var fixture = Word2003Fixture("<w:p/>")
        fixture.prolog = "<!DOCTYPE w [<!ENTITY a SYSTEM \"http://127.0.0.1/\">]>"
        return fixture.bytes
      }()),
    HostileFile(
      "akn-khoi.xml", "an Akoma Ntoso block numbered 100,000,000", "too-large", isLarge: true,
      akn("<p tdkt:block=\"100000000\">a</p>")),
    HostileFile("akn-rong.xml", "an Akoma Ntoso without text", "empty", akn("")),
    HostileFile(
      "akn-long-sau.xml", "an Akoma Ntoso with deep nesting", "too-large",
      akn(times(300, "<section>"))),
    HostileFile(
      "goi-thuc-the.edxml", "a DOCTYPE before a packet", "external-entity",
      packet("a.txt", Array(paper.utf8)) { $0.prolog = "<!DOCTYPE a [<!ENTITY b \"c\">]>" }),
    HostileFile("goi-rong.edxml", "a packet without attachments", "empty", PacketFixture([]).bytes),
    HostileFile(
      "goi-base64.edxml", "an attachment whose Base64 is damaged", "corrupt",
      Array(
        String(decoding: packet("a.txt", Array(paper.utf8)), as: UTF8.self)
          .replacing("<edXML:ContentTransferEncoded>", with: "<edXML:ContentTransferEncoded>*")
          .utf8)),
    HostileFile(
      "goi-trong-goi.edxml", "a packet inside a packet", "unsupported-format",
      packet("a.edxml", packet("b.txt", Array(paper.utf8)))),
    HostileFile(
      "goi-bom.edxml", "a packet that carries a zip bomb", "too-large",
      packet(
        "a.docx",
        ZipWriter.archive(
          DocxFixture("").entries.map {
            $0.name == "word/document.xml"
              ? .init($0.name, repeating: 0x20, count: 40 << 20, claiming: 1000) : $0
          }))),
    HostileFile(
      "goi-tieu-de.edxml", "a packet without a header", "corrupt",
      Array("<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"><a/></edXML>".utf8)),
    HostileFile(
      "xml-khac.xml", "an XML of another kind", "unsupported-format",
      Array("<?xml version=\"1.0\"?><hoSo><a/></hoSo>".utf8)),
    HostileFile(
      "xinclude.xml", "an XInclude of a file", "unsupported-format",
      Array(
        """
        <a xmlns:xi="http://www.w3.org/2001/XInclude">\
        <xi:include href="file:///etc/passwd" parse="text"/></a>
        """.utf8)),
  ]

  private static func page(_ body: String) -> [UInt8] {
    Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8)
  }

  static let pages: [HostileFile] = [
    HostileFile("trang-rong.docx", "an HTML page without text", "empty", page("<p> </p>")),
    HostileFile(
      "trang-long-sau.docx", "an HTML page with deep nesting", "too-large",
      page(times(100_000, "<div>"))),
    HostileFile(
      "trang-rong-the.docx", "an HTML element with 40,000 attributes", "too-large",
      page("<p \((0..<40_000).map { "a\($0)='<'" }.joined(separator: " "))>a")),
    HostileFile(
      "trang-nhieu-o.docx", "an HTML table of 40,001 cells", "too-large", isLarge: true,
      page("<table>\(times(4001, "<tr>" + times(10, "<td>a")))</table>")),
    HostileFile(
      "thu-rong.docx", "a web archive without a page", "unsupported-format",
      Array("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n".utf8)),
    HostileFile(
      "thu-hong.docx", "a web archive whose Base64 is damaged", "corrupt",
      Array(
        """
        MIME-Version: 1.0
        Content-Type: text/html
        Content-Transfer-Encoding: base64

        ****
        """.utf8)),
  ]

  private static func utf16(_ units: [UInt16]) -> [UInt8] {
    [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static let texts: [HostileFile] = [
    HostileFile("rong.txt", "an empty text", "empty", []),
    HostileFile("trang.txt", "white space only", "empty", Array(" \n\t\n\u{A0}\n".utf8)),
    HostileFile("nul.txt", "a text with a NUL", "not-a-document", Array("Kế\0hoạch".utf8)),
    HostileFile(
      "bang-ma-la.txt", "a text in an unknown encoding", "not-text",
      Array("Café Montréal".unicodeScalars.map { UInt8($0.value) })),
    HostileFile(
      "utf8-hong.txt", "a text that is nearly UTF-8", "not-text",
      Array("Kế hoạch thi đua ".utf8) + [0xC3, 0x28, 0xE1, 0x81]),
    HostileFile(
      "nua-cap.txt", "UTF-16 with half of a surrogate pair", "not-a-document",
      utf16([0x4B, 0xD800, 0x61, 0x0A])),
    HostileFile(
      "utf16-le.txt", "UTF-16 of an odd number of bytes", "not-a-document",
      utf16(Array("Kế hoạch".utf16)) + [0]),
    HostileFile(
      "sai-bom.txt", "UTF-8 after the mark of UTF-16", "not-text",
      [0xFE, 0xFF] + Array("Kế hoạch thi đua năm 2024, lẻ.".utf8)),
    HostileFile(
      "nhieu-chu.txt", "3,000,001 characters", "too-large", isLarge: true,
      Array(times(30_001, times(99, "a") + "\n").utf8)),
    HostileFile(
      "nhieu-dong.txt", "100,001 lines", "too-large", Array(times(100_002, "a\n").utf8)),
    HostileFile(
      "nhieu-tab.txt", "40,001 tabs", "too-large", Array(times(40_001, "a\t").utf8)),
    HostileFile(
      "doan-dai.txt", "a paragraph of 200,001 characters", "too-large",
      Array(times(200_001, "a").utf8)),
    HostileFile("qua-lon.txt", "a file of 200 MB", "too-large", sparse: 200 << 20),
    HostileFile(
      "20mb.txt", "a text of 20 MB", "too-large", isLarge: true,
      [UInt8](repeating: 0x61, count: 20 << 20)),
  ]

  /// An OLE compound file (MS-CFB) with one stream beside the root, its sectors left out.
  private static func compoundFile(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 504)
    for name in ["Root Entry", stream] {
      let letters = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      var entry = Array((letters + [UInt8](repeating: 0, count: 128)).prefix(128))
      entry[64] = UInt8(letters.count + 2)
      bytes += entry
    }
    return bytes + [UInt8](repeating: 0, count: 768)
  }

  static let disguises: [HostileFile] = [
    HostileFile("nhi-phan.docx", "bytes of no known kind", "not-a-document", noise(4096)),
    HostileFile(
      "mat-khau-ole.docx", "a DOCX under a password", "encrypted",
      compoundFile("EncryptedPackage")),
    HostileFile("doc-hong.docx", "a damaged .doc", "corrupt", compoundFile("WordDocument")),
    HostileFile("xls.docx", "an old .xls", "unsupported-format", compoundFile("Workbook")),
    HostileFile("rtf-cut.docx", "an RTF without its end", "truncated", Array("{\\rtf1 K".utf8)),
    HostileFile("pdf-cut.docx", "a PDF without its end", "truncated", Array("%PDF-1.7\n1 0".utf8)),
    HostileFile("anh.docx", "a JPEG", "unsupported-format", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]),
    HostileFile(
      "anh-png.txt", "a PNG", "unsupported-format",
      Array("\u{89}PNG".unicodeScalars.map { UInt8($0.value) }) + [0x0D, 0x0A, 0x1A, 0x0A]),
    HostileFile("gzip.docx", "a GZIP", "unsupported-format", [0x1F, 0x8B, 0x08, 0, 0]),
    HostileFile("rar.docx", "a RAR", "unsupported-format", Array("Rar!\u{1A}\u{7}\0".utf8)),
    HostileFile(
      "7z.docx", "a 7z", "unsupported-format", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]),
    HostileFile(
      "chuong-trinh.docx", "a program", "not-a-document",
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + noise(200)),
  ]
}
