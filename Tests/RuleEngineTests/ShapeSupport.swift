import DataFiles
import DocumentAnalysis
import DocumentModel
import LegalKnowledge

@testable import RuleEngine

/// The module file of a local pack with one rule around a check; `check` begins on line 4.
func localModule(_ check: String, message: String = "Sai.", rule: String = "") -> String {
  """
  <module xmlns="urn:tdktlint:rules:1" id="goi" version="1.0.0">
  <rule id="quy-tac" tier="practice" strength="recommended" severity="note" \(rule)>
  <title>Tên</title><message>\(message)</message>
  \(check)
  </rule>
  </module>
  """
}

func loadLocal(_ xml: String, law: LegalKnowledge = testLaw) throws -> RuleSet {
  try RuleSet.load(
    files: [], local: [DataFile(path: "goi/modules/goi.xml", bytes: Array(xml.utf8))], modules: [],
    law: law, depth: .check)
}

/// What a check declared in XML says about a paper: the words it points at, `⟂` for an absence, with
/// its message.
func said(
  _ check: String, message: String = "Sai.", of document: RecognisedDocument,
  law: LegalKnowledge = testLaw
) throws -> [String] {
  let rules = try loadLocal(localModule(check, message: message), law: law)
  return RuleRunner(rules: rules, law: law).run(document).map {
    ($0.excerpt.isEmpty ? "⟂" : $0.excerpt) + (message == "Sai." ? "" : " | \($0.message.vi)")
  }
}

extension RecognisedDocument {
  /// The same paper with the words of each table row, cells parted by `|`, as a table after its text.
  func with(table rows: [String]) -> RecognisedDocument {
    var copy = self
    var table = Table(rows: [], columnCount: 0, blocks: copy.blocks.count..<copy.blocks.count)
    for (number, row) in rows.enumerated() {
      var cells: [Table.Cell] = []
      for (column, words) in row.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated()
      {
        let block = copy.source.parts[0].blocks.count
        copy.source.parts[0].blocks.append(
          Block(
            text: String(words),
            place: BlockPlace(cell: BlockPlace.Cell(table: 0, row: number, cell: column))))
        cells.append(Table.Cell(column: column, blocks: block..<block + 1))
      }
      table.rows.append(Table.Row(cells: cells))
      table.columnCount = max(table.columnCount, cells.count)
    }
    table.blocks = table.blocks.lowerBound..<copy.blocks.count
    copy.source.parts[0].tables.append(table)
    return copy
  }
}
