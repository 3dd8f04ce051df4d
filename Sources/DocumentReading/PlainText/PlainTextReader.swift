import DocumentModel

/// Reads plain text: lines into paragraphs, tab-separated lines into tables.
struct PlainTextReader {
  private var part = DocumentPart(name: "text", role: .body)
  private var denormalised = 0
  private var budget: ReadingBudget

  static func read(
    _ bytes: [UInt8], budget: ReadingBudget
  ) throws(ReadingError) -> SourceDocument {
    let scalars = try TextDecoding.scalars(of: bytes)
    let lines = TextLine.lines(of: scalars)
    guard lines.contains(where: { !$0.isBlank }) else { throw .empty }
    var reader = PlainTextReader(budget: budget)
    try reader.read(lines)
    var document = SourceDocument(format: .text, parts: [reader.part])
    if reader.denormalised > 0 {
      document.remarks.append(.notNormalised(part: 0, count: reader.denormalised))
    }
    return document
  }

  private init(budget: ReadingBudget) { self.budget = budget }

  private mutating func read(_ all: [TextLine]) throws(ReadingError) {
    let numbers = PageFurniture.pageNumbers(in: all)
    let wrapping = Wrapping(lines: all.indices.filter { !numbers.contains($0) }.map { all[$0] })
    var paragraph: [TextLine] = []
    var isApart = false
    var index = 0
    // A page's end is no blank line of the text.
    var isPageEnd = false
    while index < all.count {
      let line = all[index]
      if line.startsPage || numbers.contains(index) { isPageEnd = true }
      if line.isBlank || numbers.contains(index) {
        isApart = true
        index += 1
        continue
      }
      if let (table, count) = TextTable.starting(at: index, in: all[...]) {
        try finish(&paragraph)
        try add(table)
        index += count
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
    try budget.spendBlock(scalars: text.count)
    let finished = FinishedText(text, splitsLabel: true)
    denormalised += finished.denormalised
    part.blocks.append(
      Block(text: finished.text, label: finished.label, place: place, source: finished.source))
  }

  private mutating func add(_ table: TextTable) throws(ReadingError) {
    let start = part.blocks.count
    let index = part.tables.count
    let width = table.rows.map(\.count).max() ?? 1
    var result = Table(rows: [], columnCount: width, blocks: start..<start)
    part.tables.append(result)
    for (row, fields) in table.rows.enumerated() {
      result.rows.append(Table.Row(cells: []))
      // A first field with nothing beside it is a heading across the table.
      let isSpanning = fields.dropFirst().allSatisfy(\.isEmpty)
      for (column, field) in fields.enumerated() where column == 0 || !isSpanning {
        try budget.spendCell()
        let first = part.blocks.count
        let cell = BlockPlace.Cell(table: index, row: row, cell: column)
        var text = SourcedText()
        let base = field.line.scalars.startIndex
        text.append(
          field.line.scalars[(base + field.range.lowerBound)..<(base + field.range.upperBound)],
          unit: field.line.number, offset: field.range.lowerBound)
        try add(text, BlockPlace(cell: cell, line: field.line.number))
        result.rows[row].cells.append(
          Table.Cell(
            column: column, columnSpan: isSpanning ? width : 1,
            blocks: first..<part.blocks.count))
      }
    }
    result.blocks = start..<part.blocks.count
    part.tables[index] = result
  }
}
