import DocumentAnalysis
import DocumentModel
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A total row at a table's end that is not the sum of the rows above. Only plain tables speak: no
  /// group rows, subtotals, “of which” rows, merged cells or decimals in the column.
  static let sumMismatch = NativeCheck(
    name: "sum-mismatch", arguments: ["given", "sum", "column"]
  ) { context in
    let blocks = context.document.blocks
    return context.document.source.body.tables.flatMap { TotalRow($0, blocks).observations() }
  }
}

private struct TotalRow {
  private let table: Table
  private let blocks: [Block]

  init(_ table: Table, _ blocks: [Block]) {
    self.table = table
    self.blocks = blocks
  }

  func observations() -> [Observation] {
    guard table.rows.count >= 4, let total = table.rows.last, isTotal(total),
      table.rows.dropLast().allSatisfy({ !isTotal($0) && !isPart($0) })
    else { return [] }
    return total.cells.compactMap { cell -> Observation? in
      guard cell.columnSpan == 1, cell.rowSpan == 1, let block = onlyBlock(of: cell),
        let given = number(blocks[block].text)
      else { return nil }
      guard let (sum, column) = sum(inColumn: cell.column), sum != given else { return nil }
      return Observation(
        at: TextSpan(block: block, utf8: 0..<blocks[block].text.utf8.count),
        arguments: ["given": .number(given), "sum": .number(sum), "column": .text(column)])
    }
  }

  /// Sum of the rows between the headings and the total, and the heading's words. Nil when a cell of
  /// the column is no whole number, or the column counts something else.
  private func sum(inColumn column: Int) -> (Int, String)? {
    var sum = 0
    var filled = 0
    var heading = ""
    for row in table.rows.dropLast() {
      guard let cell = row.cells.first(where: { $0.column == column }) else { return nil }
      let text = words(of: cell)
      if let value = number(text), cell.columnSpan == 1, cell.rowSpan == 1 {
        // A row whose other cells hold no words is a line of column numbers: (1) (2) (3).
        guard !isColumnNumbers(row) else { continue }
        sum += value
        filled += 1
      } else if text.isEmpty, filled > 0, cell.columnSpan == 1 {
        guard row.cells.count(where: { !words(of: $0).isEmpty }) > 1 else { return nil }
        filled += 1
      } else if filled == 0 {
        heading += heading.isEmpty ? text : " " + text
      } else {
        return nil
      }
    }
    guard filled >= 2, !heading.isEmpty, !TotalRow.uncounted.matches(heading) else { return nil }
    return (sum, heading)
  }

  private static let uncounted = Pattern(
    known: #"%|\btt\b|\bstt\b|tỷ lệ|tỉ lệ|bình quân|trung bình|năm|tuổi|mã số|ngày|hạng"#,
    options: .caseless)
  private static let totalWords = Pattern(
    known: #"^\W*(?:tổng(?:\h+(?:cộng|số))?|cộng)\W*$"#, options: .caseless)
  private static let partWords = Pattern(
    known: #"^\W*(?:(?i:trong\h+đó|bao\h+gồm|gồm|cộng|tổng)|[IVXLC]+\W*$|[A-ZĐ]\W*$)"#)

  private func isTotal(_ row: Table.Row) -> Bool {
    row.cells.contains { TotalRow.totalWords.matches(words(of: $0)) }
  }

  private func isPart(_ row: Table.Row) -> Bool {
    row.cells.prefix(2).contains { cell in
      TotalRow.partWords.matches(words(of: cell))
        || cell.blocks.contains { blocks[$0].label?.style == .upperRoman }
    } || row.cells.prefix(2).contains { words(of: $0).hasPrefix("-") }
  }

  private func isColumnNumbers(_ row: Table.Row) -> Bool {
    row.cells.allSatisfy { cell in
      words(of: cell).unicodeScalars.allSatisfy { !Letters.isLetter($0) }
    }
  }

  private func onlyBlock(of cell: Table.Cell) -> Int? {
    let filled = cell.blocks.filter { !blocks[$0].text.isEmpty }
    return filled.count == 1 ? filled[0] : nil
  }

  private func words(of cell: Table.Cell) -> String {
    cell.blocks.map { blocks[$0].text }.joined(separator: " ").trimmed
  }

  /// 1.250 and 12 are whole numbers, 1,5 and 12 % are not.
  private func number(_ text: String) -> Int? {
    let groups = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.utf8.count) || groups.count == 1,
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Int(groups.joined())
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars.drop(while: Letters.isSpace).reversed()
      .drop(while: Letters.isSpace).reversed()
    return String(String.UnicodeScalarView(scalars))
  }
}
