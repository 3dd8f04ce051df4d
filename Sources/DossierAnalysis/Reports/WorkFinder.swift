import DocumentAnalysis
import DocumentModel
import TextMatching

/// Finds initiatives, studies and works, with the decision that recognises them.
struct WorkFinder {
  let document: RecognisedDocument

  private static let lead = Pattern(
    known:
      #"(?<!\p{L})(?:sáng\s+kiến|giải\s+pháp|đề\s+tài(?:\s+khoa\s+học)?|đề\s+án(?:\s+khoa\s+học)?|công\s+trình\s+khoa\s+học(?:\s+và\s+công\s+nghệ)?)(?!\p{L})"#,
    options: .caseless)
  /// Its title in quotation marks, close behind.
  private static let title = Pattern(known: #"\G[^“"”;.\n]{0,60}[“"]([^“”"\n]{8,400})[”"]"#)

  func works() -> [WorkMention] {
    let decisions = DecisionFinder(document: document)
    var result: [WorkMention] = []
    for index in document.blocks.indices {
      let text = document.blocks[index].text
      guard text.utf8.count < 4_000 else { continue }
      var start = 0
      while let match = Self.lead.firstMatch(in: text, from: start) {
        start = match.range.upperBound
        guard let quoted = Self.title.firstMatch(in: text, from: start), let range = quoted[1]
        else { continue }
        let words = String(text[utf8Range: range]).trimmed
        let rest = TextSpan(block: index, utf8: quoted.range.upperBound..<text.utf8.count)
        result.append(
          WorkMention(
            title: .init(text: words, span: TextSpan(block: index, utf8: range)),
            key: Folding.letters(words),
            decision: decisions.decision(in: rowOrRest(rest, index)),
            span: TextSpan(
              block: index, utf8: match.range.lowerBound..<quoted.range.upperBound)))
        start = quoted.range.upperBound
      }
    }
    return result
  }

  /// In a table, the decision stands in another cell of the row.
  private func rowOrRest(_ rest: TextSpan, _ block: Int) -> [TextSpan] {
    guard let place = document.blocks[block].place.cell else { return [rest] }
    let row = document.source.body.tables[place.table].rows[place.row]
    return [rest]
      + row.cells.flatMap { Array($0.blocks) }.filter { $0 != block }.map {
        TextSpan(block: $0, utf8: 0..<document.blocks[$0].text.utf8.count)
      }
  }
}
