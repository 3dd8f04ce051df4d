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
      PaperForm("Word (.docx)", "ke-hoach.docx", docx.complete.bytes),
      PaperForm("Word, dạng strict", "ke-hoach-strict.docx", strict.bytes),
      PaperForm("Word, chữ tách vụn", "ke-hoach-tach.docx", split(docx).bytes),
      PaperForm("Word, phông .VnTime (TCVN3)", "ke-hoach-tcvn3.docx", tcvn3(docx).bytes),
      PaperForm("Word, phông VNI-Times", "ke-hoach-vni.docx", vni(docx).bytes),
      PaperForm("Word, tổ hợp (NFD)", "ke-hoach-nfd.docx", decomposed(docx).bytes),
      PaperForm("Flat OPC (.xml)", "ke-hoach-opc.xml", docx.flatBytes),
      PaperForm("Word 2003 (.xml)", "ke-hoach-2003.xml", Word2003Fixture(text: text).bytes),
      PaperForm("OpenDocument (.odt)", "ke-hoach.odt", odt.bytes),
      PaperForm("OpenDocument phẳng (.fodt)", "ke-hoach.fodt", odt.flatBytes),
      PaperForm("Trang web (.html)", "ke-hoach.html", Array(ReadablePaper(text).html.utf8)),
      PaperForm(
        "Gói edXML", "ke-hoach.edxml", packet([("ke-hoach.docx", docx.bytes)])),
    ]
  }

  /// A header that says nothing, so that it contradicts nothing.
  private static func packet(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var packet = PacketFixture(files)
    (packet.number, packet.notation, packet.date, packet.subject, packet.issuer) = (
      "", "", "", "", ""
    )
    return packet.bytes
  }

  // MARK: The same DOCX in disguise

  /// Each text in runs of three letters, as Word leaves it after many edits.
  private static func split(_ fixture: DocxFixture) -> DocxFixture {
    rewriting(fixture) { text in
      // An entity must stay whole.
      if text.contains("&") { return text }
      var pieces: [String] = []
      var rest = text[...]
      while !rest.isEmpty {
        pieces.append(String(rest.prefix(3)))
        rest = rest.dropFirst(3)
      }
      return pieces.joined(separator: "</w:t></w:r><w:r><w:t xml:space=\"preserve\">")
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
