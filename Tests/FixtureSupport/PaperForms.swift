import Foundation

/// One paper in every form it can be sent in.
public struct PaperForm: Sendable {
  /// What it is, for people.
  public var name: String
  public var fileName: String
  public var bytes: [UInt8]

  public init(_ name: String, _ fileName: String, _ bytes: [UInt8]) {
    self.name = name
    self.fileName = fileName
    self.bytes = bytes
  }

  /// The forms that can be written here, made from readable text; see `ReadablePaper`.
  public static func all(of text: String) -> [PaperForm] {
    let docx = DocxFixture(text: text)
    var strict = docx
    strict.isStrict = true
    let odt = OpenDocumentFixture(text: text)
    let utf16 = "\u{FEFF}\(text)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return [
      PaperForm("Văn bản thuần, UTF-8", "ke-hoach.txt", Array(text.utf8)),
      PaperForm("Văn bản thuần, UTF-16", "ke-hoach-utf16.txt", utf16),
      PaperForm(
        "Văn bản thuần, Windows-1258", "ke-hoach-1258.txt", LegacyText.windows1258(text)),
      PaperForm("Văn bản thuần, VNI", "ke-hoach-vni.txt", LegacyText.bytes(LegacyText.vni(text))),
      PaperForm("Word (.docx)", "ke-hoach.docx", docx.complete.bytes),
      PaperForm("Word, dạng strict", "ke-hoach-strict.docx", strict.bytes),
      PaperForm("Word, chữ tách vụn", "ke-hoach-tach.docx", split(docx, every: 3).bytes),
      PaperForm("Word, tách từng chữ cái", "ke-hoach-chu-cai.docx", split(docx, every: 1).bytes),
      PaperForm(
        "Word, thuộc tính đảo thứ tự", "ke-hoach-dao.docx",
        ZipWriter.archive(AttributeOrder.reversed(docx.entries))),
      PaperForm("Word, phông .VnTime (TCVN3)", "ke-hoach-tcvn3.docx", tcvn3(docx).bytes),
      PaperForm("Word, phông VNI-Times", "ke-hoach-vni.docx", vni(docx).bytes),
      PaperForm(
        "Word, mã VNI, phông khác", "ke-hoach-vni-khong-phong.docx",
        rewriting(docx) { LegacyText.vni($0) }.bytes),
      PaperForm("Word, tổ hợp (NFD)", "ke-hoach-nfd.docx", decomposed(docx).bytes),
      PaperForm("Word, chữ lạ giống chữ Việt", "ke-hoach-chu-la.docx", lookAlike(docx).bytes),
      PaperForm("Word, ký tự không thấy", "ke-hoach-an.docx", invisible(docx).bytes),
      PaperForm("Flat OPC (.xml)", "ke-hoach-opc.xml", docx.flatBytes),
      PaperForm(
        "Flat OPC, thuộc tính đảo", "ke-hoach-opc-dao.xml",
        AttributeOrder.reversed(docx.flatBytes)),
      PaperForm("Word 2003 (.xml)", "ke-hoach-2003.xml", Word2003Fixture(text: text).bytes),
      PaperForm(
        "Word 2003, thuộc tính đảo", "ke-hoach-2003-dao.xml",
        AttributeOrder.reversed(Word2003Fixture(text: text).bytes)),
      PaperForm("OpenDocument (.odt)", "ke-hoach.odt", odt.bytes),
      PaperForm("OpenDocument phẳng (.fodt)", "ke-hoach.fodt", odt.flatBytes),
      PaperForm(
        "OpenDocument, thuộc tính đảo", "ke-hoach-dao.fodt",
        AttributeOrder.reversed(odt.flatBytes)),
      PaperForm("Trang web (.html)", "ke-hoach.html", Array(ReadablePaper(text).html.utf8)),
      PaperForm(
        "Trang web, ngắt dòng <br>", "ke-hoach-br.html", Array(ReadablePaper(text).brokenHTML.utf8)),
      PaperForm(
        "Trang web, dàn bằng bảng", "ke-hoach-bang.html",
        Array(ReadablePaper(text).laidOutHTML.utf8)),
      PaperForm("Mảnh trang web", "ke-hoach-manh.html", Array(ReadablePaper(text).htmlPiece.utf8)),
      PaperForm(
        "Gói edXML", "ke-hoach.edxml", packet(docx, isSOAP: false)),
      PaperForm(
        "Gói edXML, thuộc tính đảo", "ke-hoach-dao.edxml",
        AttributeOrder.reversed(packet(docx, isSOAP: false))),
      PaperForm("Gói edXML cũ (SOAP)", "ke-hoach-soap.xml", packet(docx, isSOAP: true)),
    ]
  }

  /// A header that says nothing, so that it contradicts nothing.
  private static func packet(_ docx: DocxFixture, isSOAP: Bool) -> [UInt8] {
    var packet = PacketFixture([("ke-hoach.docx", docx.bytes)])
    packet.isSOAP = isSOAP
    packet.isPrefixed = !isSOAP
    (packet.number, packet.notation, packet.date, packet.subject, packet.issuer) = (
      "", "", "", "", ""
    )
    return packet.bytes
  }

  // MARK: The same DOCX in disguise

  /// Each text in runs of so many letters, as Word leaves it after many edits.
  private static func split(_ fixture: DocxFixture, every length: Int) -> DocxFixture {
    rewriting(fixture) { text in
      var pieces: [String] = []
      var rest = text[...]
      while !rest.isEmpty {
        // An entity must stay whole.
        let isEntity = rest.first == "&"
        let piece =
          isEntity
          ? rest.prefix { $0 != ";" } + ";"
          : rest.prefix(length)
            .prefix { $0 != "&" }
        pieces.append(String(piece))
        rest = rest.dropFirst(piece.count)
      }
      return pieces.joined(separator: "</w:t></w:r><w:r><w:t xml:space=\"preserve\">")
    }
  }

  /// Ð as many old keyboards have it; some letters Russian, as from a program that reads scans. A
  /// word keeps at least one letter that is none.
  private static func lookAlike(_ fixture: DocxFixture) -> DocxFixture {
    rewriting(fixture) { text in
      text.replacing("Đ", with: "\u{D0}").replacing("đ", with: "\u{F0}")
        .replacing("ho", with: "h\u{43E}").replacing("CH", with: "C\u{41D}")
    }
  }

  /// What is pasted from pages: zero-width spaces, a byte-order mark, a soft hyphen in a word.
  private static func invisible(_ fixture: DocxFixture) -> DocxFixture {
    rewriting(fixture) { text in
      "\u{FEFF}" + text.replacing("n ", with: "n \u{200B}").replacing("ưở", with: "ư\u{AD}ở")
        + "\u{200B}"
    }
  }

  private static func decomposed(_ fixture: DocxFixture) -> DocxFixture {
    rewriting(fixture) { LegacyText.decomposed($0) }
  }

  private static func tcvn3(_ fixture: DocxFixture) -> DocxFixture {
    var result = rewriting(fixture) { text in
      let isCapital = text == text.uppercased() && text != text.lowercased()
      let start =
        "</w:t></w:r><w:r><w:rPr><w:rFonts w:hAnsi=\".VnTimeH\"/></w:rPr>"
        + "<w:t xml:space=\"preserve\">"
      if isCapital { return start + LegacyText.tcvn3Capitals(text) }
      // Capitals with a tone are typed in the font of capitals.
      return text.map { letter in
        let code = LegacyText.tcvn3(String(letter))
        let capital = LegacyText.tcvn3Capitals(String(letter))
        guard code != capital else { return code }
        return start + capital + "</w:t></w:r><w:r><w:t xml:space=\"preserve\">"
      }.joined()
    }
    result.styles = font(".VnTime")
    return result
  }

  private static func vni(_ fixture: DocxFixture) -> DocxFixture {
    var result = rewriting(fixture) { LegacyText.vni($0) }
    result.styles = font("VNI-Times")
    return result
  }

  private static func font(_ name: String) -> String {
    """
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="\(name)" w:hAnsi="\(name)"/></w:rPr>\
    </w:rPrDefault></w:docDefaults>
    """
  }

  /// Puts other letters into every `w:t`.
  private static func rewriting(
    _ fixture: DocxFixture, _ change: (String) -> String
  ) -> DocxFixture {
    var result = fixture
    let start = "<w:t xml:space=\"preserve\">"
    var parts = fixture.body.components(separatedBy: start)
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].firstRange(of: "</w:t>") else { continue }
      let text = String(parts[index][..<end.lowerBound])
      parts[index].replaceSubrange(..<end.lowerBound, with: change(text))
    }
    result.body = parts.joined(separator: start)
    return result
  }
}
