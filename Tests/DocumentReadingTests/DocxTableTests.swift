import DocumentModel
import DocumentReading
import FixtureSupport
import Testing

struct DocxTableTests {
  private func p(_ text: String) -> String { DocxFixture.paragraph(text) }
  private func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
  }
  private func row(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
  }

  @Test func cellsKnowTheirBlocks() throws {
    let document = try read(
      DocxFixture(
        p("trước")
          + "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
          + row(cell(p("TT")), cell(p("Nội dung")), properties: "<w:tblHeader/>")
          + row(cell(p("1")), cell(p("a") + p("b"))) + "</w:tbl>" + p("sau")))
    #expect(document.body.blocks.map(\.text) == ["trước", "TT", "Nội dung", "1", "a", "b", "sau"])
    let table = try #require(document.body.tables.first)
    #expect(table.blocks == 1..<6)
    #expect(table.columnCount == 2)
    #expect(table.rows.map(\.isHeader) == [true, false])
    #expect(table.rows[1].cells.map(\.blocks) == [3..<4, 4..<6])
    #expect(document.body.blocks[5].place.cell == .init(table: 0, row: 1, cell: 1))
    #expect(document.body.blocks[6].place.cell == nil)
  }

  @Test func spansAndGapsMoveColumns() throws {
    let document = try read(
      DocxFixture(
        "<w:tbl>" + row(cell(p("a"), "<w:gridSpan w:val=\"2\"/>"), cell(p("b")))
          + row(cell(p("c")), properties: "<w:gridBefore w:val=\"2\"/>") + "</w:tbl>"))
    let table = try #require(document.body.tables.first)
    #expect(table.columnCount == 3)
    #expect(table.rows[0].cells.map(\.column) == [0, 2])
    #expect(table.rows[0].cells.map(\.columnSpan) == [2, 1])
    #expect(table.rows[1].cells.map(\.column) == [2])
  }

  @Test func aMergedCellCountsItsRows() throws {
    let document = try read(
      DocxFixture(
        "<w:tbl>" + row(cell(p("a"), "<w:vMerge w:val=\"restart\"/>"), cell(p("b")))
          + row(cell(p("ẩn"), "<w:vMerge/>"), cell(p("c")))
          + row(cell(p("ẩn"), "<w:vMerge w:val=\"continue\"/>"), cell(p("d")))
          + row(cell(p("e")), cell(p("f"))) + "</w:tbl>"))
    let table = try #require(document.body.tables.first)
    #expect(document.body.blocks.map(\.text) == ["a", "b", "c", "d", "e", "f"])
    #expect(table.rows[0].cells.map(\.rowSpan) == [3, 1])
    #expect(table.rows.map(\.cells.count) == [2, 1, 1, 2])
    #expect(table.rows[1].cells.first?.column == 1)
    #expect(document.body.blocks[2].place.cell == .init(table: 0, row: 1, cell: 0))
  }

  @Test func anOldHorizontalMergeWidensTheCell() throws {
    let document = try read(
      DocxFixture(
        "<w:tbl>"
          + row(
            cell(p("a"), "<w:hMerge w:val=\"restart\"/>"), cell(p(""), "<w:hMerge/>"), cell(p("b")))
          + "</w:tbl>"))
    #expect(document.body.tables.first?.rows[0].cells.map(\.columnSpan) == [2, 1])
  }

  @Test func nestedTablesFollowTheirHolder() throws {
    let inner = "<w:tbl>" + row(cell(p("trong"))) + "</w:tbl>"
    let document = try read(
      DocxFixture("<w:tbl>" + row(cell(p("a") + inner + p("b")), cell(p("c"))) + "</w:tbl>"))
    #expect(document.body.blocks.map(\.text) == ["a", "trong", "b", "c"])
    #expect(document.body.tables.map(\.parent) == [nil, 0])
    #expect(document.body.tables[0].rows[0].cells[0].blocks == 0..<3)
    #expect(document.body.tables[1].blocks == 1..<2)
    #expect(document.body.blocks[1].place.cell?.table == 1)
    #expect(document.body.blocks[2].place.cell?.table == 0)
  }

  @Test func gapsAfterARowAndCellsBetweenMergesKeepTheirColumns() throws {
    let document = try read(
      DocxFixture(
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
          + row(
            cell(p("a"), "<w:vMerge w:val=\"restart\"/>"),
            cell(p("b"), "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>"), cell(p("c")))
          + row(
            cell(p(""), "<w:vMerge/>"), cell(p(""), "<w:gridSpan w:val=\"2\"/><w:vMerge/>"),
            cell(p("d")))
          + row(cell(p(""), "<w:vMerge/>"), cell(p("e")), properties: "<w:gridAfter w:val=\"2\"/>")
          + "</w:tbl>"))
    let table = try #require(document.body.tables.first)
    #expect(table.columnCount == 4)
    #expect(table.rows.map { $0.cells.map(\.column) } == [[0, 1, 3], [3], [1]])
    #expect(table.rows[0].cells.map(\.rowSpan) == [3, 2, 1])
    #expect(document.body.blocks.map(\.text) == ["a", "b", "c", "d", "e"])
    #expect(document.body.blocks[3].place.cell == .init(table: 0, row: 1, cell: 0))
    #expect(document.body.blocks[4].place.cell == .init(table: 0, row: 2, cell: 0))
  }

  @Test func aHiddenRowIsLeftOut() throws {
    let document = try read(
      DocxFixture(
        "<w:tbl>" + row(cell(p("a"))) + row(cell(p("ẩn")), properties: "<w:hidden/>")
          + row(cell(p("b")), properties: "<w:hidden w:val=\"0\"/>") + "</w:tbl>"))
    #expect(document.body.blocks.map(\.text) == ["a", "b"])
    #expect(document.body.tables.first?.rows.count == 2)
  }

  @Test func aTableWithAllItsRowsDeletedIsGone() throws {
    let document = try read(
      DocxFixture(
        "<w:tbl>" + row(cell(p("bỏ")), properties: "<w:del w:id=\"1\"/>") + "</w:tbl>"
          + "<w:tbl>" + row(cell(p("giữ"))) + "</w:tbl>"))
    #expect(document.body.tables.map(\.blocks) == [0..<1])
    #expect(document.body.blocks.first?.place.cell?.table == 0)
  }

  @Test func cellsMergedOrPartedWithTracking() throws {
    func views(_ change: String) throws -> [[Int]] {
      let fixture = DocxFixture(
        "<w:tbl>" + row(cell(p("a"), "<w:vMerge w:val=\"restart\"/>"))
          + row(cell(p("b"), "<w:cellMerge w:id=\"1\" \(change)/>")) + "</w:tbl>")
      return try [RevisionView.final, .original].map { view in
        let body = try DocumentReader.read(fixture.bytes, name: "a", view: view).body
        return body.tables[0].rows.map(\.cells.count)
      }
    }
    #expect(try views("w:vMerge=\"cont\"") == [[1, 0], [1, 1]])
    #expect(try views("w:vMergeOrig=\"cont\"") == [[1, 1], [1, 0]])
    #expect(try views("w:vMerge=\"rest\" w:vMergeOrig=\"cont\"") == [[1, 1], [1, 0]])
    #expect(try views("") == [[1, 1], [1, 1]])
  }

  @Test func aCellsFormerExtentShowsInTheOriginal() throws {
    let change =
      "<w:tcPrChange w:id=\"1\"><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr></w:tcPrChange>"
    let fixture = DocxFixture(
      "<w:tbl>" + row(cell(p("a"), "<w:gridSpan w:val=\"3\"/>" + change), cell(p("b"))) + "</w:tbl>"
    )
    func columns(_ view: RevisionView) throws -> [Int]? {
      try DocumentReader.read(fixture.bytes, name: "a", view: view).body.tables.first?
        .rows[0].cells.map(\.column)
    }
    #expect(try columns(.final) == [0, 3])
    #expect(try columns(.marked) == [0, 3])
    #expect(try columns(.original) == [0, 2])
  }

  @Test func tablesRowsAndCellsMayLieInControls() throws {
    func control(_ content: String) -> String {
      "<w:sdt><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }
    let document = try read(
      DocxFixture(
        control("<w:tbl>" + control(row(control(cell(control(p("a")))), cell(p("b")))) + "</w:tbl>")
      ))
    #expect(document.body.tables.first?.rows.map(\.cells.count) == [2])
    #expect(document.body.blocks.map(\.text) == ["a", "b"])
  }

  @Test func deletedRowsAndCellsAreLeftOut() throws {
    let document = try read(
      DocxFixture(
        "<w:tbl>" + row(cell(p("bỏ")), properties: "<w:del w:id=\"1\"/>")
          + row(
            cell(p("giữ")), cell(p("bỏ"), "<w:cellDel w:id=\"3\"/>"),
            properties: "<w:ins w:id=\"2\"/>")
          + "</w:tbl>"))
    #expect(document.body.blocks.map(\.text) == ["giữ"])
    #expect(document.body.tables.first?.rows.count == 1)
    #expect(document.revisions.deletions == 2)
    #expect(document.revisions.insertions == 1)
  }
}
