import Testing
import TextMatching

@Suite("Searching by bytes")
struct UTF8SlicesTests {
  @Test(
    "It finds what stands anywhere, and nothing else",
    arguments: [
      ("thi đua năm 2024", "2024", true), ("thi đua năm 2024", "thi", true),
      ("thi đua năm 2024", "đua", true), ("thi đua năm 2024", "2025", false),
      ("22024", "2024", true), ("202", "2024", false), ("", "a", false), ("a", "", true),
      ("aab", "ab", true),
    ])
  func contains(text: String, words: String, expected: Bool) {
    #expect(text.contains(bytesOf: words) == expected)
  }
}
