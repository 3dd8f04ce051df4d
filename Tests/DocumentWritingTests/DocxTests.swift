import DocumentModel
import DocumentReading
import FixtureSupport
import Foundation
import Testing
import TextMatching

@testable import DocumentWriting

extension String {
  var decomposed: String { decomposedStringWithCanonicalMapping }
}

@Suite("Correcting DOCX")
struct DocxTests {
  private func corrected(
    _ fixture: DocxFixture, _ changes: [(old: String, new: String)]
  ) throws -> (xml: String, refused: [Int: CorrectionObstacle], bytes: [UInt8]) {
    let document = try DocumentReader.read(fixture.bytes, name: "a.docx")
    let result = try DocumentWriter.applying(
      corrections(changes, in: document), to: fixture.bytes, of: document)
    let places = try DocxTextPlaces(result.bytes, limits: .init())
    return (String(decoding: places.xml, as: UTF8.self), result.refused, result.bytes)
  }

  private func xml(of fixture: DocxFixture) throws -> String {
    String(decoding: try DocxTextPlaces(fixture.bytes, limits: .init()).xml, as: UTF8.self)
  }

  /// The main part is the original with the given replacements in its source text, byte for byte.
  private func expect(
    _ body: String, _ changes: [(old: String, new: String)], gives replacements: [(String, String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let fixture = DocxFixture(body)
    let result = try corrected(fixture, changes)
    #expect(result.refused.isEmpty, sourceLocation: sourceLocation)
    var wanted = try xml(of: fixture)
    for (old, new) in replacements {
      #expect(wanted.contains(old), sourceLocation: sourceLocation)
      wanted = wanted.replacing(old, with: new)
    }
    #expect(result.xml.utf8.elementsEqual(wanted.utf8), sourceLocation: sourceLocation)
  }

  @Test("A word in one run: nothing else of the part changes, odd markup included")
  func oneRun() throws {
    try expect(
      """
      <!-- ghi chú --><w:p  w:rsidR='00A1' ><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:b/>\
      </w:rPr><w:t xml:space="preserve">Các khôi thi đua &amp; cụm </w:t></w:r><w:r><w:tab/>\
      <w:t>&lt;2024&gt; &#x1EA1;</w:t></w:r><?xx y?></w:p>
      """, [("khôi", "khối")], gives: [(">Các khôi", ">Các khối")])
  }

  @Test("Words over several runs: the new text goes where the change begins, formatting stays")
  func severalRuns() throws {
    try expect(
      """
      <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Luật Thi đ</w:t></w:r><w:r><w:rPr><w:i/></w:rPr>\
      <w:t>ua khen</w:t></w:r><w:r><w:t xml:space="preserve"> thưởng năm 2022</w:t></w:r></w:p>
      """, [("Thi đua khen thưởng", "Thi đua, khen thưởng"), ("2022", "2O22")],
      gives: [("<w:t>ua khen", "<w:t>ua, khen"), ("năm 2022", "năm 2O22")])
    try expect(
      """
      <w:p><w:r><w:t>Ab</w:t></w:r><w:r><w:t>cd</w:t></w:r><w:r><w:t>ef</w:t></w:r></w:p>
      """, [("bcde", "XYZ")],
      gives: [
        ("<w:t>Ab</w:t>", "<w:t>AXYZ</w:t>"), ("<w:t>cd</w:t>", "<w:t></w:t>"), (">ef<", ">f<"),
      ])
  }

  @Test("References, line ends and markup characters in the text keep their own bytes")
  func references() throws {
    try expect(
      "<w:p><w:r><w:t>Đảng &amp; ch&#237;nh quy&#x1EC1;n, khôi</w:t></w:r></w:p>",
      [("khôi", "khối <A&B>")], gives: [("khôi", "khối &lt;A&amp;B&gt;")])
    try expect(
      "<w:p><w:r><w:t>Đảng &amp; ch&#237;nh quy&#x1EC1;n</w:t></w:r></w:p>",
      [("chính", "chinh")], gives: [("&#237;", "i")])
  }

  @Test("Space that comes to stand at an end of its element is marked as text")
  func space() throws {
    try expect(
      "<w:p><w:r><w:t>ban,</w:t></w:r><w:r><w:t>ngành</w:t></w:r></w:p>",
      [("ban,ngành", "ban, ngành")],
      gives: [("<w:t>ban,", "<w:t xml:space=\"preserve\">ban, ")])
  }

  @Test("Letters whose marks stand in the next run are changed whole")
  func splitClusters() throws {
    try expect(
      "<w:p><w:r><w:t>Chiến sy</w:t></w:r><w:r><w:t>\u{303} thi</w:t></w:r></w:p>",
      [("sỹ", "sĩ")],
      gives: [("sy</w:t>", "sĩ</w:t>"), ("<w:t>\u{303} thi", "<w:t xml:space=\"preserve\"> thi")])
  }

  @Test("Text in hyperlinks and open content controls is text like any other")
  func transparent() throws {
    try expect(
      """
      <w:p><w:hyperlink r:id="rId9"><w:r><w:t>khôi một</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr>\
      <w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:r><w:t>khôi hai</w:t></w:r></w:sdtContent>\
      </w:sdt></w:p>
      """, [("khôi", "khối")], gives: [("khôi", "khối")])
  }

  private static let run = "<w:r><w:t>khôi</w:t></w:r>"
  private static let complexField = """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(run)\
    <w:r><w:fldChar w:fldCharType="end"/></w:r>
    """
  private static let alternatives = """
    <mc:AlternateContent><mc:Choice Requires="wps">\(run)</mc:Choice>\
    <mc:Fallback>\(run)</mc:Fallback></mc:AlternateContent>
    """

  private static func control(_ property: String) -> String {
    """
    <w:sdt><w:sdtPr>\(property)</w:sdtPr><w:sdtContent>\(run)</w:sdtContent></w:sdt>
    """
  }

  private static let held: [(content: String, obstacle: CorrectionObstacle)] = [
    ("<w:ins w:id=\"1\" w:author=\"a\">\(run)</w:ins>", .trackedInsertion),
    ("<w:fldSimple w:instr=\"REF a\">\(run)</w:fldSimple>", .field),
    (complexField, .field),
    (control("<w:lock w:val=\"sdtContentLocked\"/>"), .contentControl),
    (control("<w:dataBinding w:xpath=\"/a\"/>"), .contentControl),
    (alternatives, .alternative),
    ("<w:r><w:t>kh<![CDATA[ôi]]></w:t></w:r>", .markup),
    ("<w:r><w:t>kh<!-- x -->ôi</w:t></w:r>", .markup),
    ("<m:oMath><m:r><m:t>khôi</m:t></m:r></m:oMath>", .formula),
  ]

  @Test("Text that is not for changing is left and told", arguments: held)
  func obstacles(content: String, obstacle: CorrectionObstacle) throws {
    let fixture = DocxFixture("<w:p>\(content)</w:p>\(DocxFixture.paragraph("Các cụm thi đua"))")
    let result = try corrected(fixture, [("khôi", "khối"), ("cụm", "khối")])
    #expect(result.refused == [0: obstacle])
    #expect(result.xml == (try xml(of: fixture)).replacing("cụm", with: "khối"))
  }

  @Test("A tab is no text; words beside it are")
  func tab() throws {
    let body = "<w:p><w:r><w:t>khôi</w:t><w:tab/><w:t>thi đua</w:t></w:r></w:p>"
    let result = try corrected(DocxFixture(body), [("khôi\tthi", "khối thi")])
    #expect(result.refused == [0: .element])
    try expect(body, [("khôi\tthi", "khối\tthi")], gives: [("khôi", "khối")])
  }

  /// Signed by Office, and by a program that calls its parts otherwise.
  @Test(
    "A signed package is refused",
    arguments: ["_xmlsignatures/sig1.xml", "package/services/digital-signature/origin.psdsor"])
  func signed(entry: String) throws {
    var fixture = DocxFixture(paragraphs: ["khôi"])
    fixture.extraEntries = [ZipWriter.Entry(entry, text: "<a/>")]
    let document = try DocumentReader.read(fixture.bytes, name: "a.docx")
    #expect(throws: WritingError.signed) {
      try DocumentWriter.applying(
        corrections([("khôi", "khối")], in: document), to: fixture.bytes, of: document)
    }
  }

  @Test("A main part in another encoding is refused")
  func encoding() throws {
    var fixture = DocxFixture(paragraphs: ["Cac khoi"])
    fixture.prolog = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
    let document = try DocumentReader.read(fixture.bytes, name: "a.docx")
    #expect(throws: WritingError.foreignEncoding) {
      try DocumentWriter.applying(
        corrections([("khoi", "khối")], in: document), to: fixture.bytes, of: document)
    }
    fixture.prolog = "<?xml version='1.0' encoding='utf-8' standalone='yes'?>"
    let result = try corrected(fixture, [("khoi", "khối")])
    #expect(result.xml == (try xml(of: fixture)).replacing("khoi", with: "khối"))
  }

  @Test("The other entries keep their order, names and compressed bytes", arguments: [true, false])
  func package(isDeflated: Bool) throws {
    var fixture = DocxFixture(paragraphs: ["Các khôi thi đua"])
    fixture.styles = "<w:style w:styleId=\"a\"/>"
    fixture.header = DocxFixture.paragraph("khôi")
    fixture.extraEntries = [
      ZipWriter.Entry("docProps/app.xml", Array("<a>khôi</a>".utf8), isDeflated: true),
      ZipWriter.Entry("word/media/a.bin", (0...255).map { UInt8($0) }),
    ]
    fixture.isDeflated = isDeflated
    let result = try corrected(fixture, [("khôi", "khối")])
    let before = try Central(fixture.bytes)
    let after = try Central(result.bytes)
    #expect(before.entries.map(\.name) == after.entries.map(\.name))
    #expect(before.entries.map(\.method) == after.entries.map(\.method))
    #expect(before.entries.map(\.time) == after.entries.map(\.time))
    for (old, new) in zip(before.entries, after.entries) where old.name != "word/document.xml" {
      #expect(old.data == new.data && old.crc == new.crc, "\(old.name)")
    }
    #expect(before.entries.map(\.data) != after.entries.map(\.data))
    let again = try corrected(fixture, [("khôi", "khối")])
    #expect(again.bytes == result.bytes)
  }
}

/// The entries of an archive by its central directory (APPNOTE 4.3.12).
private struct Central {
  struct Entry {
    var name: String
    var flags: Int
    var method: Int
    var time: Int
    var crc: Int
    var data: [UInt8]
  }
  var entries: [Entry] = []

  init(_ bytes: [UInt8]) throws {
    func number(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let end = try #require((0...(bytes.count - 22)).last { number($0, 4) == 0x0605_4B50 })
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      let nameLength = number(place + 28, 2)
      let local = number(place + 42, 4)
      let data = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      entries.append(
        Entry(
          name: String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self),
          flags: number(place + 8, 2), method: number(place + 10, 2), time: number(place + 12, 4),
          crc: number(place + 16, 4), data: Array(bytes[data..<(data + number(place + 20, 4))])))
      place += 46 + nameLength + number(place + 30, 2) + number(place + 32, 2)
    }
  }
}
