import Testing

@testable import TextMatching

@Suite("Phrases as whole words")
struct WordsTests {
  @Test("Case, tone placement and punctuation do not matter")
  func folding() {
    let words = Words("I. MỤC ĐÍCH, YÊU CẦU – văn hoá")
    #expect(words.contains("mục đích"))
    #expect(words.contains("Mục đích yêu cầu"))
    #expect(words.contains("văn hóa"))
  }

  @Test("Part of a word is not the word, and a phrase does not reach into the next text")
  func boundaries() {
    #expect(!Words("quyết định").contains("quyết đị"))
    #expect(!Words("đào tạo").contains("ào tạo"))
    #expect(!Words(joining: ["tổ chức", "thực hiện"]).contains("tổ chức thực hiện"))
    #expect(Words("").contains("") == false)
  }
}
