import TextMatching

/// A summary for spreadsheets: a line for each dossier, which counts all of it, then one for each
/// award in it.
public enum SeasonCSV {
  public static func render(_ summary: SeasonSummary, language: Language) -> String {
    var csv = CSV()
    let words = [
      SeasonWords.dossier, SeasonWords.unit, SeasonWords.award, SeasonWords.nominees,
      SeasonWords.eligible, SeasonWords.incomplete, SeasonWords.ineligible,
      SeasonWords.outcome, SeasonWords.errors, SeasonWords.warnings, SeasonWords.unread,
      SeasonWords.repeated,
    ]
    csv.add(words.map { .text($0[language]) })
    for dossier in summary.dossiers {
      csv.add(
        lead(dossier, SeasonWords.everyAward[language])
          + tally(dossier.error == nil ? dossier.tally : nil) + [
            .text((dossier.error ?? dossier.outcome)?[language] ?? ""), .number(dossier.errors),
            .number(dossier.warnings), .number(dossier.unread),
            .text(names(of: dossier, in: summary, language)),
          ])
      for award in dossier.awards {
        csv.add(
          lead(dossier, award.name) + tally(award.tally) + [
            .text(award.outcome?[language] ?? ""), .number(award.errors),
            .number(award.warnings), .empty, .empty,
          ])
      }
    }
    return csv.text
  }

  private static func lead(_ dossier: SeasonSummary.Dossier, _ award: String) -> [CSV.Cell] {
    [.text(dossier.path), .text(dossier.unit ?? ""), .text(award)]
  }

  private static func tally(_ tally: SeasonSummary.Tally?) -> [CSV.Cell] {
    guard let tally else { return [CSV.Cell](repeating: .empty, count: 4) }
    return [
      tally.nominees, tally.eligible, tally.incomplete, tally.ineligible,
    ].map(CSV.Cell.number)
  }

  private static func names(
    of dossier: SeasonSummary.Dossier, in summary: SeasonSummary, _ language: Language
  ) -> String {
    summary.repeated.filter { $0.places.contains { $0.dossier == dossier.path } }
      .map { $0.heading(language) }.joined(separator: "; ")
  }
}
