import DocumentAnalysis
import DocumentModel
import Testing

@testable import RuleEngine
@testable import Structure

@Suite("Gaps and duplicates in numbering")
struct NumberingTests {
  private func draft(
    _ style: ListLabel.Style, _ labels: [String], _ numbers: [[Int]],
    level: OutlineNode.Level = .item
  ) -> Draft {
    var draft = Draft()
    draft.addItems(
      style, zip(labels, numbers).map { ($0, $1, "Nội dung của mục này") }, level: level)
    return draft
  }

  @Test("I, II, IV")
  func roman() throws {
    let draft = draft(.upperRoman, ["I.", "II.", "IV."], [[1], [2], [4]], level: .section)
    let found = try draft.observe(.numberingGap)
    #expect(found.map(\.span.block) == [2])
    #expect(found.first?.arguments["missing"] == .text("III."))
  }

  @Test("1.1, 1.1, and 1.1, 1.3")
  func nested() throws {
    let twice = draft(.decimal, ["1.1.", "1.1."], [[1, 1], [1, 1]])
    #expect(try twice.observe(.numberingDuplicate).map(\.span.block) == [1])
    let gap = draft(.decimal, ["1.1", "1.3"], [[1, 1], [1, 3]])
    #expect(try gap.observe(.numberingGap).first?.arguments["missing"] == .text("1.2"))
  }

  @Test(
    "Lists that begin again, go on from elsewhere, or jump to a stray number say nothing",
    arguments: [[1, 2, 1, 2, 3], [1, 1, 2], [3, 4, 6], [5], [1, 2, 2023], [1, 2, 3, 1]])
  func silent(numbers: [Int]) throws {
    let draft = draft(.decimal, numbers.map { "\($0)." }, numbers.map { [$0] })
    #expect(try draft.observe(.numberingGap).isEmpty)
    #expect(try draft.observe(.numberingDuplicate).isEmpty)
  }

  @Test("1, 2, 2, 3 repeats a number")
  func repeated() throws {
    let draft = draft(.decimal, ["1.", "2.", "2.", "3."], [[1], [2], [2], [3]])
    #expect(try draft.observe(.numberingDuplicate).map(\.span.block) == [2])
    #expect(try draft.observe(.numberingGap).isEmpty)
  }

  @Test("A number lost in the text of another paragraph is not missing")
  func hidden() throws {
    var draft = Draft()
    draft.addItems(
      .lowerLetter,
      [("a)", [1], "Cán bộ, công chức; b) người lao động;"), ("c)", [3], "Nông dân.")])
    #expect(try draft.observe(.numberingGap).isEmpty)
  }

  @Test("A serial number of a table is no label")
  func table() throws {
    var draft = draft(.decimal, ["1.", "3."], [[1], [3]])
    #expect(try draft.observe(.numberingGap).count == 1)
    for index in draft.blocks.indices {
      draft.blocks[index].place.cell = BlockPlace.Cell(table: 0, row: index, cell: 0)
    }
    #expect(try draft.observe(.numberingGap).isEmpty)
  }

  @Test("Điều 12a stands beside Điều 12; an amending paper quotes numbers of another text")
  func articles() throws {
    var draft = draft(
      .article, ["Điều 1.", "Điều 1a.", "Điều 2.", "Điều 4."], [[1], [1], [2], [4]], level: .article
    )
    #expect(try draft.observe(.numberingDuplicate).isEmpty)
    #expect(try draft.observe(.numberingGap).first?.arguments["missing"] == .text("Điều 3."))
    draft.components.subject = [draft.add("Sửa đổi, bổ sung một số điều của Quy chế")]
    #expect(try draft.observe(.numberingGap).isEmpty)
  }

  @Test("Party papers and papers of unknown family are left alone")
  func party() throws {
    var draft = draft(.upperRoman, ["I-", "III-"], [[1], [3]], level: .section)
    #expect(try draft.observe(.numberingGap).count == 1)
    draft.family = .party
    #expect(try draft.observe(.numberingGap).isEmpty)
  }
}
