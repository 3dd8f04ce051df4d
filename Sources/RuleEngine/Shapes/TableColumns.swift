import DataFiles
import DocumentAnalysis
import DocumentModel
import TextMatching

extension Shape {
  /// Columns that a table must have. The table is recognised by the words of its head.
  static let tableColumns = Shape(element: "table-columns") { element, setting in
    let requirement = try ColumnRequirement(element)
    return NativeCheck(name: setting.rule, arguments: ["column"], run: requirement.observations)
  }
}

private struct ColumnRequirement: Sendable {
  private static let attributes: Set<String> = ["section"]
  private static let children: Set<String> = ["table", "column"]

  /// Words any of which, in a cell of the head, make it the table meant.
  private var tables: [String] = []
  private var columns: [WordedPart] = []
  private let scope: TextScope

  init(_ element: DataElement) throws {
    try element.expect(
      attributes: ColumnRequirement.attributes, children: ColumnRequirement.children)
    scope = try TextScope(element)
    for child in element.children {
      if child.name == "table" {
        try child.expect(attributes: Names.none, text: true)
        tables += try child.phrasesOfText()
      } else {
        columns.append(try WordedPart(child, hasProse: false))
      }
    }
    guard !tables.isEmpty, !columns.isEmpty else {
      throw element.error(
        vi: "<table-columns> cần <table> (chữ ở đầu bảng để nhận ra bảng) và ít nhất một <column>",
        en: "<table-columns> needs <table> (words of the table's head) and a <column>")
    }
  }

  func observations(_ context: CheckContext) -> [Observation] {
    let document = context.document
    let held = scope.spans(in: document).map { Set($0.map(\.block)) }
    return document.source.body.tables.flatMap { table -> [Observation] in
      guard held?.isDisjoint(with: table.blocks) != true else { return [] }
      let head = ColumnRequirement.head(of: table, in: document)
      guard let known = head.first(where: { $0.words.contains(anyOf: tables) }) else { return [] }
      return columns.filter { column in
        !head.contains { $0.words.contains(anyOf: column.headings) }
      }.map { Observation(at: known.span, arguments: ["column": .localized($0.title)]) }
    }
  }

  private struct HeadCell {
    var words: Words
    var span: TextSpan
  }

  /// The cells of the first row with words, and of the one below it when the first has cells over
  /// several columns or rows, as heads of two lines have.
  private static func head(of table: Table, in document: RecognisedDocument) -> [HeadCell] {
    guard table.columnCount > 1,
      let first = table.rows.firstIndex(where: { !cells(of: $0, in: document).isEmpty })
    else { return [] }
    var rows = [table.rows[first]]
    let hasTwoLines = rows[0].cells.contains { $0.columnSpan > 1 || $0.rowSpan > 1 }
    if hasTwoLines, rows[0].cells.count > 1, first + 1 < table.rows.count {
      rows.append(table.rows[first + 1])
    }
    return rows.flatMap { cells(of: $0, in: document) }
  }

  private static func cells(
    of row: Table.Row, in document: RecognisedDocument
  ) -> [HeadCell] {
    row.cells.compactMap { cell in
      let blocks = cell.blocks.filter {
        document.blocks.indices.contains($0) && !document.blocks[$0].text.trimmedUTF8.isEmpty
      }
      guard let first = blocks.first else { return nil }
      // A head wrapped over paragraphs of one cell reads as one.
      let text = blocks.map { document.blocks[$0].text }.joined(separator: " ")
      return HeadCell(
        words: Words(text),
        span: TextSpan(block: first, utf8: document.blocks[first].text.trimmedUTF8))
    }
  }
}
