import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

/// Packets of document systems.
struct EdXMLTests {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("kế hoạch.docx", DocxFixture(paragraphs: ["KẾ HOẠCH", "Mục đích"]).bytes),
    ("C:\\tệp\\phu-luc.txt", Array("Phụ lục".utf8)),
  ]

  @Test(arguments: [true, false], [true, false])
  func bothPrefixHabitsAndTheSOAPFormAreRead(isPrefixed: Bool, isSOAP: Bool) throws {
    var fixture = PacketFixture(EdXMLTests.files)
    fixture.isPrefixed = isPrefixed
    fixture.isSOAP = isSOAP
    #expect(EdXMLPacket.isPacket(fixture.bytes))
    let packet = try EdXMLPacket(parsing: fixture.bytes)
    #expect(packet.header.number == "12")
    #expect(packet.header.notation == "KH-UBND")
    #expect(packet.header.date == "2024-01-15")
    #expect(packet.header.place == "Tân Việt")
    #expect(packet.header.issuer == "UBND xã Tân Việt")
    #expect(packet.header.subject == "Công tác thi đua, khen thưởng năm 2024")
    #expect(packet.attachments.map(\.name) == ["kế hoạch.docx", "phu-luc.txt"])
    #expect(packet.attachments.map(\.bytes) == EdXMLTests.files.map(\.bytes))
  }

  @Test func aStrokeBeforeTheNotationIsNoneOfIt() throws {
    for (written, read) in [("/KH-UBND", "KH-UBND"), ("KH-UBND", "KH-UBND"), ("/", nil)] {
      var fixture = PacketFixture([])
      fixture.notation = written
      #expect(try EdXMLPacket(parsing: fixture.bytes).header.notation == read)
    }
  }

  @Test func aPacketIsReadAsItsPaper() throws {
    let bytes = PacketFixture([("anh.png", [1, 2, 3, 0])] + EdXMLTests.files).bytes
    let document = try DocumentReader.read(bytes, name: "a.edxml")
    #expect(document.format == .edxml)
    #expect(document.body.blocks.map(\.text) == ["KẾ HOẠCH", "Mục đích"])
    #expect(document.transport?.number == "12")
  }

  @Test func datesOfOtherHabitsAreRead() throws {
    for (written, read) in [
      ("15/01/2024", "2024-01-15"), ("2024-01-15T08:00:00", "2024-01-15"),
      ("2024/1/5", "2024-01-05"),
      ("2024/13/01", nil), ("hôm nay", nil),
    ] {
      var fixture = PacketFixture([])
      fixture.date = written
      #expect(try EdXMLPacket(parsing: fixture.bytes).header.date == read)
    }
  }

  @Test func namesAreDistinctAndDamageIsNoticed() throws {
    var text = String(
      decoding: PacketFixture([("a.txt", [65, 66]), ("a.txt", [67]), ("", [68])]).bytes,
      as: UTF8.self)
    #expect(
      try EdXMLPacket(parsing: Array(text.utf8)).attachments.map(\.name)
        == ["a.txt", "a.txt (2)", "dinh-kem-3"])
    text = text.replacing(Base64.text([65, 66]), with: "QU*=")
    let attachment = try #require(try EdXMLPacket(parsing: Array(text.utf8)).attachments.first)
    #expect(attachment.bytes == nil)
    #expect(throws: ReadingError.self) { try attachment.content() }
  }

  @Test func anAttachmentOverTenMegabytesIsRead() throws {
    let packet = String(decoding: PacketFixture([("a.txt", [65])]).bytes, as: UTF8.self)
    let large = packet.replacing("QQ==", with: String(repeating: "QUFB", count: 3 << 20))
    let attachment = try #require(try EdXMLPacket(parsing: Array(large.utf8)).attachments.first)
    #expect(attachment.bytes?.count == 9 << 20)
  }

  @Test func refusals() throws {
    #expect(try refusal(PacketFixture([]).bytes).code == .empty)
    let inner = PacketFixture(EdXMLTests.files).bytes
    #expect(try refusal(PacketFixture([("b.edxml", inner)]).bytes).code == .unsupportedFormat)
    var fixture = PacketFixture(EdXMLTests.files)
    fixture.prolog = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
    #expect(try refusal(fixture.bytes).code == .externalEntity)
    #expect(throws: ReadingError.self) { try EdXMLPacket(parsing: fixture.bytes) }
    let empty = "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"/>"
    #expect(try refusal(Array(empty.utf8)).code == .corrupt)
    var limits = ReadingLimits()
    limits.entries = 1
    #expect(try refusal(PacketFixture(EdXMLTests.files).bytes, limits: limits).code == .tooLarge)
    limits = ReadingLimits()
    limits.inflatedBytesPerEntry = 300
    #expect(try refusal(PacketFixture(EdXMLTests.files).bytes, limits: limits).code == .tooLarge)
    let other = Array("<edXML xmlns=\"http://example.org/course\"/>".utf8)
    #expect(!EdXMLPacket.isPacket(other))
    #expect(try refusal(other).code == .unsupportedFormat)
  }
}
