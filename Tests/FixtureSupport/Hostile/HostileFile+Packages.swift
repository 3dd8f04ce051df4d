// ZIP archives and what a DOCX has besides its text.

extension HostileFile {
  private static var plain: DocxFixture { DocxFixture(paragraphs: ["Kế hoạch"]) }

  /// A DOCX with one entry replaced.
  private static func replacing(_ name: String, _ entry: ZipWriter.Entry) -> [UInt8] {
    ZipWriter.archive(plain.entries.map { $0.name == name ? entry : $0 })
  }

  private static func changing(_ change: (inout [ZipWriter.Entry]) -> Void) -> [UInt8] {
    var entries = plain.entries
    change(&entries)
    return ZipWriter.archive(entries)
  }

  private static func changing(bytes change: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes = plain.bytes
    change(&bytes)
    return bytes
  }

  private static func relationships(_ list: String) -> ZipWriter.Entry {
    .init(
      "_rels/.rels",
      text: "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "\(list)</Relationships>")
  }

  private static func office(_ part: String) -> [UInt8] {
    ZipWriter.archive([
      relationships("<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"\(part)\"/>"),
      .init(part, text: "<workbook/>"),
    ])
  }

  private static let main = "word/document.xml"

  static let packages: [HostileFile] = [
    HostileFile("rong.docx", "an empty file", "empty", []),
    HostileFile(
      "cat-cut.docx", "a DOCX without its end", "truncated", Array(plain.bytes.dropLast(40))),
    HostileFile(
      "nua-dau.docx", "the first half of a DOCX", "truncated", Array(plain.bytes.prefix(300))),
    HostileFile(
      "sai-thu-muc.docx", "a central directory that is not where the end says", "truncated",
      changing { (bytes: inout [UInt8]) in bytes[bytes.count - 6] ^= 0x7F }),
    HostileFile(
      "thu-muc-hong.docx", "a damaged entry in the central directory", "truncated",
      changing { (bytes: inout [UInt8]) in
        guard
          let place = bytes.indices.last(where: { bytes[$0...].starts(with: "PK\u{1}\u{2}".utf8) })
        else { return }
        bytes[place + 1] = 0
      }),
    HostileFile(
      "sai-crc.docx", "a part whose checksum is wrong", "corrupt",
      changing { (entries: inout [ZipWriter.Entry]) in entries[1].crc ^= 1 }),
    HostileFile(
      "nen-hong.docx", "a damaged DEFLATE stream", "corrupt",
      changing { (entries: inout [ZipWriter.Entry]) in entries[1].stored[0] = 0x07 }),
    HostileFile(
      "cach-nen-la.docx", "a method of compression that nobody knows", "corrupt",
      changing { (entries: inout [ZipWriter.Entry]) in entries[1].method = 77 }),
    HostileFile(
      "khai-thua.docx", "a part smaller than the directory says", "corrupt",
      changing { (entries: inout [ZipWriter.Entry]) in entries[1].size += 10 }),
    HostileFile(
      "mat-khau.docx", "entries under a password", "encrypted",
      changing { (entries: inout [ZipWriter.Entry]) in
        for index in entries.indices { entries[index].flags |= 1 }
      }),
    HostileFile(
      "trung-ten.docx", "two parts of one name", "corrupt",
      changing { (entries: inout [ZipWriter.Entry]) in
        entries.append(.init("Word/Document.XML", text: "<w/>"))
      }),
    HostileFile(
      "thieu-phan-chinh.docx", "the main part is missing", "corrupt",
      changing { (entries: inout [ZipWriter.Entry]) in entries.remove(at: 1) }),
    HostileFile(
      "lien-ket.docx", "the main part is a symbolic link to /etc/passwd", "corrupt",
      changing { (entries: inout [ZipWriter.Entry]) in
        entries[1] = .init(main, text: "/etc/passwd")
        entries[1].isLink = true
      }),
    HostileFile(
      "ra-ngoai-goi.docx", "a relationship that climbs out of the package", "corrupt",
      replacing(
        "_rels/.rels",
        relationships(
          "<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"../../etc/passwd\"/>"))),
    HostileFile(
      "ra-mang.docx", "a relationship to the network", "corrupt",
      replacing(
        "_rels/.rels",
        relationships(
          "<Relationship Id=\"a\" Type=\"x/officeDocument\" TargetMode=\"External\" "
            + "Target=\"http://127.0.0.1/a.xml\"/>"))),
    HostileFile("bang-tinh.docx", "a workbook", "unsupported-format", office("xl/workbook.xml")),
    HostileFile(
      "trinh-chieu.docx", "a presentation", "unsupported-format", office("ppt/presentation.xml")),
    HostileFile(
      "zip.docx", "an ordinary ZIP", "not-a-document",
      ZipWriter.archive([.init("a.txt", text: "a")])),
    HostileFile(
      "ten-thoat.docx", "a ZIP whose entry climbs out", "not-a-document",
      ZipWriter.archive([.init("../../../tmp/a.txt", text: "a")])),
    HostileFile("zip-rong.docx", "an empty ZIP", "not-a-document", ZipWriter.archive([])),
  ]

  /// Archives that would fill memory.
  static let hostileArchives: [HostileFile] = [
    HostileFile(
      "chong-lan.docx", "fifty entries over the same bytes", "corrupt",
      changing { (entries: inout [ZipWriter.Entry]) in
        let bomb = ZipWriter.Entry("word/a.xml", repeating: 0x20, count: 1 << 20, claiming: 1 << 20)
        entries.append(bomb)
        for number in 1..<50 {
          var other = bomb
          other.name = "word/a\(number).xml"
          other.sharesBytes = true
          entries.append(other)
        }
      }),
    HostileFile(
      "bom-nen.docx", "a part packed 400 times", "too-large",
      replacing(main, .init(main, repeating: 0x20, count: 12 << 20, claiming: 12 << 20))),
    HostileFile(
      "bom-noi-doi.docx", "a part that inflates beyond its claim", "too-large",
      replacing(main, .init(main, repeating: 0x20, count: 40 << 20, claiming: 1000))),
    HostileFile(
      "khai-4gb.docx", "a part that claims 4 GB", "too-large",
      replacing(main, .init(main, repeating: 0x20, count: 1 << 20, claiming: 4_294_967_000))),
    HostileFile(
      "phan-20mb.docx", "a part of 20 MB", "too-large", isLarge: true,
      replacing(main, .init(main, pieces: [.bytes(noise(200_000)), .run(0x20, count: 20 << 20)]))),
    HostileFile(
      "tong-60mb.docx", "parts of 60 MB in all", "too-large", isLarge: true, manyLargeParts),
    HostileFile(
      "nhieu-muc.docx", "10,001 entries", "too-large", isLarge: true,
      changing { (entries: inout [ZipWriter.Entry]) in
        entries += (0..<10_001).map { .init("a/\($0)", text: "") }
      }),
  ]

  /// Four parts of 15 MB, each too little packed to be a bomb and full of comments.
  private static var manyLargeParts: [UInt8] {
    var fixture = DocxFixture(paragraphs: ["Kế hoạch"])
    fixture.styles = ""
    fixture.numbering = ""
    fixture.header = ""
    fixture.footer = ""
    let padded = fixture.entries.map { entry -> ZipWriter.Entry in
      guard entry.name.hasPrefix("word/"), !entry.name.hasSuffix(".rels") else { return entry }
      var letters: [UInt8] = Array("<!--".utf8)
      for byte in noise(150_000) { letters.append(0x61 + byte % 26) }
      return ZipWriter.Entry(
        entry.name,
        pieces: [
          .bytes(entry.content + letters), .run(0x20, count: 7 << 20), .text("--><!--"),
          .run(0x20, count: 7 << 20), .text("-->"),
        ])
    }
    return ZipWriter.archive(padded)
  }

  /// XML parts of a DOCX.
  static let wordParts: [HostileFile] = [
    HostileFile(
      "thuc-the.docx", "an external entity", "external-entity",
      doctype("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")),
    HostileFile(
      "bom-thuc-the.docx", "entities inside entities (billion laughs)", "external-entity",
      doctype(
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\">"
          + (0x62...0x6A).map { (code: UInt8) in
            let (name, before) = (UnicodeScalar(code), UnicodeScalar(code - 1))
            return "<!ENTITY \(name) \"\(times(10, "&\(before);"))\">"
          }.joined() + "]>")),
    HostileFile(
      "thuc-the-kieu.docx", "a DOCTYPE in the styles", "external-entity",
      styles("<!DOCTYPE a><a/>")),
    HostileFile(
      "thuc-the-quan-he.docx", "a DOCTYPE in the relationships", "external-entity",
      replacing(
        "_rels/.rels", .init("_rels/.rels", text: "<!DOCTYPE a><Relationships/>"))),
    HostileFile("xml-hong.docx", "a main part that is not well formed", "corrupt", body("<w:p>")),
    HostileFile(
      "xml-kieu-hong.docx", "styles that are not well formed", "corrupt", styles("<w:style>")),
    HostileFile(
      "goc-la.docx", "a main part that is no document", "corrupt",
      replacing(main, .init(main, text: "<a/>"))),
    HostileFile(
      "long-sau.docx", "5,000 elements inside one another", "too-large",
      body(times(5000, "<w:sdt><w:sdtContent>"))),
    HostileFile(
      "phan-tu-rong.docx", "an element with 60,000 attributes", "too-large",
      body("<w:p \((0..<60_000).map { "a\($0)=\"\"" }.joined(separator: " "))/>")),
    HostileFile(
      "khong-gian-ten.docx", "20,000 namespaces in scope", "too-large",
      body(
        (0..<100).map { level in
          "<w:sdt \((0..<200).map { "xmlns:a\(level)_\($0)=\"u\"" }.joined(separator: " "))>"
        }.joined())),
    HostileFile(
      "nhieu-phan-tu.docx", "700,000 elements", "too-large", isLarge: true,
      body(times(70_000, "<w:p>" + times(9, "<w:r/>") + "</w:p>"))),
    HostileFile(
      "nhieu-doan.docx", "40,001 paragraphs", "too-large", isLarge: true,
      body(times(40_001, "<w:p/>"))),
    HostileFile(
      "nhieu-chay.docx", "10 MB of runs, not compressed", "too-large", isLarge: true,
      body(
        "<w:p>\(times(125_000, "<w:r><w:t>kế hoạch thi đua, khen thưởng năm nay</w:t></w:r>"))</w:p>"
      )),
    HostileFile(
      "nhieu-thuoc-tinh.docx", "10 MB of attributes, not compressed", "too-large", isLarge: true,
      body(times(180_000, "<w:p w:a=\"1\" w:b=\"2\" w:c=\"3\" w:d=\"4\" w:e=\"5\" w:f=\"6\"/>"))),
    HostileFile(
      "nhieu-doan-chu.docx", "10 MB of short paragraphs, not compressed", "too-large",
      isLarge: true,
      body(times(85_000, "<w:p><w:r><w:t>\(times(90, "a"))</w:t></w:r></w:p>"))),
    HostileFile(
      "nhieu-o.docx", "40,001 table cells", "too-large", isLarge: true,
      body("<w:tbl>\(times(4001, "<w:tr>\(times(10, "<w:tc><w:p/></w:tc>"))</w:tr>"))</w:tbl>")),
    HostileFile(
      "doan-dai.docx", "a paragraph of 200,001 characters", "too-large",
      body("<w:p><w:r><w:t>\(times(200_001, "a"))</w:t></w:r></w:p>")),
    HostileFile(
      "chu-lien.docx", "a text of 9 MB without a break", "too-large", isLarge: true,
      body("<w:p><w:r><w:t>\(times(9 << 20, "a"))</w:t></w:r></w:p>")),
    HostileFile(
      "nhieu-chu.docx", "3,100,000 characters", "too-large", isLarge: true,
      body(times(31, "<w:p><w:r><w:t>\(times(100_000, "a"))</w:t></w:r></w:p>"))),
    HostileFile(
      "utf7.docx", "a part in UTF-7", "corrupt",
      replacing(main, .init(main, text: "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>"))),
    HostileFile(
      "ebcdic.docx", "a part in EBCDIC", "corrupt",
      replacing(main, .init(main, [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40]))),
    HostileFile(
      "nul.docx", "a NUL in the text", "corrupt", body("<w:p><w:r><w:t>a\0b</w:t></w:r></w:p>")),
    HostileFile(
      "nua-cap.docx", "half of a surrogate pair", "corrupt",
      body("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>")),
    HostileFile(
      "utf8-hong.docx", "bytes that are no UTF-8", "corrupt",
      replacing(
        main,
        .init(main, Array("<w:document><w:t>".utf8) + [0xC3, 0x28, 0xFF] + Array("</w:t>".utf8)))),
    HostileFile(
      "sai-bom.docx", "UTF-8 after the mark of UTF-16", "corrupt",
      replacing(main, .init(main, [0xFE, 0xFF] + plain.entries[1].content))),
  ]

  private static func body(_ xml: String) -> [UInt8] {
    var fixture = DocxFixture(xml)
    fixture.isDeflated = false
    return fixture.bytes
  }

  private static func doctype(_ prolog: String) -> [UInt8] {
    var fixture = plain
    fixture.prolog = prolog
    return fixture.bytes
  }

  private static func styles(_ xml: String) -> [UInt8] {
    var fixture = plain
    fixture.styles = ""
    return ZipWriter.archive(
      fixture.entries.map {
        $0.name == "word/styles.xml" ? .init("word/styles.xml", text: xml) : $0
      })
  }
}
