import DocumentModel

/// Puts the blocks and tables of one part together for readers of forms other than
/// WordprocessingML. It never leaves the task that made it.
final class PartBuilder {
  private(set) var part: DocumentPart
  /// Clusters of text that were not in NFC.
  private(set) var denormalised = 0
  private let budget: ReadingBudget
  /// What is added now stands in a table of contents.
  var isInContents = false
  /// Tables being read, innermost last.
  private var open: [OpenTable] = []

  private struct OpenTable {
    var index: Int
    var table: Table
    /// Rows that a cell further up still covers, by column.
    var covered: [Int: Int] = [:]
  }

  init(name: String, role: DocumentPart.Role, budget: ReadingBudget) {
    part = DocumentPart(name: name, role: role)
    self.budget = budget
  }

  /// The side of tracked changes to put together.
  var view: RevisionView { budget.view }

  var hasText: Bool { part.blocks.contains { !$0.text.isEmpty } }

  /// Adds a paragraph.
  /// - Parameters:
  ///   - label: an automatic one, or one that the form keeps apart.
  ///   - splitsLabel: whether, without it, a typed label is split off.
  func add(
    _ content: InlineText, format: ParagraphFormat = .init(), label: ListLabel? = nil,
    splitsLabel: Bool = true, isInTextBox: Bool = false
  ) throws(ReadingError) {
    try budget.spendBlock(scalars: content.text.count)
    let finished = FinishedText(content.text, splitsLabel: splitsLabel && label == nil)
    denormalised += finished.denormalised
    part.blocks.append(
      Block(
        text: finished.text, label: label ?? finished.label,
        runs: finished.runs(content.formats), format: format,
        place: BlockPlace(cell: cell, isInTextBox: isInTextBox, isInContents: isInContents),
        source: finished.source))
  }

  /// The innermost cell being read.
  private var cell: BlockPlace.Cell? {
    guard let inner = open.last, let row = inner.table.rows.last, !row.cells.isEmpty else {
      return nil
    }
    return BlockPlace.Cell(
      table: inner.index, row: inner.table.rows.count - 1, cell: row.cells.count - 1)
  }

  // MARK: Tables

  func beginTable() {
    let start = part.blocks.count
    let table = Table(rows: [], columnCount: 0, blocks: start..<start, parent: open.last?.index)
    part.tables.append(table)
    open.append(OpenTable(index: part.tables.count - 1, table: table))
  }

  func endTable() {
    guard var inner = open.popLast() else { return }
    guard !inner.table.rows.isEmpty else {
      // Nothing can stand in it, so that no other table came after.
      part.tables.removeLast()
      return
    }
    inner.table.blocks = inner.table.blocks.lowerBound..<part.blocks.count
    part.tables[inner.index] = inner.table
  }

  func beginRow(isHeader: Bool) {
    guard let last = open.indices.last else { return }
    if !open[last].table.rows.isEmpty {
      open[last].covered = open[last].covered.compactMapValues { $0 > 1 ? $0 - 1 : nil }
    }
    open[last].table.rows.append(Table.Row(cells: [], isHeader: isHeader))
  }

  /// Reads one cell: it stands in the first column that no cell above covers.
  func addCell(
    columnSpan: Int, rowSpan: Int, content: () throws(ReadingError) -> Void
  ) throws(ReadingError) {
    try budget.spendCell()
    guard let last = open.indices.last, let row = open[last].table.rows.indices.last else { return }
    let span = min(max(columnSpan, 1), PartBuilder.columnLimit)
    let rows = min(max(rowSpan, 1), PartBuilder.rowSpanLimit)
    var column = open[last].table.rows[row].cells.last.map { $0.column + $0.columnSpan } ?? 0
    while open[last].covered[column] != nil { column += 1 }
    guard column < PartBuilder.columnLimit else { return }
    if rows > 1 { for each in column..<(column + span) { open[last].covered[each] = rows } }
    let start = part.blocks.count
    let position = open[last].table.rows[row].cells.count
    open[last].table.rows[row].cells.append(
      Table.Cell(column: column, columnSpan: span, rowSpan: rows, blocks: start..<start))
    open[last].table.columnCount = max(open[last].table.columnCount, column + span)
    try content()
    // Other forms have a paragraph in every cell.
    if part.blocks.count == start { try add(InlineText()) }
    open[last].table.rows[row].cells[position].blocks = start..<part.blocks.count
  }

  /// More columns than any table of a paper; beyond it a file plays with sizes.
  private static let columnLimit = 1024
  private static let rowSpanLimit = 10_000
}
