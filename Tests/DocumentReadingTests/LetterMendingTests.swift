import DocumentModel
import DocumentReading
import FixtureSupport
import TextMatching
import Testing

/// Letters that only look right, and signs that nobody sees, are put right before anything is judged.
struct LetterMendingTests {
  @Test func theEthOfIcelandicIsTheVietnameseLetter() throws {
    let document = try readText("\u{D0}ộc lập\n\u{F0}) Thi \u{F0}ua, N\u{D0}-CP")
    #expect(lines(document) == ["|Độc lập", "đ)|Thi đua, NĐ-CP"])
    #expect(document.body.blocks[1].label?.numbers == [5])
    #expect(
      document.remarks == [
        .lookAlikes(part: 0, block: 0, utf8: 0..<2, count: 4, letters: ["\u{D0}", "\u{F0}"])
      ])
  }

  @Test func strayLettersOfOtherAlphabetsAreMendedInsideWordsOnly() throws {
    let document = try readText(
      "Th\u{456} đua c\u{430}\u{301}c xã\nTrường Санкт-Петербург, góc α, mục \u{410}.")
    #expect(
      lines(document) == ["|Thi đua các xã", "|Trường Санкт-Петербург, góc α, mục \u{410}."])
    #expect(
      document.remarks == [
        .lookAlikes(part: 0, block: 0, utf8: 2..<3, count: 2, letters: ["\u{456}", "\u{430}"])
      ])
  }

  @Test func positionsLeadBackToWhatWasTyped() throws {
    let block = try #require(
      try readText(LegacyText.decomposed("Kế \u{F0}o\u{AD}ạn")).body.blocks.first)
    #expect(block.text == "Kế đoạn")
    // K | ế | space | đ | o | ạ | n: ế and ạ were typed as three and two.
    #expect(block.source.map(\.offset) == [0, 1, 4, 5, 6, 8, 10])
    #expect(block.source.map(\.scalars) == [1, 3, 1, 1, 1, 2, 1])
    #expect(block.source.map(\.isVerbatim) == [true, false, true, false, true, false, true])
    #expect(block.source.last?.utf8.upperBound == block.text.utf8.count)
  }

  @Test func signsThatNobodySeesAreLeftOut() throws {
    let text = "\u{FEFF}1. Thi\u{200B} đua,\u{200E} khen th\u{AD}ưởng\n\u{200B}\n\u{2060}- Hết"
    #expect(lines(try readText(text)) == ["1.|Thi đua, khen thưởng", "-|Hết"])
    let runs = try blocks(
      "<w:p><w:r><w:t>Th\u{AD}i</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>\u{200B} đua</w:t></w:r></w:p>"
    )
    #expect(runs.map(\.text) == ["Thi đua"])
    #expect(runs.first?.runs.map(\.utf8) == [0..<3, 3..<8])
    #expect(runs.first?.runs.map(\.format.isBold) == [false, true])
    let page = Array("<p>thi&#8203; đua &#xFEFF; khen&shy;</p>".utf8)
    #expect(
      try DocumentReader.read(page, name: "a.html").body.blocks.map(\.text) == ["thi đua khen"])
  }

  @Test func aWordOfLatinLettersHasNone() {
    #expect(!LookAlikes.mayOccur(in: "Độc lập - Tự do – Hạnh phúc “2024”"))
    #expect(LookAlikes.places(in: Array("François, Ängström, Việt".unicodeScalars)).isEmpty)
    #expect(LookAlikes.mended("\u{41D}\u{F0}".unicodeScalars) == "Hđ")
  }
}
