import DocumentAnalysis
import DocumentModel
import DossierAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

extension NativeCheck {
  /// A row of a list that names nobody although it is numbered or filled in. Numbered blank rows at
  /// the end are left over from a form.
  static let missingName = NativeCheck(name: "missing-name", arguments: ["row"]) { context in
    guard AwardPaper.listsNominees(context) else { return [] }
    return context.register.tables.flatMap { table -> [Observation] in
      let nominees = context.register.nominees(in: table.table)
      let lastNamed = nominees.lastIndex { !isNameless($0) }
      return nominees.indices.compactMap { index in
        let nominee = nominees[index]
        guard isNameless(nominee), let lastNamed,
          index < lastNamed || context.document.says(more: nominee)
        else { return nil }
        return Observation(
          at: nominee.anchor, arguments: ["row": .number(nominee.serial ?? index + 1)])
      }
    }
  }

  private static func isNameless(_ nominee: Nominee) -> Bool {
    !nominee.nameText.unicodeScalars.contains(where: Letters.isLetter)
  }

  /// A person without unit, in a list that gives the others'. A list without the column, or with
  /// nothing in it, is of one unit.
  static let missingUnit = NativeCheck(name: "missing-unit", arguments: ["name"]) { context in
    guard AwardPaper.listsNominees(context) else { return [] }
    let inTables = context.register.tables.flatMap { table -> [Nominee] in
      guard table.has(.unit) || table.has(.officeAndUnit) else { return [] }
      return lacking(context.register.nominees(in: table.table))
    }
    let items = context.register.nominees.filter {
      if case .item = $0.origin { $0.recipient == .individual } else { false }
    }
    // In a sentence the office may say where; only who has neither stands out.
    let inLists = Dictionary(grouping: items) { $0.headings.last }.values.flatMap { group in
      lacking(group).filter { $0.office == nil }
    }
    return (inTables + inLists).map {
      Observation(at: $0.anchor, arguments: ["name": .text($0.nameText)])
    }
  }

  /// Persons without a unit among others who have one.
  private static func lacking(_ nominees: [Nominee]) -> [Nominee] {
    let persons = nominees.filter { $0.recipient == .individual && !isNameless($0) }
    let without = persons.filter {
      !$0.unitText.unicodeScalars.contains(where: Letters.isLetter) && !isDitto($0.unitText)
    }
    return without.count * 2 < persons.count || without.count == 1 && persons.count == 2
      ? without : []
  }

  private static let ditto = Pattern(known: #"^\W*["″〃-]\W*$"#)

  private static func isDitto(_ text: String) -> Bool { ditto.matches(text) }
}

extension RecognisedDocument {
  /// Whether the row of a nominee says anything besides its number.
  fileprivate func says(more nominee: Nominee) -> Bool {
    guard case .row(let table, let row) = nominee.origin else { return false }
    let cells = source.body.tables[table].rows[row].cells
    return cells.flatMap { Array($0.blocks) }.contains { block in
      block != nominee.serialSpan?.block
        && blocks[block].text.unicodeScalars.contains(where: Letters.isLetter)
    }
  }
}
