import DocumentModel
import Testing

@testable import RuleEngine
@testable import Structure

@Suite("Order of points")
struct PointOrderTests {
  /// Labels a), b), … with the numbers that readers give them.
  private func points(_ letters: String) -> [(label: String, numbers: [Int], text: String)] {
    letters.map { letter in
      let letter = String(letter)
      return ("\(letter))", PointLetters.place(of: letter).map { [$0] } ?? [], "Nội dung \(letter)")
    }
  }

  @Test("Word's automatic letters are wrong from the fifth point on, once for each list")
  func automatic() throws {
    var draft = Draft()
    draft.addItems(.lowerLetter, points("abcdefg"), origin: .automatic, list: 3)
    let found = try draft.observe(.pointOrder)
    #expect(found.map(\.span.block) == [4])
    #expect(found.first?.name == "automatic")
    #expect(found.first?.arguments["expected"] == .text("đ)"))
  }

  @Test("An automatic list of four points is right")
  func automaticShort() throws {
    var draft = Draft()
    draft.addItems(.lowerLetter, points("abcd"), origin: .automatic, list: 3)
    #expect(try draft.observe(.pointOrder).isEmpty)
  }

  @Test(
    "Typed points",
    arguments: [
      ("abcdđeghik", [] as [Int]), ("abcdeg", [4]), ("abcdefg", [4]), ("acb", [2]),
      ("abcdđef", [6]), ("de", []), ("abc", []),
    ])
  func typed(letters: String, blocks: [Int]) throws {
    var draft = Draft()
    draft.addItems(.lowerLetter, points(letters))
    #expect(try draft.observe(.pointOrder).map(\.span.block) == blocks)
  }

  @Test("A doubled d) is a misread đ) in extracted text and a slip in a Word file")
  func doubledD() throws {
    var draft = Draft()
    draft.addItems(.lowerLetter, points("abcdde"))
    #expect(try draft.observe(.numberingDuplicate).isEmpty)
    draft.format = .docx
    #expect(try draft.observe(.numberingDuplicate).map(\.span.block) == [4])
    #expect(try draft.observe(.pointOrder).isEmpty)
  }
}
