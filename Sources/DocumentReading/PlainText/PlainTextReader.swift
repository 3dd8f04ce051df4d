import DocumentModel

/// Reads plain text: lines into paragraphs, tab-separated lines into tables.
struct PlainTextReader {
  private var part = DocumentPart(name: "text", role: .body)
  private var denormalised = 0
  private let budget: ReadingBudget

  static func read(
    _ bytes: [UInt8], budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    let limits = budget.limits
    try budget.hold(textBytes: bytes.count)
    let decoded = try TextDecoding.text(of: bytes)
    let scalars = decoded.scalars
    guard scalars.count <= limits.textScalars else {
      throw .tooLarge(.text(limit: limits.textScalars))
    }
    guard scalars.count(where: { $0 == "\n" || $0 == "\r" }) <= limits.lines else {
      throw .tooLarge(.lines(limit: limits.lines))
    }
    // Each may part two cells.
    guard scalars.count(where: { $0 == "\t" }) <= limits.tableCells else {
      throw .tooLarge(.tableCells(limit: limits.tableCells))
    }
    let lines = TextLine.lines(of: scalars)
    guard lines.contains(where: { !$0.isBlank }) else { throw .empty }
    var reader = PlainTextReader(budget: budget, isConverted: decoded.encoding != nil)
    try reader.read(lines)
    var document = SourceDocument(format: .text, parts: [reader.part])
    if reader.denormalised > 0 {
      document.remarks.append(.notNormalised(part: 0, count: reader.denormalised))
    }
    if let encoding = decoded.encoding { document.markConverted(from: encoding) }
    return document
  }

  /// The file has other scalars where the text has any beyond ASCII.
  private let isConverted: Bool

  private init(budget: ReadingBudget, isConverted: Bool) {
    self.budget = budget
    self.isConverted = isConverted
  }

  private mutating func read(_ all: [TextLine]) throws(ReadingError) {
    let numbers = PageFurniture.pageNumbers(in: all)
    let wrapping = Wrapping(lines: all.indices.filter { !numbers.contains($0) }.map { all[$0] })
    var paragraph: [TextLine] = []
    var isApart = false
    var index = 0
    // A page's end is no blank line of the text.
    var isPageEnd = false
    let columns = TextColumns.all(in: all)
    let taken = Set(columns.flatMap { $0..<($0 + $1.count) })
    let tables = TextTable.all(in: all, isTaken: taken.contains)
    while index < all.count {
      let line = all[index]
      if line.startsPage || numbers.contains(index) { isPageEnd = true }
      if line.isBlank || numbers.contains(index) {
        isApart = true
        index += 1
        continue
      }
      if let (columns, count) = columns[index] {
        try finish(&paragraph)
        try add(columns)
        index += count
      } else if let table = tables[index] {
        try finish(&paragraph)
        try add(table)
        index += table.rows.count
      } else {
        if let above = paragraph.last,
          !wrapping.continues(line, from: above, isApart: isApart && !isPageEnd)
        {
          try finish(&paragraph)
        }
        paragraph.append(line)
        index += 1
      }
      isApart = false
      isPageEnd = false
    }
    try finish(&paragraph)
  }

  private mutating func finish(_ lines: inout [TextLine]) throws(ReadingError) {
    guard let first = lines.first else { return }
    var text = SourcedText()
    for line in lines {
      text.append(line.contentScalars, unit: line.number, offset: line.content.lowerBound)
      if line.number != lines.last?.number {
        // The line's end, and the white space around it, is one space.
        text.append(
          " ",
          .init(
            unit: Int32(clamping: line.number), offset: Int32(clamping: line.content.upperBound),
            isVerbatim: false))
      }
    }
    lines = []
    try add(text, BlockPlace(line: first.number))
  }

  private mutating func add(_ text: SourcedText, _ place: BlockPlace) throws(ReadingError) {
    var text = text
    text.remove(at: Emphasis.marks(in: text.scalars))
    if isConverted { text.markConverted() }
    try budget.spendBlock(scalars: text.count)
    let finished = FinishedText(text, splitsLabel: true)
    denormalised += finished.denormalised
    part.blocks.append(
      Block(text: finished.text, label: finished.label, place: place, source: finished.source))
  }

  private mutating func add(_ table: TextTable) throws(ReadingError) {
    let width = table.rows.map(\.count).max() ?? 1
    try addTable(
      width: width,
      rows: table.rows.map { fields in
        // A first field with nothing beside it is a heading across the table.
        let isSpanning = fields.dropFirst().allSatisfy(\.isEmpty)
        return isSpanning
          ? [Cell(fields: [fields[0]], span: width)] : fields.map { Cell(fields: [$0], span: 1) }
      })
  }

  private mutating func add(_ columns: TextColumns) throws(ReadingError) {
    try addTable(
      width: 2, rows: [[Cell(fields: columns.left, span: 1), Cell(fields: columns.right, span: 1)]])
  }

  private struct Cell {
    var fields: [TextField]
    var span: Int
  }

  private mutating func addTable(width: Int, rows: [[Cell]]) throws(ReadingError) {
    let start = part.blocks.count
    let index = part.tables.count
    var result = Table(rows: [], columnCount: width, blocks: start..<start)
    part.tables.append(result)
    for (row, cells) in rows.enumerated() {
      result.rows.append(Table.Row(cells: []))
      for (column, cell) in cells.enumerated() {
        try budget.spendCell()
        let first = part.blocks.count
        let place = BlockPlace.Cell(table: index, row: row, cell: column)
        for field in cell.fields {
          var text = SourcedText()
          text.append(field.scalars, unit: field.line.number, offset: field.range.lowerBound)
          try add(text, BlockPlace(cell: place, line: field.line.number))
        }
        result.rows[row].cells.append(
          Table.Cell(
            column: column, columnSpan: cell.span, blocks: first..<part.blocks.count))
      }
    }
    result.blocks = start..<part.blocks.count
    part.tables[index] = result
  }
}
