import DocumentAnalysis
import DocumentModel
import LegalKnowledge
import TextMatching

/// Reads the tables that list nominees: headings over one row or more, group rows (“I. TẬP THỂ”),
/// merged cells, headings repeated on the next page.
struct NomineeTableReader {
  let awards: AwardFinder
  let document: RecognisedDocument

  init(awards: AwardFinder, document: RecognisedDocument) {
    self.awards = awards
    self.document = document
  }

  var day: CivilDate { document.date.earliest }
  var grounds: GroundsReader { GroundsReader(awards: awards) }

  struct Reading {
    var table: NomineeTable
    var nominees: [Nominee]
    var counts: [NomineeCount]
    /// Headings that are still open at the end.
    var groups: GroupStack
  }

  /// Nil when the table lists no nominees.
  /// - Parameter before: the table before, which this one may carry on, with or without its
  ///   headings.
  func read(_ index: Int, after before: Reading? = nil) -> Reading? {
    let body = document.source.body
    let grid = TableGrid(body.tables[index], body.blocks)
    let own = layout(index, grid)
    guard var layout = own ?? continued(index, grid, before?.table) else { return nil }
    var groups = GroupStack()
    if let before, isNext(index, to: before.table.table),
      own == nil || layout.columns == before.table.columns
    {
      layout.continues = before.table.table
      groups = before.groups
    }
    var walk = RowWalk(reader: self, grid: grid, layout: layout, groups: groups)
    for row in layout.headerRows.upperBound..<grid.table.rows.count { walk.take(row) }
    guard !walk.nominees.isEmpty else { return nil }
    return Reading(
      table: layout, nominees: walk.nominees, counts: walk.counts, groups: walk.groups)
  }

  /// Nothing but blank lines and page numbers stands between the two.
  private func isNext(_ index: Int, to earlier: Int) -> Bool {
    let tables = document.source.body.tables
    let between = tables[earlier].blocks.upperBound..<tables[index].blocks.lowerBound
    guard tables[earlier].blocks.upperBound <= tables[index].blocks.lowerBound else { return false }
    return between.allSatisfy { block in
      !document.blocks[block].text.unicodeScalars.contains(where: Letters.isLetter)
    }
  }

  // MARK: Headings

  private func layout(_ index: Int, _ grid: TableGrid) -> NomineeTable? {
    for start in 0..<min(4, grid.table.rows.count) {
      let height = headingHeight(grid, from: start)
      var columns: [Int: NomineeColumn] = [:]
      for column in 0..<grid.width {
        var heading = ""
        for row in start..<start + height
        where grid.begins(row: row, column: column) || row == start {
          let text = grid.text(row: row, column: column)
          if !text.isEmpty, !heading.hasSuffix(text) {
            heading += heading.isEmpty ? text : " " + text
          }
        }
        let reader = ColumnReader(awards: awards, day: day)
        columns[column] = reader.role(of: heading)
      }
      let roles = Set(columns.values)
      if let table = accepted(columns, roles) {
        var headings: [Int: [TextSpan]] = [:]
        for column in table.keys {
          headings[column] = (start..<start + height).filter {
            grid.begins(row: $0, column: column) || $0 == start
          }.compactMap { grid.span(row: $0, column: column) }
        }
        return NomineeTable(
          table: index, columns: table, headerRows: start..<start + height, headings: headings)
      }
    }
    return nil
  }

  /// A list of nominees has a name and something that only such a list has. A history of awards has
  /// years and decisions but no names.
  private func accepted(
    _ columns: [Int: NomineeColumn], _ roles: Set<NomineeColumn>
  ) -> [Int: NomineeColumn]? {
    var columns = columns
    if !roles.contains(.name) {
      // “Đơn vị” alone may stand over the names of collectives.
      guard let unit = columns.filter({ $0.value == .unit }).keys.min(),
        roles.contains(.award) || roles.contains(.agreed) || roles.contains(where: \.isMark)
      else { return nil }
      columns[unit] = .name
    } else {
      // Only the first names; a second (“Tên đơn vị” beside “Họ và tên”) is where one works.
      for extra in columns.filter({ $0.value == .name }).keys.sorted().dropFirst() {
        columns[extra] = .unit
      }
    }
    let telling: [NomineeColumn] = [
      .serial, .office, .unit, .officeAndUnit, .award, .birth, .birthOf(.male), .birthOf(.female),
      .agreed, .grounds,
    ]
    guard columns.values.contains(where: { telling.contains($0) || $0.isMark }) else { return nil }
    return columns
  }

  private func headingHeight(_ grid: TableGrid, from start: Int) -> Int {
    let row = grid.table.rows[start]
    var height = row.cells.map(\.rowSpan).max() ?? 1
    // “Năm sinh” over “Nam | Nữ” without cells merged downwards.
    if height == 1, row.cells.contains(where: { $0.columnSpan > 1 }), row.cells.count > 1,
      start + 1 < grid.table.rows.count,
      grid.table.rows[start + 1].cells.contains(where: { grid.text($0).isEmpty })
    {
      height = 2
    }
    return max(1, min(height, min(3, grid.table.rows.count - start)))
  }

  private func continued(
    _ index: Int, _ grid: TableGrid, _ inherited: NomineeTable?
  ) -> NomineeTable? {
    guard let inherited, grid.width == (inherited.columns.keys.max() ?? -1) + 1,
      let serial = inherited.columns.first(where: { $0.value == .serial })?.key,
      grid.table.rows.contains(where: { row in
        row.cells.contains {
          $0.column == serial && NomineeTableReader.number(grid.text($0)) != nil
        }
      })
    else { return nil }
    return NomineeTable(table: index, columns: inherited.columns, headerRows: 0..<0)
  }

  private static let numbered = Pattern(known: #"^0*(\d{1,4})[.)]?$"#)

  /// A serial number as typed: 7, 07, 7.
  static func number(_ text: String) -> Int? {
    numbered.firstMatch(in: text)?[1].flatMap { Int(text[utf8Range: $0]) }
  }
}

extension NomineeColumn {
  var isMark: Bool {
    if case .mark = self { true } else { false }
  }
}
