import Testing

@testable import TextMatching

@Suite("Finding phrases in folded text")
struct FoldedTextTests {
  private func words(_ phrase: String, in text: String) -> [String] {
    FoldedText(text).places(of: [FoldedPhrase(phrase)]).map { String(text[utf8Range: $0.range]) }
  }

  @Test("Case, white space, dashes and the place of the tone mark do not matter")
  func folding() {
    #expect(
      words("hòa bình", in: "Vì HOÀ  BÌNH và hoà\u{A0}bình.") == ["HOÀ  BÌNH", "hoà\u{A0}bình"])
    #expect(words("kinh tế - xã hội", in: "Kinh tế – xã hội") == ["Kinh tế – xã hội"])
    #expect(words("ủy ban", in: "UỶ BAN") == ["UỶ BAN"])
  }

  @Test("Only whole words are found, and none over a line feed")
  func edges() {
    #expect(words("thi đua", in: "cuộc thi đuanh, thi đua1, xthi đua; thi đua") == ["thi đua"])
    #expect(words("thi đua", in: "thi\nđua").isEmpty)
    #expect(words("thi đua", in: "(thi đua)\n  “Thi đua” ") == ["thi đua", "Thi đua"])
    #expect(words("năm 2024", in: "Năm 2024.") == ["Năm 2024"])
  }

  @Test("Several phrases in one pass, each with its number")
  func several() {
    let text = "khối thi đua và cụm thi đua"
    let found = FoldedText(text).places(
      of: ["cụm", "khối thi đua", "khối"].map { FoldedPhrase($0) })
    #expect(found.map(\.phrase) == [1, 2, 0])
    #expect(FoldedText("").places(of: [FoldedPhrase("a")]).isEmpty)
  }
}
