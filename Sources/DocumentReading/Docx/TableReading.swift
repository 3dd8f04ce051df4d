import DocumentModel
import XMLReading

extension StoryReader {
  /// Reads a table into `part.tables` and its cells' paragraphs into `part.blocks`. Rows and cells that
  /// the view does not show are left out; so is the content of a cell that continues one from above.
  func readTable(_ node: XMLNode, _ place: Surroundings) throws(ReadingError) {
    let start = part.blocks.count
    var table = Table(
      rows: [], columnCount: 0, blocks: start..<start, parent: place.cell?.table)
    let index = addTable(table)
    var look = TableLook(node, tags: tags)
    if look.isReformatted { countFormatChange() }
    var rows: [XMLNode] = []
    for child in node.children {
      if tags.tag(child) == .tblGrid {
        table.columnCount = child.children.count { tags.tag($0) == .gridCol }
      }
      collect(.tr, child, into: &rows)
    }
    look.rowCount = rows.count
    var merges: [Int: (row: Int, cell: Int)] = [:]
    for (position, node) in rows.enumerated() {
      let properties = RowProperties(node, tags: tags)
      if properties.isInserted { countRevision(inserted: true) }
      if properties.isDeleted { countRevision(inserted: false) }
      if properties.isReformatted { countFormatChange() }
      guard !properties.isHidden, properties.isShown(in: budget.view) else { continue }
      look.row = position
      table.rows.append(Table.Row(cells: [], isHeader: properties.isHeader))
      var row = RowReader(
        table: index, column: properties.columnsBefore, place: place, look: look)
      var cells: [XMLNode] = []
      for child in node.children { collect(.tc, child, into: &cells) }
      for (offset, cell) in cells.enumerated() {
        row.look.isFirstColumn = offset == 0
        row.look.isLastColumn = offset == cells.count - 1
        try readCell(cell, &row, &table, &merges)
      }
      table.columnCount = max(table.columnCount, row.column)
    }
    table.blocks = start..<part.blocks.count
    // All its rows are deleted: it is gone.
    guard !table.rows.isEmpty else { return removeLastTable() }
    fill(table: index, table)
  }

  /// What moves along a row.
  private struct RowReader {
    var table: Int
    var column: Int
    var place: Surroundings
    var look: TableLook
  }

  private func readCell(
    _ node: XMLNode, _ row: inout RowReader, _ table: inout Table,
    _ merges: inout [Int: (row: Int, cell: Int)]
  ) throws(ReadingError) {
    try budget.spendCell()
    let properties = CellProperties(node, view: budget.view, tags: tags)
    if properties.isReformatted { countFormatChange() }
    if properties.isDeleted { countRevision(inserted: false) }
    if properties.isInserted { countRevision(inserted: true) }
    guard properties.isShown(in: budget.view) else { return }
    let column = row.column
    let rowIndex = table.rows.count - 1
    row.column += properties.span
    if properties.continuesHorizontally, !table.rows[rowIndex].cells.isEmpty {
      let last = table.rows[rowIndex].cells.count - 1
      table.rows[rowIndex].cells[last].columnSpan += properties.span
      return
    }
    if properties.verticalMerge == .continues, let above = merges[column] {
      table.rows[above.row].cells[above.cell].rowSpan = rowIndex - above.row + 1
      return
    }
    let cellIndex = table.rows[rowIndex].cells.count
    merges[column] = properties.verticalMerge == .none ? nil : (rowIndex, cellIndex)
    let start = part.blocks.count
    var inside = row.place
    inside.cell = BlockPlace.Cell(table: row.table, row: rowIndex, cell: cellIndex)
    inside.table = row.look.context
    try readContainer(node, inside)
    table.rows[rowIndex].cells.append(
      Table.Cell(
        column: column, columnSpan: properties.span, blocks: start..<part.blocks.count))
  }

  /// Rows or cells, also those inside content controls and the like.
  private func collect(_ wanted: WordTag, _ node: XMLNode, into found: inout [XMLNode]) {
    switch tags.tag(node) {
    case wanted: found.append(node)
    case .ins where !budget.view.showsInsertions, .moveTo where !budget.view.showsInsertions: break
    case .sdt, .sdtContent, .customXml, .smartTag, .ins, .moveTo:
      for child in node.children { collect(wanted, child, into: &found) }
    default: break
    }
  }
}

/// A row or a cell whose coming or going is tracked.
private protocol Revisable {
  var isDeleted: Bool { get }
  var isInserted: Bool { get }
}

extension Revisable {
  func isShown(in view: RevisionView) -> Bool {
    (view.showsDeletions || !isDeleted) && (view.showsInsertions || !isInserted)
  }
}

/// `w:trPr`.
private struct RowProperties: Revisable {
  var isHeader = false
  var isHidden = false
  var isReformatted = false
  var isDeleted = false
  var isInserted = false
  var columnsBefore = 0

  init(_ row: XMLNode, tags: WordTagTable) {
    for child in row.children where tags.tag(child) == .trPr {
      for property in child.children {
        switch tags.tag(property) {
        case .tblHeader: isHeader = OnOff.value(property.attribute("val"))
        case .hidden: isHidden = OnOff.value(property.attribute("val"))
        case .trPrChange: isReformatted = true
        case .del: isDeleted = true
        case .ins: isInserted = true
        case .gridBefore:
          columnsBefore = CellProperties.clamped(property.attribute("val"), lowest: 0)
        default: break
        }
      }
    }
  }
}

/// `w:tcPr`.
private struct CellProperties: Revisable {
  enum VerticalMerge {
    case none
    case starts
    case continues
  }
  var span = 1
  var verticalMerge = VerticalMerge.none
  var continuesHorizontally = false
  var isReformatted = false
  var isDeleted = false
  var isInserted = false

  init(_ cell: XMLNode, view: RevisionView, tags: WordTagTable) {
    for own in cell.children where tags.tag(own) == .tcPr {
      let change = own.children.first { tags.tag($0) == .tcPrChange }
      isReformatted = change != nil
      // The cell's former extent (17.13.5).
      let former = view == .original ? change?.children.first { tags.tag($0) == .tcPr } : nil
      for property in (former ?? own).children { readExtent(property, tags) }
      for property in own.children {
        switch tags.tag(property) {
        case .cellDel: isDeleted = true
        case .cellIns: isInserted = true
        case .cellMerge:
          readMerge(property, view)
          isReformatted = true
        default: break
        }
      }
    }
  }

  private mutating func readExtent(_ property: XMLNode, _ tags: WordTagTable) {
    let value = property.attribute("val")
    switch tags.tag(property) {
    case .gridSpan: span = CellProperties.clamped(value, lowest: 1)
    // Without a value it continues (17.4.84).
    case .vMerge: verticalMerge = value == "restart" ? .starts : .continues
    case .hMerge: continuesHorizontally = value != "restart"
    default: break
    }
  }

  /// Merged with the cell above or parted from it while changes were tracked (17.13.5.3). A former
  /// state that is not given is “parted”; nothing given, nothing changed.
  private mutating func readMerge(_ change: XMLNode, _ view: RevisionView) {
    let now = change.attribute("vMerge")
    let before = change.attribute("vMergeOrig")
    guard now != nil || before != nil else { return }
    let side = view == .original ? before : now
    verticalMerge = side == "cont" ? .continues : .starts
  }

  /// Word tables have at most 63 columns.
  static func clamped(_ value: String?, lowest: Int) -> Int {
    min(max(value.flatMap { Int($0) } ?? lowest, lowest), 63)
  }
}

/// Which conditional formats of the table style hold for the current cell (`w:tblLook`, 17.4.55).
private struct TableLook {
  private var style: String?
  private var active: Set<StyleSheet.TableCondition> = []
  private(set) var isReformatted = false
  var row = 0
  var rowCount = 0
  var isFirstColumn = false
  var isLastColumn = false

  init(_ table: XMLNode, tags: WordTagTable) {
    for child in table.children where tags.tag(child) == .tblPr {
      for property in child.children {
        switch tags.tag(property) {
        case .tblStyle: style = property.attribute("val")
        case .tblLook: read(property)
        case .tblPrChange: isReformatted = true
        default: break
        }
      }
    }
  }

  private mutating func read(_ look: XMLNode) {
    let mask = look.attribute("val").flatMap { Int($0, radix: 16) } ?? 0
    func set(_ condition: StyleSheet.TableCondition, _ bit: Int, _ attribute: String?) {
      if attribute.map({ OnOff.value($0) }) ?? (mask & bit != 0) { active.insert(condition) }
    }
    set(.firstRow, 0x20, look.attribute("firstRow"))
    set(.lastRow, 0x40, look.attribute("lastRow"))
    set(.firstColumn, 0x80, look.attribute("firstColumn"))
    set(.lastColumn, 0x100, look.attribute("lastColumn"))
  }

  var context: StyleResolver.TableContext {
    StyleResolver.TableContext(
      style: style,
      conditions: active.filter { condition in
        switch condition {
        case .firstRow: row == 0
        case .lastRow: row == rowCount - 1
        case .firstColumn: isFirstColumn
        case .lastColumn: isLastColumn
        }
      }.sorted { $0.rawValue < $1.rawValue })
  }
}
