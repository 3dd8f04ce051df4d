import DocumentModel
import XMLWriting

/// Tables of the document as `table`.
struct TableElement {
  let blocks: [Block]
  let tables: [Table]
  let text: TextElement
  /// Blocks of rows that only name a group.
  let groupRows: Set<Int>

  /// The outermost table that holds a block.
  func root(of block: Int) -> Int? {
    guard var table = blocks[block].place.cell?.table, tables.indices.contains(table) else {
      return nil
    }
    // A parent stands before its children, so this ends.
    while let parent = tables[table].parent, parent < table { table = parent }
    return table
  }

  /// Nil for a table without cells.
  func make(_ index: Int) -> XMLElement? {
    let rows = tables[index].rows.filter { !$0.cells.isEmpty }
    guard !rows.isEmpty else { return nil }
    return XMLElement("table", ["eId": "table_\(index + 1)"], elements: rows.map { row($0, index) })
  }

  private func row(_ row: Table.Row, _ table: Int) -> XMLElement {
    let isGroup = row.cells.contains { cell in cell.blocks.contains(where: groupRows.contains) }
    return XMLElement(
      "tr", ["class": isGroup ? "row-group" : nil],
      elements: row.cells.map { cell($0, isHeader: row.isHeader, table) })
  }

  private func cell(_ cell: Table.Cell, isHeader: Bool, _ table: Int) -> XMLElement {
    var element = XMLElement(isHeader ? "th" : "td")
    if cell.rowSpan > 1 { element.set("rowspan", String(cell.rowSpan)) }
    if cell.columnSpan > 1 { element.set("colspan", String(cell.columnSpan)) }
    element.set("tdkt:column", String(cell.column))
    var block = cell.blocks.lowerBound
    while block < cell.blocks.upperBound, blocks.indices.contains(block) {
      if let inner = nested(block, in: table), let nested = make(inner) {
        element.children.append(.element(nested))
        block = max(block + 1, tables[inner].blocks.upperBound)
      } else {
        if let paragraph = text.paragraph(block) { element.children.append(.element(paragraph)) }
        block += 1
      }
    }
    return element
  }

  /// The table directly inside `table` that a block belongs to.
  private func nested(_ block: Int, in table: Int) -> Int? {
    guard var own = blocks[block].place.cell?.table, tables.indices.contains(own), own != table
    else { return nil }
    while let parent = tables[own].parent, parent < own {
      if parent == table { return own }
      own = parent
    }
    return nil
  }
}

extension TextElement {
  /// The whole block as a paragraph, its label as an attribute; nil for an empty block.
  func paragraph(_ block: Int, isClass: String? = nil) -> XMLElement? {
    let label = blocks[block].label?.text
    guard !blocks[block].text.isEmpty || label != nil else { return nil }
    return make("p", block: block, isClass: isClass, label: label)
  }
}
