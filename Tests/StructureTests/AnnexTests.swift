import DocumentAnalysis
import Testing

@testable import RuleEngine
@testable import Structure

@Suite("Annexes and the text that points to them")
struct AnnexTests {
  private func found(_ text: String, annexes: [String] = []) throws -> [String] {
    var draft = Draft()
    draft.add(text)
    for heading in annexes {
      let span = draft.add(heading)
      let number = heading.split(separator: " ").dropFirst(2).first.map(String.init)
      draft.components.annexes.append(
        Annex(heading: span, number: number, blocks: span.block..<span.block + 1))
    }
    let document = draft.document
    return try draft.observe(.annexNotReferenced).map { document.text($0.span) }
  }

  @Test(
    "An annex that does not follow",
    arguments: [
      ("Thực hiện theo Phụ lục I.", ["Phụ lục I"]),
      ("Nội dung cụ thể (có phụ lục kèm theo).", ["phụ lục"]),
      ("Tiêu chí nêu tại Phụ lục ban hành kèm theo Kế hoạch này.", ["Phụ lục"]),
      ("Theo Phụ lục II kèm theo Nghị định số 98.", []),
      ("Theo phụ lục của Hướng dẫn số 12.", []), ("Lập phụ lục riêng cho từng thôn.", []),
    ])
  func absent(text: String, expected: [String]) throws {
    #expect(try found(text) == expected)
  }

  @Test("An annex nobody mentions, and numbers that fit")
  func mentioned() throws {
    #expect(try found("Thi đua.", annexes: ["PHỤ LỤC"]) == ["PHỤ LỤC"])
    #expect(try found("Thi đua (danh sách kèm theo).", annexes: ["PHỤ LỤC"]) == [])
    #expect(try found("Theo Phụ lục I.", annexes: ["PHỤ LỤC I", "PHỤ LỤC II"]) == ["PHỤ LỤC II"])
    #expect(try found("Theo các Phụ lục I, II.", annexes: ["PHỤ LỤC I", "PHỤ LỤC II"]) == [])
    #expect(
      try found("Theo Phụ lục 1 đến 3.", annexes: ["PHỤ LỤC I", "PHỤ LỤC II", "PHỤ LỤC III"]) == [])
    #expect(
      try found("Theo Phụ lục số 01 và Phụ lục số 03.", annexes: ["PHỤ LỤC 01"])
        == ["Phụ lục số 01 và Phụ lục số 03"])
  }
}
