import FixtureSupport
import Foundation
import Testing

@testable import TdktlintKit

@Suite("A packet is checked as the documents in it")
struct PacketTests {
  private static let plan = """
    ỦY BAN NHÂN DÂN
    XÃ TÂN VIỆT

    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc

    Số: 12/KH-UBND
    Tân Việt, ngày 15 tháng 01 năm 2024

    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024

    Ủy ban nhân dân xã Tân Việt ban hành Kế hoạch như sau:

    I. MỤC ĐÍCH
    Đẩy mạnh các phong trào thi đua sai.
    """
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func check(_ path: String, _ more: [String] = []) throws -> [[String: Any]] {
    let outcome = tdktlint(
      ["check", "--format", "json", path] + more, modules: builtInModules)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    return try #require(report["documents"] as? [[String: Any]])
  }

  private func rules(_ document: [String: Any]) -> [String] {
    (document["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
  }

  @Test func eachAttachmentIsADocumentOfItsOwn() throws {
    let files: [(name: String, bytes: [UInt8])] = [
      ("ke-hoach.docx", DocxFixture(text: PacketTests.plan).bytes),
      ("phu-luc.txt", Array("PHỤ LỤC\n\nDanh sách thôn".utf8)), ("anh.png", [0x89, 0x50]),
      ("hong.docx", Array("PK\u{3}\u{4}".utf8)),
    ]
    let path = try folder.write("goi.edxml", PacketFixture(files).bytes)
    let documents = try check(path)
    #expect(
      documents.compactMap { $0["path"] as? String } == [
        path + "!/ke-hoach.docx", path + "!/phu-luc.txt", path + "!/hong.docx",
      ])
    #expect(documents.compactMap { $0["format"] as? String } == ["docx", "text"])
    #expect((documents[2]["error"] as? [String: Any])?["code"] as? String == "truncated")
    #expect(!rules(documents[0]).contains("consistency/packet-header"))
    // A folder finds packets too.
    #expect(try check(folder.path).count == 3)
  }

  @Test func theHeaderIsHeldAgainstThePaper() throws {
    var packet = PacketFixture([("ke-hoach.docx", DocxFixture(text: PacketTests.plan).bytes)])
    packet.number = "21"
    packet.date = "2024/01/16"
    let path = try folder.write("lech.edxml", packet.bytes)
    let found = rules(try check(path)[0]).filter { $0 == "consistency/packet-header" }
    #expect(found.count == 2)
  }

  @Test func thePacketsDayStandsInForABlankOne() throws {
    let draft = PacketTests.plan.replacing("ngày 15 tháng 01", with: "ngày     tháng 01")
    let path = try folder.write(
      "nhap.edxml", PacketFixture([("ke-hoach.docx", DocxFixture(text: draft).bytes)]).bytes)
    let date = try #require(try check(path)[0]["date"] as? [String: Any])
    #expect(date["value"] as? String == "2024-01-15")
    #expect(date["source"] as? String == "metadata")
  }

  @Test func aPacketWithoutDocumentsIsAnsweredForAsAWhole() throws {
    let path = try folder.write("rong.edxml", PacketFixture([]).bytes)
    let documents = try check(path)
    #expect(documents.compactMap { $0["path"] as? String } == [path])
    #expect((documents[0]["error"] as? [String: Any])?["code"] as? String == "empty")
  }
}
