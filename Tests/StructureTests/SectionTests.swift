import DocumentAnalysis
import DocumentModel
import Testing

@testable import RuleEngine
@testable import Structure

@Suite("Sections")
struct SectionTests {
  /// A paper of sections, each with its lines below it.
  private func draft(
    _ sections: [(String, [String])], level: OutlineNode.Level = .section
  ) -> Draft {
    var draft = Draft()
    for (index, section) in sections.enumerated() {
      let block = draft.add(section.0).block
      for line in section.1 { draft.add(line) }
      draft.outline.append(
        OutlineNode(
          level: level, block: block, label: "\(index + 1).", numbers: [index + 1],
          style: .decimal, isHeading: true, title: 0..<section.0.utf8.count,
          blocks: block..<draft.blocks.count, children: [], path: "\(index + 1)"))
    }
    return draft
  }

  @Test("What a plan calls for is found in headings, lines and running text")
  func required() throws {
    let whole = draft([
      ("MỤC ĐÍCH, YÊU CẦU", ["Thiết thực."]), ("NHIỆM VỤ", ["Thi đua."]),
      ("TỔ CHỨC THỰC HIỆN", ["Các thôn thực hiện."]),
    ])
    #expect(try whole.observe(declared: "missing-required-section").isEmpty)
    #expect(try whole.observe(.sectionOrder).isEmpty)

    let short = draft([("MỤC ĐÍCH", ["Thiết thực."]), ("NỘI DUNG", ["Thi đua."])])
    #expect(try short.observe(declared: "missing-required-section").count == 1)

    var line = short
    line.add("Tổ chức thực hiện")
    #expect(try line.observe(declared: "missing-required-section").isEmpty)
    var prose = short
    prose.add("Trong quá trình thực hiện, nếu có vướng mắc, các thôn báo cáo xã.")
    #expect(try prose.observe(declared: "missing-required-section").isEmpty)
  }

  @Test("Order is judged only where headings are unmistakable")
  func order() throws {
    let turned = draft([
      ("TỔ CHỨC THỰC HIỆN", ["A."]), ("MỤC ĐÍCH", ["B."]), ("NỘI DUNG", ["C."]),
    ])
    #expect(try turned.observe(.sectionOrder).map(\.span.block) == [0])
    let mixed = draft([
      ("MỤC ĐÍCH", ["A."]), ("NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN", ["B."]), ("NHIỆM VỤ", ["C."]),
    ])
    #expect(try mixed.observe(.sectionOrder).isEmpty)
  }

  @Test("A heading with nothing under it")
  func empty() throws {
    let one = draft([("MỤC ĐÍCH", ["A."]), ("NỘI DUNG", []), ("TỔ CHỨC THỰC HIỆN", ["C."])])
    #expect(try one.observe(.emptySection).map(\.span.block) == [2])
    let blank = draft([("MỤC ĐÍCH", ["A."]), ("NỘI DUNG", ["", " "])])
    #expect(try blank.observe(.emptySection).map(\.span.block) == [2])
  }

  @Test("Lists of units, enumerations and slogans are no empty sections")
  func lists() throws {
    let units = draft(
      [("Cán bộ, công chức xã", []), ("Các thôn", []), ("Các trường học", [])], level: .item)
    #expect(try units.observe(.emptySection).isEmpty)
    let items = draft([("Cán bộ;", []), ("Các thôn", ["Gồm 5 thôn."])], level: .item)
    #expect(try items.observe(.emptySection).isEmpty)
    let slogan = draft([("CHỦ ĐỀ THI ĐUA", []), ("MỤC ĐÍCH", ["A."])], level: .untitled)
    #expect(try slogan.observe(.emptySection).isEmpty)
  }

  @Test("Headings over a table are not empty")
  func table() throws {
    var draft = draft([("MỤC ĐÍCH", ["A."]), ("NỘI DUNG", [""])])
    draft.blocks[3].place.cell = BlockPlace.Cell(table: 0, row: 0, cell: 0)
    #expect(try draft.observe(.emptySection).isEmpty)
  }
}
