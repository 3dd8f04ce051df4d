import DocumentAnalysis
import DocumentModel
import TextMatching

/// A table as a grid: which cell covers a row and a column, merged cells included.
struct TableGrid {
  let table: Table
  let blocks: [Block]
  /// For each row, the covering cell of each grid column.
  private let cells: [[Table.Cell?]]
  /// For each row and column, the row where the covering cell begins.
  private let tops: [[Int]]

  init(_ table: Table, _ blocks: [Block]) {
    self.table = table
    self.blocks = blocks
    let width = table.columnCount
    var cells = [[Table.Cell?]](
      repeating: [Table.Cell?](repeating: nil, count: width), count: table.rows.count)
    var tops = [[Int]](repeating: [Int](repeating: 0, count: width), count: table.rows.count)
    for (row, line) in table.rows.enumerated() {
      for cell in line.cells {
        let columns = max(cell.column, 0)..<min(cell.column + max(cell.columnSpan, 1), width)
        for covered in row..<min(row + max(cell.rowSpan, 1), table.rows.count) {
          for column in columns where cells[covered][column] == nil {
            cells[covered][column] = cell
            tops[covered][column] = row
          }
        }
      }
    }
    self.cells = cells
    self.tops = tops
  }

  var width: Int { table.columnCount }

  func cell(row: Int, column: Int) -> Table.Cell? {
    row < cells.count && column < width ? cells[row][column] : nil
  }

  /// Whether the cell that covers this place begins in this row.
  func begins(row: Int, column: Int) -> Bool { tops[row][column] == row }

  /// The cell's words, its paragraphs joined by a space.
  func text(_ cell: Table.Cell) -> String {
    var result = ""
    for block in cell.blocks where !blocks[block].text.isEmpty {
      if !result.isEmpty { result += " " }
      if let label = blocks[block].label, label.style != .dash { result += label.text + " " }
      result += blocks[block].text
    }
    return result.trimmed
  }

  func text(row: Int, column: Int) -> String { cell(row: row, column: column).map(text) ?? "" }

  /// The first block of the cell that holds words.
  func block(_ cell: Table.Cell) -> Int? { cell.blocks.first { !blocks[$0].text.isEmpty } }

  /// The words of the cell's first paragraph with words.
  func span(row: Int, column: Int) -> TextSpan? {
    guard let cell = cell(row: row, column: column), let block = block(cell) else { return nil }
    return TextSpan(block: block, utf8: 0..<blocks[block].text.utf8.count)
  }
}
