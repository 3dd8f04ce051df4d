import DocumentAnalysis
import DossierAnalysis
import RuleEngine
import TextMatching

extension NativeCheck {
  /// Numbers of identity papers, telephones or bank accounts in a paper that will be published.
  static let personalData = NativeCheck(
    across: "personal-data", arguments: ["data", "count"]
  ) { context in
    let dossier = context.dossier
    let published = dossier.papers(.list) + dossier.papers(.decision) + dossier.papers(.publication)
    return published.sorted().flatMap { index in
      PersonalData.all.compactMap { data in
        let places = data.places(in: dossier.papers[index].document)
        guard let first = places.first else { return nil }
        return DossierObservation(
          in: index,
          Observation(
            at: first,
            arguments: ["data": .localized(data.words), "count": .number(places.count)]))
      }
    }
  }
}

/// A kind of personal data: a label, and the number behind or under it.
private struct PersonalData: Sendable {
  let words: LocalizedText
  /// Heading of a column, or label before the number.
  let label: Pattern
  let number: Pattern

  private static func known(_ source: String) -> Pattern {
    Pattern(known: source, options: .caseless)
  }

  static let all = [
    PersonalData(
      words: LocalizedText(
        vi: "số căn cước, chứng minh nhân dân", en: "numbers of identity papers"),
      label: known(
        #"(?<!\p{L})(?:cccd|cmnd|cmt|căn\s+cước(?:\s+công\s+dân)?|chứng\s+minh\s+(?:nhân\s+dân|thư)|số\s+định\s+danh|hộ\s+chiếu)(?!\p{L})"#
      ),
      number: known(#"(?<![\d/])(?:\d{12}|\d{9}|\d{3}[ .]\d{3}[ .]\d{3}(?:[ .]\d{3})?)(?![\d/])"#)),
    PersonalData(
      words: LocalizedText(vi: "số điện thoại", en: "telephone numbers"),
      label: known(#"(?<!\p{L})(?:điện\s+thoại|sđt|đtdđ|số\s+đt|di\s+động)(?!\p{L})"#),
      number: known(#"(?<!\d)0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)"#)),
    PersonalData(
      words: LocalizedText(vi: "số tài khoản ngân hàng", en: "bank account numbers"),
      label: known(
        #"(?<!\p{L})(?:số\s+tài\s+khoản|stk|tài\s+khoản\s+(?:số|ngân\s+hàng))(?!\p{L})"#),
      number: known(#"(?<!\d)\d{8,16}(?!\d)"#)),
  ]

  func places(in document: RecognisedDocument) -> [TextSpan] {
    var found: [TextSpan] = []
    // An office's own number stands in its letterhead; the body and the annexes are about people.
    let start = document.components.body.lowerBound
    for index in document.blocks.indices where index >= start {
      let block = document.blocks[index]
      guard let match = number.firstMatch(in: block.text) else { continue }
      let before = String(block.text[utf8Range: 0..<match.range.lowerBound])
      if label.matches(before) || isUnderLabel(index, document) {
        found.append(TextSpan(block: index, utf8: match.range))
      }
    }
    return found
  }

  /// Whether the column's heading is the label.
  private func isUnderLabel(_ index: Int, _ document: RecognisedDocument) -> Bool {
    guard let place = document.blocks[index].place.cell else { return false }
    let table = document.source.body.tables[place.table]
    let column = table.rows[place.row].cells[place.cell].column
    return table.rows.prefix(min(3, place.row)).contains { row in
      row.cells.contains { cell in
        cell.column <= column && column < cell.column + max(1, cell.columnSpan)
          && cell.blocks.contains { label.matches(document.blocks[$0].text) }
      }
    }
  }
}
